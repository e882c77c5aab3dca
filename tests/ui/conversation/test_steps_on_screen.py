"""The opening steps on the screen, and a whole conversation held with the keyboard alone."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conversation_window import Window, agreed_window, new_window
from tests.ui.conversation.conversation_on_screen import (
    click,
    has,
    part,
    press,
    settle,
    shown,
    texts,
)
from ui.conversation.conversation_screen import ConversationScreen
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import SectionId, StepId
from vrn_desktop.presenters.conversation.conversation_state import Ending, Shown


def nothing_is_ticked(screen: QWidget) -> bool:
    return not any(
        button.isChecked()
        for button in screen.findChildren(QAbstractButton)
        if button.isVisibleTo(screen)
    )


def tab_to(screen: QWidget, name: str) -> None:
    """Press Tab until a control has the focus, as somebody without a mouse does."""
    wanted = part(screen, name)
    for _ in range(80):
        if QApplication.focusWidget() is wanted:
            return
        press(screen, "Tab")
    raise AssertionError(f"Tab never reaches {name}")


def at_agreement(qtbot: QtBot, age: int) -> tuple[Window, ConversationScreen]:
    window = new_window(age=age)
    window.presenter.say_privacy(private=True, notes={})
    window.presenter.finish_step(KnownStep.ACCESS, {})
    return window, shown(qtbot, window)


def test_ti_01_the_first_page_asks_about_the_place_and_nothing_is_ticked(qtbot: QtBot) -> None:
    window = new_window()
    screen = shown(qtbot, window)
    assert nothing_is_ticked(screen)
    press(screen, "Ctrl+Return")
    assert "Choose who can see or hear you" in texts(screen)
    assert "Say whether this place is private" in texts(screen)
    press(screen, "Ctrl+J")
    assert not has(screen, "subject-H"), "no other subject before the place"
    click(screen, "privacy-who-nobody")
    click(screen, "privacy-private-private")
    press(screen, "Ctrl+Return")
    assert has(screen, "access-helps")


def test_ti_13_the_whole_script_stands_on_the_page(qtbot: QtBot) -> None:
    window, screen = at_agreement(qtbot, 16)
    for paragraph in window.parts.agreement().state.script:
        assert paragraph in texts(screen)
    assert nothing_is_ticked(screen)


def test_co_06_three_things_stand_apart_on_the_page(qtbot: QtBot) -> None:
    _, screen = at_agreement(qtbot, 16)
    assert has(screen, "agreement-agrees")
    assert has(screen, "agreement-later")
    assert has(screen, "agreement-basis")
    assert "Invented Youth Trust keeps records on the basis of a public task." in texts(screen)
    assert not has(screen, "agreement-points")
    assert not has(screen, "agreement-carer")


def test_co_05_the_page_uses_no_other_guidelines_name(qtbot: QtBot) -> None:
    _, screen = at_agreement(qtbot, 13)
    assert "Gillick" in texts(screen)
    assert "fraser" not in texts(screen).casefold()


def test_co_01_under_11_the_carer_and_the_assent_question_show(qtbot: QtBot) -> None:
    _, screen = at_agreement(qtbot, 8)
    assert "Is it OK if we talk?" in texts(screen)
    assert has(screen, "agreement-carer")
    assert "The program never contacts anyone" in texts(screen)


def test_co_02_the_summary_names_what_is_missing_and_leads_there(qtbot: QtBot) -> None:
    window, screen = at_agreement(qtbot, 13)
    click(screen, "agreement-saidBack-own_words")
    click(screen, "agreement-agrees-yes")
    press(screen, "Ctrl+Return")
    assert "Write a sentence about what you saw or heard" in texts(screen)
    assert has(screen, "agreement-carer")
    click(screen, "agreement-summary-0")
    assert QApplication.focusWidget() is part(screen, "agreement-reasons-editor")
    QTest.keyClicks(part(screen, "agreement-reasons-editor"), "Said it back well.")
    for point in ("understands", "weighs", "explains", "no_pressure"):
        click(screen, f"agreement-points-{point}")
    assert not has(screen, "agreement-carer")
    press(screen, "Ctrl+Return")
    assert window.now().step is KnownStep.CHOICES


def test_saying_no_leads_to_a_kind_end_with_help_open(qtbot: QtBot) -> None:
    window, screen = at_agreement(qtbot, 16)
    click(screen, "agreement-agrees-no")
    press(screen, "Ctrl+Return")
    assert window.now().shown is Shown.NOT_KEPT
    assert "Nothing is being kept" in texts(screen)
    assert has(screen, "notKept-seeHelp")
    click(screen, "notKept-finish")
    assert [ending for _, ending in window.left] == [Ending.NOT_KEPT]


def test_their_choices_and_own_hands_until_the_passphrase(qtbot: QtBot) -> None:
    window = agreed_window()
    window.presenter.go_back()
    screen = shown(qtbot, window)
    assert has(screen, "choices-how")
    click(screen, "choices-how-own_hands")
    click(screen, "choices-stop-table")
    QTest.keyClicks(part(screen, "choices-calming-area"), "A walk")
    press(screen, "Ctrl+Return")
    assert window.now().side_by_side
    assert window.in_file.step_notes[StepId("A4")]["calming"] == "A walk"
    press(screen, "Ctrl+D")
    QTest.keyClicks(part(screen, "handBack-passphrase-line"), "wrong")
    press(screen, "Return")
    assert "didn’t match" in texts(screen)
    QTest.keyClicks(part(screen, "handBack-passphrase-line"), "maple lantern quiet river")
    press(screen, "Return")
    assert not window.now().side_by_side


def test_ti_21_resuming_asks_what_changed_and_shows_the_good_things(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    window.answer("strong")
    window.go_to("H01")
    window.answer("some")
    window.presenter.pause()
    again = window.reopened()
    screen = shown(qtbot, again)
    assert "Has anything changed?" in texts(screen)
    assert "A trusted adult: Yes, there is" in texts(screen)
    assert "Been hurt" not in texts(screen)
    press(screen, "Ctrl+Return")
    assert "Say whether this place is private today" in texts(screen)
    click(screen, "resume-private-private")
    QTest.keyClicks(part(screen, "resume-words-area"), "new school")
    press(screen, "Ctrl+Return")
    assert again.in_file.own_words["changed_since"] == "new school"
    assert has(screen, "answers")


def test_a_heavy_part_asks_whether_to_go_on(qtbot: QtBot) -> None:
    window = agreed_window()
    window.presenter.change_subject(SectionId("H"))
    screen = shown(qtbot, window)
    assert "Shall we go on, or leave it?" in texts(screen)
    click(screen, "intro-leaveOut")
    assert has(screen, "plain-Z1")


def test_a_light_part_is_short(qtbot: QtBot) -> None:
    screen = shown(qtbot, agreed_window())
    assert "Next: good things first" in texts(screen)
    assert not has(screen, "intro-heavy")


def test_a_whole_conversation_with_the_keyboard_alone(qtbot: QtBot) -> None:
    window = new_window(age=13)
    screen = shown(qtbot, window)
    tab_to(screen, "privacy-who-nobody")
    press(screen, "Space")
    tab_to(screen, "privacy-private-private")
    press(screen, "Space")
    press(screen, "Ctrl+Return")
    press(screen, "Ctrl+Return")
    tab_to(screen, "agreement-saidBack-own_words")
    press(screen, "Space")
    tab_to(screen, "agreement-agrees-yes")
    press(screen, "Space")
    for point in ("understands", "weighs", "explains", "no_pressure"):
        tab_to(screen, f"agreement-points-{point}")
        press(screen, "Space")
    tab_to(screen, "agreement-reasons-editor")
    QTest.keyClicks(part(screen, "agreement-reasons-editor"), "Clear about it all.")
    press(screen, "Ctrl+Return")
    press(screen, "Ctrl+Return")
    answered = 0
    for _ in range(120):
        if window.left:
            break
        if window.now().sheet is not None:
            press(screen, "Escape")
        elif window.now().question is not None:
            press(screen, "3" if answered % 7 == 0 else "1")
            answered += 1
        press(screen, "Ctrl+Return")
    assert [ending for _, ending in window.left] == [Ending.AT_END]
    assert answered > 30
    assert len(window.in_file.answers.by_item) > 30


def test_tab_visits_header_page_notes_and_footer_in_reading_order(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    part(screen, "header-flags").setFocus()
    seen = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused.objectName() in seen:
            break
        seen.append(focused.objectName())
        press(screen, "Tab")
    settle()
    order = ["header-flags", "header-pause", "answers-strong", "question-addWords", "footer-back"]
    assert [name for name in seen if name in order] == order
    assert seen.index("sideNote-2") < seen.index("footer-back")
    assert seen[-1] == "footer-continue"
