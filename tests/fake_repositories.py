"""Repositories in memory, one per kind of record."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from tests.fake_records import FakeRecords
from vrn_desktop.application.ports.rows import (
    DueRow,
    EarlierAnswer,
    OpenEscalationRow,
    ScreeningRow,
    YoungPersonRow,
)
from vrn_desktop.domain.agreement import AgreementToTalk, LawfulBasisRecord, ReferralConsent
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.escalation import ActionRecord, Escalation
from vrn_desktop.domain.follow_up import FollowUp, FollowUpEvent
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationId,
    FollowUpId,
    ItemId,
    LevelName,
    ScreeningId,
    StepId,
    YoungPersonId,
)
from vrn_desktop.domain.level_decision import DecisionState, LevelDecision, Review
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.screening import Addendum, Screening
from vrn_desktop.domain.signposting import Signpost
from vrn_desktop.domain.young_person import YoungPerson


class FakeYoungPeople:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, person: YoungPerson) -> None:
        self._records.people[person.id] = person

    def change(self, person: YoungPerson) -> None:
        self._records.people[person.id] = person

    def get(self, person_id: YoungPersonId) -> YoungPerson:
        return self._records.people[person_id]

    def next_reference(self) -> str:
        return f"YP-{len(self._records.people) + 1:04d}"

    def rows(self) -> tuple[YoungPersonRow, ...]:
        return tuple(
            YoungPersonRow(
                id=p.id,
                reference=p.reference,
                chosen_name=p.chosen_name,
                age=p.age,
                practitioner_id=p.practitioner_id,
                archived=p.archived,
                last_seen=self._last_seen(p.id),
                level=self._level(p.id),
                next_due=self._next_due(p.id),
            )
            for p in reversed(self._records.people.values())
        )

    def _last_seen(self, person_id: YoungPersonId) -> date | None:
        begun = [
            s.started_at.date()
            for s in self._records.screenings.values()
            if s.young_person_id == person_id
        ]
        return max(begun, default=None)

    def _level(self, person_id: YoungPersonId) -> LevelName | None:
        confirmed = [
            d.final_level
            for d in self._records.decisions
            if d.state is not DecisionState.ASKED_SUPERVISOR
            and self._records.screenings[d.screening_id].young_person_id == person_id
        ]
        return confirmed[-1] if confirmed else None

    def _next_due(self, person_id: YoungPersonId) -> date | None:
        due = [
            f.due_on
            for f in self._records.follow_ups.values()
            if f.young_person_id == person_id and f.done_at is None
        ]
        return min(due, default=None)


class FakeScreenings:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, screening: Screening) -> None:
        self._records.screenings[screening.id] = screening

    def save(self, screening: Screening) -> Screening:
        kept = self._records.screenings[screening.id]
        if kept.version != screening.version:
            raise StorageError("somebody else changed this conversation meanwhile")
        saved = replace(
            screening,
            version=screening.version + 1,
            answers=kept.answers,
            own_words=kept.own_words,
            step_notes=kept.step_notes,
        )
        self._records.screenings[screening.id] = saved
        return replace(screening, version=screening.version + 1)

    def get(self, screening_id: ScreeningId) -> Screening:
        return self._records.screenings[screening_id]

    def put_answer(
        self, screening_id: ScreeningId, item: ItemId, voice: str, code: AnswerCode, at: datetime
    ) -> None:
        self._put(screening_id, answers=self._answers(screening_id).with_answer(item, code, voice))
        self._records.given_at[screening_id, item, voice] = at

    def remove_answer(self, screening_id: ScreeningId, item: ItemId, voice: str) -> None:
        self._put(screening_id, answers=self._answers(screening_id).without(item, voice))

    def put_words(self, screening_id: ScreeningId, key: str, words: str) -> None:
        kept = dict(self.get(screening_id).own_words)
        kept.pop(key, None)
        if words:
            kept[key] = words
        self._records.screenings[screening_id] = replace(self.get(screening_id), own_words=kept)

    def put_step(
        self, screening_id: ScreeningId, step: StepId, notes: Mapping[str, str], at: datetime
    ) -> None:
        kept = {**self.get(screening_id).step_notes, step: notes}
        self._records.screenings[screening_id] = replace(self.get(screening_id), step_notes=kept)

    def rows(self, person_id: YoungPersonId | None = None) -> tuple[ScreeningRow, ...]:
        return tuple(
            self._row(s)
            for s in reversed(self._records.screenings.values())
            if person_id is None or s.young_person_id == person_id
        )

    def earlier_answers(
        self, person_id: YoungPersonId, since: datetime, but: ScreeningId
    ) -> tuple[EarlierAnswer, ...]:
        latest: dict[tuple[ItemId, str], EarlierAnswer] = {}
        for (screening_id, item, voice), at in sorted(
            self._records.given_at.items(), key=lambda entry: entry[1]
        ):
            screening = self.get(screening_id)
            code = screening.answers.code(item, voice)
            if (
                code is not None
                and at >= since
                and screening_id != but
                and screening.young_person_id == person_id
            ):
                latest[item, voice] = EarlierAnswer(item=item, voice=voice, code=code, given_at=at)
        return tuple(latest.values())

    def add_addendum(self, addendum: Addendum) -> None:
        self._records.addenda.append(addendum)

    def addenda(self, screening_id: ScreeningId) -> tuple[Addendum, ...]:
        return tuple(a for a in self._records.addenda if a.screening_id == screening_id)

    def _answers(self, screening_id: ScreeningId) -> AnswerSheet:
        return self.get(screening_id).answers

    def _put(self, screening_id: ScreeningId, *, answers: AnswerSheet) -> None:
        self._records.screenings[screening_id] = replace(self.get(screening_id), answers=answers)

    def _row(self, screening: Screening) -> ScreeningRow:
        person = self._records.people[screening.young_person_id]
        decisions = [d for d in self._records.decisions if d.screening_id == screening.id]
        return ScreeningRow(
            id=screening.id,
            young_person_id=person.id,
            reference=person.reference,
            chosen_name=person.chosen_name,
            practitioner_id=screening.practitioner_id,
            state=screening.state,
            started_at=screening.started_at,
            position=screening.position,
            open_escalations=sum(
                e.is_open and e.screening_id == screening.id
                for e in self._records.escalations.values()
            ),
            level=decisions[-1].final_level if decisions else None,
            decision=decisions[-1].state if decisions else None,
        )


class FakeAgreements:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def put_agreement(self, agreement: AgreementToTalk) -> None:
        self._records.agreements.append(agreement)

    def agreement(self, screening_id: ScreeningId) -> AgreementToTalk | None:
        found = [a for a in self._records.agreements if a.screening_id == screening_id]
        return found[-1] if found else None

    def put_consent(self, consent: ReferralConsent) -> None:
        self._records.consents.append(consent)

    def consents(self, screening_id: ScreeningId) -> tuple[ReferralConsent, ...]:
        mine = {s.id for s in self._records.signposts.values() if s.screening_id == screening_id}
        return tuple(c for c in self._records.consents if c.signpost_id in mine)

    def put_lawful_basis(self, record: LawfulBasisRecord) -> None:
        self._records.bases[record.screening_id] = record

    def lawful_basis(self, screening_id: ScreeningId) -> LawfulBasisRecord | None:
        return self._records.bases.get(screening_id)


class FakeEscalations:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, escalation: Escalation) -> None:
        self._records.escalations[escalation.id] = escalation

    def close(self, escalation_id: EscalationId, action: ActionRecord) -> None:
        kept = self._records.escalations[escalation_id]
        if not kept.is_open:
            raise StorageError("what was done is already recorded")
        self._records.escalations[escalation_id] = replace(kept, action=action)

    def of_screening(self, screening_id: ScreeningId) -> tuple[Escalation, ...]:
        return tuple(
            e for e in self._records.escalations.values() if e.screening_id == screening_id
        )

    def open_rows(self) -> tuple[OpenEscalationRow, ...]:
        return tuple(self._row(e) for e in self._records.escalations.values() if e.is_open)

    def _row(self, escalation: Escalation) -> OpenEscalationRow:
        screening = self._records.screenings[escalation.screening_id]
        person = self._records.people[screening.young_person_id]
        return OpenEscalationRow(
            id=escalation.id,
            screening_id=screening.id,
            young_person_id=person.id,
            reference=person.reference,
            chosen_name=person.chosen_name,
            practitioner_id=screening.practitioner_id,
            name=escalation.name,
            text=escalation.text,
            raised_at=escalation.raised_at,
        )


class FakeLevelDecisions:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, decision: LevelDecision) -> None:
        self._records.decisions.append(decision)

    def latest(self, screening_id: ScreeningId) -> LevelDecision | None:
        found = [d for d in self._records.decisions if d.screening_id == screening_id]
        return found[-1] if found else None

    def review(self, screening_id: ScreeningId, review: Review, final: LevelDecision) -> None:
        self._records.decisions.append(final)

    def waiting(self) -> tuple[LevelDecision, ...]:
        latest = {d.screening_id: d for d in self._records.decisions}
        waits = {DecisionState.PENDING_REVIEW, DecisionState.ASKED_SUPERVISOR}
        return tuple(d for d in latest.values() if d.state in waits)


class FakeSignposts:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def put(self, signpost: Signpost) -> None:
        self._records.signposts[signpost.id] = signpost

    def of_screening(self, screening_id: ScreeningId) -> tuple[Signpost, ...]:
        return tuple(s for s in self._records.signposts.values() if s.screening_id == screening_id)


class FakeSafeContacts:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def put(self, person_id: YoungPersonId, contact: SafeContact, at: datetime) -> None:
        self._records.contacts[person_id] = contact
        self._records.contacts_said.append((person_id, at, contact))

    def latest(self, person_id: YoungPersonId) -> SafeContact | None:
        return self._records.contacts.get(person_id)

    def as_of(self, person_id: YoungPersonId, at: datetime) -> SafeContact | None:
        said = [
            contact
            for person, when, contact in self._records.contacts_said
            if person == person_id and when <= at
        ]
        return said[-1] if said else None


class FakeFollowUps:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, follow_up: FollowUp) -> None:
        self._records.follow_ups[follow_up.id] = follow_up

    def get(self, follow_up_id: FollowUpId) -> FollowUp:
        return self._records.follow_ups[follow_up_id]

    def move(self, follow_up_id: FollowUpId, due_on: date) -> None:
        kept = self._records.follow_ups[follow_up_id]
        self._records.follow_ups[follow_up_id] = replace(kept, due_on=due_on)

    def add_event(self, event: FollowUpEvent) -> None:
        self._records.follow_up_events.append(event)

    def events(self, person_id: YoungPersonId) -> tuple[FollowUpEvent, ...]:
        mine = {each.id for each in self.of_person(person_id)}
        return tuple(e for e in self._records.follow_up_events if e.follow_up_id in mine)

    def mark_done(self, follow_up_id: FollowUpId, at: datetime) -> None:
        kept = self._records.follow_ups[follow_up_id]
        self._records.follow_ups[follow_up_id] = replace(kept, done_at=at)

    def due_rows(self, until: date) -> tuple[DueRow, ...]:
        due = [f for f in self._records.follow_ups.values() if f.done_at is None]
        return tuple(
            DueRow(
                id=f.id,
                young_person_id=f.young_person_id,
                screening_id=f.screening_id,
                reference=self._records.people[f.young_person_id].reference,
                chosen_name=self._records.people[f.young_person_id].chosen_name,
                practitioner_id=f.practitioner_id,
                kind=f.kind,
                due_on=f.due_on,
                how=f.how,
                signpost_id=f.signpost_id,
                service_name=(
                    self._records.signposts[f.signpost_id].service_name if f.signpost_id else ""
                ),
                at_time=f.at_time,
            )
            for f in sorted(due, key=lambda f: f.due_on)
            if f.due_on <= until
        )

    def of_person(self, person_id: YoungPersonId) -> tuple[FollowUp, ...]:
        return tuple(f for f in self._records.follow_ups.values() if f.young_person_id == person_id)
