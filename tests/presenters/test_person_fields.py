"""Names and ages are put right with words that say what to do."""

import pytest

from vrn_desktop.domain.young_person import LONGEST_NAME
from vrn_desktop.presenters.person_fields import NAME_MISSING, NAME_TOO_LONG, name_problem


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("K.", ""),
        ("", NAME_MISSING),
        ("   ", NAME_MISSING),
        ("K" * LONGEST_NAME, ""),
        ("K" * (LONGEST_NAME + 1), NAME_TOO_LONG),
    ],
)
def test_a_name_is_asked_for_or_shortened(name: str, problem: str) -> None:
    assert name_problem(name) == problem
