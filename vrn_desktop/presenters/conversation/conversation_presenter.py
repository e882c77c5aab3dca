"""The conversation as it is held: one page at a time, every answer durable, nothing ever required."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from vrn_desktop.domain.agreement import AgreementToTalk
from vrn_desktop.domain.answer import Silence, Voice
from vrn_desktop.domain.conversation_page import KnownStep, PageKind
from vrn_desktop.domain.escalation import Escalation
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, SectionId, StepId
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.presenters.conversation.conversation_flow import ConversationFlow
from vrn_desktop.presenters.conversation.conversation_state import (
    WORKER_ONLY,
    Ending,
    Sheet,
    Shown,
)
from vrn_desktop.presenters.conversation.page_views import may_add_words
from vrn_desktop.presenters.error_text import told

TOLD_WORDS = "telling"
"""Under which key the words are kept that they said unasked (TI-10)."""

CHANGED_WORDS = "changed_since"
"""Under which key the words are kept that answer "has anything changed?" (TI-21)."""


class ConversationPresenter(ConversationFlow):
    """What worker and young person may do in the window.

    Every intent is one call, may come twice, and none asks "are you sure?". A new window begins where the
    conversation was left; `changing` opens one question alone and leaves when it is answered (TI-23).
    """

    # -- answers ---------------------------------------------------------------------------------

    def answer(self, code: AnswerCode) -> None:
        """The young person's (or carer's) answer to the question shown; silence is an answer like any other."""
        question = self.state.question
        voice = self.state.screening.voice
        if question is None or self.state.screening.answers.code(question.item, voice) == code:
            return
        self._answer(question.item, code, voice)

    def take_back(self) -> None:
        """The answer to the question shown is withdrawn; what it raised stays raised (TI-06, TI-23)."""
        question, held = self.state.question, self.state.screening
        if question is None or held.answers.code(question.item, held.voice) is None:
            return
        item, voice = question.item, held.voice
        self._change(
            lambda held: self._services.screenings.withdraw_answer(held, item, voice),
            shown=held.without_answer(item, voice),
        )

    def mark_not_asked(self) -> None:
        """The worker judges that it is not right to ask this now."""
        question = self.state.question
        if question is None or question.not_asked_chosen:
            return
        self.take_back()
        self._answer(question.item, AnswerCode(Silence.NOT_ASKED.value), Voice.WORKER.value)

    def keep_what_was_shared(self) -> None:
        """Nothing has changed since the last time: the earlier answer stands for today too (TI-40)."""
        question = self.state.question
        before = self._drawing.earlier(question.item) if question is not None else None
        if question is not None and before is not None:
            self._answer(question.item, before.code, self.state.screening.voice)
            self.go_on()

    def ask_again(self) -> None:
        """Something may have changed: put the question again."""
        if self.state.question is not None:
            self._drawing.ask_again(self.state.question.item)
            self._draw()

    def mark_flag(self, item: ItemId, code: AnswerCode) -> None:
        """A worker-only safety flag, at any time and without any question (TI-04)."""
        if self.state.screening.answers.code(item, Voice.WORKER) != code:
            self._answer(item, code, Voice.WORKER.value)

    def write_words(self, item: ItemId, words: str) -> None:
        """The young person's own words to a question; none is taken about harm (TI-09, TI-26)."""
        if may_add_words(self._path, self._path.instrument.item(item)):
            self._write_words(item, words)

    def write_step_words(self, step: KnownStep, words: str) -> None:
        """Their own words to a closing step: the summary read back, what matters to them (TI-26)."""
        self._write_words(step.value, words)

    def write_told(self, words: str) -> None:
        """What they said unasked, as they said it (TI-10)."""
        self._write_words(TOLD_WORDS, words)

    # -- pages -----------------------------------------------------------------------------------

    def go_on(self) -> None:
        """To the next page; a question may stay without an answer (TI-20)."""
        if self.state.shown not in (Shown.STEP, Shown.INTRO, Shown.QUESTION, Shown.CHECK_IN):
            return
        page, question = self.state.page, self.state.question
        if question is not None and question.not_asked_again:
            self.mark_not_asked()
        self._move(page, lambda held: self._path.after(page, held))

    def go_back(self) -> None:
        """To the page before, as it was left."""
        if self._changing is not None:
            self._leave(Ending.CHANGED)
        if self.state.shown is Shown.RESUME or self._changing is not None:
            return
        held = self.state.screening
        while self._trail:
            page = self._trail.pop()
            if self._path.is_visited(page, held):
                self._show_page(page)
                return
        before = self._path.before(self.state.page, held)
        if before is not None:
            self._show_page(before)

    def skip_item(self) -> None:
        """Leave this question for now (TI-20)."""
        question, held = self.state.question, self.state.screening
        if question is not None and not question.is_answered:
            item = question.item
            self._change(
                lambda held: self._services.screenings.skip_item(held, item),
                shown=replace(held, items_skipped=held.items_skipped | {item}),
            )
        self.go_on()

    def skip_section(self) -> None:
        """Leave out the rest of this part (TI-20)."""
        page, held = self.state.page, self.state.screening
        section = page.section
        if section is None:
            return
        if page.kind is not PageKind.CHECK_IN:
            self._change(
                lambda held: self._services.screenings.skip_section(held, section),
                shown=replace(held, sections_skipped=held.sections_skipped | {section}),
            )
        self._move(page, lambda held: self._path.after_section(section, held))

    def change_subject(self, section: SectionId) -> None:
        """Talk about another part now (TI-20)."""
        page, held = self.state.page, self.state.screening
        self.close_sheet()
        if section in held.sections_skipped:
            self._change(
                lambda held: self._services.screenings.take_up_section(held, section),
                shown=replace(held, sections_skipped=held.sections_skipped - {section}),
            )
        self._move(page, lambda _: self._path.start_of_section(section))

    def finish_step(self, step: KnownStep, notes: Mapping[str, str]) -> None:
        """A process step is done: keep what was noted and go on."""
        self._finish(lambda held: self._services.screenings.record_step(held, step, notes))

    def say_privacy(self, *, private: bool, notes: Mapping[str, str]) -> None:
        """Step A1: without privacy no `alone` question is shown (TI-01)."""
        service = self._services.screenings
        self._finish(lambda held: service.record_privacy(held, private=private, notes=notes))

    def agree(self, agreement: AgreementToTalk, notes: Mapping[str, str]) -> None:
        """Step A3: they agreed to talk, by the route for their age (CO-01 to CO-03)."""
        service = self._services.screenings
        self._finish(lambda held: service.record_agreement(held, agreement, notes))

    def talk_without_keeping(self, agreement: AgreementToTalk, notes: Mapping[str, str]) -> None:
        """Step A3: no agreement. That is kept, nothing else is; help stays open to them (TI-24)."""
        service = self._services.screenings
        self._change(
            lambda held: service.stop(service.record_agreement(held, agreement, notes)),
            then=lambda: self._show(Shown.NOT_KEPT),
        )

    def end_without_keeping(self) -> None:
        """The end of a talk of which nothing was kept."""
        if self.state.shown is Shown.NOT_KEPT:
            self._leave(Ending.NOT_KEPT)

    def carry_on(self, *, private: bool, words: str) -> None:
        """After a break: what has changed, and whether this place is private (TI-21, TI-01)."""
        if self.state.shown is not Shown.RESUME:
            return
        self._write_words(CHANGED_WORDS, words)
        service = self._services.screenings
        notes = dict(self.state.screening.step_notes.get(StepId(KnownStep.PRIVACY.value), {}))
        self._change(
            lambda held: service.record_privacy(held, private=private, notes=notes),
            then=self._take_up,
        )

    # -- breaks and endings ----------------------------------------------------------------------

    def rest(self) -> None:
        """A quiet page for a while; nothing about anybody stands on it."""
        self._show(Shown.RESTING)

    def end_rest(self) -> None:
        """Back to where they were."""
        if self.state.shown is Shown.RESTING:
            self._back_to_page()

    def pause(self) -> None:
        """Keep everything for later, the same or another day; an answer given is not shown again (TI-21)."""
        page, question = self.state.page, self.state.question
        if question is not None and question.is_answered:
            page = self._path.after(page, self.state.screening) or page
        self._change(
            lambda held: self._services.screenings.pause(held, page),
            then=lambda: self._leave(Ending.PAUSED),
        )

    def stop(
        self, reason: str = "", *, they_have_left: bool = False, withdraws: bool = False
    ) -> None:
        """Stop for good, with or without a reason; still comes back to now unless they left (TI-12).

        `withdraws`: they also take back their agreement to talk (CO-07).
        """
        if self.state.screening.state is ScreeningState.STOPPED:
            self.close_sheet()
            if they_have_left:
                self._leave(Ending.THEY_LEFT)
            return

        def write(held: Screening) -> Screening:
            if withdraws:
                self._services.screenings.withdraw_agreement(held.id)
            return self._services.screenings.stop(held, reason)

        then = self._come_back_to_now
        self._change(
            write, then=(lambda: self._leave(Ending.THEY_LEFT)) if they_have_left else then
        )

    # -- panels ----------------------------------------------------------------------------------

    def open_sheet(self, sheet: Sheet) -> None:
        """Lay a panel over the page; what only the worker may see ends the sharing first (TI-04)."""
        if not (self.state.side_by_side and sheet in WORKER_ONLY):
            self.show(self._drawn(replace(self.state, sheet=sheet)))
        elif self.state.own_hands:
            self._sheet_after = sheet
            self.show(self._drawn(replace(self.state, sheet=Sheet.HAND_BACK, problem="")))
        else:
            self._back_to_worker(sheet)

    def close_sheet(self) -> None:
        """Back to the page; an escalation panel has been seen and stays open as a task (TI-06)."""
        was = self.state.sheet
        if was in (Sheet.ESCALATION, Sheet.ACTION_RECORD):
            self._standing.unseen = False
        self.show(self._drawn(replace(self.state, sheet=None, problem="")))
        if self._standing.unseen and not self.state.side_by_side:
            self.show(self._drawn(replace(self.state, sheet=Sheet.ESCALATION)))
        elif was is Sheet.ESCALATION and self._wanted is not None:
            self._move(*self._wanted)
        elif was is Sheet.ACTION_RECORD and self._recording:
            self._leave(Ending.RECORDED)
        self._leave_if_ended()

    def actions_recorded(self, escalations: tuple[Escalation, ...]) -> None:
        """An action record closed escalations; what stands open still is shown."""
        self._standing.take_all(escalations)
        self.show(replace(self.state, escalation=self._standing.view(self.state.texts)))
        self.close_sheet()

    def share_screen(self) -> None:
        """Look at the screen together: everything that is the worker's leaves it at once (TI-17, TI-04)."""
        self.show(self._drawn(replace(self.state, side_by_side=True, sheet=None)))

    def stop_sharing(self) -> None:
        """The worker has the screen for themselves again; after own hands only with their passphrase."""
        if self.state.side_by_side and self.state.own_hands:
            self._sheet_after = None
            self.show(self._drawn(replace(self.state, sheet=Sheet.HAND_BACK, problem="")))
        elif self.state.side_by_side:
            self._back_to_worker()

    def hand_back(self, passphrase: str) -> None:
        """The worker takes the laptop back with their passphrase."""
        self._services.runner.run(
            lambda: self._services.people.confirm_passphrase(passphrase),
            then=lambda _: self._back_to_worker(self._sheet_after),
            failed=lambda error: self.show(replace(self.state, problem=told(error))),
        )

    def try_again(self) -> None:
        """Write again what could not be written."""
        self._writer.try_again()

    # -- inside ----------------------------------------------------------------------------------

    def _answer(self, item: ItemId, code: AnswerCode, voice: str) -> None:
        self._record(
            lambda held: self._services.screenings.record_answer(held, item, code, voice),
            shown=self.state.screening.with_answer(item, code, voice),
        )

    def _write_words(self, key: str, words: str) -> None:
        held = self.state.screening
        if words != held.own_words.get(key, ""):
            self._change(
                lambda held: self._services.screenings.record_words(held, key, words),
                shown=held.with_words(key, words),
            )

    def _finish(self, job: Callable[[Screening], Screening]) -> None:
        page = self.state.page
        self._change(job, then=lambda: self._move(page, lambda held: self._path.after(page, held)))

    def _take_up(self) -> None:
        page, held = self.state.page, self.state.screening
        visited = page if self._path.is_visited(page, held) else self._path.after(page, held)
        if self.state.shown is Shown.RESUME:
            self._go_to(visited)
