"""Sheets over the conversation with real keys: flags, the calm panel, telling, pause, places."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.conversation_window import agreed_window, code_of, new_window
from tests.ui.conversation.conversation_on_screen import (
    click,
    has,
    part,
    press,
    shown,
    texts,
)
from ui.widgets.button import Button
from vrn_desktop.domain.screening import ScreeningState
from vrn_desktop.presenters.conversation.conversation_state import Ending, Sheet, Shown

NEVER_IN_ALARM = ("warning", "alert", "danger!", "urgent", "failed", "invalid", "risk score")


def test_ti_04_flags_open_with_one_key_from_the_very_first_page(qtbot: QtBot) -> None:
    window = new_window()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+Shift+F")
    assert "Safety flags" in texts(screen)
    click(screen, "flag-R06-some")
    assert code_of(window, "R06", "worker") == "some"
    assert has(screen, "escalation-steps")


def test_ti_04_flags_show_what_is_marked(qtbot: QtBot) -> None:
    window = agreed_window()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+Shift+F")
    click(screen, "flag-R06-none")
    button = part(screen, "flag-R06-none")
    assert isinstance(button, Button)
    assert button.isChecked()
    assert not has(screen, "escalation-steps")


def test_ti_04_flags_leave_the_shared_screen_and_its_texts(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    press(screen, "Ctrl+D")
    for name in ("header-flags", "header-telling", "workerAside", "standing"):
        assert not has(screen, name)
    for flag in window.services.content.instrument().items:
        if flag.id.startswith("R"):
            assert flag.label not in texts(screen)


def test_ti_05_the_panel_is_calm_and_holds_the_question_back(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("C01")
    screen = shown(qtbot, window)
    press(screen, "3")
    assert has(screen, "escalation-steps")
    assert not has(screen, "escalation-999")
    assert not [word for word in NEVER_IN_ALARM if word in texts(screen).casefold()]
    press(screen, "Escape")
    assert window.page_key() == "item:C01"
    assert "Safety steps to finish" in texts(screen)
    press(screen, "Ctrl+Return")
    assert window.page_key() == "item:C02"


def test_ti_05_999_is_large_when_it_is_needed_at_once(qtbot: QtBot) -> None:
    window = agreed_window()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+Shift+F")
    click(screen, "flag-R01-clear")
    assert "Call 999 now" in texts(screen)
    assert "press 55" in texts(screen)


def test_ti_05_side_by_side_shows_a_dot_and_a_pause_and_no_word_of_it(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("C01")
    screen = shown(qtbot, window)
    press(screen, "Ctrl+D")
    click(screen, "answers-clear")
    assert has(screen, "waitingDot")
    press(screen, "Ctrl+Return")
    assert "Let’s pause here for a moment" in texts(screen)
    assert "afe" not in texts(screen).replace("Saved", "")
    press(screen, "Ctrl+D")
    assert has(screen, "escalation-steps")


def test_ti_07_before_they_leave_stands_on_the_panel(qtbot: QtBot) -> None:
    window = agreed_window()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+Shift+F")
    click(screen, "flag-R09-clear")
    assert has(screen, "escalation-beforeLeaving")


def test_ti_18_ti_06_writing_down_what_was_done_closes_it(qtbot: QtBot) -> None:
    window = agreed_window()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+Shift+F")
    click(screen, "flag-R06-clear")
    assert window.now().texts.tell_first in texts(screen)
    click(screen, "escalation-write")
    press(screen, "Ctrl+Return")
    assert "There’s something to finish" in texts(screen)
    for name, words in (("who", "Alex, safeguarding lead"), ("outcome", "A place for tonight")):
        line = part(screen, f"action-{name}-editor")
        assert isinstance(line, QLineEdit)
        line.setText(words)
    what = part(screen, "action-what-editor")
    assert isinstance(what, QPlainTextEdit)
    what.setPlainText("Rang the lead together")
    click(screen, "action-told-no")
    press(screen, "Ctrl+Return")
    assert "Write why they were not told first" in texts(screen)
    reason = part(screen, "action-reason-editor")
    assert isinstance(reason, QLineEdit)
    reason.setText("He had gone")
    press(screen, "Ctrl+Return")
    assert window.now().escalation is None
    assert not has(screen, "action-who-editor")
    assert not has(screen, "standing")


def test_not_now_leaves_it_open(qtbot: QtBot) -> None:
    window = agreed_window()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+Shift+F")
    click(screen, "flag-R06-clear")
    click(screen, "escalation-write")
    press(screen, "Escape")
    assert has(screen, "standing")
    click(screen, "standing-action")
    assert has(screen, "escalation-steps")


def test_ti_10_they_are_telling_me_stops_the_form_and_keeps_their_words(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B02")
    screen = shown(qtbot, window)
    press(screen, "Ctrl+T")
    for line in ("Listen.", "Thank them.", "Don't question.", "Write their words."):
        assert line in texts(screen)
    assert not part(screen, "answers-strong").isEnabled()
    QTest.keyClicks(part(screen, "telling-words-area"), "he said not to tell 1 2")
    press(screen, "Escape")
    assert window.in_file.own_words["telling"] == "he said not to tell 1 2"
    assert code_of(window, "B02") is None
    press(screen, "Ctrl+T")
    click(screen, "telling-flag")
    assert "Safety flags" in texts(screen)


def test_ti_11_their_calming_thing_comes_first_everywhere(qtbot: QtBot) -> None:
    window = agreed_window(choices={"calming": "Headphones on"})
    screen = shown(qtbot, window)
    press(screen, "Ctrl+G")
    own, feet = part(screen, "grounding-own"), part(screen, "grounding-feet")
    assert "“Headphones on”" in texts(screen)
    assert own.y() < feet.y()
    assert has(screen, "grounding-look")
    assert has(screen, "grounding-breath")


def test_ti_11_not_ok_and_the_end_of_the_heavy_part_offer_it(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to_check_in("B")
    screen = shown(qtbot, window)
    assert not has(screen, "checkIn-offer")
    click(screen, "checkIn-notOk")
    assert has(screen, "grounding-feet")
    press(screen, "Escape")
    window.go_to_check_in("H")
    assert has(screen, "checkIn-offer")


def test_ti_20_pausing_and_stopping_need_nothing(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("C02")
    screen = shown(qtbot, window)
    press(screen, "Ctrl+P")
    click(screen, "pause-break")
    assert "Let’s take a break" in texts(screen)
    click(screen, "resting-carryOn")
    assert window.page_key() == "item:C02"
    click(screen, "header-pause")
    click(screen, "pause-stopNow")
    assert window.in_file.state is ScreeningState.STOPPED
    assert has(screen, "plain-Z1")
    assert "stopped" not in window.in_file.own_words


def test_ti_12_they_have_left_closes_the_window(qtbot: QtBot) -> None:
    window = agreed_window()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+P")
    left = part(screen, "pause-left")
    assert isinstance(left, QCheckBox)
    assert not left.isChecked()
    left.click()
    click(screen, "pause-stopNow")
    assert [ending for _, ending in window.left] == [Ending.THEY_LEFT]


def test_finish_later_leaves_with_everything_kept(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    click(screen, "question-addWords")
    QTest.keyClicks(part(screen, "ownWords-area"), "my nan")
    press(screen, "Ctrl+P")
    click(screen, "pause-later")
    assert [ending for _, ending in window.left] == [Ending.PAUSED]
    assert window.in_file.own_words["B01"] == "my nan"


def test_ti_37_a_place_concern_is_kept_from_its_sheet(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("F01")
    screen = shown(qtbot, window)
    window.presenter.open_sheet(Sheet.PLACE_CONCERN)
    press(screen, "Ctrl+Return")
    assert "Choose when it does not feel safe" in texts(screen)
    click(screen, "place-kind-park")
    click(screen, "place-time-evening")
    press(screen, "Ctrl+Return")
    (kept,) = window.services.aftertalk.places(window.in_file.id)
    assert kept.kind_of_place == "park"


def test_sheets_do_not_pile_up(qtbot: QtBot) -> None:
    window = agreed_window()
    screen = shown(qtbot, window)
    press(screen, "Ctrl+P")
    press(screen, "Ctrl+G")
    assert window.now().sheet is Sheet.PAUSE_OR_STOP
    press(screen, "Ctrl+Shift+F")
    assert window.now().sheet is Sheet.FLAGS
    press(screen, "Escape")
    assert window.now().sheet is None
    assert window.now().shown is Shown.INTRO


def test_the_page_behind_a_sheet_hears_no_keys(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    press(screen, "Ctrl+P")
    press(screen, "1")
    press(screen, "Ctrl+K")
    press(screen, "Alt+Left")
    assert window.page_key() == "item:B01"
    assert code_of(window, "B01") is None
