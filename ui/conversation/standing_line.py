"""One quiet line over the worker's page while something still has to be acted on (TI-06)."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole

STANDING = "Safety steps to finish before you end"
OPEN_STANDING = "Open the steps"


class StandingLine(Card):
    """Says that steps are open, and opens them."""

    def __init__(self, open_steps: Callable[[], object]) -> None:
        super().__init__(kind=CardKind.SOFT, name="standing")
        self.body.setContentsMargins(18, 6, 10, 6)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconMark("shield-check"))
        row.addWidget(Text(STANDING, TextRole.STRONG, name="standing-text"), 1)
        row.addWidget(
            Button(
                OPEN_STANDING,
                kind=ButtonKind.QUIET,
                icon="list-checks",
                name="standing-open",
                on_click=open_steps,
            )
        )
        self.add(row)
