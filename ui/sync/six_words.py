"""Six words to be read aloud on the telephone, large and numbered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.widgets.card import Card, CardKind
from ui.widgets.text import Text, TextRole

_WORDS, _ACROSS = 6, 3


class SixWords(Card):
    """`<name>-N` is the N-th word, from 0."""

    def __init__(self, *, name: str) -> None:
        super().__init__(kind=CardKind.SOFT, name=name)
        self._words = [Text("", TextRole.DISPLAY, name=f"{name}-{n}") for n in range(_WORDS)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        for place, word in enumerate(self._words):
            row, column = divmod(place, _ACROSS)
            number = Text(f"{place + 1}", TextRole.META, wrap=False)
            grid.addWidget(number, row, 2 * column, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(word, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        self.add(grid)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Fill in the words, once there are six."""
        for text, word in zip(self._words, words, strict=False):
            text.setText(word)
        self.setVisible(bool(words))
