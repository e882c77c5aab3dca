"""I checked this today: still right, or something has changed; and who looked before."""

from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.directory.service_page_state import CheckLine, ServicePageState

TITLE, LEAD = "Is it still right?", "Call or look at their page, then say what you found."
RIGHT, CHANGED, KEEP, NOT_NOW = (
    "I checked it today: still right",
    "Something has changed",
    "Keep this",
    "Not now",
)
WHAT = "What has changed?"
WHAT_HINT = "For example: the number is another one. Write nothing about a young person here."
BEFORE, NOBODY = "Looked at before", "No colleague has looked yet."


class Checking(Protocol):
    """What somebody who looks whether it is right may do."""

    def still_right(self) -> None:
        """Everything is right."""

    def begin_change(self) -> None:
        """Something is not."""

    def note_change(self, what: str) -> None:
        """Keep what is not."""

    def leave_it(self) -> None:
        """Say nothing."""


class CheckCard(Card):
    """Draws the last look and the history, and takes a new look."""

    def __init__(self, checking: Checking) -> None:
        super().__init__(kind=CardKind.SOFT, name="service-check")
        self._drawn: tuple[CheckLine, ...] | None = None
        self._checked = Text("", TextRole.STRONG, name="service-checked")
        right = Button(RIGHT, icon="check", name="service-right", on_click=checking.still_right)
        self._changed = Button(CHANGED, name="service-changed", on_click=checking.begin_change)
        self._what = PlainLine(name="service-what")
        self._field = LabelledField(WHAT, self._what, hint=WHAT_HINT, name="service-what-field")
        self._what.returnPressed.connect(lambda: checking.note_change(self._what.text()))
        keep = Button(
            KEEP,
            kind=ButtonKind.PRIMARY,
            name="service-keep-change",
            on_click=lambda: checking.note_change(self._what.text()),
        )
        leave = Button(
            NOT_NOW, kind=ButtonKind.QUIET, name="service-leave-change", on_click=checking.leave_it
        )
        self._keeping = FlowRow(keep, leave)
        self._history = QVBoxLayout()
        self._history.setSpacing(4)
        self.add(Text(TITLE, TextRole.SECTION))
        self.add(self._checked)
        self.add(Text(LEAD, TextRole.META))
        self.add(FlowRow(right, self._changed))
        self.add(self._field)
        self.add(self._keeping)
        self.add(Text(BEFORE, TextRole.STRONG))
        self.add(self._history)
        self._noting = False

    def draw(self, state: ServicePageState) -> None:
        """Show how far it was checked."""
        if state.page is None:
            return
        self._checked.setText(state.page.checked)
        self._field.setVisible(state.is_noting_change)
        self._keeping.setVisible(state.is_noting_change)
        self._field.set_problem(state.change_problem)
        if state.is_noting_change != self._noting:
            self._noting = state.is_noting_change
            self._what.clear()
            if self._noting:
                self._what.setFocus()
        if state.page.checks != self._drawn:
            self._drawn = state.page.checks
            self._fill(state.page.checks)

    def _fill(self, checks: tuple[CheckLine, ...]) -> None:
        while (item := self._history.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, check in enumerate(checks):
            words = f"{check.when}. {check.what}"
            self._history.addWidget(Text(words, TextRole.META, name=f"service-look-{place}"))
        if not checks:
            self._history.addWidget(Text(NOBODY, TextRole.META))
