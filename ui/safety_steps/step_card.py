"""One safety step: its number, what to do, and beside it whom to call, in large figures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card, CardKind
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.get_help_state import HelpLine
from vrn_desktop.presenters.safety_steps.safety_steps_presenter import SafetyStep

NUMBERS_SHARE = 42
"""Per cent of a card's width that its numbers take where they stand beside the words."""


class StepCard(Card):
    """Numbers stand beside the words, or under them where there is little room."""

    def __init__(self, step: SafetyStep, *, place: int, name: str) -> None:
        super().__init__(name=name)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(IconMark(step.icon, size=28), 0, Qt.AlignmentFlag.AlignTop)
        words = _words(step, place)
        if step.lines:
            columns = TwoColumns(side_share=NUMBERS_SHARE, name=f"{name}-columns")
            columns.main.addWidget(words)
            for line in step.lines:
                columns.side.addWidget(_number(line))
            row.addWidget(columns, 1)
        else:
            row.addWidget(words, 1)
        self.add(row)


def _words(step: SafetyStep, place: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(Text(f"{place}. {step.title}", TextRole.SECTION))
    column.addWidget(Text(step.words))
    return holder


def _number(line: HelpLine) -> Card:
    """The number as large as anything on the page, and who answers."""
    card = Card(
        Text(line.number, TextRole.FIGURE),
        Text(line.who, TextRole.STRONG),
        kind=CardKind.SOFT,
        spacing=0,
    )
    card.body.setContentsMargins(18, 10, 18, 12)
    if line.note:
        card.add(Text(line.note, TextRole.META))
    return card
