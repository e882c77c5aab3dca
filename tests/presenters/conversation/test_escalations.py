"""Somebody must be told: the calm panel, what stays open, and what closes it."""

from datetime import UTC, datetime

from tests.conversation_window import HeldRunner, agreed_window, code_of, flag, new_window
from tests.invented_services import Invented
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.domain.place_concern import TimeBand
from vrn_desktop.presenters.conversation.action_record_presenter import ActionField
from vrn_desktop.presenters.conversation.conversation_state import Ending, Sheet, Shown


def test_ti_04_flags_open_before_any_question_and_need_none() -> None:
    window = new_window()
    window.presenter.open_sheet(Sheet.FLAGS)
    assert [view.item for view in window.now().flags] == [f"R{n:02d}" for n in range(1, 12)]
    flag(window, "R06", "some")
    assert code_of(window, "R06", Voice.WORKER) == "some"
    assert window.now().sheet is Sheet.ESCALATION
    assert window.now().step is KnownStep.PRIVACY


def test_ti_05_the_next_question_is_held_back_and_the_panel_says_what_to_do() -> None:
    runner = HeldRunner()
    window = agreed_window(invented=Invented(runner=runner))
    window.go_to("C01")
    runner.held = True
    window.answer("clear")
    window.presenter.go_on()
    assert window.page_key() == "item:C01"
    runner.let_go()
    assert window.page_key() == "item:C01"
    assert window.now().sheet is Sheet.ESCALATION
    assert window.now().escalation is not None
    assert window.escalation().do_now == ("Speak to your safeguarding lead today.",)
    window.presenter.go_on()
    assert window.page_key() == "item:C01"
    window.presenter.close_sheet()
    assert window.page_key() == "item:C02"


def test_ti_05_skipping_ahead_is_held_back_too() -> None:
    runner = HeldRunner()
    window = agreed_window(invented=Invented(runner=runner))
    window.go_to("C01")
    runner.held = True
    window.answer("clear")
    window.presenter.skip_section()
    runner.let_go()
    assert window.page_key() == "item:C01"
    window.presenter.close_sheet()
    assert window.page_key() == "intro:D"


def test_ti_05_in_shared_view_nothing_alarming_shows_until_the_worker_has_the_screen() -> None:
    window = agreed_window()
    window.go_to("C01")
    window.presenter.share_screen()
    window.answer("clear")
    assert window.now().sheet is None
    assert window.now().escalation is not None, "the neutral dot"
    window.presenter.go_on()
    assert window.now().shown is Shown.HELD
    assert window.page_key() == "item:C01"
    window.presenter.stop_sharing()
    assert window.now().sheet is Sheet.ESCALATION
    window.presenter.close_sheet()
    assert window.page_key() == "item:C02"


def test_ti_06_f13_taking_the_answer_back_clears_nothing() -> None:
    window = agreed_window()
    window.go_to("C01")
    window.answer("clear")
    window.presenter.close_sheet()
    window.answer("none")
    window.presenter.take_back()
    assert window.now().escalation is not None
    assert len(window.services.escalations.of_screening(window.in_file.id)) == 1
    again = window.reopened()
    assert again.now().escalation is not None


def test_f13_a_rule_that_stands_is_not_raised_twice_and_rises_on_new_grounds() -> None:
    window = agreed_window()
    flag(window, "R06", "some")
    window.presenter.close_sheet()
    flag(window, "R06", "clear")
    assert window.now().sheet is None
    flag(window, "R09", "some")
    assert window.now().sheet is Sheet.ESCALATION


def test_ti_07_some_flags_ask_for_the_lead_before_they_leave() -> None:
    for item, before in (("R05", True), ("R09", True), ("R10", False)):
        window = agreed_window()
        flag(window, item)
        assert window.now().escalation is not None
        assert window.escalation().before_leaving is before


def test_999_is_large_only_when_it_is_needed_at_once() -> None:
    window = agreed_window()
    flag(window, "R01", "some")
    assert window.now().escalation is not None
    assert not window.escalation().at_once
    window.presenter.close_sheet()
    flag(window, "R01", "clear")
    assert window.escalation().at_once
    assert "Call 999" in window.escalation().do_now[0]


def test_ti_06_ti_18_an_action_record_closes_what_was_chosen() -> None:
    window = agreed_window()
    flag(window, "R06")
    window.presenter.close_sheet()
    window.presenter.open_sheet(Sheet.ACTION_RECORD)
    record = window.parts.action_record()
    assert len(record.state.choices) == 1
    record.save()
    assert [field for field, _ in record.state.missing] == [
        ActionField.WHO,
        ActionField.WHAT,
        ActionField.TOLD,
    ]
    record.write(who="Alex, safeguarding lead", what="Rang the lead", outcome="Plan for tonight")
    record.choose_told(False)
    record.save()
    assert [field for field, _ in record.state.missing] == [ActionField.REASON]
    record.write(reason="He had already gone")
    record.write(when="9:05")
    record.save()
    assert window.now().escalation is None
    assert window.now().sheet is None
    (closed,) = window.services.escalations.of_screening(window.in_file.id)
    assert closed.action is not None
    assert closed.action.reason_not_told == "He had already gone"
    assert closed.action.at.minute == 5


def test_who_came_only_to_record_what_was_done_is_led_back() -> None:
    window = agreed_window()
    flag(window, "R06")
    window.presenter.close_sheet()
    for save in (False, True):
        again = window.reopened(recording=True)
        again.presenter.open_sheet(Sheet.ACTION_RECORD)
        assert again.left == []
        if save:
            record = again.parts.action_record()
            record.write(who="Alex, safeguarding lead", what="Rang the lead")
            record.choose_told(True)
            record.save()
        else:
            again.presenter.close_sheet()
        assert [ending for _, ending in again.left] == [Ending.RECORDED]


def test_ti_06_closing_one_leaves_the_other_open() -> None:
    window = agreed_window()
    flag(window, "R03")
    window.presenter.close_sheet()
    record = window.parts.action_record()
    assert record.state.which == frozenset()
    record.choose(frozenset({str(record.state.choices[0][0])}))
    record.write(who="999", what="Called an ambulance")
    record.choose_told(True)
    record.save()
    assert window.now().escalation is not None
    assert len(window.escalation().standing) == 1


def test_a_time_that_is_none_or_in_the_future() -> None:
    window = agreed_window()
    flag(window, "R06")
    record = window.parts.action_record()
    record.write(who="Alex", what="Rang", when="25:99")
    record.choose_told(True)
    record.save()
    assert [field for field, _ in record.state.missing] == [ActionField.WHEN]
    window.invented.clock.now = datetime(2026, 11, 24, 0, 10, tzinfo=UTC)
    local = window.invented.clock.now.astimezone()
    record.write(when=f"{(local.hour + 23) % 24}:50")
    record.save()
    (closed,) = window.services.escalations.of_screening(window.in_file.id)
    assert closed.action is not None
    assert closed.action.at <= window.invented.clock.now


def test_a_record_the_disk_refuses_stays_on_the_screen() -> None:
    window = agreed_window()
    flag(window, "R06")
    record = window.parts.action_record()
    record.write(who="Alex", what="Rang")
    record.choose_told(True)
    window.invented.store.refuses = DiskFullError()
    record.save()
    assert "disk is full" in record.state.problem
    window.invented.store.refuses = None
    record.save()
    assert window.now().escalation is None


def test_ti_10_what_they_tell_is_kept_in_their_words_and_nothing_is_asked() -> None:
    window = agreed_window()
    window.go_to("B02")
    window.presenter.open_sheet(Sheet.TELLING_ME)
    assert window.now().texts.telling_me == (
        "Listen.",
        "Thank them.",
        "Don't question.",
        "Write their words.",
        "Tell them what happens next.",
    )
    window.presenter.write_told("he said not to tell")
    assert window.page_key() == "item:B02"
    assert window.in_file.own_words["telling"] == "he said not to tell"


def test_ti_11_their_own_calming_thing_is_known_everywhere() -> None:
    window = agreed_window(choices={"calming": "Headphones on"})
    assert window.now().calming == "Headphones on"
    other = agreed_window()
    other.presenter.write_words(ItemId("B05"), "a walk by the canal")
    assert other.now().calming == "a walk by the canal"


def test_ti_37_a_place_is_noted_without_names() -> None:
    window = agreed_window()
    window.presenter.open_sheet(Sheet.PLACE_CONCERN)
    place = window.parts.place_concern()
    place.save()
    assert len(place.state.missing) == 2
    place.choose_kind("transport")
    place.choose_time(TimeBand.EVENING)
    place.write("The stop by the shops. More light would help.")
    place.save()
    place.save()
    (kept,) = window.services.aftertalk.places(window.in_file.id)
    assert kept.kind_of_place == "transport"
    assert window.now().sheet is None
