"""Where numbers stand on an axis, and round numbers to write along it."""

from dataclasses import dataclass
from math import ceil, floor, log, log10

_STEPS = (1, 2, 2.5, 5, 10)


def round_steps(low: float, high: float, most: int) -> tuple[float, ...]:
    """Round numbers that span low to high, at most so many steps: 0, 500, 1000 and so on.

    Raises:
        ValueError: high is not above low, or no step is allowed.
    """
    if not high > low or most < 1:
        raise ValueError("an axis needs a length and at least one step")
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    for step in (power * factor for factor in _STEPS):
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if last - first <= most:
            return tuple(round(number * step, 10) for number in range(first, last + 1))
    step = 20 * power
    return tuple(
        round(number * step, 10) for number in range(floor(low / step), ceil(high / step) + 1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearScale:
    """Equal distances for equal differences."""

    low: float
    high: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """Where a number stands; numbers outside stand at the end they are beyond."""
        inside = min(max(number, self.low), self.high)
        return self.start + (inside - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioScale:
    """Equal distances for equal ratios: half as often stands as far from 1 as twice as often."""

    low: float
    high: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """Where a ratio above 0 stands; those outside stand at the end they are beyond."""
        inside = min(max(number, self.low), self.high)
        part = log(inside / self.low) / log(self.high / self.low)
        return self.start + part * (self.end - self.start)
