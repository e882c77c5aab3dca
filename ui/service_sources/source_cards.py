"""The sources that are there, each with what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.service_sources.sources_state import SourceLine

LOOK, RENEW, REMOVE = "Look for changes", "Bring in a newer file", "Take it out…"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceActions:
    """What the buttons of a source do."""

    look: Callable[[SourceLine], None]
    renew: Callable[[SourceLine], None]
    remove: Callable[[SourceLine], None]


class SourceCards(QWidget):
    """`source-N` is the N-th source, with `-look`, `-renew` and `-remove`."""

    def __init__(self, actions: SourceActions) -> None:
        super().__init__()
        self.setObjectName("sources-list")
        self._actions = actions
        self._drawn: tuple[tuple[SourceLine, ...], bool] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_lines(self, lines: tuple[SourceLine, ...], *, may_change: bool) -> None:
        """Draw the sources; those who may not change them see no buttons."""
        if self._drawn == (lines, may_change):
            return
        self._drawn = (lines, may_change)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(lines):
            self._column.addWidget(self._card(line, f"source-{place}", may_change=may_change))

    def _card(self, line: SourceLine, name: str, *, may_change: bool) -> Card:
        card = Card(Text(line.name, TextRole.SECTION), Text(line.detail), name=name)
        if not (line.is_feed and may_change):
            return card
        look = [
            self._button(LOOK, "refresh-cw", f"{name}-look", line, self._actions.look),
        ]
        rest = [
            self._button(RENEW, "file-text", f"{name}-renew", line, self._actions.renew),
            self._button(REMOVE, "trash-2", f"{name}-remove", line, self._actions.remove),
        ]
        card.add(FlowRow(*(look if line.has_address else []), *rest))
        return card

    @staticmethod
    def _button(
        words: str, icon: str, name: str, line: SourceLine, act: Callable[[SourceLine], None]
    ) -> Button:
        button = Button(
            words,
            kind=ButtonKind.SECONDARY,
            icon=icon,
            name=name,
            on_click=lambda: act(line),
        )
        button.setAccessibleName(f"{words.rstrip('…')}: {line.name}")
        return button
