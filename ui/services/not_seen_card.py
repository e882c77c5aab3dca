"""Why am I not seeing ...? A name is typed, and the reasons are said, each with a way to see it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.presenters.directory.finding_state import FindingState
from vrn_desktop.presenters.directory.not_seen_words import NotSeenLine

TITLE = "Is one missing that you know?"
ASK, SAY_WHY, SHOW, OPEN = "Its name", "Why am I not seeing it?", "Show it in the list", "Open it"


class NotSeenCard(Card):
    """Nothing is a dead end: what a filter hides can be shown, what is gone can be looked at."""

    def __init__(
        self,
        *,
        name: str,
        why_not: Callable[[str], None],
        show_it: Callable[[int], None],
        open_it: Callable[[ServiceId], None],
    ) -> None:
        super().__init__(name=name)
        self._show_it, self._open_it = show_it, open_it
        self._drawn: tuple[NotSeenLine, ...] = ()
        self._line = PlainLine(name=f"{name}-line", placeholder=ASK)
        self._line.setAccessibleName(f"{TITLE} {ASK}")
        self._line.setMinimumWidth(theme.px(260))
        self._line.returnPressed.connect(lambda: why_not(self._line.text()))
        ask = Button(SAY_WHY, name=f"{name}-ask", on_click=lambda: why_not(self._line.text()))
        self._answers = QVBoxLayout()
        self._answers.setSpacing(10)
        self.add(Text(TITLE, TextRole.SECTION))
        self.add(FlowRow(self._line, ask))
        self.add(self._answers)

    def draw(self, state: FindingState) -> None:
        """Show the reasons."""
        if state.not_seen == self._drawn:
            return
        self._drawn = state.not_seen
        if not state.not_seen:
            self._line.clear()
        while (item := self._answers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(state.not_seen):
            self._answers.addWidget(self._answer(place, line))

    def _answer(self, place: int, line: NotSeenLine) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if line.name:
            column.addWidget(Text(line.name, TextRole.STRONG))
        column.addWidget(Text("\n".join(line.reasons), name=f"{self.objectName()}-why-{place}"))
        row = FlowRow(spacing=12)
        if line.can_be_shown:
            row.add(
                Button(
                    SHOW,
                    kind=ButtonKind.LINK,
                    name=f"{self.objectName()}-show-{place}",
                    on_click=partial(self._show_it, place),
                )
            )
        if line.service is not None:
            row.add(
                Button(
                    OPEN,
                    kind=ButtonKind.LINK,
                    name=f"{self.objectName()}-open-{place}",
                    on_click=partial(self._open_it, line.service),
                )
            )
            column.addWidget(row)
        return holder
