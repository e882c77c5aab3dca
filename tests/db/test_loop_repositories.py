"""What closes the loop comes back from a real encrypted file as it went in, and news is only ever added."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from db.repositories.missing_record import MissingRecordError
from db.sql_store import SqlStore
from tests.db import invented_loop as loop
from tests.db import invented_records as invented
from tests.db.invented_holder import ASH, START
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.identifiers import FollowUpId, OwnGoalId, SignpostId, YoungPersonId
from vrn_desktop.domain.own_goal import GoalStep
from vrn_desktop.domain.referral import ReferralState
from vrn_desktop.domain.unmet_need import GapReason

OTHER = YoungPersonId("nobody")


@pytest.fixture
def full(store: SqlStore) -> SqlStore:
    with store.change(Act.YOUNG_PERSON_ADDED, invented.YOUNG) as work:
        invented.write_everything(work)
    return store


def test_a_referral_comes_back_with_its_news_in_order(full: SqlStore) -> None:
    with full.read() as work:
        row = work.referrals.get(loop.OFFER)
        assert row.referral.signpost == invented.SIGNPOST
        assert row.referral.events == (loop.NEWS, loop.BACK)
        assert row.referral.current is ReferralState.OFFERED
        assert (row.young_person_id, row.practitioner_id) == (loop.YOUNG, ASH)
        assert row.chosen_name == invented.person().chosen_name
        assert work.referrals.rows() == (row,)
        assert work.referrals.of_person(loop.YOUNG) == (row.referral,)
        assert work.referrals.of_screening(loop.TALK) == (row.referral,)
        assert work.referrals.of_person(OTHER) == ()
        with pytest.raises(MissingRecordError):
            work.referrals.get(SignpostId("nothing"))


@pytest.mark.parametrize("table", ["referral_event", "follow_up_event"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET \"by\" = 'somebody'"])
def test_news_and_tries_are_only_ever_added(full: SqlStore, table: str, statement: str) -> None:
    change = text(statement.format(table))
    with pytest.raises(StorageError), full.change(Act.REFERRAL_RECORDED, "x") as work:
        work.referrals._access.write(change, {})


def test_a_later_first_call_holds_and_the_earlier_one_stays(full: SqlStore) -> None:
    later = replace(loop.HANDOVER, at_time=None, on=loop.DAY + timedelta(days=2))
    with full.change(Act.REFERRAL_RECORDED, loop.OFFER) as work:
        work.referrals.add_handover(later)
    with full.read() as work:
        assert work.referrals.handover(loop.OFFER) == later
        assert work.referrals.handovers() == (loop.HANDOVER, later)
        assert work.referrals.handover(SignpostId("nothing")) is None


def test_what_was_said_to_help_comes_back_with_answers_left_out(full: SqlStore) -> None:
    with full.read() as work:
        assert work.referrals.helping(loop.YOUNG) == (loop.ANSWER, loop.SILENT_ANSWER)
        assert work.referrals.helping(OTHER) == ()


def test_a_goal_comes_back_with_its_steps_and_can_be_stopped(full: SqlStore) -> None:
    step = GoalStep(step=7, at=START + timedelta(days=1), by=ASH)
    with full.change(Act.GOAL_RECORDED, loop.YOUNG) as work:
        assert work.own_goals.of_person(loop.YOUNG) == (loop.GOAL,)
        work.own_goals.add_step(loop.GOAL.id, step)
        work.own_goals.stop(loop.GOAL.id, START)
    with full.read() as work:
        (goal,) = work.own_goals.of_person(loop.YOUNG)
        assert goal == replace(loop.GOAL, steps=(*loop.GOAL.steps, step), stopped_at=START)
    with (
        pytest.raises(MissingRecordError),
        full.change(Act.GOAL_RECORDED, loop.YOUNG) as work,
    ):
        work.own_goals.stop(OwnGoalId("nothing"), START)


def test_a_gap_takes_another_reason_and_can_be_taken_off(full: SqlStore) -> None:
    other = replace(loop.GAP, reason=GapReason.TOO_FAR, service_id=None)
    with full.change(Act.UNMET_NEED_RECORDED, loop.TALK) as work:
        assert work.unmet_needs.of_screening(loop.TALK) == (loop.GAP,)
        work.unmet_needs.put(other)
        assert work.unmet_needs.every() == (other,)
        work.unmet_needs.remove(other.id)
    with full.read() as work:
        assert work.unmet_needs.every() == ()


def test_what_was_put_right_is_remembered_by_its_mark(full: SqlStore) -> None:
    given = loop.PUT_RIGHT.given
    with full.read() as work:
        assert work.contacts_put_right.marks() == {
            (given.young_person_id, given.service_id, loop.PUT_RIGHT.mark)
        }


def test_a_call_that_is_due_names_its_service_and_time(full: SqlStore) -> None:
    with full.read() as work:
        rows = {row.id: row for row in work.follow_ups.due_rows(date(2027, 12, 31))}
        call = rows[loop.CALL_DUE.id]
        assert work.follow_ups.get(loop.CALL_DUE.id) == loop.CALL_DUE
        assert work.follow_ups.events(loop.YOUNG) == (loop.TRIED,)
    assert (call.signpost_id, call.at_time) == (loop.OFFER, loop.CALL_DUE.at_time)
    assert call.service_name == invented.SIGNPOST.service_name
    assert rows[invented.FOLLOW_UP.id].service_name == ""
    assert rows[invented.FOLLOW_UP.id].signpost_id is None


def test_something_due_moves_to_another_day(full: SqlStore) -> None:
    day = date(2027, 3, 1)
    with full.change(Act.FOLLOW_UP_RECORDED, loop.CALL_DUE.id) as work:
        work.follow_ups.move(loop.CALL_DUE.id, day)
    with full.read() as work:
        assert work.follow_ups.get(loop.CALL_DUE.id).due_on == day
        with pytest.raises(MissingRecordError):
            work.follow_ups.get(FollowUpId("nothing"))
    with (
        pytest.raises(MissingRecordError),
        full.change(Act.FOLLOW_UP_RECORDED, "nothing") as work,
    ):
        work.follow_ups.move(FollowUpId("nothing"), day)
