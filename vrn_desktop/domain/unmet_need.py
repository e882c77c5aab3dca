"""Help that was wanted and could not be had: a kind of help and a reason, never words about a person (AG-09)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.identifiers import (
    CategoryId,
    PractitionerId,
    ScreeningId,
    ServiceId,
    UnmetNeedId,
)

FEWEST_SHOWN = 5
"""Smaller counts are shown as "fewer than 5" (decisions.md 20)."""


class GapReason(StrEnum):
    """Why a wanted kind of help could not be had."""

    NO_SERVICE = "no_service"
    FULL = "full"
    REFUSED = "refused"
    TOO_FAR = "too_far"
    AGE_GAP = "age_gap"
    WAIT_TOO_LONG = "wait_too_long"
    LANGUAGE_OR_ACCESS = "language_or_access"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmetNeed:
    """One gap, found in one conversation; `service_id` names the service that could not help, if any."""

    id: UnmetNeedId
    screening_id: ScreeningId
    category: CategoryId
    reason: GapReason
    at: datetime
    by: PractitionerId
    service_id: ServiceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCount:
    """How often a kind of help was missing for one reason; None stands for fewer than five."""

    category: CategoryId
    reason: GapReason
    count: int | None


def gap_counts(needs: Iterable[UnmetNeed]) -> tuple[GapCount, ...]:
    """The gaps counted by conversation, kind of help and reason, most frequent first, small ones hidden.

    Hidden ones stand in the order of their names, so that the order tells nothing.
    """
    once = {(need.screening_id, need.category, need.reason) for need in needs}
    counted = Counter((category, reason) for _, category, reason in once)
    rows = [
        GapCount(category=category, reason=reason, count=n if n >= FEWEST_SHOWN else None)
        for (category, reason), n in counted.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-(row.count or 0), row.category, row.reason)))
