"""The conversation as it is held: one page at a time, every answer durable, nothing ever required."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from vrn_desktop.application.ports.rows import EarlierAnswer
from vrn_desktop.application.screening_service import AnswerRecorded
from vrn_desktop.application.services import Services
from vrn_desktop.domain.answer import Silence, Voice
from vrn_desktop.domain.conversation_page import KnownStep, Page, PageKind, item_page, step_page
from vrn_desktop.domain.escalation import Escalation
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, ScreeningId, SectionId, StepId
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.domain.screening_path import ScreeningPath
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.conversation.conversation_state import (
    ConversationState,
    Saved,
    Sheet,
)
from vrn_desktop.presenters.conversation.page_views import (
    earlier_by_item,
    escalation_view,
    flag_views,
    intro_view,
    question_view,
)
from vrn_desktop.presenters.conversation.screening_writer import Change, ScreeningWriter
from vrn_desktop.presenters.presenter import Presenter

NOT_SAVED_NOTICE = "Not saved yet. Trying again. Don't close the program."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedConversation:
    """Everything the conversation window needs from the file at once."""

    screening: Screening
    person: YoungPerson
    earlier: tuple[EarlierAnswer, ...]
    open_escalations: tuple[Escalation, ...]
    path: ScreeningPath


def open_conversation(services: Services, screening_id: ScreeningId) -> OpenedConversation:
    """Load a conversation to carry on with (runs on the store thread)."""
    screening = services.screenings.load(screening_id)
    if screening.state is ScreeningState.PAUSED:
        screening = services.screenings.resume(screening)
    escalations = services.escalations.of_screening(screening_id)
    return OpenedConversation(
        screening=screening,
        person=services.young_people.get(screening.young_person_id),
        earlier=services.screenings.earlier_answers(screening),
        open_escalations=tuple(e for e in escalations if e.is_open),
        path=services.screenings.path(screening),
    )


class ConversationPresenter(Presenter[ConversationState]):
    """Pages, answers and panels of one conversation.

    `resumed` opens with "has anything changed?" (TI-21). Every intent is one call; none asks "are you sure?".
    """

    def __init__(
        self,
        services: Services,
        opened: OpenedConversation,
        *,
        left: Callable[[Screening], None],
    ) -> None:
        self._services = services
        self._path = opened.path
        self._left = left
        self._earlier = earlier_by_item(opened.earlier, opened.screening)
        self._open = opened.open_escalations
        self._asked_again: frozenset[ItemId] = frozenset()
        self._trail: list[Page] = []
        self._go_on_when_saved = False
        self._writer = ScreeningWriter(services.runner, opened.screening, trouble=self._not_saved)
        resumed = bool(opened.screening.steps_done)
        page = self._path.page(opened.screening.position) if resumed else self._path.first()
        texts = services.content.texts()
        super().__init__(
            ConversationState(
                screening=opened.screening,
                page=page,
                initials=opened.person.initials(),
                texts=texts,
                part_number=0,
                part_titles=tuple(part.title for part in self._path.parts),
                part_within=0.0,
                sections=tuple((part.id, part.title) for part in self._path.parts),
                grounding_first=opened.screening.step_notes.get(
                    StepId(KnownStep.CHOICES.value), {}
                ).get("calming", ""),
                asks_what_changed=resumed,
            )
        )
        self._state = self._drawn(self._state)

    # -- answers ---------------------------------------------------------------------------------

    def answer(self, code: AnswerCode) -> None:
        """The young person's (or carer's) answer to the question shown; silence is an answer like any other."""
        if self.state.question is not None:
            self._record(self.state.question.item, code, self.state.screening.voice)

    def mark_not_asked(self) -> None:
        """The worker judges that it is not right to ask this now."""
        if self.state.question is not None:
            code = AnswerCode(Silence.NOT_ASKED.value)
            self._record(self.state.question.item, code, Voice.WORKER.value)

    def keep_what_was_shared(self) -> None:
        """Nothing has changed since the last time: the earlier answer stands for today too (TI-40)."""
        question = self.state.question
        if question is not None and question.item in self._earlier:
            self._record(
                question.item, self._earlier[question.item].code, self.state.screening.voice
            )

    def ask_again(self) -> None:
        """Something may have changed: put the question again."""
        if self.state.question is not None:
            self._asked_again |= {self.state.question.item}
            self._draw()

    def mark_flag(self, item: ItemId, code: AnswerCode) -> None:
        """A worker-only safety flag, at any time and without any question (TI-04)."""
        self._record(item, code, Voice.WORKER.value)

    def write_words(self, words: str) -> None:
        """The young person's own words to the question shown (TI-26)."""
        if self.state.question is not None:
            self.write_words_for(self.state.question.item, words)

    def write_words_for(self, key: str, words: str) -> None:
        """Own words kept under an item, a step or another place of the conversation."""
        if words != self.state.screening.own_words.get(key, ""):
            self._change(lambda held: self._services.screenings.record_words(held, key, words))

    # -- pages -----------------------------------------------------------------------------------

    def go_on(self) -> None:
        """To the next page; a question may stay without an answer (TI-20)."""
        if self.state.saved is Saved.SAVING:
            self._go_on_when_saved = True
            return
        if self.state.sheet is Sheet.ESCALATION:
            return
        self._go_to(self._path.after(self.state.page, self.state.screening))

    def go_back(self) -> None:
        """To the page before, as it was left."""
        if self._trail:
            self._show_page(self._trail.pop())
            return
        before = self._path.before(self.state.page, self.state.screening)
        if before is not None:
            self._show_page(before)

    def skip_item(self) -> None:
        """Leave this question for now (TI-20)."""
        question = self.state.question
        if question is None:
            self.go_on()
            return
        self._change(
            lambda held: self._services.screenings.skip_item(held, question.item),
            then=self.go_on,
        )

    def skip_section(self) -> None:
        """Leave out the rest of this part (TI-20)."""
        section = self.state.page.section
        if section is None:
            self.go_on()
            return
        after = self._path.after_section(section, self.state.screening)
        self._change(
            lambda held: self._services.screenings.skip_section(held, section),
            then=lambda: self._go_to(after),
        )

    def change_subject(self, section: SectionId) -> None:
        """Talk about another part now (TI-20)."""
        self._change(
            lambda held: self._services.screenings.take_up_section(held, section),
            then=lambda: self._go_to(self._path.start_of_section(section)),
        )

    def show_item(self, item: ItemId) -> None:
        """Come back to one question, for example to change its answer (TI-23)."""
        self._go_to(item_page(self._path.instrument.item(item)))

    def finish_step(self, step: KnownStep, notes: Mapping[str, str]) -> None:
        """A process step is done: keep what was noted and go on."""
        self._change(
            lambda held: self._services.screenings.record_step(held, step, notes),
            then=self.go_on,
        )

    def say_privacy(self, *, private: bool, notes: Mapping[str, str]) -> None:
        """Step A1: without privacy no `alone` question is shown (TI-01)."""
        self._change(
            lambda held: self._services.screenings.record_privacy(
                held, private=private, notes=notes
            ),
            then=self.go_on,
        )

    def pause(self) -> None:
        """Keep everything for later, the same or another day (TI-21)."""
        page = self.state.page
        self._change(lambda held: self._services.screenings.pause(held, page), then=self._leave)

    def stop(self, reason: str = "", *, they_have_left: bool = False) -> None:
        """Stop for good, with or without a reason; still comes back to now unless they left (TI-12)."""
        self._change(
            lambda held: self._services.screenings.stop(held, reason),
            then=self._leave if they_have_left else self._come_back_to_now,
        )

    # -- panels ----------------------------------------------------------------------------------

    def open_sheet(self, sheet: Sheet) -> None:
        """Lay a panel over the page, in one action from anywhere."""
        self.show(replace(self.state, sheet=sheet))

    def close_sheet(self) -> None:
        """Back to the page; the escalation panel has been seen and stays open as a task (TI-06)."""
        was = self.state.sheet
        self.show(replace(self.state, sheet=None))
        if was is Sheet.ESCALATION and self._go_on_when_saved:
            self._go_on_when_saved = False
            self.go_on()

    def actions_recorded(self, still_open: tuple[Escalation, ...]) -> None:
        """An action record closed escalations; what stands open still is shown."""
        self._open = still_open
        self.show(replace(self._drawn(self.state), sheet=None))

    def set_side_by_side(self, *, on: bool) -> None:
        """Share the screen: worker-only parts leave it at once (TI-17, TI-04)."""
        self.show(replace(self.state, side_by_side=on, sheet=None if on else self.state.sheet))

    def nothing_changed(self) -> None:
        """The answer to "has anything changed?" after a break."""
        self.show(replace(self.state, asks_what_changed=False))

    def try_again(self) -> None:
        """Write again what could not be written."""
        self._writer.try_again()

    # -- inside ----------------------------------------------------------------------------------

    def _record(self, item: ItemId, code: AnswerCode, voice: str) -> None:
        shown = self.state.screening.with_answer(item, code, voice)
        self.show(self._drawn(replace(self.state, screening=shown, saved=Saved.SAVING)))
        self._writer.write(
            Change(
                write=lambda held: self._services.screenings.record_answer(held, item, code, voice),
                then=self._recorded,
            )
        )

    def _recorded(self, recorded: AnswerRecorded) -> None:
        self._open = (*self._open, *recorded.raised)
        self._take(recorded)
        if recorded.raised:
            self.show(replace(self._drawn(self._state), sheet=Sheet.ESCALATION))
        elif self._go_on_when_saved and self._state.saved is Saved.SAVED:
            self._go_on_when_saved = False
            self._go_to(self._path.after(self._state.page, self._state.screening))
        else:
            self._draw()

    def _change(
        self, job: Callable[[Screening], Screening], then: Callable[[], None] | None = None
    ) -> None:
        def written(recorded: AnswerRecorded) -> None:
            self._take(recorded)
            (then or self._draw)()

        self._writer.write(
            Change(write=lambda held: AnswerRecorded(screening=job(held), raised=()), then=written)
        )

    def _take(self, recorded: AnswerRecorded) -> None:
        """Take over what is durable, unless newer changes are still on their way."""
        if self._writer.is_idle:
            self._state = replace(
                self._state, screening=recorded.screening, saved=Saved.SAVED, notice=""
            )

    def _leave(self) -> None:
        self._left(self.state.screening)

    def _not_saved(self) -> None:
        self.show(replace(self.state, saved=Saved.NOT_SAVED, notice=NOT_SAVED_NOTICE))

    def _come_back_to_now(self) -> None:
        self._trail.clear()
        self._show_page(step_page(KnownStep.BACK_TO_NOW))

    def _go_to(self, page: Page | None) -> None:
        if page is None:
            self.show(replace(self.state, at_end=True))
            self._leave()
            return
        self._trail.append(self.state.page)
        self._show_page(page)

    def _show_page(self, page: Page) -> None:
        self.show(self._drawn(replace(self.state, page=page, sheet=None, asks_what_changed=False)))

    def _draw(self) -> None:
        self.show(self._drawn(self.state))

    def _drawn(self, state: ConversationState) -> ConversationState:
        page, screening = state.page, state.screening
        number, within = self._progress(page)
        question = intro = None
        if page.item is not None:
            question = question_view(
                self._path,
                screening,
                self._path.instrument.item(page.item),
                state.texts,
                self._earlier,
                ask_again=page.item in self._asked_again,
            )
        elif page.kind is PageKind.INTRO and page.section is not None:
            intro = intro_view(self._path, page.section, state.texts)
        return replace(
            state,
            question=question,
            intro=intro,
            step=KnownStep(page.step) if page.step is not None else None,
            is_check_in=page.kind is PageKind.CHECK_IN,
            part_number=number,
            part_within=within,
            flags=flag_views(self._path.instrument, screening),
            escalation=escalation_view(self._path.instrument, self._open, state.texts),
        )

    def _progress(self, page: Page) -> tuple[int, float]:
        """Part number from 0, and how far into it; never a percentage (TI-08)."""
        sections = [part.id for part in self._path.parts]
        if page.section is None:
            opening = page.step in {"A1", "A2", "A3", "A4"}
            return (0, 0.0) if opening else (len(sections) - 1, 1.0)
        items = self._path.items_of(page.section)
        at = items.index(page.item) if page.item in items else 0
        within = 1.0 if page.kind is PageKind.CHECK_IN else at / max(1, len(items))
        return sections.index(page.section), within
