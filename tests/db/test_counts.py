"""What the encrypted file keeps of counting and sending, and what it refuses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlcipher3 import dbapi2

from db.sql_store import SqlStore
from tests.db import invented_counts as invented
from tests.db import invented_records
from tests.db.invented_counts import ENROLMENT, WEEK, YOUNG, receipt, sealed_period
from tests.db.invented_holder import ASH, START
from vrn_desktop.application.ports.counts import SealedPeriod
from vrn_desktop.application.ports.vault import HeaderNote
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import (
    ChainPlace,
    Delivery,
    EnrolmentStep,
    NumbersState,
    PeriodDrawnBeforeError,
)
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.programme_period import ProgrammeYear, Quarter, Week

LATER = START + timedelta(days=1)


@pytest.fixture
def enrolled(store: SqlStore) -> SqlStore:
    """A file with one young person, known to a centre."""
    with store.change(Act.ENROLMENT_CHANGED, "") as work:
        work.young_people.add(invented_records.person())
        work.screenings.add(invented_records.screening())
        work.counts.put_enrolment(replace(ENROLMENT, device_private=invented.PRIVATE))
    return store


def keep(store: SqlStore, *sealed: SealedPeriod) -> None:
    with store.change(Act.COUNTS_DRAWN, "") as work:
        for each in sealed:
            work.counts.keep_drawn(each)


def test_an_enrolment_comes_back_without_its_key_and_keeps_it_when_it_is_changed(
    enrolled: SqlStore,
) -> None:
    ended = replace(ENROLMENT, step=EnrolmentStep.ENDED)
    with enrolled.read() as work:
        assert work.counts.enrolment() == ENROLMENT
    with enrolled.change(Act.ENROLMENT_CHANGED, "") as work:
        work.counts.put_next_private(invented.NEXT_PRIVATE)
        work.counts.put_enrolment(ended)
    with enrolled.read() as work:
        assert work.counts.enrolment() == ended
        assert work.counts.device_private() == invented.PRIVATE
        assert work.counts.next_private() == invented.NEXT_PRIVATE


def test_an_enrolment_can_be_forgotten_with_its_keys(enrolled: SqlStore) -> None:
    with enrolled.change(Act.ENROLMENT_CHANGED, "") as work:
        work.counts.put_next_private(invented.NEXT_PRIVATE)
        work.counts.put_next_private(None)
        assert work.counts.next_private() is None
        work.counts.forget_enrolment()
    with enrolled.read() as work:
        assert work.counts.enrolment() is None
        with pytest.raises(StorageError):
            work.counts.device_private()


def test_no_key_is_kept_without_a_centre(store: SqlStore) -> None:
    with store.change(Act.ENROLMENT_CHANGED, "") as work:
        with pytest.raises(StorageError):
            work.counts.put_enrolment(ENROLMENT)
        with pytest.raises(StorageError):
            work.counts.put_next_private(b"a key that would have to wait")
        assert work.counts.enrolment() is None


def test_a_drawing_keeps_ledger_outbox_chain_and_who_was_counted(enrolled: SqlStore) -> None:
    sealed = sealed_period(counted=(YOUNG,))
    with enrolled.read() as work:
        assert (work.counts.last_drawn(), work.counts.chain_place()) == (None, ChainPlace())
    keep(enrolled, sealed)
    with enrolled.read() as work:
        assert work.counts.ledger() == (sealed.entry,)
        assert work.counts.sealed(1) == sealed.raw
        assert work.counts.chain_place() == ChainPlace(number=1, digest=sealed.entry.digest)
        assert work.counts.last_drawn() == WEEK
        assert work.counts.counted_before() == {YOUNG: {WEEK}}


@pytest.mark.parametrize("state", [NumbersState.OK, NumbersState.MISSING])
@pytest.mark.parametrize("first", [NumbersState.OK, NumbersState.MISSING])
@pytest.mark.parametrize("period", [WEEK, Quarter(2026, 3), ProgrammeYear(2025)])
def test_a_period_is_closed_once_with_numbers_or_as_missing_and_only_withdrawn_after(
    enrolled: SqlStore,
    period: Week | Quarter | ProgrammeYear,
    first: NumbersState,
    state: NumbersState,
) -> None:
    keep(enrolled, sealed_period(1, period, first))
    before = enrolled.commit_count()
    with pytest.raises(PeriodDrawnBeforeError):
        keep(enrolled, sealed_period(2, period, state))
    assert enrolled.commit_count() == before
    keep(enrolled, sealed_period(2, period, NumbersState.WITHDRAWN))
    with enrolled.read() as work:
        assert [entry.state for entry in work.counts.ledger()] == [NumbersState.WITHDRAWN, first]
        assert work.counts.last_drawn() == period


SECOND_DRAWING = (
    "INSERT INTO contribution SELECT 2, 'other', kind, period, 'ok', 'vrn-tables/2', drawn_at, "
    "digest, content FROM contribution"
)


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        (SECOND_DRAWING, "UNIQUE"),
        (SECOND_DRAWING.replace("'ok'", "'withdrawn'").replace("SELECT 2", "SELECT 3"), "follow"),
        ("UPDATE contribution SET state = 'withdrawn'", "only added"),
        ("DELETE FROM contribution", "only added"),
        ("UPDATE contribution_receipt SET accepted = 0", "only added"),
        ("DELETE FROM contribution_departure", "only added"),
        ("UPDATE settled_restore SET after_number = 0", "only added"),
        ("UPDATE count_week SET week = '2027-W01'", "only added"),
    ],
)
def test_the_file_itself_refuses_a_second_drawing_and_what_would_change_the_past(
    store: SqlStore, statement: str, why: str
) -> None:
    with store.change(Act.YOUNG_PERSON_ADDED, YOUNG) as work:
        invented_records.write_everything(work)
    with (
        pytest.raises(dbapi2.IntegrityError, match=why),
        store.change(Act.COUNTS_DRAWN, "") as work,
    ):
        work.counts._access._connection.execute(statement)


def test_a_message_is_on_its_way_once_it_left_and_delivered_by_a_receipt_only(
    enrolled: SqlStore,
) -> None:
    keep(enrolled, sealed_period(1), sealed_period(2, Week(2026, 48)))
    with enrolled.change(Act.COUNTS_SENT, "") as work:
        work.counts.add_departure(1, invented.DEPARTURE)
        work.counts.put_try(1, failures=2, next_try_at=LATER)
        waiting, on_its_way = work.counts.ledger()
        assert (waiting.delivery, on_its_way.delivery) == (Delivery.WAITING, Delivery.ON_ITS_WAY)
        assert on_its_way.departures == (invented.DEPARTURE,)
        assert (on_its_way.failures, on_its_way.next_try_at) == (2, LATER)
        for at in (START, LATER):
            work.counts.add_receipt(1, receipt(1), invented.RECEIPT_RAW, at)
        work.counts.add_receipt(2, receipt(2, accepted=False), b"another", START)
        conflict, delivered = work.counts.ledger()
    assert (conflict.delivery, conflict.delivered_on) == (Delivery.CONFLICT, None)
    assert (delivered.delivery, delivered.delivered_on) == (
        Delivery.DELIVERED,
        date(2026, 11, 23),
    )


def test_a_receipt_moves_the_trusted_day_on_and_never_back(enrolled: SqlStore) -> None:
    keep(enrolled, sealed_period(1), sealed_period(2, Week(2026, 48)))
    with enrolled.change(Act.COUNTS_RECEIPTED, "") as work:
        work.counts.add_receipt(2, receipt(2, day=date(2026, 12, 4)), b"later", START)
        work.counts.add_receipt(1, receipt(1, day=date(2026, 11, 21)), b"earlier", START)
        kept = work.counts.enrolment()
    assert kept is not None
    assert kept.trusted_day == date(2026, 12, 4)


def test_a_receipt_about_another_message_is_refused(enrolled: SqlStore) -> None:
    keep(enrolled, sealed_period(1), sealed_period(2, Week(2026, 48)))
    with pytest.raises(StorageError), enrolled.change(Act.COUNTS_RECEIPTED, "") as work:
        work.counts.add_receipt(1, receipt(2), b"raw", START)


def test_sealed_bytes_are_let_go_some_time_after_the_receipt_and_the_numbers_stay(
    enrolled: SqlStore,
) -> None:
    first, second = sealed_period(1), sealed_period(2, Week(2026, 48))
    keep(enrolled, first, second)
    with enrolled.change(Act.COUNTS_RECEIPTED, "") as work:
        work.counts.add_receipt(1, receipt(1), b"raw", START)
        work.counts.add_receipt(2, receipt(2), b"raw", LATER)
        work.counts.let_go_of_sealed(LATER)
        assert (work.counts.sealed(1), work.counts.sealed(2)) == (None, second.raw)
        assert work.counts.ledger()[1].content == first.entry.content


def test_who_was_counted_is_only_added_to(enrolled: SqlStore) -> None:
    with enrolled.change(Act.COUNTS_LOST, "") as work:
        work.counts.keep_counted({YOUNG: {WEEK, Week(2026, 30)}})
        work.counts.keep_counted({YOUNG: {WEEK}})
        work.counts.keep_counted({})
        assert work.counts.counted_before() == {YOUNG: {WEEK, Week(2026, 30)}}


def test_the_week_of_a_conversation_is_written_once(enrolled: SqlStore) -> None:
    with enrolled.change(Act.LEVEL_DECIDED, "") as work:
        work.counts.set_week(invented.TALK, WEEK)
        work.counts.set_week(invented.TALK, Week(2026, 50))
        work.levels.add(invented_records.decision(DecisionState.CONFIRMED))
        assert len(work.counts.people(WEEK)) == 1
        assert work.counts.people(Week(2026, 50)) == ()


def restore(store: SqlStore, generation: int = 2) -> None:
    """What the header says in the first change of a file that was brought back."""
    note = HeaderNote(
        generation=generation, who=ASH, act=Act.RESTORED, subject="", signature=bytes(64)
    )
    store.remember_header(generation, [note])


def test_a_file_that_was_never_brought_back_lost_nothing(enrolled: SqlStore) -> None:
    with enrolled.read() as work:
        assert not work.counts.unsettled_restore()
        assert work.counts.lost_until() is None


def test_a_restore_is_settled_once_and_a_further_one_is_another(enrolled: SqlStore) -> None:
    restore(enrolled)
    with enrolled.change(Act.COUNTS_LOST, "") as work:
        assert work.counts.unsettled_restore()
        work.counts.settle_restore()
        assert not work.counts.unsettled_restore()
    restore(enrolled, 3)
    with enrolled.read() as work:
        assert work.counts.unsettled_restore()


@pytest.mark.parametrize("said", [date(2026, 11, 27), date(2027, 2, 1)])
def test_only_a_receipt_for_what_was_made_after_the_restore_bounds_what_was_lost(
    enrolled: SqlStore, said: date
) -> None:
    keep(enrolled, sealed_period(1))
    restore(enrolled)
    with enrolled.change(Act.COUNTS_LOST, "") as work:
        work.counts.settle_restore()
        work.counts.add_receipt(1, receipt(1, day=date(2026, 11, 1)), b"of before", START)
        assert work.counts.lost_until() == date.max
        work.counts.keep_drawn(sealed_period(2, Week(2026, 48), NumbersState.MISSING))
        work.counts.add_receipt(2, receipt(2, day=said), b"of after", START)
        assert work.counts.lost_until() == said
