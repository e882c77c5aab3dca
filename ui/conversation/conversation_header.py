"""The strip over the conversation: where we are, and what is always one press away."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button
from ui.widgets.section_progress import SectionProgress
from ui.widgets.sticky_strip import StickyHeader
from vrn_desktop.presenters.conversation.conversation_state import ConversationState

FLAGS = "Safety flag"
TELLING = "They are telling me"
SIDE_BY_SIDE = "Side by side"
HIDE = "Hide screen"
PAUSE = "Pause or stop"
DOT = 12
PROGRESS_WIDTH = 340


class WaitingDot(QWidget):
    """Something waits for the worker; neutral, and without words while the screen is shared (TI-05)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("waitingDot")
        self.setFixedSize(QSize(DOT, DOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a small quiet dot."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.INK_FAINT))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))


class ConversationHeader(StickyHeader):
    """Progress as "Part 2 of 9", then the buttons; in a narrow window they show their icons alone."""

    def __init__(
        self,
        *,
        flags: Callable[[], object],
        telling: Callable[[], object],
        side_by_side: Callable[[], object],
        hide: Callable[[], object],
        pause: Callable[[], object],
    ) -> None:
        self.progress = SectionProgress((" ",), 0)
        self.progress.setMaximumWidth(theme.px(PROGRESS_WIDTH))
        self.dot = WaitingDot()
        self.flags = Button(FLAGS, icon="flag", name="header-flags", on_click=flags)
        self.telling = Button(
            TELLING, icon="message-square-quote", name="header-telling", on_click=telling
        )
        self.side_by_side = Button(
            SIDE_BY_SIDE, icon="users", name="header-sideBySide", on_click=side_by_side
        )
        self.side_by_side.setCheckable(True)
        self.hide_screen = Button(HIDE, icon="eye-off", name="header-hide", on_click=hide)
        self.pause = Button(PAUSE, icon="pause", name="header-pause", on_click=pause)
        self._shared: bool | None = None
        start = QWidget()
        row = QHBoxLayout(start)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.progress, 100)
        row.addWidget(self.dot)
        row.addStretch(1)
        super().__init__(
            start=start,
            buttons=(self.flags, self.telling, self.side_by_side, self.hide_screen, self.pause),
        )
        # The help bar says "Hide screen" in words already, so here it loses its words first.
        self._widgets = (
            start,
            self.hide_screen,
            self.flags,
            self.side_by_side,
            self.telling,
            self.pause,
        )

    def draw(self, state: ConversationState) -> None:
        """Show where we are; what is the worker's leaves the shared screen."""
        self.progress.set_progress(state.part_titles, state.part_number, within=state.part_within)
        shared = state.side_by_side
        self.dot.setVisible(shared and state.escalation is not None)
        self.side_by_side.setChecked(shared)
        if shared != self._shared:
            self._shared = shared
            self.flags.setVisible(not shared)
            self.telling.setVisible(not shared)
            self._fit()
