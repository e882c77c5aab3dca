"""Hold a conversation: begin, answer, change, skip, pause, resume, stop, complete; every answer durable at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from vrn_desktop.application.escalation_watch import EscalationWatch
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.rows import EarlierAnswer, ScreeningRow
from vrn_desktop.application.ports.store import Store, UnitOfWork
from vrn_desktop.domain.agreement import AgreementToTalk, LawfulBasisRecord
from vrn_desktop.domain.answer import Silence, Voice
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.conversation_page import KnownStep, Page, item_page, step_page
from vrn_desktop.domain.errors import (
    EscalationOpenError,
    FormNotForAgeError,
    LevelNotConfirmedError,
)
from vrn_desktop.domain.escalation import Escalation
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    ItemId,
    ScreeningId,
    SectionId,
    StepId,
    YoungPersonId,
)
from vrn_desktop.domain.instrument import Instrument, ItemRole
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.domain.rule_evaluation import evaluate, is_worse
from vrn_desktop.domain.screening import Addendum, Form, Screening, ScreeningState
from vrn_desktop.domain.screening_path import ScreeningPath
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.domain.young_person import YoungPerson

NOT_ASKED_AGAIN = timedelta(days=90)
"""How long an earlier answer counts as already shared (TI-40)."""

STOP_REASON = "stopped"
"""Under which key the reason for stopping is kept, if one was given (TI-20)."""


class Session(Protocol):
    """The signed-in person and the open store."""

    @property
    def practitioner(self) -> Practitioner:
        """Who is signed in."""
        ...

    @property
    def store(self) -> Store:
        """The open file."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecorded:
    """An answer that is durable on disk, and the escalations it raised (TI-05)."""

    screening: Screening
    raised: tuple[Escalation, ...]


class ScreeningService:
    """Use cases of a conversation. Methods run on the store thread and return the conversation's new value."""

    def __init__(
        self, session: Session, content: ContentLibrary, clock: Clock, new_id: NewId
    ) -> None:
        self._session = session
        self._content = content
        self._clock = clock
        self._new_id = new_id
        self._watch = EscalationWatch(clock, new_id)
        self._paths: dict[str, ScreeningPath] = {}

    def path(self, screening: Screening) -> ScreeningPath:
        """The order of pages under the instrument this conversation was begun with."""
        if screening.content_hash not in self._paths:
            self._paths[screening.content_hash] = ScreeningPath(self._instrument_of(screening))
        return self._paths[screening.content_hash]

    def begin(self, person: YoungPerson, *, form: Form, setting_kind: SettingKind) -> Screening:
        """Begin a conversation under the instrument in use today.

        Raises:
            FormNotForAgeError: the short form is not made for this age (TI-44).
        """
        instrument = self._content.instrument()
        now = self._clock()
        age = person.age_on(now.date())
        stage = instrument.life_stage(age)
        if form is Form.SHORT and stage.id not in instrument.short_form.stages:
            raise FormNotForAgeError("the short form is not made for this age")
        screening = Screening(
            id=ScreeningId(self._new_id()),
            young_person_id=person.id,
            practitioner_id=self._session.practitioner.id,
            form=form,
            age=age,
            life_stage=stage.id,
            respondent=stage.respondent,
            setting_kind=setting_kind,
            instrument_id=instrument.id,
            instrument_version=instrument.version,
            content_hash=self._content.instrument_hash(),
            started_at=now,
            worker_trained=self._session.practitioner.trained,
        )
        with self._session.store.change(Act.SCREENING_BEGUN, screening.id) as work:
            work.workplaces.keep_content(
                screening.content_hash, "instrument", self._content.instrument_text()
            )
            work.screenings.add(screening)
            workplace = work.workplaces.get()
            work.agreements.put_lawful_basis(
                LawfulBasisRecord(
                    screening_id=screening.id,
                    basis=workplace.lawful_basis,
                    policy_reference=workplace.policy_reference,
                    at=now,
                )
            )
        return screening

    def load(self, screening_id: ScreeningId) -> Screening:
        """A conversation as it stands, to carry on with or to look at."""
        with self._session.store.read() as work:
            return work.screenings.get(screening_id)

    def rows(self, person_id: YoungPersonId | None = None) -> tuple[ScreeningRow, ...]:
        """Conversations, newest first."""
        with self._session.store.read() as work:
            return work.screenings.rows(person_id)

    def record_agreement(
        self, screening: Screening, agreement: AgreementToTalk, notes: Mapping[str, str]
    ) -> Screening:
        """Step A3: keep the agreement to talk; each new view is kept beside the earlier ones (CO-04)."""
        step = StepId(KnownStep.AGREEMENT.value)
        changed = self._moved_on(screening.with_step(step, notes), step_page(KnownStep.AGREEMENT))
        with self._session.store.change(Act.AGREEMENT_RECORDED, screening.id) as work:
            work.agreements.put_agreement(agreement)
            work.screenings.put_step(changed.id, step, changed.step_notes[step], self._clock())
            return work.screenings.save(changed)

    def agreement(self, screening_id: ScreeningId) -> AgreementToTalk | None:
        """The latest agreement to talk."""
        with self._session.store.read() as work:
            return work.agreements.agreement(screening_id)

    def record_privacy(
        self, screening: Screening, *, private: bool, notes: Mapping[str, str]
    ) -> Screening:
        """Step A1. Not private: every `alone` item is recorded as not asked; private again: asked (TI-01).

        Items for trained workers stay not asked with any other worker, private or not (TI-39).
        """
        instrument = self.path(screening).instrument
        step = StepId(KnownStep.PRIVACY.value)
        changed = replace(screening, private=private).with_step(step, notes)
        now = self._clock()
        with self._session.store.change(Act.STEP_RECORDED, screening.id) as work:
            for item in instrument.items:
                untrained = item.trained and not screening.worker_trained
                if not (item.alone or untrained) or _answered(changed, item.id):
                    continue
                if private and not untrained:
                    changed = self._forget_not_asked(work, changed, item.id)
                else:
                    code = AnswerCode(Silence.NOT_ASKED.value)
                    changed = changed.with_answer(item.id, code, Voice.WORKER)
                    work.screenings.put_answer(changed.id, item.id, Voice.WORKER, code, now)
            work.screenings.put_step(changed.id, step, changed.step_notes[step], now)
            return work.screenings.save(changed)

    def record_step(
        self, screening: Screening, step: KnownStep, notes: Mapping[str, str]
    ) -> Screening:
        """A process step done, with what was noted; every step can be revisited."""
        step_id = StepId(step.value)
        changed = self._moved_on(screening.with_step(step_id, notes), step_page(step))
        with self._session.store.change(Act.STEP_RECORDED, screening.id) as work:
            work.screenings.put_step(
                changed.id, step_id, changed.step_notes[step_id], self._clock()
            )
            return work.screenings.save(changed)

    def note_beside(
        self, screening: Screening, step: StepId, notes: Mapping[str, str]
    ) -> Screening:
        """Something noted outside the pages; the place where the conversation was left stays."""
        changed = screening.with_step(step, notes)
        with self._session.store.change(Act.STEP_RECORDED, screening.id) as work:
            work.screenings.put_step(changed.id, step, changed.step_notes[step], self._clock())
            return work.screenings.save(changed)

    def record_answer(
        self, screening: Screening, item: ItemId, code: AnswerCode, voice: str
    ) -> AnswerRecorded:
        """One answer, durable with its audit entry and any escalation it raises when this returns (TI-05)."""
        instrument = self.path(screening).instrument
        changed = screening.with_answer(item, code, voice)
        worse = is_worse(instrument, screening.answers, changed.answers, item)
        if instrument.item(item).role is not ItemRole.RED_FLAG:
            changed = self._moved_on(changed, item_page(instrument.item(item)))
        with self._session.store.change(Act.ANSWER_RECORDED, screening.id) as work:
            work.screenings.put_answer(changed.id, item, voice, code, self._clock())
            changed = work.screenings.save(changed)
            raised = self._watch.raise_new(
                work, changed, instrument, worse=frozenset({item} if worse else ())
            )
        return AnswerRecorded(screening=changed, raised=raised)

    def withdraw_answer(self, screening: Screening, item: ItemId, voice: str) -> Screening:
        """Take an answer back; an escalation it raised stays open (TI-06, TI-23)."""
        changed = screening.without_answer(item, voice)
        with self._session.store.change(Act.ANSWER_WITHDRAWN, screening.id) as work:
            work.screenings.remove_answer(changed.id, item, voice)
        return changed

    def record_words(self, screening: Screening, key: str, words: str) -> Screening:
        """The young person's own words to an item or step, exactly as typed (TI-26)."""
        changed = screening.with_words(key, words)
        with self._session.store.change(Act.WORDS_RECORDED, screening.id) as work:
            work.screenings.put_words(changed.id, key, words)
        return changed

    def skip_item(self, screening: Screening, item: ItemId) -> Screening:
        """Leave a question for now; it can be asked later (TI-20)."""
        skipped = replace(screening, items_skipped=screening.items_skipped | {item})
        page = item_page(self.path(screening).instrument.item(item))
        return self._save(self._moved_on(skipped, page))

    def skip_section(self, screening: Screening, section: SectionId) -> Screening:
        """Leave out a whole part (TI-20)."""
        return self._save(
            replace(screening, sections_skipped=screening.sections_skipped | {section})
        )

    def take_up_section(self, screening: Screening, section: SectionId) -> Screening:
        """Come to a part after all, for example by changing the subject (TI-20)."""
        return self._save(
            replace(screening, sections_skipped=screening.sections_skipped - {section})
        )

    def pause(self, screening: Screening, page: Page) -> Screening:
        """Keep the draft for later, the same or another day (TI-21); what was stopped stays stopped."""
        paused = replace(screening, position=page.key())
        if screening.state is not ScreeningState.STOPPED:
            paused = paused.in_state(ScreeningState.PAUSED, self._clock())
        return self._save(paused)

    def resume(self, screening: Screening) -> Screening:
        """Carry a conversation on."""
        return self._save(screening.in_state(ScreeningState.OPEN, self._clock()))

    def stop(self, screening: Screening, reason: str = "") -> Screening:
        """Stop for good; the reason is optional (TI-20). The closing steps and the level remain."""
        stopped = screening.in_state(ScreeningState.STOPPED, self._clock())
        with self._session.store.change(Act.SCREENING_CHANGED, screening.id) as work:
            if reason:
                stopped = stopped.with_words(STOP_REASON, reason)
                work.screenings.put_words(stopped.id, STOP_REASON, reason)
            return work.screenings.save(stopped)

    def complete(self, screening: Screening) -> Screening:
        """Lock the record.

        Raises:
            EscalationOpenError: an escalation has no action record yet (TI-06).
            LevelNotConfirmedError: no worker has confirmed the level of these answers (F18).
        """
        outcome = evaluate(
            self.path(screening).instrument,
            screening.answers,
            age=screening.age,
            short_form=screening.short_form,
        )
        with self._session.store.change(Act.SCREENING_CHANGED, screening.id) as work:
            if any(e.is_open for e in work.escalations.of_screening(screening.id)):
                raise EscalationOpenError("an escalation is still open")
            decision = work.levels.latest(screening.id)
            if decision is None or decision.outcome != outcome:
                raise LevelNotConfirmedError("no worker has confirmed the level of these answers")
            decision.confirmed_level()
            return work.screenings.save(screening.in_state(ScreeningState.COMPLETE, self._clock()))

    def add_addendum(self, screening_id: ScreeningId, text: str) -> None:
        """Add to a locked record; the original stays (TI-23)."""
        addendum = Addendum(
            screening_id=screening_id,
            text=text,
            at=self._clock(),
            by=self._session.practitioner.id,
        )
        with self._session.store.change(Act.ADDENDUM_RECORDED, screening_id) as work:
            work.screenings.add_addendum(addendum)

    def addenda(self, screening_id: ScreeningId) -> tuple[Addendum, ...]:
        """Dated additions to a record, oldest first."""
        with self._session.store.read() as work:
            return work.screenings.addenda(screening_id)

    def earlier_answers(self, screening: Screening) -> tuple[EarlierAnswer, ...]:
        """What was already shared in the last 90 days (TI-40)."""
        since = self._clock() - NOT_ASKED_AGAIN
        with self._session.store.read() as work:
            return work.screenings.earlier_answers(screening.young_person_id, since, screening.id)

    def withdraw_agreement(self, screening_id: ScreeningId) -> None:
        """They no longer want to talk with notes kept; the earlier agreement stays on record (CO-07)."""
        with self._session.store.change(Act.AGREEMENT_RECORDED, screening_id) as work:
            latest = work.agreements.agreement(screening_id)
            if latest is not None:
                work.agreements.put_agreement(replace(latest, withdrawn_at=self._clock()))

    def _moved_on(self, screening: Screening, page: Page) -> Screening:
        following = self.path(screening).after(page, screening) or page
        return replace(screening, position=following.key())

    def _save(self, screening: Screening) -> Screening:
        with self._session.store.change(Act.SCREENING_CHANGED, screening.id) as work:
            return work.screenings.save(screening)

    def _forget_not_asked(self, work: UnitOfWork, screening: Screening, item: ItemId) -> Screening:
        if screening.answers.code(item, Voice.WORKER) != Silence.NOT_ASKED.value:
            return screening
        work.screenings.remove_answer(screening.id, item, Voice.WORKER)
        return screening.without_answer(item, Voice.WORKER)

    def _instrument_of(self, screening: Screening) -> Instrument:
        if screening.content_hash == self._content.instrument_hash():
            return self._content.instrument()
        with self._session.store.read() as work:
            return self._content.instrument_from(work.workplaces.content(screening.content_hash))


def _answered(screening: Screening, item: ItemId) -> bool:
    return bool(screening.answers.voices(item).keys() - {Voice.WORKER.value})
