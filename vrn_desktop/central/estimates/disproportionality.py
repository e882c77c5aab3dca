"""The disproportionality index for one stage, the level: how often one group stands there beside another.

The index is rate(group) / rate(reference), both among the young people counted, so that it shows what
this one stage adds. Its 95 % interval comes from simulation: each turn takes the noise off anew and lets
chance decide anew how many of so many stood at the level. Chance is seeded from the numbers themselves, so
the same release gives the same interval. An index shows a difference, not its cause (domain.md AG-21).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from random import Random

from vrn_desktop.central.estimates.combined_cells import cells_where, half_width
from vrn_desktop.central.published_table import Heading, NetworkTable

FEWEST_AT_THE_LEVEL = 8
FEWEST_COUNTED = 30
"""Both must hold for both groups, at the lower end of their intervals (domain.md AG-21)."""
STAGE_LEVEL = "tertiary"
WHITE, NOT_KNOWN = "white", "not_known"
_TURNS = 4000
_Z = 1.96
_OUTSIDE = 0.025


class Reference(StrEnum):
    """With whom a group is compared."""

    WHITE = "white"
    ALL_OTHERS = "all_others"


class Finding(StrEnum):
    """What the interval says; both directions deserve a question."""

    MORE_OFTEN = "more_often"
    LESS_OFTEN = "less_often"
    NO_CLEAR_DIFFERENCE = "no_clear_difference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The index of one group with its interval."""

    value: float
    low: float
    high: float

    @property
    def finding(self) -> Finding:
        """Whether 1, no difference, lies outside the interval."""
        if self.low > 1:
            return Finding.MORE_OFTEN
        if self.high < 1:
            return Finding.LESS_OFTEN
        return Finding.NO_CLEAR_DIFFERENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One group beside one reference: an index, or why there is none."""

    group: Heading
    reference: Reference
    index: Index | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    """How many stood at the level and how many did not, each with the half-width of its noise."""

    at: float
    at_half: float
    away: float
    away_half: float

    @property
    def clears_the_floor(self) -> bool:
        counted = self.at + self.away - hypot(self.at_half, self.away_half)
        return self.at - self.at_half >= FEWEST_AT_THE_LEVEL and counted >= FEWEST_COUNTED

    def drawn_rate(self, dice: Random) -> float:
        """A rate as it might be: without the noise, and with the luck of so few people."""
        at = max(self.at + dice.gauss(0, self.at_half / _Z), 0.0)
        away = max(self.away + dice.gauss(0, self.away_half / _Z), 0.0)
        return dice.betavariate(at + 0.5, away + 0.5)

    def plus(self, other: "_Counts") -> "_Counts":
        return _Counts(
            at=self.at + other.at,
            at_half=hypot(self.at_half, other.at_half),
            away=self.away + other.away,
            away_half=hypot(self.away_half, other.away_half),
        )


def comparisons(table: NetworkTable, level: str = STAGE_LEVEL) -> tuple[Comparison, ...]:
    """Each known ethnic group beside White and beside all others, in the table's order.

    Args:
        table: `E`, ethnic group by level.
        level: the level whose rate is compared.
    """
    groups = next(each for each in table.lists if each.name == "ethnic_group").headings
    known = [group for group in groups if group.code != NOT_KNOWN]
    counts = {group.code: _counts(table, group.code, level) for group in known}
    found: list[Comparison] = []
    for group in known:
        if group.code != WHITE:
            found.append(_comparison(table, group, Reference.WHITE, counts))
        found.append(_comparison(table, group, Reference.ALL_OTHERS, counts))
    return tuple(found)


def _counts(table: NetworkTable, group: str, level: str) -> _Counts:
    at, away, at_half, away_half = 0.0, 0.0, 0.0, 0.0
    place = [each.name for each in table.lists].index("level")
    for cell in cells_where(table, ethnic_group=group):
        if cell.codes[place] == level:
            at, at_half = at + cell.estimate, hypot(at_half, half_width(cell))
        else:
            away, away_half = away + cell.estimate, hypot(away_half, half_width(cell))
    return _Counts(at=at, at_half=at_half, away=away, away_half=away_half)


def _comparison(
    table: NetworkTable, group: Heading, reference: Reference, counts: Mapping[str, _Counts]
) -> Comparison:
    mine = counts[group.code]
    others = (
        counts[WHITE]
        if reference is Reference.WHITE
        else _together([each for code, each in counts.items() if code != group.code])
    )
    if not (mine.clears_the_floor and others.clears_the_floor):
        whose = "this group" if others.clears_the_floor else "the group it is compared with"
        reason = (
            f"Not shown: for {whose} the numbers are too small or too uncertain. It takes at least "
            f"{FEWEST_AT_THE_LEVEL} young people at this level and {FEWEST_COUNTED} counted, "
            "at the lower end of the interval."
        )
        return Comparison(group=group, reference=reference, index=None, reason=reason)
    dice = Random(_seed(table, group, reference))  # noqa: S311 - repeats a simulation, keeps no secret
    ratios = sorted(mine.drawn_rate(dice) / others.drawn_rate(dice) for _ in range(_TURNS))
    value = (mine.at / (mine.at + mine.away)) / (others.at / (others.at + others.away))
    low, high = ratios[int(_TURNS * _OUTSIDE)], ratios[-int(_TURNS * _OUTSIDE) - 1]
    return Comparison(
        group=group,
        reference=reference,
        index=Index(value=value, low=min(low, value), high=max(high, value)),
    )


def _together(counts: Sequence[_Counts]) -> _Counts:
    total = counts[0]
    for each in counts[1:]:
        total = total.plus(each)
    return total


def _seed(table: NetworkTable, group: Heading, reference: Reference) -> str:
    numbers = ",".join(str(cell.noisy_sum) for cell in table.cells)
    return f"{table.spec} {table.period} {group.code} {reference} {numbers}"
