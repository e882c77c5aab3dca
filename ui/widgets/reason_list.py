"""What led to something: one reason a row, with where it points and a way to change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Rule
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole

NARROW = 430
"""Logical pixels at usual text size under which the buttons move under the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One row: a sentence, what it means, an icon, and perhaps an action named by its verb, and a second."""

    text: str
    meaning: str = ""
    icon: str = "circle-question-mark"
    colour: Colour = Colour.INK_SOFT
    action: str = ""
    action_name: str = ""
    on_action: Callable[[], object] | None = None
    second: str = ""
    on_second: Callable[[], object] | None = None


class ReasonRow(QWidget):
    """Icon, sentence, meaning and action of one reason; also good for rows of things to do."""

    def __init__(
        self, reason: Reason, *, kind: ButtonKind = ButtonKind.LINK, name: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 4, 0, 4)
        self._row.setSpacing(14)
        said = QHBoxLayout()
        said.setSpacing(14)
        said.addWidget(IconMark(reason.icon, reason.colour))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(reason.text, TextRole.STRONG))
        if reason.meaning:
            words.addWidget(Text(reason.meaning, TextRole.META))
        said.addLayout(words, 1)
        self._row.addLayout(said, 1)
        if reason.action or reason.second:
            self._row.addLayout(self._actions(reason, kind, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the words or, with little room, under them."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(under if narrow else beside)

    @staticmethod
    def _actions(reason: Reason, kind: ButtonKind, name: str) -> QHBoxLayout:
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addStretch(1)
        for words, on_click, place in (
            (reason.second, reason.on_second, "second"),
            (reason.action, reason.on_action, "action"),
        ):
            if words:
                button = Button(words, kind=kind, name=f"{name}-{place}", on_click=on_click)
                spoken = reason.action_name if place == "action" else ""
                button.setAccessibleName(spoken or f"{words}: {reason.text}")
                actions.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return actions


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
        """Draw `reasons` in place of what was there; the keyboard stays at its place in the list."""
        focused = QApplication.focusWidget()
        held = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, reason in enumerate(reasons):
            if self._ruled and place:
                self._column.addWidget(Rule())
            row = ReasonRow(reason, kind=self._kind, name=f"{self.objectName()}-{place}")
            self._column.addWidget(row)
            row.show()
        if held:
            self._give_back_focus(held)

    def _give_back_focus(self, held: str) -> None:
        """To the control of the same name, or the first one when its row has gone."""
        stops = [button for button in self.findChildren(Button) if button.isVisibleTo(self)]
        same = [button for button in stops if button.objectName() == held]
        for stop in (same or stops)[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
