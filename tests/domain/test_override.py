"""F12: up at once by anyone, down only with a reason and a second person, escalations never."""

import pytest

from tests.talk_safe import talk_safe
from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.override import OverrideStatus, OverrideVerdict, decide_override, is_upward

UP = [
    ("insufficient", "secondary"),
    ("insufficient", "tertiary"),
    ("primary", "secondary"),
    ("primary", "tertiary"),
    ("secondary", "tertiary"),
    ("primary", "insufficient"),
]


def decide(level: str, to: str, *, reason: str = "", approved: bool = False) -> OverrideVerdict:
    return decide_override(
        talk_safe().rule_set,
        LevelName(level),
        LevelName(to),
        reason=reason,
        supervisor_approved=approved,
    )


@pytest.mark.parametrize(("level", "to"), UP)
def test_f12_upward_needs_nothing(level: str, to: str) -> None:
    assert decide(level, to) == OverrideVerdict(
        status=OverrideStatus.APPLIED, final_level=LevelName(to)
    )


@pytest.mark.parametrize(("to", "level"), UP)
@pytest.mark.parametrize(
    ("reason", "approved", "status"),
    [
        ("", False, OverrideStatus.REFUSED),
        ("   ", True, OverrideStatus.REFUSED),
        ("Closed by youth justice.", False, OverrideStatus.PENDING_REVIEW),
        ("Closed by youth justice.", True, OverrideStatus.APPLIED),
    ],
)
def test_f12_downward_needs_a_reason_and_a_second_person(
    level: str, to: str, reason: str, status: OverrideStatus, *, approved: bool
) -> None:
    verdict = decide(level, to, reason=reason, approved=approved)
    assert verdict.status is status
    assert verdict.final_level == (to if status is OverrideStatus.APPLIED else level)


@pytest.mark.parametrize("level", ["insufficient", "primary", "secondary", "tertiary"])
def test_the_same_level_is_no_override(level: str) -> None:
    verdict = decide(level, level, reason="x", approved=True)
    assert verdict == OverrideVerdict(status=OverrideStatus.NONE, final_level=LevelName(level))
    assert not is_upward(talk_safe().rule_set, LevelName("insufficient"), LevelName("primary"))


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="no such level"):
        decide("primary", "quaternary")
