"""The bar on every screen: who to call now, and one click that hides the screen (TI-02, TI-03)."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.get_help_state import (
    EMERGENCY,
    MENTAL_HEALTH_CRISIS,
    GetHelpState,
)

NO_LEAD = "Safeguarding lead: not set yet"


class GetHelpBar(QFrame):
    """`help_requested` opens the numbers, `hide_requested` covers the screen."""

    help_requested = Signal()
    hide_requested = Signal()

    def __init__(self, state: GetHelpState) -> None:
        super().__init__()
        self.setObjectName("getHelpBar")
        self.setAccessibleName("Get help now")
        self._help = Button(
            "Get help now", kind=ButtonKind.QUIET, icon="life-buoy", name="getHelpBar-open"
        )
        self._help.clicked.connect(self.help_requested)
        self._lead = Text("", TextRole.META, name="getHelpBar-lead", wrap=False)
        self._hide = Button(
            "Hide screen", kind=ButtonKind.QUIET, icon="eye-off", name="getHelpBar-hide"
        )
        self._hide.clicked.connect(self.hide_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 3, 18, 3)
        row.setSpacing(8)
        numbers = FlowRow(
            self._help,
            Text(EMERGENCY.number, TextRole.STRONG, wrap=False),
            self._lead,
            Text(f"{MENTAL_HEALTH_CRISIS.number}: crisis line", TextRole.META, wrap=False),
            spacing=18,
        )
        row.addWidget(numbers, 1)
        row.addWidget(self._hide)
        self.show_state(state)

    def show_state(self, state: GetHelpState) -> None:
        """Show the local lead."""
        lead = ", ".join(filter(None, (state.lead_name, state.lead_number)))
        self._lead.setText(f"Safeguarding lead: {lead}" if lead else NO_LEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the bar from the page."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour(Colour.LINE))
        painter.end()
