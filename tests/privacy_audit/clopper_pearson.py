"""Clopper and Pearson's exact bounds on a chance, from how often something came (1934)."""

from collections.abc import Callable
from math import exp, lgamma, log

_HALVINGS = 50
_NEGLIGIBLE = 1e-16


def lower_bound(hits: int, runs: int, doubt: float) -> float:
    """The chance is below this only with a doubt of `doubt`."""
    return 0.0 if hits == 0 else _solved(lambda p: at_least(hits, runs, p) < doubt)


def upper_bound(hits: int, runs: int, doubt: float) -> float:
    """The chance is above this only with a doubt of `doubt`."""
    return 1.0 - lower_bound(runs - hits, runs, doubt)


def at_least(hits: int, runs: int, chance: float) -> float:
    """How likely so many hits or more are; for bounds below the share that was seen."""
    if hits == 0 or chance >= 1:
        return 1.0
    if chance <= 0:
        return 0.0
    if hits < runs * chance:
        return 1.0 - _upwards(runs - hits + 1, runs, 1 - chance)
    return _upwards(hits, runs, chance)


def _upwards(hits: int, runs: int, chance: float) -> float:
    """The sum of the tail from `hits` on, where each term is smaller than the one before."""
    choices = lgamma(runs + 1) - lgamma(hits + 1) - lgamma(runs - hits + 1)
    term = exp(choices + hits * log(chance) + (runs - hits) * log(1 - chance))
    total, odds = term, chance / (1 - chance)
    for n in range(hits, runs):
        term *= (runs - n) / (n + 1) * odds
        total += term
        if term < total * _NEGLIGIBLE:
            break
    return total


def _solved(is_too_low: Callable[[float], bool]) -> float:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if is_too_low(middle):
            low = middle
        else:
            high = middle
    return low
