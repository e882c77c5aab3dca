"""The strip under the conversation: back, other ways, saved, skip, continue, always at the same place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from ui.widgets.button import Button, ButtonKind
from ui.widgets.saved_tick import SavedState, SavedTick
from ui.widgets.sticky_strip import StickyFooter
from vrn_desktop.presenters.conversation.conversation_state import (
    ConversationState,
    Saved,
    Shown,
)

BACK = "Back"
SUBJECT = "Change subject"
SKIP_PART = "Skip this part"
SKIP = "Skip for now"
CONTINUE = "Continue"
SLOW_MS = 300
TICKS = {
    Saved.NOTHING_YET: SavedState.SAVED,
    Saved.SAVED: SavedState.SAVED,
    Saved.NOT_SAVED: SavedState.TRYING_AGAIN,
}
MOVES = (Shown.STEP, Shown.INTRO, Shown.QUESTION, Shown.CHECK_IN)


class SinglePress(QObject):
    """Lets the second half of a double click pass by: nobody skips a question they have not seen."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow double clicks."""
        return event.type() == QEvent.Type.MouseButtonDblClick


class ConversationFooter(StickyFooter):
    """Skip, skip part and change subject are one press each, and never ask (TI-20)."""

    def __init__(
        self,
        *,
        back: Callable[[], object],
        subject: Callable[[], object],
        skip_part: Callable[[], object],
        skip: Callable[[], object],
        go_on: Callable[[], object],
    ) -> None:
        self.back = Button(BACK, icon="arrow-left", name="footer-back", on_click=back)
        self.subject = Button(
            SUBJECT,
            kind=ButtonKind.QUIET,
            icon="message-circle",
            name="footer-subject",
            on_click=subject,
        )
        self.skip_part = Button(
            SKIP_PART,
            kind=ButtonKind.QUIET,
            icon="chevron-right",
            name="footer-skipPart",
            on_click=skip_part,
        )
        self.tick = SavedTick()
        self.skip = Button(SKIP, icon="skip-forward", name="footer-skip", on_click=skip)
        self.go_on = Button(
            CONTINUE,
            kind=ButtonKind.PRIMARY,
            icon="arrow-right",
            trailing_icon=True,
            name="footer-continue",
            on_click=go_on,
        )
        super().__init__(
            start=(self.back, self.subject, self.skip_part),
            middle=self.tick,
            end=(self.skip, self.go_on),
        )
        self._shown: Shown | None = None
        policy = self.tick.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.tick.setSizePolicy(policy)
        self.slow = QTimer(self)
        self.slow.setSingleShot(True)
        self.slow.setInterval(SLOW_MS)
        self.slow.timeout.connect(self._say_saving)
        self._single = SinglePress(self)
        for button in (self.back, self.skip_part, self.skip, self.go_on):
            button.installEventFilter(self._single)

    def draw(self, state: ConversationState) -> None:
        """Show what this page has."""
        shown = state.shown
        in_part = shown in (Shown.INTRO, Shown.QUESTION)
        self.back.setVisible(shown in MOVES)
        self.subject.setVisible(in_part)
        self.skip_part.setVisible(in_part)
        self.skip.setVisible(shown is Shown.QUESTION)
        self.go_on.setVisible(shown in (*MOVES, Shown.RESUME))
        self._draw_tick(state)
        if shown is not self._shown:
            self._shown = shown
            self._fit()

    def _draw_tick(self, state: ConversationState) -> None:
        """Say "saved" only when it is; a save that takes its time says so too."""
        if state.saved is Saved.SAVING and state.shown is not Shown.NOT_KEPT:
            self.tick.hide()
            if not self.slow.isActive():
                self.slow.start()
            return
        self.slow.stop()
        kept = state.shown is not Shown.NOT_KEPT
        self.tick.set_state(TICKS[state.saved] if kept else SavedState.NOT_KEPT)
        self.tick.setVisible(state.saved is not Saved.NOTHING_YET)

    def _say_saving(self) -> None:
        self.tick.set_state(SavedState.SAVING)
        self.tick.show()
