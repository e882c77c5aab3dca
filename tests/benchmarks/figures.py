"""What every benchmark takes and gives, and how times are read: medians and 95th percentiles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TypeAlias

Figure: TypeAlias = int | float | list[float] | dict[str, float] | str
Figures: TypeAlias = dict[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where a benchmark may write, and how much of a thing it makes (None: its own usual number)."""

    work: Path
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """One benchmark: what it does, how it measures, and the goal beside each of its figures."""

    does: str
    measure: Callable[[Options], Figures]
    goals: Mapping[str, str]


def milliseconds(action: Callable[[], object], *, times: int) -> list[float]:
    """How long each of so many runs of an action took."""
    took = []
    for _ in range(times):
        began = perf_counter()
        action()
        took.append((perf_counter() - began) * 1000)
    return took


def middle(samples: list[float]) -> float:
    """The median, to a hundredth."""
    return round(median(samples), 2)


def nearly_all(samples: list[float]) -> float:
    """The 95th percentile, to a hundredth; of a single sample, that sample."""
    if len(samples) == 1:
        return round(samples[0], 2)
    return round(quantiles(samples, n=20, method="inclusive")[-1], 2)


def middle_and_nearly_all(samples: list[float]) -> list[float]:
    """Median and 95th percentile, the pair that most figures are read by."""
    return [middle(samples), nearly_all(samples)]
