"""The backups to choose from: those on this laptop as cards, and one from a stick."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.backup.backup_words import BackupRow
from vrn_desktop.presenters.backup.restore_presenter import RestoreState

QUESTION = "Which backup?"
NONE_HERE = "There is no backup on this laptop. Plug in the stick with a copy."
FROM_STICK = "Choose one on a stick"
CHOSEN_ELSEWHERE = "Chosen: {name}"
LOOKING = "Looking for backups…"
DETAIL = "{age}, {size}"


class BackupChoice(QWidget):
    """Tells `chosen` with the file; `<name>-<place>` are the cards, newest first."""

    def __init__(
        self,
        *,
        chosen: Callable[[Path], None],
        from_stick: Callable[[], None],
        name: str,
    ) -> None:
        super().__init__()
        self._chosen = chosen
        self._rows: tuple[BackupRow, ...] = ()
        self._group: ChoiceGroup | None = None
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(12)
        self._loading = LoadingState(LOOKING, name=f"{name}-loading")
        self._none = Text(NONE_HERE, name=f"{name}-none")
        self._elsewhere = Text("", TextRole.STRONG, name=f"{name}-elsewhere")
        self._stick = Button(FROM_STICK, icon="usb", name=f"{name}-stick", on_click=from_stick)
        for part in (self._loading, self._none, self._elsewhere, FlowRow(self._stick)):
            self._column.addWidget(part)
        self._loading.start()

    def show_backups(self, state: RestoreState) -> None:
        """Draw what there is, and which one is chosen."""
        if state.listed:
            self._loading.stop()
        self._none.setVisible(state.listed and not state.rows)
        if state.rows != self._rows:
            self._build(state.rows)
        here = next((row for row in self._rows if row.path == state.backup), None)
        if self._group is not None:
            self._group.set_chosen(str(self._rows.index(here)) if here is not None else None)
        elsewhere = state.backup is not None and here is None
        self._elsewhere.setVisible(elsewhere)
        if elsewhere and state.backup is not None:
            self._elsewhere.setText(CHOSEN_ELSEWHERE.format(name=state.backup.name))

    def first_field(self) -> QWidget:
        """The newest backup, or the way to one on a stick."""
        return self._stick if self._group is None else self._group.card("0")

    def _build(self, rows: tuple[BackupRow, ...]) -> None:
        if self._group is not None:
            self._column.removeWidget(self._group)
            self._group.hide()
            self._group.deleteLater()
            self._group = None
        self._rows = rows
        if rows:
            self._group = ChoiceGroup(
                [
                    Choice(
                        code=str(place),
                        text=row.made,
                        hint=DETAIL.format(age=row.age[:1].upper() + row.age[1:], size=row.size),
                    )
                    for place, row in enumerate(rows)
                ],
                question=QUESTION,
                name=self.objectName(),
            )
            self._group.chosen.connect(lambda code: self._chosen(self._rows[int(code)].path))
            self._column.insertWidget(0, self._group)
