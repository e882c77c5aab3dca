"""The middle of the walk: one conversation from privacy to the worker check."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.conversation.conversation_screen import ConversationScreen
from ui.shell import Shell
from vrn_desktop.presenters.conversation.conversation_state import ConversationState, Saved
from vrn_desktop.self_test.asking import session_of
from vrn_desktop.self_test.invented_case import ANSWERS, CASE, PICTURED
from vrn_desktop.self_test.stage import Stage, StepFailedError

CONTINUE = "footer-continue"
MOST_PAGES = 120


def begin(stage: Stage) -> None:
    """From home to the first page of a conversation with somebody new."""
    stage.click("home-start")
    if stage.is_there("new-someone"):
        stage.click("new-someone")
    stage.write("new-name", CASE.young_person)
    stage.write("new-age", CASE.age)
    stage.picture("new-conversation")
    stage.click("new-begin")


def opening(stage: Stage) -> None:
    """Steps A1 to A4."""
    stage.find("privacy", QWidget)
    stage.click("privacy-who-nobody")
    stage.click("privacy-private-private")
    stage.picture("place-and-privacy")
    stage.click(CONTINUE)
    stage.find("access", QWidget)
    stage.picture("access-and-language")
    stage.click(CONTINUE)
    stage.find("agreement", QWidget)
    stage.click("agreement-saidBack-own_words")
    stage.click("agreement-agrees-yes")
    stage.picture("explain-and-agree")
    stage.click(CONTINUE)
    stage.find("choices", QWidget)
    stage.click("choices-how-talk")
    stage.write("choices-calming-area", "Music")
    stage.picture("your-choices")
    stage.click(CONTINUE)


def questions(stage: Stage, shell: Shell) -> None:
    """Parts B to H: answers by click, one question each, check-ins between, the calm panel once."""
    pictured: set[str] = set()
    for _ in range(MOST_PAGES):
        stage.wait(
            lambda: any(map(stage.is_there, ("question", "intro", "checkIn", "back-to-now"))),
            "a page of the conversation is on the screen",
        )
        if stage.is_there("back-to-now"):
            return
        if stage.is_there("question"):
            _answer(stage, shell, pictured)
        elif stage.is_there("intro"):
            if shell_section(shell) == "H":
                stage.picture("before-the-heavy-part")
            stage.click(CONTINUE)
        else:
            if "check-in" not in pictured:
                pictured.add("check-in")
                stage.picture("check-in")
            stage.click("checkIn-keepGoing")
    raise StepFailedError("the conversation did not come to its closing steps")


def sheets(stage: Stage) -> None:
    """What can be opened from any page of the talk, and closed again."""
    for button, title in (
        ("header-telling", "they-are-telling-me"),
        ("header-flags", "safety-flags"),
        ("header-pause", "pause-or-stop"),
        ("footer-subject", "change-the-subject"),
        ("getHelpBar-open", "get-help-now"),
    ):
        stage.click(button)
        stage.picture(title)
        stage.press(Qt.Key.Key_Escape)


def shared_and_hidden(stage: Stage, shell: Shell, passphrase: str) -> None:
    """Side by side, the cover, and back with the passphrase."""
    stage.click("header-sideBySide")
    stage.picture("side-by-side")
    stage.click("header-sideBySide")
    shell.window.cover()
    stage.picture("hidden")
    shell.window.uncover_requested.emit(passphrase)
    stage.wait(lambda: not shell.window.cover_screen.isVisible(), "the screen is given back")


def closing(stage: Stage, shell: Shell) -> None:
    """Steps Z1 to Z8."""
    stage.find("back-to-now", QWidget)
    stage.click("back-to-now-feeling-ok")
    stage.picture("come-back-to-now")
    stage.click(CONTINUE)
    stage.find("your-words", QWidget)
    stage.write("your-words-field-area", CASE.words)
    stage.click("your-words-approve")
    stage.picture("your-words")
    stage.click(CONTINUE)
    stage.find("what-matters", QWidget)
    stage.write("what-matters-field-area", CASE.matters)
    stage.picture("what-matters")
    stage.click(CONTINUE)
    stage.find("choose-help", QWidget)
    stage.picture("choose-help")
    yes = f"service-{_chosen_service(shell)}-accepted"
    stage.click(yes)
    stage.scroll_to(yes)
    stage.picture("choose-help-yes")
    stage.click(CONTINUE)
    stage.find("safe-contact", QWidget)
    stage.click("safe-take_paper-yes")
    stage.picture("safe-contact")
    stage.click(CONTINUE)
    stage.find("rest-of-today", QWidget)
    stage.write("today-doing", "Going to my aunt's")
    stage.click("today-check-in-7")
    stage.picture("rest-of-today")
    stage.click(CONTINUE)
    stage.find("your-view", QWidget)
    stage.click("your-view-listened-yes")
    stage.picture("your-view")
    stage.click(CONTINUE)
    stage.find("worker-check", QWidget)
    stage.click("worker-check-answer-ok")
    stage.picture("worker-check")
    stage.click(CONTINUE)


def shell_section(shell: Shell) -> str:
    """The part the conversation is in, as its section's id."""
    return _conversation(shell).page.section or ""


def _answer(stage: Stage, shell: Shell, pictured: set[str]) -> None:
    item = _item(shell)
    code = ANSWERS.get(item)
    if code is None:
        stage.click("footer-skip")
        stage.wait(lambda: item != _item(shell), "the next page is on the screen")
        return
    stage.click(f"answers-{code}")
    stage.wait(lambda: _conversation(shell).saved is Saved.SAVED, "the answer is saved")
    if item in PICTURED and item not in pictured:
        pictured.add(item)
        stage.picture(f"question-{item}")
    if stage.is_there("escalation"):
        _calm_panel(stage)
    stage.click(CONTINUE)
    stage.wait(lambda: item != _item(shell), "the next page is on the screen")


def _calm_panel(stage: Stage) -> None:
    """Somebody must be told: the panel, then what was done about it."""
    stage.picture("calm-panel")
    stage.click("escalation-write")
    stage.find("action", QWidget)
    stage.write("action-who-editor", CASE.told_whom)
    stage.write("action-what-editor", CASE.done)
    stage.write("action-outcome-editor", CASE.outcome)
    stage.click("action-told-yes")
    stage.picture("what-was-done")
    stage.click("action-save")
    stage.wait(lambda: not stage.is_there("action"), "the action is recorded")


def _item(shell: Shell) -> str:
    return _conversation(shell).page.item or ""


def _conversation(shell: Shell) -> ConversationState:
    screen = shell.window.findChild(ConversationScreen)
    if not isinstance(screen, ConversationScreen) or screen.presenter is None:
        raise StepFailedError("no conversation is on the screen")
    return screen.presenter.state


def _chosen_service(shell: Shell) -> str:
    """The id of the service that the case says yes to."""
    directory = session_of(shell).services.content.services()
    return next(entry.id for entry in directory.entries if entry.name == CASE.service)
