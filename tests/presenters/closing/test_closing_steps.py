"""The last steps of a talk: back to now, their words, what matters, the rest of today, their view, the worker."""

from datetime import timedelta

import pytest

from tests.conversation_window import Window, agreed_window
from tests.invented_services import Invented
from vrn_desktop.domain.conversation_page import CLOSING, CLOSING_AFTER_STOP, KnownStep, step_page
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.feedback import Face, WorkerState
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, StepId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.presenters.closing.back_to_now_presenter import BackToNowPresenter
from vrn_desktop.presenters.closing.rest_of_today_presenter import RestOfTodayPresenter
from vrn_desktop.presenters.closing.worker_check_presenter import BREAK, WorkerCheckPresenter
from vrn_desktop.presenters.closing.your_view_presenter import YourViewPresenter
from vrn_desktop.presenters.closing.your_words_presenter import (
    WhatMattersPresenter,
    YourWordsPresenter,
)


def at(
    step: KnownStep, answers: dict[str, str] | None = None, *, invented: Invented | None = None
) -> Window:
    """A talk with these answers, at this closing step."""
    window = agreed_window(invented=invented)
    for item, code in (answers or {}).items():
        window.go_to(item)
        window.answer(code)
    window.presenter.stop()
    window.presenter.close_sheet()
    for before in CLOSING_AFTER_STOP:
        if before is step:
            break
        window.presenter.finish_step(before, {})
    return window


def instrument(window: Window) -> Instrument:
    return window.services.content.instrument()


def notes(window: Window, step: KnownStep) -> dict[str, str]:
    return dict(window.in_file.step_notes.get(StepId(step.value), {}))


def test_ti_12_stopping_early_comes_back_to_now_and_plans_the_rest_of_today() -> None:
    window = at(KnownStep.BACK_TO_NOW, {"H01": "some"})

    assert window.now().step is KnownStep.BACK_TO_NOW
    page = BackToNowPresenter(window.presenter)
    page.choose_feeling("not_ok")
    page.go_on()

    assert notes(window, KnownStep.BACK_TO_NOW) == {"feeling": "not_ok"}
    assert window.now().step is KnownStep.WHAT_MATTERS
    WhatMattersPresenter(window.presenter).go_on()
    assert window.page_key() == step_page(KnownStep.REST_OF_TODAY).key()


def test_ti_11_their_own_calming_way_stands_before_ours() -> None:
    window = agreed_window(choices={"calming": "humming"})
    window.presenter.stop()

    state = BackToNowPresenter(window.presenter).state

    assert state.calming == "humming"
    assert [exercise.id for exercise in state.exercises] == ["feet", "look", "breath"]
    assert state.feeling is None


def test_ti_20_no_feeling_has_to_be_named() -> None:
    window = at(KnownStep.BACK_TO_NOW)

    BackToNowPresenter(window.presenter).go_on()

    assert window.now().step is KnownStep.WHAT_MATTERS


def test_ti_26_what_is_read_back_is_built_from_their_own_words_and_kept_as_they_change_it() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.answer("strong")
    window.presenter.write_words(ItemId("B01"), "my ant lisa")
    page = YourWordsPresenter(window.presenter, instrument(window))

    assert (page.state.said, page.state.words) == (("my ant lisa",), "my ant lisa")
    page.approve(yes=True)
    page.write("my ant lisa  and drawing")
    assert not page.state.approved

    assert window.in_file.own_words["Z2"] == "my ant lisa  and drawing"


def test_ti_09_no_word_about_harm_is_read_back() -> None:
    window = agreed_window()
    window.go_to("H01")
    window.answer("some")
    window.presenter.write_words(ItemId("H01"), "something heavy")
    window.presenter.write_told("he hit me")

    assert YourWordsPresenter(window.presenter, instrument(window)).state.words == ""


def test_ti_30_what_would_make_the_difference_is_asked_when_all_else_was_skipped() -> None:
    window = at(KnownStep.WHAT_MATTERS)

    assert window.now().step is KnownStep.WHAT_MATTERS
    page = WhatMattersPresenter(window.presenter)
    page.write("a job")
    page.go_on()

    assert window.in_file.own_words["Z3"] == "a job"
    assert window.now().step is KnownStep.REST_OF_TODAY


@pytest.mark.parametrize("answers", [{"H01": "some"}, {"C02": "clear"}])
def test_ti_41_a_heavy_talk_puts_aftercare_on_the_list(answers: dict[str, str]) -> None:
    window = at(KnownStep.REST_OF_TODAY, answers)
    page = RestOfTodayPresenter(window.services, window.presenter)
    assert page.state.aftercare

    page.write(doing="bus home", with_whom="my aunt", details="")
    page.go_on()
    page.go_on()

    assert notes(window, KnownStep.REST_OF_TODAY) == {"doing": "bus home", "with_whom": "my aunt"}
    (promise,) = window.invented.store.records.follow_ups.values()
    assert promise.kind is FollowUpKind.AFTERCARE
    assert promise.due_on == window.invented.clock().date() + timedelta(days=1)


def test_ti_41_a_calm_talk_promises_nothing_by_itself() -> None:
    window = at(KnownStep.REST_OF_TODAY, {"C01": "none"})
    page = RestOfTodayPresenter(window.services, window.presenter)

    assert not page.state.aftercare
    page.go_on()

    assert window.invented.store.records.follow_ups == {}
    assert window.now().step is KnownStep.WORKER_CHECK


def test_a_check_in_is_promised_by_a_way_they_said_is_safe() -> None:
    window = at(KnownStep.REST_OF_TODAY)
    window.services.letters.keep_safe_contact(
        window.person.id,
        SafeContact(call=SafeReply.YES, phone_checked_by_others=SafeReply.NO),
    )
    page = RestOfTodayPresenter(window.services, window.presenter)

    assert [way for way, _ in page.state.ways] == [CheckInWay.IN_PERSON, CheckInWay.CALL]
    page.promise(7)
    page.promise_by(CheckInWay.CALL)
    page.write(doing="", with_whom="", details="after four")
    page.go_on()

    (promise,) = window.invented.store.records.follow_ups.values()
    assert (promise.kind, promise.how) == (FollowUpKind.CHECK_IN, "By phone, after four")


def test_a_full_disk_is_said_and_the_plan_can_be_kept_later() -> None:
    window = at(KnownStep.REST_OF_TODAY)
    page = RestOfTodayPresenter(window.services, window.presenter)
    page.promise(1)
    window.invented.store.refuses = DiskFullError()

    page.go_on()
    assert page.state.problem.startswith("The disk is full.")
    window.invented.store.refuses = None
    page.go_on()

    assert len(window.invented.store.records.follow_ups) == 1


def test_ti_32_two_faces_are_optional_and_kept_without_anybodys_name() -> None:
    window = agreed_window()
    page = YourViewPresenter(window.services, window.presenter)
    assert (page.state.listened_to, page.state.in_control) == (None, None)

    page.feel_listened_to(Face.PARTLY)
    page.go_on()
    page.go_on()

    (kept,) = window.invented.store.records.feedback
    assert (kept.listened_to, kept.in_control, kept.month.day) == (Face.PARTLY, None, 1)


def test_ti_32_skipping_both_keeps_nothing() -> None:
    window = agreed_window()

    YourViewPresenter(window.services, window.presenter).go_on()

    assert window.invented.store.records.feedback == []


def test_ti_33_the_page_about_themselves_is_closed_until_they_want_it_and_never_asked_twice() -> (
    None
):
    window = agreed_window()
    page = YourViewPresenter(window.services, window.presenter)

    assert not page.state.equality_open
    assert "You can skip all of this." in page.state.equality_why
    for question in page.state.questions:
        assert any("rather not" in words for _, words in question.options)
    page.open_equality()
    page.describe(page.state.questions[0].id, page.state.questions[0].options[0][0])
    page.go_on()

    again = YourViewPresenter(window.services, window.presenter)
    assert dict(again.state.codes) == dict(page.state.codes)


def test_ti_33_what_is_chosen_and_not_opened_is_not_kept() -> None:
    window = agreed_window()
    page = YourViewPresenter(window.services, window.presenter)
    page.describe("ethnic_group", "other")

    page.go_on()

    assert window.services.aftertalk.equality(window.person.id) is None


def test_ti_42_a_third_heavy_conversation_in_a_day_suggests_a_break_once() -> None:
    office = Invented()
    seen = []
    for _ in range(3):
        window = at(KnownStep.WORKER_CHECK, {"H01": "some"}, invented=office)
        page = WorkerCheckPresenter(window.services, window.presenter)
        assert page.state.answer is None
        page.choose(WorkerState.DEBRIEF)
        page.go_on()
        seen.append(page.state.suggestion)

    assert seen == ["", "", BREAK]
    assert window.left == []
    page.go_on()
    assert len(window.left) == 1
    assert [check.state for check in office.store.records.checks] == [WorkerState.DEBRIEF] * 3


def test_ti_42_the_worker_may_say_nothing() -> None:
    window = at(KnownStep.WORKER_CHECK)

    WorkerCheckPresenter(window.services, window.presenter).go_on()

    assert len(window.left) == 1
    assert window.invented.store.records.checks == []


@pytest.mark.parametrize("age", [18, 30])
def test_ti_45_an_adult_is_led_by_themselves_through_the_same_last_steps(age: int) -> None:
    window = agreed_window(age=age)

    window.presenter.answer(AnswerCode("strong"))
    window.presenter.stop()

    assert window.in_file.voice == "young_person"
    assert window.now().step is CLOSING[0]
