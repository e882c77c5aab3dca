"""Texts on a page: never read as rich text, aligned by the page's reading direction."""

import re
from enum import StrEnum
from itertools import pairwise
from unicodedata import category

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.fonts import load_fonts_for

LONGEST_WORD, PIECE = 40, 16
BREAK, JOINER = "\u200b", "\u200d"


class TextRole(StrEnum):
    """How a text looks; the sizes are in the style sheet."""

    QUESTION = "question"
    DISPLAY = "display"
    TITLE = "title"
    SECTION = "section"
    LEAD = "lead"
    BODY = "body"
    STRONG = "strong"
    META = "meta"
    CAPS = "caps"
    FIGURE = "figure"
    ERROR = "error"
    QUOTE = "quote"


class Text(QLabel):
    """A plain text that wraps; people's words in it are never parsed (security.md 4)."""

    def __init__(
        self,
        text: str,
        role: TextRole = TextRole.BODY,
        *,
        name: str = "",
        wrap: bool = True,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setWordWrap(wrap)
        self.setObjectName(name)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._align()
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`, loading the fonts of its scripts first."""
        load_fonts_for(text)
        super().setText(_with_places_to_break(text) if self.wordWrap() else text)

    def set_role(self, role: TextRole) -> None:
        """Change how the text looks."""
        self.setProperty("role", role.value)
        self.style().unpolish(self)
        self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the page when its reading direction changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        if self._centred:
            side = Qt.AlignmentFlag.AlignHCenter
        elif self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        else:
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)


def _with_places_to_break(text: str) -> str:
    """Let a word that is longer than any line go on in the next one, between whole characters."""
    if len(text) <= LONGEST_WORD or all(len(word) <= LONGEST_WORD for word in text.split()):
        return text
    return re.sub(rf"\S{{{LONGEST_WORD + 1},}}", lambda word: _broken(word.group()), text)


def _broken(word: str) -> str:
    pieces: list[str] = []
    since = 0
    for before, character in pairwise(f" {word}"):
        joined = category(character) in {"Mn", "Me", "Mc", "Cf", "Sk"} or before == JOINER
        if since >= PIECE and not joined:
            pieces.append(BREAK)
            since = 0
        pieces.append(character)
        since += 1
    return "".join(pieces)
