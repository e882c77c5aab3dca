"""Every kind of record comes back from a real encrypted file as it went in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.repositories.missing_record import MissingRecordError
from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_holder import ASH, START, InventedHolder
from vrn_desktop.domain.agreement import CompetenceView
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.feedback import Face, Feedback
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationId,
    FollowUpId,
    ItemId,
    LetterId,
    ScreeningId,
    ServiceId,
    StepId,
    YoungPersonId,
)
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_agreement import (
    LawfulReason,
    LetterAgreement,
    Shared,
    SharingReason,
)
from vrn_desktop.domain.letter_record import LetterEvent, LetterEventKind, NamedService
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.safe_contact import SafeReply
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.domain.signposting import SignpostState

TALK, YOUNG = invented.TALK, invented.YOUNG


@pytest.fixture
def full(store: SqlStore) -> SqlStore:
    with store.change(Act.YOUNG_PERSON_ADDED, YOUNG) as work:
        invented.write_everything(work)
    return store


def test_a_young_person_comes_back_as_they_went_in(full: SqlStore) -> None:
    changed = replace(invented.person(), chosen_name="Alex", archived=True)
    with full.read() as work:
        assert work.young_people.get(YOUNG) == invented.person()
    with full.change(Act.YOUNG_PERSON_CHANGED, YOUNG) as work:
        work.young_people.change(changed)
    with full.read() as work:
        assert work.young_people.get(YOUNG) == changed


def test_a_conversation_comes_back_whole(full: SqlStore) -> None:
    with full.read() as work:
        assert work.screenings.get(TALK) == invented.screening()
        assert work.screenings.addenda(TALK) == (invented.ADDENDUM,)


def test_answers_words_and_steps_are_written_one_by_one(full: SqlStore) -> None:
    with full.change(Act.ANSWER_RECORDED, TALK) as work:
        work.screenings.put_answer(TALK, ItemId("Q00"), Voice.CARER, AnswerCode("clear"), START)
        work.screenings.put_answer(TALK, ItemId("Q00"), Voice.CARER, AnswerCode("some"), START)
        work.screenings.remove_answer(TALK, ItemId("Q01"), Voice.YOUNG_PERSON)
        work.screenings.put_words(TALK, "Q01", "other words")
        work.screenings.put_words(TALK, "A2", "")
        work.screenings.put_step(TALK, StepId("A3"), {"said": "yes"}, START)
    with full.read() as work:
        kept = work.screenings.get(TALK)
    assert kept.answers.voices(ItemId("Q00"))["carer"] == "some"
    assert len(kept.answers.voices(ItemId("Q00"))) == 2
    assert kept.answers.code(ItemId("Q01")) is None
    assert kept.own_words == {"Q01": "other words"}
    assert kept.step_notes[StepId("A3")] == {"said": "yes"}
    assert StepId("A3") in kept.steps_done


def test_saving_a_conversation_leaves_answers_and_counts_versions(full: SqlStore) -> None:
    paused = replace(invented.screening(), state=ScreeningState.PAUSED, position="Q07")
    with full.change(Act.SCREENING_CHANGED, TALK) as work:
        saved = work.screenings.save(paused)
    assert saved == replace(paused, version=2)
    with full.read() as work:
        assert work.screenings.get(TALK) == saved


def test_the_second_to_save_the_same_version_is_refused(full: SqlStore) -> None:
    with full.change(Act.SCREENING_CHANGED, TALK) as work:
        work.screenings.save(invented.screening())
    with (
        pytest.raises(StorageError, match="changed meanwhile"),
        full.change(Act.SCREENING_CHANGED, TALK) as work,
    ):
        work.screenings.save(invented.screening())
    assert full.commit_count() == 2


def test_ti_40_earlier_answers_are_the_latest_of_other_conversations(full: SqlStore) -> None:
    second = _another_talk()
    with full.change(Act.SCREENING_BEGUN, second.id) as work:
        work.screenings.add(second)
        for day, code in ((1, "some"), (2, "clear")):
            work.screenings.put_answer(
                second.id,
                ItemId("Q99"),
                Voice.YOUNG_PERSON,
                AnswerCode(code),
                START + timedelta(days=day),
            )
    with full.read() as work:
        found = work.screenings.earlier_answers(YOUNG, START + timedelta(days=1, hours=1), TALK)
        before = work.screenings.earlier_answers(YOUNG, START - timedelta(days=30), second.id)
    assert [(one.item, one.code) for one in found] == [("Q99", "clear")]
    assert {one.item for one in before} == set(invented.screening().answers)


def test_co_06_the_three_agreements_are_kept_apart_and_the_latest_holds(full: SqlStore) -> None:
    withdrawn = replace(invented.AGREEMENT, withdrawn_at=START + timedelta(hours=1))
    refused = replace(invented.CONSENT, given=False, competence=invented.COMPETENCE)
    with full.read() as work:
        assert work.agreements.agreement(TALK) == invented.AGREEMENT
        assert work.agreements.consents(TALK) == (invented.CONSENT,)
        assert work.agreements.lawful_basis(TALK) == invented.BASIS
    with full.change(Act.CONSENT_RECORDED, TALK) as work:
        work.agreements.put_agreement(withdrawn)
        work.agreements.put_consent(refused)
    with full.read() as work:
        assert work.agreements.agreement(TALK) == withdrawn
        assert work.agreements.consents(TALK) == (refused,)
        assert work.agreements.agreement(ScreeningId("nobody's")) is None


def test_ti_06_an_escalation_stays_open_until_its_action_is_recorded_once(full: SqlStore) -> None:
    later = replace(invented.escalation(), id=EscalationId("escalation-2"), raised_at=START)
    with full.change(Act.ANSWER_RECORDED, TALK) as work:
        work.escalations.add(later)
    with full.read() as work:
        assert work.escalations.of_screening(TALK) == (invented.escalation(invented.ACTION), later)
        assert [row.id for row in work.escalations.open_rows()] == [later.id]
        assert work.screenings.rows()[0].open_escalations == 1
    with full.change(Act.ESCALATION_CLOSED, later.id) as work:
        work.escalations.close(later.id, invented.ACTION)
    with full.read() as work:
        assert work.escalations.open_rows() == ()
    with (
        pytest.raises(StorageError, match="already recorded"),
        full.change(Act.ESCALATION_CLOSED, later.id) as work,
    ):
        work.escalations.close(later.id, invented.ACTION)


def test_f14_a_review_is_kept_beside_the_decision_it_answers(full: SqlStore) -> None:
    asked = invented.decision()
    final = replace(asked, state=DecisionState.APPROVED)
    with full.read() as work:
        assert work.levels.waiting() == (asked,)
        assert work.levels.latest(TALK) == asked
    with full.change(Act.LEVEL_REVIEWED, TALK) as work:
        work.levels.review(TALK, invented.REVIEW, final)
    with full.read() as work:
        assert work.levels.waiting() == ()
        assert work.levels.latest(TALK) == replace(final, review=invented.REVIEW)


def test_a_signpost_keeps_what_became_of_it(full: SqlStore) -> None:
    taken = replace(invented.SIGNPOST, state=SignpostState.ACCEPTED, in_letter=True)
    with full.change(Act.SIGNPOST_RECORDED, taken.id) as work:
        work.signposts.put(taken)
    with full.read() as work:
        assert work.signposts.of_screening(TALK) == (taken,)


def test_safe_contact_answers_of_the_last_asking_hold(full: SqlStore) -> None:
    with full.read() as work:
        assert work.safe_contacts.latest(YOUNG) == invented.CONTACT
    newer = replace(invented.CONTACT, asked_on=None, write_to=())
    with full.change(Act.SAFE_CONTACT_RECORDED, YOUNG) as work:
        work.safe_contacts.put(YOUNG, newer, START)
    with full.read() as work:
        assert work.safe_contacts.latest(YOUNG) == newer
        assert work.safe_contacts.latest(YoungPersonId("nobody")) is None
        assert work.safe_contacts.as_of(YOUNG, START - timedelta(seconds=1)) is None
    with full.change(Act.SAFE_CONTACT_RECORDED, YOUNG) as work:
        work.safe_contacts.put(YOUNG, invented.CONTACT, START + timedelta(days=1))
    with full.read() as work:
        assert work.safe_contacts.as_of(YOUNG, START + timedelta(hours=1)) == newer


def test_a_letter_comes_back_with_its_pages_and_all_that_happened_to_it(full: SqlStore) -> None:
    with full.change(Act.LETTER_PRINTED, invented.LETTER.id) as work:
        work.letters.add_event(invented.LETTER.id, invented.EVENTS[0])
    with full.read() as work:
        (letter,) = work.letters.of_person(YOUNG)
        assert letter == replace(invented.LETTER, events=(*invented.EVENTS, invented.EVENTS[0]))
        assert work.letters.pdf(letter.id) == invented.PDF


def test_a_letter_keeps_the_contacts_it_printed_and_is_found_by_the_code_of_its_slip(
    full: SqlStore,
) -> None:
    referral = replace(
        invented.LETTER,
        id=LetterId("letter-2"),
        kind=LetterKind.SERVICE_REFERRAL,
        made_at=START + timedelta(days=1),
        services_named=(
            NamedService(service_id=ServiceId("local:b"), name="B", contact="01632 960123"),
            NamedService(service_id=ServiceId("local:a"), name="A", contact=""),
        ),
        events=(),
        recipient="B",
        service_id=ServiceId("local:b"),
        reply_code="BCD-FGHJ",
        agreement=LetterAgreement(
            agrees=SafeReply.YES,
            competence=CompetenceView(
                understands=True,
                weighs_good_and_bad=True,
                can_explain_choice=True,
                free_from_pressure=False,
                reasons="invented",
            ),
            shared=frozenset({Shared.NAME, Shared.AGE}),
            sharing_reason=SharingReason(reason=LawfulReason.LEGAL_DUTY, note="invented"),
        ),
    )
    with full.change(Act.LETTER_SAVED, referral.id) as work:
        work.letters.add(referral, b"%PDF-2")
    with full.read() as work:
        assert work.letters.get(referral.id) == referral
        assert work.letters.by_reply_code("BCD-FGHJ") == referral
        assert work.letters.by_reply_code("") is None
        assert work.letters.by_reply_code("XYZ-XYZ2") is None
        rows = work.letters.named_contacts()
        assert [(row.letter_id, row.name, row.contact) for row in rows][:2] == [
            (referral.id, "B", "01632 960123"),
            (referral.id, "A", ""),
        ]
        assert not any(row.recalled for row in rows)
        assert rows[0].young_person_id == YOUNG
    recall = LetterEvent(kind=LetterEventKind.RECALLED, at=START, by=ASH)
    with full.change(Act.LETTER_RECALLED, referral.id) as work:
        work.letters.add_event(referral.id, recall)
    with full.read() as work:
        assert all(r.recalled for r in work.letters.named_contacts() if r.letter_id == referral.id)
        assert work.letters.get(referral.id).recall == recall


def test_follow_ups_are_due_until_somebody_did_them(full: SqlStore) -> None:
    due = date(2026, 12, 1)
    with full.read() as work:
        assert invented.FOLLOW_UP in work.follow_ups.of_person(YOUNG)
        assert work.follow_ups.due_rows(due - timedelta(days=1)) == ()
        (row,) = work.follow_ups.due_rows(due)
        assert (row.id, row.chosen_name) == (invented.FOLLOW_UP.id, invented.person().chosen_name)
    with full.change(Act.FOLLOW_UP_RECORDED, row.id) as work:
        work.follow_ups.mark_done(row.id, START)
    with full.read() as work:
        assert work.follow_ups.due_rows(due) == ()
        assert work.follow_ups.of_person(YOUNG)[0].done_at == START


def test_ti_32_feedback_is_a_count_that_belongs_to_nobody(full: SqlStore) -> None:
    other = Feedback(month=date(2026, 11, 9), listened_to=Face.YES, in_control=None)
    with full.change(Act.FEEDBACK_RECORDED, "") as work:
        work.aftertalk.add_feedback(other)
    rows = full._access._connection.execute("SELECT * FROM feedback").fetchall()
    assert rows == [("2026-11", "yes", "", 2)]


def test_ti_42_worker_checks_reach_the_supervisor_s_list(full: SqlStore) -> None:
    with full.read() as work:
        assert work.aftertalk.debriefs_wanted() == (invented.CHECK,)
        assert work.aftertalk.heavy_conversations(ASH, START) == 1
        assert work.aftertalk.heavy_conversations(ASH, START + timedelta(seconds=1)) == 0


def test_equality_answers_and_place_concerns_come_back(full: SqlStore) -> None:
    with full.read() as work:
        assert work.aftertalk.equality(YOUNG) == invented.EQUALITY
        assert work.aftertalk.equality(YoungPersonId("nobody")) is None
        assert work.aftertalk.place_concerns(TALK) == (invented.PLACE,)


def test_f16_the_workplace_and_the_content_it_used_are_kept(full: SqlStore) -> None:
    with full.change(Act.WORKPLACE_CHANGED, "") as work:
        work.workplaces.put(replace(invented.WORKPLACE, phone=""))
        work.workplaces.keep_content("hash", "instrument", "another text for the same hash")
    with full.read() as work:
        assert work.workplaces.get() == replace(invented.WORKPLACE, phone="")
        assert work.workplaces.content("hash") == invented.said("content")


def test_rows_show_the_latest_confirmed_level_what_is_due_and_when_last_seen(
    full: SqlStore,
) -> None:
    second = _another_talk()
    asked = replace(
        invented.decision(DecisionState.ASKED_SUPERVISOR), screening_id=second.id, decided_at=START
    )
    with full.change(Act.SCREENING_BEGUN, second.id) as work:
        work.screenings.add(second)
        work.levels.add(asked)
    with full.read() as work:
        (row,) = work.young_people.rows()
        talks = work.screenings.rows(YOUNG)
        assert talks == work.screenings.rows()
    assert row.level == invented.decision().final_level
    assert row.last_seen == second.started_at.date()
    assert row.next_due == invented.FOLLOW_UP.due_on
    assert [talk.id for talk in talks] == [second.id, TALK]
    assert talks[0].decision is DecisionState.ASKED_SUPERVISOR
    assert talks[1].reference == invented.person().reference


def test_what_is_not_there_is_said_so(store: SqlStore) -> None:
    with store.read() as work:
        for ask in (
            lambda: work.young_people.get(YOUNG),
            lambda: work.screenings.get(TALK),
            lambda: work.letters.pdf(LetterId("none")),
            lambda: work.workplaces.content("none"),
            work.workplaces.get,
        ):
            with pytest.raises(MissingRecordError):
                ask()
    with store.change(Act.FOLLOW_UP_RECORDED, "") as work:
        for put in (
            lambda: work.young_people.change(invented.person()),
            lambda: work.screenings.save(invented.screening()),
            lambda: work.escalations.close(EscalationId("none"), invented.ACTION),
            lambda: work.follow_ups.mark_done(FollowUpId("none"), START),
        ):
            with pytest.raises(MissingRecordError):
                put()


def test_a_record_that_belongs_to_nobody_is_refused(store: SqlStore) -> None:
    with (
        pytest.raises(StorageError) as refused,
        store.change(Act.SCREENING_BEGUN, TALK) as work,
    ):
        work.screenings.add(invented.screening())
    assert invented.CANARY not in str(refused.value)


def test_everything_is_still_there_when_the_file_is_opened_again(holder: InventedHolder) -> None:
    first = holder.open()
    with first.change(Act.YOUNG_PERSON_ADDED, YOUNG) as work:
        invented.write_everything(work)
    first.close()
    again = holder.open()
    with again.read() as work:
        assert work.screenings.get(TALK) == invented.screening()
    again.close()


def _another_talk() -> Screening:
    return replace(
        invented.screening(), id=ScreeningId("screening-2"), started_at=START + timedelta(days=1)
    )
