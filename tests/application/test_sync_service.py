"""Enrolling, looking, sending and taking receipts, over a store in memory and an invented centre."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.exchange_messages import key_bytes
from tests.fake_aside_runner import LoggedRunner
from tests.invented_centre import InventedCentre
from tests.invented_services import SAM
from tests.invented_site import InventedSite, Weather
from vrn_desktop.application.long_work import LongWork
from vrn_desktop.application.sync_calendar import first_try_at
from vrn_desktop.application.sync_views import ClockView, SendingOutcome, StickOutcome
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import Delivery, EnrolmentStep, NumbersState, Way
from vrn_desktop.domain.errors import (
    EnrolmentStepError,
    NotAllowedError,
    RefusedByOfficeError,
)
from vrn_desktop.domain.programme_period import ProgrammeYear, Quarter, Week
from vrn_desktop.domain.sending_pause import delay_after_closing
from vrn_desktop.exchange.message_keys import SigningKey, fingerprint

STARTS = Quarter(2026, 4)
ENROLLED_ON = datetime(2026, 9, 29, 10, 0, tzinfo=UTC)
FIRST_WEEK = STARTS.weeks[0]


def site(**parts: object) -> InventedSite:
    """A laptop at the beginning of the first quarter, in the hands of a supervisor."""
    made = InventedSite(**parts)  # type: ignore[arg-type]  # a test names real fields
    made.go_to(ENROLLED_ON)
    return made


def enrolled(**offered: object) -> InventedSite:
    return site().enrol(**offered)


def after_first_week(made: InventedSite) -> InventedSite:
    """The first week has closed and the site's own delay is over."""
    made.go_to(first_try_at(made.site, FIRST_WEEK) + timedelta(minutes=1))
    return made


def test_enrolling_goes_by_file_and_by_six_words_that_both_sides_hear() -> None:
    laptop = site()
    assert (laptop.sync.overview().step, laptop.sync.overview().words) == (None, ())
    laptop.sync.begin_enrolment(laptop.centre.offer())
    look = laptop.sync.overview()
    assert (look.step, look.site) == (EnrolmentStep.WORDS_WAIT, "S001")
    assert len(look.words) == 6
    assert look.words == laptop.centre.words_for(laptop.sync.request_file())
    laptop.sync.words_agree()
    look = laptop.sync.overview()
    assert (look.step, look.words) == (EnrolmentStep.IN_FORCE, ())
    assert look.by_network


def test_the_same_file_read_again_keeps_the_same_words() -> None:
    laptop = site()
    laptop.sync.begin_enrolment(laptop.centre.offer())
    words, request = laptop.sync.overview().words, laptop.sync.request_file()
    laptop.sync.begin_enrolment(laptop.centre.offer())
    assert (laptop.sync.overview().words, laptop.sync.request_file()) == (words, request)


def test_a_swapped_file_is_heard_and_words_that_differ_leave_nothing_behind() -> None:
    laptop = site()
    between = InventedCentre(signer=SigningKey.from_private(key_bytes("somebody between")))
    laptop.sync.begin_enrolment(between.offer())
    assert laptop.sync.overview().words != laptop.centre.words_for(laptop.sync.request_file())
    laptop.sync.words_differ()
    assert laptop.sync.overview().step is None
    assert laptop.store.records.counts.device_private == b""
    with pytest.raises(EnrolmentStepError):
        laptop.sync.request_file()


@pytest.mark.parametrize("cut", [0, 1, 7, 40, -1])
def test_a_file_that_is_no_enrolment_file_is_refused_whole(cut: int) -> None:
    laptop = site()
    with pytest.raises(RefusedByOfficeError, match="no sound enrolment file"):
        laptop.sync.begin_enrolment(laptop.centre.offer()[:cut])
    assert laptop.sync.overview().step is None


def test_nothing_is_drawn_before_the_words_agreed() -> None:
    laptop = site()
    laptop.sync.begin_enrolment(laptop.centre.offer())
    after_first_week(laptop).send()
    assert laptop.ledger() == ()
    assert laptop.line.tried == []


def test_only_a_supervisor_decides_about_the_network(tmp_path: Path) -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    laptop.person = SAM
    sync = laptop.sync
    before = (laptop.store.records.counts.enrolment, laptop.store.records.counts.next_private)
    for step in (
        lambda: sync.begin_enrolment(laptop.centre.offer()),
        sync.words_agree,
        sync.words_differ,
        sync.leave_network,
        sync.new_key,
        sync.new_key_in_force,
        lambda: sync.withdraw(1),
        lambda: sync.put_on_stick(tmp_path),
        lambda: sync.take_from_stick(tmp_path),
    ):
        with pytest.raises(NotAllowedError):
            step()
    assert (
        laptop.store.records.counts.enrolment,
        laptop.store.records.counts.next_private,
    ) == before
    assert not sync.overview().may_change


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
    laptop.centre.devices.clear()
    after_first_week(laptop)
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


def test_another_centre_is_refused_while_one_is_in_force() -> None:
    laptop = enrolled()
    other = InventedCentre(signer=SigningKey.from_private(key_bytes("another centre")))
    with pytest.raises(RefusedByOfficeError, match="leave that network first"):
        laptop.sync.begin_enrolment(other.offer())


def test_a_new_centre_starts_at_a_new_quarter() -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    laptop.sync.leave_network()
    other = InventedCentre(signer=SigningKey.from_private(key_bytes("another centre")))
    with pytest.raises(RefusedByOfficeError, match="later quarter"):
        laptop.sync.begin_enrolment(other.offer())
    laptop.sync.begin_enrolment(other.offer(starts=STARTS.next))
    assert laptop.sync.overview().step is EnrolmentStep.WORDS_WAIT


def test_what_one_centre_was_to_have_is_not_sent_to_the_next(tmp_path: Path) -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.NONE
    after_first_week(laptop).send()
    laptop.sync.leave_network()
    other = InventedCentre(signer=SigningKey.from_private(key_bytes("another centre")))
    laptop.sync.begin_enrolment(other.offer(starts=STARTS.next))
    laptop.sync.words_agree()
    assert laptop.sync.due_to_send(laptop.clock.now, asked_for=True) == ()
    assert laptop.sync.put_on_stick(tmp_path).put == 0


def test_the_same_centre_may_bring_a_new_address_without_new_words() -> None:
    laptop = enrolled()
    laptop.sync.begin_enrolment(laptop.centre.offer(address="https://moved.example"))
    look = laptop.sync.overview()
    assert (look.step, look.address) == (EnrolmentStep.IN_FORCE, "https://moved.example")
    after_first_week(laptop).send()
    assert len(laptop.centre.accepted) == 1, "our key is the same as before"


def test_who_left_the_network_draws_and_sends_nothing_any_more(tmp_path: Path) -> None:
    laptop = enrolled()
    laptop.sync.leave_network()
    after_first_week(laptop).send()
    assert laptop.ledger() == ()
    with pytest.raises(EnrolmentStepError):
        laptop.sync.put_on_stick(tmp_path)
    assert laptop.sync.overview().step is EnrolmentStep.ENDED


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


def test_a_new_key_signs_only_once_the_centre_says_so_and_waiting_messages_keep_their_bytes() -> (
    None
):
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.NONE
    laptop.go_to(first_try_at("S001", FIRST_WEEK) + timedelta(minutes=1))
    laptop.send()
    old = laptop.store.records.counts.device_private
    laptop.sync.new_key()
    following = laptop.store.records.counts.next_private
    laptop.sync.new_key()
    assert laptop.store.records.counts.next_private == following, "asked twice, made once"
    assert laptop.store.records.counts.device_private == old
    assert len(laptop.sync.overview().key_words) == 6
    laptop.restart()
    laptop.line.weather = lambda: Weather.FINE
    assert laptop.send(asked_for=True).delivered == 1
    assert laptop.store.records.counts.device_private == following
    assert laptop.sync.overview().key_words == ()
    laptop.go_to(first_try_at("S001", FIRST_WEEK.next) + timedelta(minutes=1))
    assert laptop.send().delivered == 1
    assert len(laptop.centre.devices) == 2


def test_without_a_network_the_centres_word_puts_a_new_key_in_force() -> None:
    laptop = enrolled(address="")
    laptop.sync.new_key()
    laptop.centre.rotate(laptop.sync.rotation_file())
    assert laptop.sync.rotation_file() == laptop.sync.rotation_file()
    laptop.sync.new_key_in_force()
    public = laptop.store.records.counts.enrolment
    assert public is not None
    assert fingerprint(public.device_public) in laptop.centre.devices
    with pytest.raises(EnrolmentStepError):
        laptop.sync.new_key_in_force()


def test_our_request_goes_by_network_until_the_first_receipt() -> None:
    laptop = site()
    assert laptop.sync.key_to_send() is None
    laptop.sync.begin_enrolment(laptop.centre.offer())
    key = laptop.sync.key_to_send()
    assert key is not None
    assert key.raw == laptop.sync.request_file()
    assert laptop.sync.post_key(key).waits
    laptop.centre.approve(key.raw)
    laptop.sync.words_agree()
    after_first_week(laptop).send()
    assert laptop.sync.key_to_send() is None


def test_no_look_and_no_text_holds_a_private_key() -> None:
    laptop = enrolled()
    laptop.sync.new_key()
    counts = laptop.store.records.counts
    shown = repr(laptop.sync.overview()) + repr(laptop.sync.key_to_send()) + repr(counts.enrolment)
    for private in (counts.device_private, counts.next_private):
        assert private is not None
        assert private.hex() not in shown
        assert repr(private)[2:-1] not in shown


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
