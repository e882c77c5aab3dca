"""The question on the screen: cards and keys, silence, own words, Back, Skip, Continue."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conversation_window import HeldRunner, agreed_window, code_of
from tests.invented_services import Invented
from tests.ui.conversation.conversation_on_screen import (
    click,
    has,
    part,
    press,
    settle,
    shown,
    texts,
)
from ui.conversation.keep_saving import KeepSaving
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.own_words_field import PlainArea
from vrn_desktop.domain.errors import DiskFullError


def test_a_click_on_a_card_is_the_answer(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    click(screen, "answers-partly")
    assert code_of(window, "B01") == "partly"
    card = part(screen, "answers-partly")
    assert isinstance(card, ChoiceCard)
    assert card.isChecked()
    assert "Saved on this laptop" in texts(screen)


def test_digits_answer_and_ctrl_enter_goes_on(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    press(screen, "2")
    press(screen, "Ctrl+Return")
    press(screen, "4")
    press(screen, "6")
    press(screen, "Alt+Left")
    assert window.page_key() == "item:B01"
    assert (code_of(window, "B01"), code_of(window, "B02")) == ("partly", "declined")


def test_arrow_keys_look_at_answers_without_giving_them(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("C02")
    screen = shown(qtbot, window)
    part(screen, "answers-none").setFocus()
    press(screen, "Space")
    press(screen, "Down")
    press(screen, "Down")
    assert QApplication.focusWidget() is part(screen, "answers-clear")
    assert code_of(window, "C02") == "none"
    press(screen, "Space")
    assert code_of(window, "C02") == "clear"


def test_ti_19_silence_has_the_same_size_and_place(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B02")
    screen = shown(qtbot, window)
    cards = [part(screen, f"answers-{code}") for code in ("strong", "declined", "dont_know")]
    assert len({(card.x(), card.width(), card.height()) for card in cards}) == 1
    click(screen, "answers-declined")
    assert code_of(window, "B02") == "declined"


def test_ti_19_not_asked_is_the_workers_and_leaves_the_shared_screen(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B02")
    screen = shown(qtbot, window)
    click(screen, "question-notAsked")
    click(screen, "question-notAsked")
    assert code_of(window, "B02", "worker") == "not_asked"
    press(screen, "Ctrl+D")
    assert not has(screen, "question-notAsked")


def test_ti_26_own_words_keep_themselves_when_the_typing_pauses(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    assert not has(screen, "ownWords-area")
    click(screen, "question-addWords")
    QTest.keyClicks(part(screen, "ownWords-area"), "my nan 3 4")
    assert "B01" not in window.in_file.own_words
    pause = screen._pages._question.typed.pause
    assert pause.isActive()
    assert pause.interval() == 2000
    pause.stop()
    pause.timeout.emit()
    assert window.in_file.own_words["B01"] == "my nan 3 4"
    assert code_of(window, "B01") is None, "digits in a text are no answers"


def test_ti_26_own_words_keep_themselves_when_the_page_is_left(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    click(screen, "question-addWords")
    QTest.keyClicks(part(screen, "ownWords-area"), "my nan")
    press(screen, "Ctrl+Return")
    assert window.page_key() == "item:B02"
    assert window.in_file.own_words["B01"] == "my nan"
    assert not has(screen, "ownWords-area")
    press(screen, "Alt+Left")
    area = part(screen, "ownWords-area")
    assert isinstance(area, PlainArea)
    assert area.toPlainText() == "my nan"


def test_ti_09_there_is_no_room_for_words_about_harm(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("H01")
    screen = shown(qtbot, window)
    assert not has(screen, "question-addWords")
    assert not has(screen, "ownWords-area")


def test_ti_15_why_we_ask_is_one_press_away_for_both(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("F04")
    why = "Some people trick young people into doing things for them."
    screen = shown(qtbot, window)
    assert why in texts(screen)
    press(screen, "Ctrl+D")
    assert why not in texts(screen)
    click(screen, "question-whyButton")
    assert why in texts(screen)


def test_ti_14_the_limits_stand_over_the_question(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("F05")
    screen = shown(qtbot, window)
    reminder, question = part(screen, "reminder"), part(screen, "question-title")
    assert window.now().texts.limits_reminder in texts(screen)
    assert reminder.mapTo(screen, reminder.pos()).y() < question.mapTo(screen, question.pos()).y()


def test_ti_20_skip_part_and_subject_are_always_there(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("D01")
    screen = shown(qtbot, window)
    click(screen, "footer-skip")
    assert window.page_key() == "item:D02"
    click(screen, "footer-skipPart")
    assert window.page_key() == "intro:E"
    click(screen, "footer-subject")
    click(screen, "subject-F")
    assert window.page_key() == "intro:F"
    press(screen, "Ctrl+Shift+K")
    assert window.page_key() == "intro:G"


def test_a_double_click_on_continue_goes_one_page(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    button = part(screen, "footer-continue")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    settle()
    assert window.page_key() == "item:B02", "the second half of a double click adds nothing"


def test_keys_held_down_answer_once(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    before = len(window.invented.store.acts)
    press(screen, "1")
    press(screen, "1")
    assert len(window.invented.store.acts) == before + 1


def test_ti_40_what_was_shared_stands_where_the_answers_would_be(qtbot: QtBot) -> None:
    from tests.presenters.conversation.test_breaks_and_resuming import begun_again  # noqa: PLC0415

    first = agreed_window()
    first.go_to("B01")
    first.answer("strong")
    second = begun_again(first)
    second.go_to("B01")
    screen = shown(qtbot, second)
    assert "Already shared on 24 November 2026" in texts(screen)
    assert not has(screen, "answers-strong")
    click(screen, "sharedBefore-different")
    assert has(screen, "answers-strong")
    press(screen, "Ctrl+Return")
    assert second.page_key() == "item:B02"


def test_the_strip_says_that_nothing_is_saved_yet_and_the_timer_tries_again(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    window.invented.store.refuses = DiskFullError()
    press(screen, "1")
    assert "Not saved yet – trying again. Don’t close." in texts(screen)
    retry = screen._retry
    assert retry.isActive()
    press(screen, "Ctrl+Return")
    press(screen, "2")
    retry.stop()
    retry.timeout.emit()
    assert retry.isActive(), "still refused: it tries again later"
    retry.stop()
    window.invented.store.refuses = None
    retry.timeout.emit()
    assert (code_of(window, "B01"), code_of(window, "B02")) == ("strong", "partly")
    assert not has(screen, "notSaved")
    assert not retry.isActive()


def test_what_was_not_saved_is_still_tried_after_the_window_has_gone(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    window.invented.store.refuses = DiskFullError()
    press(screen, "1")
    screen.leave()
    application = QApplication.instance()
    assert application is not None
    (keeper,) = application.findChildren(KeepSaving)
    keeper.try_now()
    assert keeper.isActive()
    window.invented.store.refuses = None
    keeper.try_now()
    assert code_of(window, "B01") == "strong"
    assert not keeper.isActive()


def test_digits_can_be_turned_off(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window, digit_keys=False)
    press(screen, "2")
    assert code_of(window, "B01") is None


def test_an_answer_may_go_on_by_itself_once_it_is_saved(qtbot: QtBot) -> None:
    runner = HeldRunner()
    window = agreed_window(invented=Invented(runner=runner))
    window.go_to("B01")
    screen = shown(qtbot, window, goes_on=True)
    runner.held = True
    press(screen, "2")
    assert window.page_key() == "item:B01"
    runner.let_go()
    settle()
    assert window.page_key() == "item:B02"


def test_hide_screen_is_one_press_away(qtbot: QtBot) -> None:
    screen = shown(qtbot, agreed_window())
    with qtbot.waitSignal(screen.hide_requested, timeout=0):
        click(screen, "header-hide")


def test_ti_43_no_clock_and_no_percentage_stand_anywhere(qtbot: QtBot) -> None:
    window = agreed_window()
    screen = shown(qtbot, window)
    for _ in range(45):
        if window.now().step is not None:
            break
        assert "%" not in texts(screen)
        assert "minute" not in texts(screen)
        press(screen, "Ctrl+Return")


def test_the_next_question_keeps_the_widgets_of_the_last(qtbot: QtBot) -> None:
    window = agreed_window()
    window.go_to("B01")
    screen = shown(qtbot, window)
    before = {id(child) for child in screen.findChildren(QWidget)}
    for _ in range(4):
        press(screen, "1")
        press(screen, "Ctrl+Return")
    assert {id(child) for child in screen.findChildren(QWidget)} == before


def test_nothing_is_called_saved_before_the_disk_has_it(qtbot: QtBot) -> None:
    runner = HeldRunner()
    window = agreed_window(invented=Invented(runner=runner))
    window.go_to("B01")
    screen = shown(qtbot, window)
    runner.held = True
    press(screen, "1")
    assert "Saved on this laptop" not in texts(screen)
    slow = screen._footer.slow
    slow.stop()
    slow.timeout.emit()
    assert "Saving" in texts(screen), "a disk that takes its time"
    runner.let_go()
    settle()
    assert "Saved on this laptop" in texts(screen)
