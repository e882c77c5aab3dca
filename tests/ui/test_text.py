"""A word that is longer than any line goes on in the next one; everything else stays as it was written."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.text import BREAK, JOINER, LONGEST_WORD, Text

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize("words", ["", "Kay", "a letter to take home", "W" * LONGEST_WORD])
def test_ordinary_words_stay_as_they_are(qtbot: QtBot, words: str) -> None:
    text = Text(words)
    qtbot.addWidget(text)
    assert text.text() == words


def test_a_word_longer_than_any_line_fits_into_a_narrow_page(qtbot: QtBot) -> None:
    text = Text(f"Dear {'W' * 200},")
    qtbot.addWidget(text)
    text.ensurePolished()
    assert text.minimumSizeHint().width() < 600
    assert text.text().replace(BREAK, "") == f"Dear {'W' * 200},"


def test_no_character_is_taken_apart(qtbot: QtBot) -> None:
    text = Text(FAMILY * 20 + "e\u0301" * 60)
    qtbot.addWidget(text)
    pieces = text.text().split(BREAK)
    assert len(pieces) > 5
    assert not any(piece.startswith((JOINER, "\u0301")) for piece in pieces)
    assert not any(piece.endswith(JOINER) for piece in pieces)


def test_a_text_of_one_line_is_not_broken(qtbot: QtBot) -> None:
    text = Text("W" * 60, wrap=False)
    qtbot.addWidget(text)
    assert BREAK not in text.text()
