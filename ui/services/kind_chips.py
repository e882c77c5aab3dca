"""The kinds of help as small switches, any number of which are on."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal

from ui.widgets.button import Button
from ui.widgets.flow_row import FlowRow
from vrn_desktop.domain.identifiers import CategoryId


class KindChips(FlowRow):
    """Tells `changed` all chosen kinds, in the content's order, when somebody pressed one."""

    changed = Signal(object)

    def __init__(self, kinds: Sequence[tuple[CategoryId, str]], *, name: str) -> None:
        super().__init__(spacing=8, name=name)
        self.setAccessibleName("Kinds of help")
        self._chips: dict[CategoryId, Button] = {}
        for kind, words in kinds:
            chip = Button(words, name=f"{name}-{kind}")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on: self._tell())
            self._chips[kind] = chip
            self.add(chip)

    @property
    def chosen(self) -> tuple[CategoryId, ...]:
        """The kinds that are on."""
        return tuple(kind for kind, chip in self._chips.items() if chip.isChecked())

    def set_chosen(self, kinds: Collection[CategoryId]) -> None:
        """Show these kinds as on; does not tell `changed`."""
        for kind, chip in self._chips.items():
            chip.setChecked(kind in kinds)
            chip.set_icon("check" if kind in kinds else "")

    def _tell(self) -> None:
        self.set_chosen(self.chosen)
        self.changed.emit(self.chosen)
