"""What led to something: one reason a row, with where it points and a way to change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Rule
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One row: a sentence, what it means, an icon, and perhaps an action named by its verb."""

    text: str
    meaning: str = ""
    icon: str = "circle-question-mark"
    colour: Colour = Colour.INK_SOFT
    action: str = ""
    action_name: str = ""
    on_action: Callable[[], object] | None = None


class ReasonRow(QWidget):
    """Icon, sentence, meaning and action of one reason; also good for rows of things to do."""

    def __init__(
        self, reason: Reason, *, kind: ButtonKind = ButtonKind.LINK, name: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(14)
        row.addWidget(IconMark(reason.icon, reason.colour))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(reason.text, TextRole.STRONG))
        if reason.meaning:
            words.addWidget(Text(reason.meaning, TextRole.META))
        row.addLayout(words, 1)
        if reason.action:
            button = Button(
                reason.action, kind=kind, name=f"{name}-action", on_click=reason.on_action
            )
            button.setAccessibleName(reason.action_name or f"{reason.action}: {reason.text}")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class ReasonList(QWidget):
    """Reasons under each other; `show_reasons` replaces them."""

    def __init__(
        self,
        reasons: Sequence[Reason] = (),
        *,
        kind: ButtonKind = ButtonKind.LINK,
        ruled: bool = False,
        name: str = "reasons",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._kind = kind
        self._ruled = ruled
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.show_reasons(reasons)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Draw `reasons` in place of what was there."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, reason in enumerate(reasons):
            if self._ruled and place:
                self._column.addWidget(Rule())
            row = ReasonRow(reason, kind=self._kind, name=f"{self.objectName()}-{place}")
            self._column.addWidget(row)
