"""How a conversation moves: from page to page, each change durable, nothing shown that should wait."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from vrn_desktop.application.screening_service import AnswerRecorded
from vrn_desktop.application.services import Services
from vrn_desktop.domain.conversation_page import (
    CLOSING_AFTER_STOP,
    KnownStep,
    Page,
    PageKind,
    item_page,
    step_page,
)
from vrn_desktop.domain.identifiers import ItemId, StepId
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.presenters.conversation.conversation_state import (
    ConversationState,
    Ending,
    Saved,
    Sheet,
    Shown,
)
from vrn_desktop.presenters.conversation.opened_conversation import OpenedConversation
from vrn_desktop.presenters.conversation.page_drawing import PageDrawing
from vrn_desktop.presenters.conversation.screening_writer import Change, ScreeningWriter
from vrn_desktop.presenters.conversation.standing_escalations import StandingEscalations
from vrn_desktop.presenters.presenter import Presenter

To: TypeAlias = Callable[[Screening], Page | None]
"""Where to go, worked out from the answers once they are on the disk; None is the end."""

_KINDS = {
    PageKind.STEP: Shown.STEP,
    PageKind.INTRO: Shown.INTRO,
    PageKind.ITEM: Shown.QUESTION,
    PageKind.CHECK_IN: Shown.CHECK_IN,
}
BEFORE_ANY_QUESTION = (KnownStep.PRIVACY, KnownStep.AGREEMENT)
"""No question appears before these steps are done (TI-01, TI-13)."""


class ConversationFlow(Presenter[ConversationState]):
    """Pages, writing and waiting; what the user may ask for is in `ConversationPresenter`."""

    def __init__(
        self,
        services: Services,
        opened: OpenedConversation,
        *,
        left: Callable[[Screening, Ending], None],
        changing: ItemId | None = None,
        recording: bool = False,
    ) -> None:
        self._services = services
        self._path = opened.path
        self._left = left
        self._changing = changing
        self._recording = recording
        self._drawing = PageDrawing(opened.path, opened.screening, opened.earlier)
        self._standing = StandingEscalations(opened.path.instrument, opened.escalations)
        self._writer = ScreeningWriter(services.runner, opened.screening, trouble=self._not_saved)
        self._trail: list[Page] = []
        self._wanted: tuple[Page, To] | None = None
        self._ending: Ending | None = None
        self._sheet_after: Sheet | None = None
        self._gone = False
        page, shown = self._beginning(opened.screening)
        texts = services.content.texts()
        super().__init__(
            self._drawn(
                ConversationState(
                    screening=opened.screening,
                    page=page,
                    shown=shown,
                    texts=texts,
                    part_titles=self._drawing.part_titles,
                    escalation=self._standing.view(texts),
                )
            )
        )

    @property
    def is_saved(self) -> bool:
        """Whether everything said so far is on the disk."""
        return self._writer.is_idle

    @property
    def is_writing(self) -> bool:
        """Whether something is on its way to the disk; locking waits for it."""
        return self._writer.is_writing

    # -- writing ---------------------------------------------------------------------------------

    def _change(
        self,
        job: Callable[[Screening], Screening],
        *,
        shown: Screening | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Write `job`; `shown` is what the page shows meanwhile, `then` follows when it is durable."""
        self._record(
            lambda held: AnswerRecorded(screening=job(held), raised=()),
            shown=shown or self.state.screening,
            then=then,
        )

    def _record(
        self,
        write: Callable[[Screening], AnswerRecorded],
        *,
        shown: Screening,
        then: Callable[[], None] | None = None,
    ) -> None:
        saved = Saved.NOT_SAVED if self.state.saved is Saved.NOT_SAVED else Saved.SAVING
        self.show(self._drawn(replace(self.state, screening=shown, saved=saved)))
        self._writer.write(Change(write=write, then=lambda done: self._written(done, then)))

    def _written(self, recorded: AnswerRecorded, then: Callable[[], None] | None) -> None:
        raised = bool(recorded.raised) and self._standing.take_raised(recorded.raised)
        if self._writer.is_idle:
            self._standing.all_saved()
            self._state = replace(
                self._state, screening=recorded.screening, saved=Saved.SAVED, problem=""
            )
        if recorded.raised:
            self._state = replace(self._state, escalation=self._standing.view(self._state.texts))
        if raised and not self._state.side_by_side:
            self._state = replace(self._state, sheet=Sheet.ESCALATION)
        if then is not None:
            then()
        if self._writer.is_idle and self._wanted is not None:
            self._move(*self._wanted)
        else:
            self._draw()

    def _not_saved(self) -> None:
        fresh = self._standing.look_at_unsaved(self.state.screening.answers)
        state = replace(
            self.state, saved=Saved.NOT_SAVED, escalation=self._standing.view(self.state.texts)
        )
        if fresh and not state.side_by_side:
            state = replace(state, sheet=Sheet.ESCALATION)
        self.show(self._drawn(state))
        if self._wanted is not None:
            self._move(*self._wanted)

    # -- moving ----------------------------------------------------------------------------------

    def _move(self, start: Page, to: To) -> None:
        """Away from `start`, once, and only when nothing waits for the worker first (TI-05)."""
        self._wanted = (start, to)
        if start != self.state.page:
            self._wanted = None
            self._draw()
        elif self._standing.unseen:
            self._hold_back()
        elif self.state.saved is Saved.SAVING and not self._writer.is_idle:
            return
        elif self._changing is not None:
            self._leave(Ending.CHANGED)
        else:
            self._go_to(to(self.state.screening))

    def _hold_back(self) -> None:
        if self.state.side_by_side:
            self._show(Shown.HELD)
        else:
            self.show(replace(self.state, sheet=Sheet.ESCALATION))

    def _go_to(self, page: Page | None) -> None:
        if page is None:
            self._leave(Ending.AT_END)
            return
        if self.state.shown is not Shown.RESUME:
            self._trail.append(self.state.page)
        self._show_page(self._admitted(page))

    def _admitted(self, page: Page) -> Page:
        """The page itself, or the opening step that has to come before any question."""
        if page.kind is PageKind.STEP:
            return page
        done = self.state.screening.steps_done
        missing = [step for step in BEFORE_ANY_QUESTION if StepId(step.value) not in done]
        return step_page(missing[0]) if missing else page

    def _show_page(self, page: Page) -> None:
        self._wanted = None
        shared = self.state.side_by_side
        sheet = Sheet.ESCALATION if self._standing.unseen and not shared else None
        for_worker = shared and page.step == KnownStep.WORKER_CHECK.value
        shown = Shown.HELD if for_worker else _KINDS[page.kind]
        self.show(self._drawn(replace(self.state, page=page, shown=shown, sheet=sheet)))

    def _show(self, shown: Shown) -> None:
        self.show(self._drawn(replace(self.state, shown=shown, sheet=None)))

    def _back_to_page(self) -> None:
        self._show(_KINDS[self.state.page.kind])

    def _leave(self, ending: Ending) -> None:
        """Out of the window; while they hold the laptop themselves it first has to be handed back."""
        if self.state.side_by_side and self.state.own_hands:
            self._ending = ending
            self._show(Shown.HELD)
        elif not self._gone:
            self._gone = True
            self._left(self.state.screening, ending)

    def _come_back_to_now(self) -> None:
        self._trail.clear()
        self._show_page(step_page(KnownStep.BACK_TO_NOW))

    # -- the shared screen -----------------------------------------------------------------------

    def _back_to_worker(self, sheet: Sheet | None = None) -> None:
        """The worker has the screen for themselves again; what waited for them comes up."""
        waiting = Sheet.ESCALATION if self._standing.unseen else None
        self._state = replace(self.state, side_by_side=False, sheet=None, problem="")
        if self.state.shown is Shown.HELD:
            self._state = replace(self._state, shown=_KINDS[self.state.page.kind])
        self.show(self._drawn(replace(self._state, sheet=sheet or waiting)))
        self._leave_if_ended()

    def _leave_if_ended(self) -> None:
        if self._ending is not None and self.state.sheet is None:
            self._leave(self._ending)

    # -- drawing ---------------------------------------------------------------------------------

    def _draw(self) -> None:
        self.show(self._drawn(self.state))

    def _drawn(self, state: ConversationState) -> ConversationState:
        return self._drawing.draw(state)

    def _beginning(self, screening: Screening) -> tuple[Page, Shown]:
        if self._changing is not None:
            return item_page(self._path.instrument.item(self._changing)), Shown.QUESTION
        if not screening.steps_done:
            return self._path.first(), Shown.STEP
        page = self._path.page(screening.position)
        if screening.state is ScreeningState.STOPPED:
            closing = page.step in {step.value for step in CLOSING_AFTER_STOP}
            return page if closing else step_page(KnownStep.BACK_TO_NOW), Shown.STEP
        return page, Shown.RESUME
