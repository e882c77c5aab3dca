"""The bar on every screen: who to call now, and one click that hides the screen (TI-02, TI-03)."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.get_help_state import (
    EMERGENCY,
    MENTAL_HEALTH_CRISIS,
    GetHelpState,
)

NO_LEAD = "not set yet"
MARGIN = 18
SPACING = 16


class GetHelpBar(QFrame):
    """`help_requested` opens the numbers, `hide_requested` covers the screen."""

    help_requested = Signal()
    hide_requested = Signal()

    def __init__(self, state: GetHelpState) -> None:
        super().__init__()
        self.setObjectName("getHelpBar")
        self.setAccessibleName("Get help now")
        self._state = state
        self._help = Button(
            "Get help now", kind=ButtonKind.QUIET, icon="life-buoy", name="getHelpBar-open"
        )
        self._help.clicked.connect(self.help_requested)
        self._emergency = Text(EMERGENCY.number, TextRole.STRONG, wrap=False)
        self._lead = Text("", TextRole.META, name="getHelpBar-lead", wrap=False)
        self._crisis = Text("", TextRole.META, name="getHelpBar-crisis", wrap=False)
        self._hide = Button(
            "Hide screen", kind=ButtonKind.QUIET, icon="eye-off", name="getHelpBar-hide"
        )
        self._hide.clicked.connect(self.hide_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 3, MARGIN, 3)
        row.setSpacing(SPACING)
        for widget in self._parts():
            row.addWidget(widget)
        row.insertStretch(len(self._parts()) - 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)
        self.show_state(state)

    def show_state(self, state: GetHelpState) -> None:
        """Show the local lead."""
        self._state = state
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it shorter in a narrow window; the numbers always stay."""
        super().resizeEvent(event)
        self._fit()

    def _parts(self) -> tuple[QWidget, ...]:
        return (self._help, self._emergency, self._lead, self._crisis, self._hide)

    def _fit(self) -> None:
        state = self._state
        lead = ", ".join(filter(None, (state.lead_name, state.lead_number)))
        crisis = MENTAL_HEALTH_CRISIS.number
        wide = (f"Safeguarding lead: {lead or NO_LEAD}", f"{crisis}: crisis line")
        close, closest = (lead or NO_LEAD, crisis), (state.lead_number or NO_LEAD, crisis)
        room = self.width() - 2 * MARGIN - SPACING * (len(self._parts()) + 1)
        compact = self._need(wide, compact=False) > room
        words = wide
        if compact:
            words = close if self._need(close, compact=True) <= room else closest
        self._help.set_compact(compact)
        self._hide.set_compact(compact)
        self._lead.setText(words[0])
        self._crisis.setText(words[1])

    def _need(self, words: tuple[str, str], *, compact: bool) -> int:
        buttons = (self._help, self._hide)
        metrics = self._lead.fontMetrics()
        return (
            sum(button.icon_width() if compact else button.full_width() for button in buttons)
            + self._emergency.sizeHint().width()
            + sum(metrics.horizontalAdvance(word) for word in words)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the bar from the page."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour(Colour.LINE))
