"""An attacker who looks for the most telling event in a part of the runs and is measured on the rest."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from typing import TypeAlias

from tests.privacy_audit.clopper_pearson import lower_bound, upper_bound

Observation: TypeAlias = Mapping[str, int]
"""What the attacker makes of one run: each feature is a whole number."""

DOUBT = 0.025
"""On either side: the measured loss is too high at most one time in twenty."""
_COMMONEST = 8
_THRESHOLDS = 12


@dataclass(frozen=True, slots=True)
class Event:
    """Something that either is seen in a run or is not."""

    feature: str
    relation: str
    value: int

    def __str__(self) -> str:
        return f"{self.feature} {self.relation} {self.value}"

    def seen_in(self, runs: Sequence[Observation]) -> int:
        """In how many runs."""
        found = (run[self.feature] for run in runs)
        match self.relation:
            case "==":
                return sum(each == self.value for each in found)
            case ">=":
                return sum(each >= self.value for each in found)
            case _:
                return sum(each <= self.value for each in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The event that told most, and the loss that there is at the very least (19 times in 20)."""

    event: str
    loss: float
    runs: int
    with_person: float
    without: float


def measured(with_person: Sequence[Observation], without: Sequence[Observation]) -> Finding:
    """The loss that the runs prove, whichever world it speaks for."""
    learn = len(with_person) // 5
    halves = with_person[:learn], without[:learn]
    event, turned = max(
        ((event, turned) for event in _events(*halves) for turned in (False, True)),
        key=lambda found: _loss(found[0], *halves, turned=found[1]),
    )
    rest = with_person[learn:], without[learn:]
    return Finding(
        event=str(event),
        loss=_loss(event, *rest, turned=turned),
        runs=len(rest[0]),
        with_person=event.seen_in(rest[0]) / len(rest[0]),
        without=event.seen_in(rest[1]) / len(rest[1]),
    )


def _events(with_person: Sequence[Observation], without: Sequence[Observation]) -> Iterator[Event]:
    for feature in with_person[0]:
        values = Counter(run[feature] for world in (with_person, without) for run in world)
        for value, _ in values.most_common(_COMMONEST):
            yield Event(feature, "==", value)
        ordered = sorted(values)
        for value in ordered[:: max(1, len(ordered) // _THRESHOLDS)] + ordered[-1:]:
            yield Event(feature, ">=", value)
            yield Event(feature, "<=", value)


def _loss(
    event: Event,
    with_person: Sequence[Observation],
    without: Sequence[Observation],
    *,
    turned: bool,
) -> float:
    seen, runs = event.seen_in(with_person), len(with_person)
    unseen, other_runs = event.seen_in(without), len(without)
    if turned:
        seen, runs, unseen, other_runs = unseen, other_runs, seen, runs
    lower = lower_bound(seen, runs, DOUBT)
    return log(lower / upper_bound(unseen, other_runs, DOUBT)) if lower > 0 else -inf
