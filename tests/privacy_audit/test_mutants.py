"""Every way of breaking the promise is noticed, and the program as it is breaks nothing."""

import pytest

from tests.privacy_audit.killing import killed_by
from tests.privacy_audit.mutants import MUTANTS


def test_the_program_as_it_is_breaks_nothing() -> None:
    assert list(killed_by()) == []


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_program_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    MUTANTS[name](monkeypatch)
    assert next(killed_by(), None) is not None


def test_there_are_enough_mutants() -> None:
    assert len(MUTANTS) >= 30
