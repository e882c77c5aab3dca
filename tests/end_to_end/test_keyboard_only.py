"""From the unlock page to a printed letter without a mouse."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.end_to_end.conftest import OpenIn
from tests.end_to_end.keys_only import CTRL, SHIFT, KeysOnly
from tests.invented_team import PASSPHRASES, PRACTITIONER
from ui.conversation.conversation_screen import ConversationScreen
from vrn_desktop.presenters.conversation.conversation_state import ConversationState
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.self_test.invented_case import ANSWERS
from vrn_desktop.self_test.paper_in_memory import PaperInMemory

MOST_PAGES = 120
SIDEWAYS = {"checkIn": "checkIn-keepGoing"}


def state_of(keys: KeysOnly) -> ConversationState:
    screen = keys.program.window.findChild(ConversationScreen)
    assert isinstance(screen, ConversationScreen)
    return screen.intents.state


def sign_in(keys: KeysOnly) -> None:
    keys.reach("unlock-person")
    keys.type(PRACTITIONER.name[0])
    keys.reach("unlock-passphrase-line")
    keys.type(PASSPHRASES[PRACTITIONER.id])
    keys.press(Qt.Key.Key_Return)
    keys.program.stage.wait(lambda: keys.program.shell.session is not None, "somebody is signed in")
    keys.program.at_rest()


def begin(keys: KeysOnly) -> None:
    keys.press(Qt.Key.Key_N, CTRL)
    keys.program.at_rest()
    keys.write("new-name", "Kay Example")
    keys.write("new-age", "16")
    keys.go_on()
    keys.choose("privacy-who-nobody")
    keys.choose("privacy-private-private")
    keys.go_on()
    keys.program.stage.find("access", QWidget)
    keys.go_on()
    keys.choose("agreement-saidBack-own_words")
    keys.choose("agreement-agrees-yes")
    keys.go_on()
    keys.choose("choices-how-talk")
    keys.go_on()


def answer_everything(keys: KeysOnly) -> None:
    stage = keys.program.stage
    for _ in range(MOST_PAGES):
        if stage.is_there("back-to-now"):
            return
        if stage.is_there("question"):
            answer(keys)
        elif stage.is_there("checkIn"):
            keys.choose("checkIn-keepGoing")
        else:
            keys.go_on()
    raise AssertionError("the talk did not come to its closing steps")


def answer(keys: KeysOnly) -> None:
    """By its digit, or left out by the key for that."""
    question = state_of(keys).question
    assert question is not None
    code = ANSWERS.get(question.item)
    if code is None:
        keys.press(Qt.Key.Key_K, CTRL)
        keys.program.at_rest()
        return
    digit = [option.code for option in question.options].index(code) + 1  # type: ignore[arg-type]
    keys.type(str(digit))
    keys.program.at_rest()
    if keys.program.stage.is_there("escalation"):
        keys.choose("escalation-write")
        keys.write("action-who-editor", "Safeguarding lead")
        keys.write("action-what-editor", "Rang and agreed a plan")
        keys.write("action-outcome-editor", "Early help")
        keys.choose("action-told-yes")
        keys.go_on()
    keys.go_on()


def close_the_talk(keys: KeysOnly) -> None:
    keys.choose("back-to-now-feeling-ok")
    keys.go_on()
    keys.write("your-words-field-area", "I like drawing")
    keys.choose("your-words-approve")
    keys.go_on()
    keys.write("what-matters-field-area", "College")
    keys.go_on()
    keys.program.stage.find("choose-help", QWidget)
    keys.program.stage.wait(
        lambda: bool(keys.program.stage.names("service-")), "services are offered"
    )
    offered = [name for name in keys.program.stage.names("service-") if name.endswith("-accepted")]
    keys.choose(offered[0])
    keys.go_on()
    keys.choose("safe-take_paper-yes")
    keys.go_on()
    keys.write("today-doing", "Going home")
    keys.choose("today-check-in-7")
    keys.go_on()
    keys.choose("your-view-listened-yes")
    keys.go_on()
    keys.choose("worker-check-answer-ok")
    keys.go_on()


def decide_and_print(keys: KeysOnly) -> None:
    program = keys.program
    program.stage.find("noted", QWidget)
    program.at_rest()
    keys.go_on()
    assert program.shell.place is Place.LEVEL
    keys.choose("level-verdict-agree")
    keys.choose("level-save")
    program.stage.find("level-decided", QWidget)
    keys.choose("level-letter")
    program.stage.find("letter-kind-young_person", QWidget)
    keys.choose("letter-kind-young_person")
    program.stage.find("document-preview", QWidget)
    for name in program.stage.names("letter-checked-"):
        keys.choose(name)
    program.at_rest()
    keys.go_on()
    program.stage.find("letter-print", QWidget)
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    program.at_rest()


def test_the_whole_way_to_a_printed_letter_needs_no_mouse(open_in: OpenIn, folder: Path) -> None:
    program = open_in(folder)
    program.paper = PaperInMemory()
    keys = KeysOnly(program)
    sign_in(keys)
    begin(keys)
    answer_everything(keys)
    close_the_talk(keys)
    decide_and_print(keys)
    assert program.paper.size > 10_000
    assert "Sent to the printer" in program.words()
    keys.choose("letter-channel-hand")
    keys.choose("letter-reading-told_back")
    keys.choose("letter-note")
    program.stage.find("letter-given-words", QWidget)
    assert program.unexpected() == ""
