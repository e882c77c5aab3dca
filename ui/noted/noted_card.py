"""One part of what was noted: label, answer, and a way back to the question."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, Rule
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.presenters.noted_state import NotedLine, NotedPart

NARROW = 560
"""Logical pixels at usual text size under which the answer moves under its label."""


class NotedRow(QWidget):
    """Label at the start, answer beside it, "Change" at the end."""

    def __init__(self, line: NotedLine, *, name: str, change: Callable[[ItemId], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(12)
        self._row.addWidget(Text(line.label), 32)
        answer = QVBoxLayout()
        answer.setSpacing(1)
        role = TextRole.STRONG if line.answered else TextRole.META
        answer.addWidget(Text(line.answer, role))
        if line.own_words:
            answer.addWidget(Text(f"“{line.own_words}”", TextRole.QUOTE))
        self._row.addLayout(answer, 54)
        item = line.item
        if item is not None:
            link = Button(
                "Change",
                kind=ButtonKind.LINK,
                name=f"{name}-change",
                on_click=lambda: change(item),
            )
            link.setAccessibleName(f"Change: {line.label}")
            self._row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answer beside or under its label."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(under if narrow else beside)


class NotedCard(Card):
    """A part with its lines."""

    def __init__(self, part: NotedPart, *, name: str, change: Callable[[ItemId], object]) -> None:
        super().__init__(Text(part.title, TextRole.SECTION), name=name, spacing=6)
        if part.words:
            self.add(Text(part.words, TextRole.META))
        for place, line in enumerate(part.lines):
            if place:
                self.add(Rule())
            self.add(NotedRow(line, name=f"{name}-{place}", change=change))
        if part.not_asked:
            if part.lines:
                self.add(Rule())
            self.add(Text(part.not_asked, TextRole.META, name=f"{name}-not-asked"))
