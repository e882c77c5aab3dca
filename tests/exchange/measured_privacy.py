"""How well an attacker tells one person's presence from absence, as a lower bound on the privacy loss."""

from collections.abc import Callable
from math import log
from typing import TypeAlias

World: TypeAlias = Callable[[int], bool]
"""One run of a world, by its number: whether the attacker's event happened."""

_DOUBT = 0.025


def measured_loss(with_person: World, without: World, runs: int) -> float:
    """A loss that the mechanism has at the very least, 19 times in 20 (two one-sided bounds)."""
    seen = sum(with_person(run) for run in range(runs))
    unseen = sum(without(run) for run in range(runs))
    lower, upper = _bound(seen, runs, up=False), _bound(unseen, runs, up=True)
    return log(lower / upper) if lower > 0 else float("-inf")


def _bound(hits: int, runs: int, *, up: bool) -> float:
    """Chernoff's bound on a chance, from how often it came: never tighter than Clopper-Pearson's."""
    share = hits / runs
    limit = log(1 / _DOUBT) / runs
    low, high = (share, 1.0) if up else (0.0, share)
    for _ in range(60):
        middle = (low + high) / 2
        inside = _divergence(share, middle) <= limit
        if inside == up:
            low = middle
        else:
            high = middle
    return high if up else low


def _divergence(share: float, chance: float) -> float:
    def part(p: float, q: float) -> float:
        if p == 0:
            return 0.0
        return float("inf") if q <= 0 else p * log(p / q)

    return part(share, chance) + part(1 - share, 1 - chance)
