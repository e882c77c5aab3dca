"""Chance that repeats: the same seed invents the same people, losses and noise, in the simulation only."""

from random import Random


def chance(seed: int, *about: object) -> Random:
    """A source of its own for each thing, so that more of one thing changes no other."""
    return Random(f"{seed}/{about!r}")  # noqa: S311 - invented people; real noise never comes from here


def counted_from(source: Random, mean: float) -> list[float]:
    """When something happens within one unit of time that happens `mean` times on average (Poisson)."""
    times, now = [], source.expovariate(mean)
    while now < 1:
        times.append(now)
        now += source.expovariate(mean)
    return times
