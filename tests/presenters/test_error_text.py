"""Every error of ours has a calm text with a next step, and nothing of the error's own words."""

import inspect

import pytest

from vrn_desktop.domain import errors
from vrn_desktop.presenters.error_text import UNEXPECTED, error_text, told

OURS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, Exception) and kind.__module__ == errors.__name__
]
NEVER_SAID = ("failed", "invalid", "abuse", "victim", "perpetrator", "risk score", "error")


@pytest.mark.parametrize("kind", OURS)
def test_every_error_says_what_happened_and_what_to_do(kind: type[Exception]) -> None:
    text = error_text(kind.__new__(kind))
    nearest = kind.__mro__[1]
    assert issubclass(nearest, Exception)
    assert text not in (UNEXPECTED, error_text(nearest.__new__(nearest)))
    for words in (text.what_happened, text.what_to_do):
        assert words.endswith(".")
        assert len(words) < 120
        assert not [word for word in NEVER_SAID if word in words.lower()]


def test_the_words_of_the_error_are_never_repeated() -> None:
    assert "Kay" not in told(errors.NotAllowedError("Kay Invented, 07700 900123"))
    assert "Kay" not in told(KeyError("Kay Invented"))


def test_a_stranger_gets_the_calm_text() -> None:
    assert error_text(KeyError()) is UNEXPECTED


def test_a_new_kind_speaks_like_its_nearest_known_kind() -> None:
    class NewStorageError(errors.DiskFullError):
        """A kind that nobody has written a text for."""

    assert error_text(NewStorageError()) == error_text(errors.DiskFullError())
