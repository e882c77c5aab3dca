"""A row of small switches of which at most one is on: which list, which day, yes or no."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.widgets.button import Button
from ui.widgets.flow_row import FlowRow


class ChoiceChips(FlowRow):
    """Tells `chosen` with the code when the user chose; chips are named `<name>-<code>`."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[str, str]], *, name: str) -> None:
        super().__init__(spacing=8, name=name)
        self._chips: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for code, words in choices:
            self.add_choice(code, words)

    def add_choice(self, code: str, words: str) -> None:
        """One more switch, last in the row."""
        chip = Button(words, name=f"{self.objectName()}-{code}")
        chip.setCheckable(True)
        chip.clicked.connect(lambda _on: self.chosen.emit(code))
        self._group.addButton(chip)
        self._chips[code] = chip
        self.add(chip)

    def chip(self, code: str) -> QWidget:
        """The switch of one code, for the focus."""
        return self._chips[code]

    def set_chosen(self, code: str | None) -> None:
        """Show `code` as on, or none of them; does not tell `chosen`."""
        if code in self._chips:
            self._chips[code].setChecked(True)
            return
        self._group.setExclusive(False)
        for chip in self._chips.values():
            chip.setChecked(False)
        self._group.setExclusive(True)

    def set_words(self, code: str, words: str) -> None:
        """Change the words of one switch, for example its count."""
        self._chips[code].setText(words)
