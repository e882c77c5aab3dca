"""Breaks, stopping, and taking a conversation up again on another day."""

from datetime import timedelta

from tests.conversation_window import (
    Window,
    agreed_window,
    agreement,
    code_of,
    flag,
    new_window,
    opened,
)
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import ItemId, SectionId, StepId
from vrn_desktop.domain.screening import Form, ScreeningState
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.presenters.conversation.conversation_state import Ending, Sheet, Shown


def test_a_break_keeps_everything_and_comes_back_to_the_same_page() -> None:
    window = agreed_window()
    window.go_to("E01")
    window.presenter.rest()
    assert window.now().shown is Shown.RESTING
    assert window.now().question is None
    window.presenter.go_on()
    assert window.now().shown is Shown.RESTING
    window.presenter.end_rest()
    assert window.now().shown is Shown.QUESTION
    assert window.page_key() == "item:E01"


def test_ti_21_finish_later_resumes_at_the_page_that_was_shown() -> None:
    window = agreed_window()
    window.go_to("E01")
    window.answer("none")
    window.presenter.go_on()
    window.presenter.pause()
    assert window.in_file.state is ScreeningState.PAUSED
    assert window.left[0][1] is Ending.PAUSED
    again = window.reopened()
    assert again.now().shown is Shown.RESUME
    assert again.in_file.state is ScreeningState.OPEN
    again.presenter.carry_on(private=True, words="")
    assert again.page_key() == "item:E02"


def test_ti_21_after_a_crash_it_resumes_at_the_page_after_the_last_answer() -> None:
    window = agreed_window()
    window.go_to("E01")
    window.answer("none")
    again = window.reopened()
    again.presenter.carry_on(private=True, words="")
    assert again.page_key() == "item:E02"


def test_ti_21_resuming_recaps_good_things_and_never_what_was_said_about_harm() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.answer("strong")
    window.presenter.write_words(ItemId("B01"), "my nan")
    window.go_to("B02")
    window.answer("declined")
    window.go_to("H01")
    window.answer("clear")
    window.presenter.pause()
    again = window.reopened()
    resume = again.now().resume
    assert resume is not None
    (strength,) = resume.strengths
    assert (strength.answer, strength.own_words) == ("Yes, there is", "my nan")
    assert again.now().question is None
    again.presenter.carry_on(private=True, words="moved to my aunt's")
    assert again.in_file.own_words["changed_since"] == "moved to my aunt's"
    assert again.page_key() != "item:H01"


def test_ti_01_another_day_is_another_place() -> None:
    window = agreed_window(private=True)
    window.go_to("C01")
    window.presenter.pause()
    again = window.reopened()
    again.presenter.carry_on(private=False, words="")
    assert again.in_file.private is False
    assert again.page_key() == "item:C03"
    assert again.in_file.step_notes[StepId("A1")]["who"] == "nobody"


def test_carry_on_pressed_twice_goes_one_page() -> None:
    window = agreed_window()
    window.go_to("E01")
    window.presenter.pause()
    again = window.reopened()
    again.presenter.carry_on(private=True, words="")
    again.presenter.carry_on(private=True, words="")
    assert again.page_key() == "item:E01"


def test_ti_12_stopping_comes_back_to_now_and_plans_the_rest_of_today() -> None:
    window = agreed_window()
    window.go_to("H01")
    window.presenter.stop("Wanted to get home")
    assert window.in_file.state is ScreeningState.STOPPED
    assert window.in_file.own_words["stopped"] == "Wanted to get home"
    steps = []
    while not window.left:
        step = window.now().step
        assert step is not None
        steps.append(step)
        window.presenter.finish_step(step, {})
    assert steps == [
        KnownStep.BACK_TO_NOW,
        KnownStep.WHAT_MATTERS,
        KnownStep.REST_OF_TODAY,
        KnownStep.WORKER_CHECK,
    ]


def test_ti_12_when_they_have_left_already_the_window_closes() -> None:
    window = agreed_window()
    window.presenter.stop(they_have_left=True)
    assert [ending for _, ending in window.left] == [Ending.THEY_LEFT]


def test_ti_12_stopping_twice_and_back_stay_in_the_closing_steps() -> None:
    window = agreed_window()
    window.go_to("C02")
    window.presenter.stop()
    window.presenter.open_sheet(Sheet.PAUSE_OR_STOP)
    window.presenter.stop()
    window.presenter.go_back()
    assert window.now().step is KnownStep.BACK_TO_NOW
    assert window.now().sheet is None


def test_a_stopped_conversation_opens_again_at_its_closing_steps() -> None:
    window = agreed_window()
    window.go_to("C02")
    window.presenter.stop()
    again = window.reopened()
    assert again.now().step is KnownStep.BACK_TO_NOW
    again.presenter.finish_step(KnownStep.BACK_TO_NOW, {})
    again.presenter.pause()
    later = again.reopened()
    assert later.in_file.state is ScreeningState.STOPPED
    assert later.now().step is KnownStep.WHAT_MATTERS


def test_stopping_with_danger_unseen_shows_the_panel_first() -> None:
    window = agreed_window()
    flag(window, "R06")
    window.presenter.stop()
    assert window.now().step is KnownStep.BACK_TO_NOW
    assert window.now().sheet is Sheet.ESCALATION


def test_ti_40_nobody_is_asked_twice() -> None:
    first = agreed_window()
    for item, code in (("B01", "strong"), ("D01", "declined"), ("H01", "some")):
        first.go_to(item)
        first.answer(code)
        first.presenter.close_sheet()
    first.invented.clock.go_on(timedelta(days=20))
    second = begun_again(first)
    second.go_to("B01")
    question = second.question()
    assert question.shared_before is not None
    assert question.shared_before_text == "Yes, there is"
    second.presenter.keep_what_was_shared()
    assert code_of(second, "B01") == "strong"
    assert second.page_key() == "item:B02"
    second.go_to("D01")
    assert second.question().shared_before is None


def test_ti_40_something_changed_asks_again() -> None:
    first = agreed_window()
    first.go_to("B01")
    first.answer("strong")
    first.invented.clock.go_on(timedelta(days=20))
    second = begun_again(first)
    second.go_to("B01")
    second.presenter.ask_again()
    assert second.question().shared_before is None
    second.answer("weak")
    assert code_of(second, "B01") == "weak"


def test_ti_40_harm_is_not_asked_again_and_not_shown_again() -> None:
    first = agreed_window()
    first.go_to("H01")
    first.answer("some")
    first.invented.clock.go_on(timedelta(days=20))
    second = begun_again(first)
    second.go_to("H01")
    question = second.question()
    assert question.not_asked_again
    assert question.shared_before_text == ""
    assert not question.is_answered
    second.presenter.go_on()
    assert code_of(second, "H01", "worker") == "not_asked"


def test_ti_40_after_ninety_days_it_may_be_asked() -> None:
    first = agreed_window()
    first.go_to("B01")
    first.answer("strong")
    first.invented.clock.go_on(timedelta(days=91))
    second = begun_again(first)
    second.go_to("B01")
    assert second.question().shared_before is None


def test_before_any_step_is_done_there_is_nothing_to_resume() -> None:
    window = new_window()
    again = window.reopened()
    assert again.now().shown is Shown.STEP
    again.presenter.change_subject(SectionId("B"))
    assert again.now().step is KnownStep.PRIVACY


def begun_again(first: Window) -> Window:
    screening = first.services.screenings.begin(
        first.person, form=Form.FULL, setting_kind=SettingKind.SCHOOL
    )
    second = opened(first.invented, screening, first.person)
    second.presenter.say_privacy(private=True, notes={})
    second.presenter.finish_step(KnownStep.ACCESS, {})
    second.presenter.agree(agreement(second), {})
    second.presenter.finish_step(KnownStep.CHOICES, {})
    return second
