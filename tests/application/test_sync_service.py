"""Enrolling, looking, sending and taking receipts, over a store in memory and an invented centre."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fake_aside_runner import LoggedRunner
from tests.first_quarter_site import (
    ENROLLED_ON,
    FIRST_WEEK,
    STARTS,
    after_first_week,
    enrolled,
    site,
)
from tests.invented_services import SAM
from tests.invented_site import InventedSite, Weather
from vrn_desktop.application.long_work import LongWork
from vrn_desktop.application.sync_calendar import first_try_at
from vrn_desktop.application.sync_views import ClockView, SendingOutcome, StickOutcome
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import Delivery, NumbersState, Way
from vrn_desktop.domain.programme_period import ProgrammeYear, Week
from vrn_desktop.domain.sending_pause import delay_after_closing


def test_sending_runs_for_whoever_is_signed_in() -> None:
    laptop = enrolled()
    laptop.person = SAM
    assert after_first_week(laptop).send() == SendingOutcome(delivered=1)
    (entry,) = laptop.ledger()
    assert entry.delivery is Delivery.DELIVERED
    assert [(left.way, left.by) for left in entry.departures] == [(Way.NETWORK, None)]


def test_a_closed_week_waits_for_the_sites_own_delay_and_a_stick_need_not(tmp_path: Path) -> None:
    laptop = enrolled()
    closed = datetime.combine(FIRST_WEEK.closed_from, datetime.min.time(), tzinfo=UTC)
    laptop.go_to(closed + timedelta(minutes=1))
    assert delay_after_closing("S001") > timedelta(minutes=1)
    laptop.send(asked_for=True)
    (entry,) = laptop.ledger()
    assert (entry.delivery, laptop.line.tried) == (Delivery.WAITING, [])
    assert laptop.sync.overview().next_sending_at == closed + delay_after_closing("S001")
    assert laptop.sync.put_on_stick(tmp_path).put == 1
    assert [place.name for place in tmp_path.iterdir()] == [f"{entry.message_id}.vrnagg"]
    after_first_week(laptop).send()
    assert laptop.ledger()[0].delivery is Delivery.DELIVERED


def test_what_the_centre_holds_is_what_the_ledger_shows_number_by_number() -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    (entry,), (accepted,) = laptop.ledger(), laptop.centre.accepted
    (table,) = laptop.sync.tables_of(entry.number)
    assert tuple(line.number for line in table.lines) == accepted.tables["P"]
    literal = json.loads(laptop.sync.content_of(entry.number))
    assert literal["tables"] == {"P": list(accepted.tables["P"])}
    assert (literal["site"], literal["period"]) == ("S001", str(FIRST_WEEK))


def test_every_try_sends_the_same_bytes_and_pauses_survive_a_restart() -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.LOST_ANSWER
    after_first_week(laptop)
    for failures in (1, 2, 3):
        laptop.send()
        (entry,) = laptop.ledger()
        assert (entry.failures, entry.delivery) == (failures, Delivery.ON_ITS_WAY)
        assert entry.next_try_at is not None
        assert entry.next_try_at > laptop.clock.now
        laptop.restart()
        before = len(laptop.line.tried)
        laptop.send()
        assert len(laptop.line.tried) == before, "not before the pause is over"
        laptop.clock.now = entry.next_try_at
    laptop.line.weather = lambda: Weather.FINE
    assert laptop.send().delivered == 1
    assert len(set(laptop.line.tried)) == 1
    assert len(laptop.line.tried) == 4
    assert len(laptop.centre.accepted) == 1


def test_somebody_who_asks_need_not_wait_for_a_pause() -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.NONE
    after_first_week(laptop).send()
    laptop.line.weather = lambda: Weather.FINE
    assert laptop.send().delivered == 0
    assert laptop.send(asked_for=True).delivered == 1


def test_without_a_network_nothing_left_and_one_try_is_enough() -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.NONE
    laptop.go_to(first_try_at("S001", STARTS.weeks[2]) + timedelta(minutes=1))
    outcome = laptop.send()
    assert outcome == SendingOutcome(tried_in_vain=1, no_connection=True)
    assert len(laptop.line.tried) == 1
    assert [entry.delivery for entry in laptop.ledger()] == [Delivery.WAITING] * 3
    assert all(not entry.departures for entry in laptop.ledger())


def test_a_forged_receipt_marks_nothing() -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.FORGED
    after_first_week(laptop)
    assert laptop.send().tried_in_vain == 1
    (entry,) = laptop.ledger()
    assert (entry.delivery, entry.delivered_on) == (Delivery.ON_ITS_WAY, None)
    assert "no receipt of this centre" in laptop.sync.overview().trouble
    assert laptop.centre.accepted == []


def test_a_receipt_for_another_message_marks_nothing() -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.KEPT
    laptop.go_to(first_try_at("S001", STARTS.weeks[1]) + timedelta(minutes=1))
    laptop.send()
    first, second = laptop.ledger()
    posted = laptop.sync.post(laptop.sync.due_to_send(laptop.clock.now, asked_for=True)[0])
    other = replace(posted, number=second.number)
    laptop.line.weather = lambda: Weather.FINE
    answered = laptop.sync.post(laptop.sync.due_to_send(laptop.clock.now, asked_for=True)[0])
    assert posted.number == first.number
    assert laptop.sync.keep_answer(replace(answered, number=other.number)).delivered == 0
    assert [entry.delivery for entry in laptop.ledger()] == [Delivery.ON_ITS_WAY] * 2


def test_a_message_that_is_kept_is_sent_again_until_its_receipt_comes() -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.KEPT
    after_first_week(laptop)
    assert laptop.send() == SendingOutcome(kept=1)
    (entry,) = laptop.ledger()
    assert (entry.delivery, entry.failures) == (Delivery.ON_ITS_WAY, 0)
    laptop.line.weather = lambda: Weather.FINE
    assert laptop.send().delivered == 0, "not at once again"
    laptop.clock.go_on(timedelta(hours=6))
    assert laptop.send().delivered == 1


def test_a_copied_file_that_sends_too_is_shown_as_in_conflict() -> None:
    laptop = enrolled()
    copy = InventedSite(centre=laptop.centre, first_id=500)
    copy.store.records.counts = replace(
        laptop.store.records.counts, ledger=[], sealed={}, received={}
    )
    after_first_week(laptop).send()
    copy.go_to(laptop.clock.now)
    assert copy.send() == SendingOutcome(in_conflict=1)
    (entry,) = copy.ledger()
    assert entry.delivery is Delivery.CONFLICT
    assert copy.sync.overview().how_many(Delivery.CONFLICT) == 1
    assert copy.send(asked_for=True) == SendingOutcome(), "it is not sent again"
    assert len(laptop.centre.accepted) == 1


def test_a_refusal_is_shown_in_the_centres_words_and_tried_again_later() -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    laptop.centre.devices.clear()
    laptop.go_to(first_try_at("S001", STARTS.weeks[1]) + timedelta(minutes=1))
    outcome = laptop.send()
    assert (outcome.tried_in_vain, outcome.refused) == (1, "its sender is not enrolled here")
    assert laptop.sync.overview().trouble == "its sender is not enrolled here"
    laptop.centre.approve(laptop.sync.request_file())
    laptop.clock.go_on(timedelta(hours=6))
    assert laptop.send().delivered == 1
    assert laptop.sync.overview().trouble == ""


def test_a_site_without_an_address_sends_nothing_by_network(tmp_path: Path) -> None:
    laptop = enrolled(address="")
    after_first_week(laptop).send(asked_for=True)
    assert laptop.line.tried == []
    look = laptop.sync.overview()
    assert (look.by_network, look.next_sending_at) == (False, None)
    assert laptop.sync.put_on_stick(tmp_path).put == 1


def test_coming_tables_are_shown_with_their_days_and_without_a_number() -> None:
    laptop = enrolled()
    week, quarter, year = laptop.sync.what_will_be_sent()
    assert (week.period, quarter.period, year.period) == (FIRST_WEEK, STARTS, ProgrammeYear(2026))
    assert week.closes_on == FIRST_WEEK.closed_from
    assert week.leaves_from == first_try_at("S001", FIRST_WEEK)
    assert [table.name for each in (week, quarter, year) for table in each.tables] == [
        *("P", "J", "C"),
        *("N", "S", "E"),
    ]
    assert len(quarter.tables[0].headings) == 96
    after_first_week(laptop).send()
    assert laptop.sync.what_will_be_sent()[0].period == FIRST_WEEK.next


def test_before_any_centre_the_tables_can_be_looked_at() -> None:
    coming = site().sync.what_will_be_sent()
    assert [each.leaves_from for each in coming] == [None] * 3
    assert coming[0].period == Week.of(ENROLLED_ON.date())


def test_the_promise_is_computed_from_the_tables() -> None:
    promise = site().sync.overview().promise
    assert promise is not None
    assert [
        f"ε = {loss}" in words
        for loss, words in zip(("1.0", "2.5", "3.0"), promise.sentences, strict=True)
    ] == [True] * 3
    assert promise.not_covered


def test_withdrawn_numbers_are_named_to_the_centre_and_stay_in_the_ledger() -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    laptop.sync.withdraw(1)
    laptop.send()
    first, second = laptop.ledger()
    assert (first.state, second.state) == (NumbersState.OK, NumbersState.WITHDRAWN)
    assert second.delivery is Delivery.DELIVERED
    assert laptop.sync.tables_of(2) == ()
    assert [said.state.value for said in laptop.centre.accepted] == ["ok", "withdrawn"]


def test_the_sealed_bytes_go_26_weeks_after_the_receipt_and_the_numbers_stay() -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    received = laptop.clock.now
    laptop.clock.now = received + timedelta(weeks=26)
    laptop.send()
    assert 1 in laptop.store.records.counts.sealed
    laptop.clock.now = received + timedelta(weeks=26, days=2)
    laptop.send()
    assert 1 not in laptop.store.records.counts.sealed
    assert laptop.sync.tables_of(1)


def test_a_clock_that_is_behind_or_ahead_or_far_ahead_is_noticed() -> None:
    laptop = enrolled()
    after_first_week(laptop)
    laptop.centre.day = laptop.clock.now.date() + timedelta(days=3)
    laptop.send()
    assert laptop.sync.overview().clock == ClockView(behind=True)

    laptop = enrolled()
    after_first_week(laptop)
    laptop.centre.day = laptop.clock.now.date() - timedelta(days=3)
    laptop.send()
    assert laptop.sync.overview().clock == ClockView(ahead=True)
    laptop.clock.now -= timedelta(days=3)
    assert laptop.sync.overview().clock == ClockView(), "somebody has put the clock right"

    laptop = enrolled()
    laptop.clock.now = datetime(2028, 1, 1, tzinfo=UTC)
    assert laptop.sync.overview().clock == ClockView(held_back=True)


def test_weeks_without_a_receipt_and_answers_that_come_late_are_no_wrong_clock() -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.LOST_ANSWER
    after_first_week(laptop).send()
    laptop.clock.go_on(timedelta(days=5))
    laptop.line.weather = lambda: Weather.FINE
    laptop.send()
    (entry, *_) = laptop.ledger()
    assert entry.delivered_on == laptop.centre.day
    laptop.clock.go_on(timedelta(days=20))
    assert not laptop.sync.overview().clock.is_off


def test_a_disk_that_takes_nothing_sends_nothing() -> None:
    laptop = enrolled()
    after_first_week(laptop)
    laptop.store.read_only = True
    assert laptop.send(asked_for=True) == SendingOutcome()
    assert laptop.line.tried == []


def test_a_round_touches_the_file_on_its_thread_and_waits_beside_it() -> None:
    laptop = enrolled()
    laptop.go_to(first_try_at("S001", STARTS.weeks[1]) + timedelta(minutes=1))
    log: list[str] = []
    done: list[SendingOutcome] = []
    LongWork(
        laptop.sync.send,
        store=LoggedRunner("file", log),
        aside=LoggedRunner("aside", log),
        then=done.append,
        failed=lambda error: pytest.fail(str(error)),
    ).start()
    assert done == [SendingOutcome(delivered=2)]
    posting = log.index("aside", 1)
    assert log[posting : posting + 4] == ["aside", "file", "aside", "file"]


def test_every_change_is_in_the_audit_trail_without_content() -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    assert [act for act, _ in laptop.store.acts] == [
        *(Act.ENROLMENT_CHANGED, Act.ENROLMENT_CHANGED),
        *(Act.COUNTS_DRAWN, Act.COUNTS_SENT),
    ]
    assert laptop.store.acts[-1] == (Act.COUNTS_SENT, "1")


def test_the_day_of_the_last_receipt_is_trusted_from_then_on() -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    enrolment = laptop.store.records.counts.enrolment
    assert enrolment is not None
    assert enrolment.trusted_day == laptop.centre.day
    assert enrolment.trusted_day > ENROLLED_ON.date()


def test_copying_again_to_the_same_stick_is_no_second_departure(tmp_path: Path) -> None:
    laptop = enrolled(address="")
    after_first_week(laptop).send()
    assert laptop.sync.put_on_stick(tmp_path) == StickOutcome(put=1)
    assert laptop.sync.put_on_stick(tmp_path) == StickOutcome(there_already=1)
    (entry,) = laptop.ledger()
    assert [(left.way, left.by) for left in entry.departures] == [(Way.STICK, laptop.person.id)]


def test_a_stick_that_is_gone_is_told_and_nothing_counts_as_gone(tmp_path: Path) -> None:
    laptop = enrolled(address="")
    after_first_week(laptop).send()
    outcome = laptop.sync.put_on_stick(tmp_path / "gone")
    assert outcome.trouble.startswith("the stick cannot be written to")
    assert laptop.sync.take_from_stick(tmp_path / "gone").trouble
    assert laptop.ledger()[0].departures == ()
