"""The noise on a sum of many sites' numbers: its exact cumulants, and how far it strays 19 times in 20."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, sqrt

_Z = 1.959963984540054
"""The normal distribution stays within so many standard deviations 95 times in 100."""
_FLATTER = (_Z**3 - 3 * _Z) / 24


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseCumulants:
    """Second and fourth cumulant of some noise: both add up over independent parts, and both are exact."""

    variance: float
    fourth: float

    @property
    def half_width(self) -> float:
        """How far the noise strays at most, 95 times in 100, by the Cornish-Fisher expansion.

        The noise is symmetrical, so the first term after the normal one is that of the fourth
        cumulant; it reaches the exact figure within a number even for one site (docs/adr/0026).
        """
        if self.variance == 0:
            return 0.0
        tails = self.fourth / self.variance**2
        return sqrt(self.variance) * (_Z + _FLATTER * tails)


def cell_noise(scale: int) -> NoiseCumulants:
    """The noise that one site puts on one number: discrete Laplace of this scale.

    It is the difference of two independent geometric numbers with q = exp(-1 / scale), whose
    cumulants are those of the geometric distribution, twice.
    """
    q = exp(-1 / scale)
    return NoiseCumulants(
        variance=2 * q / (1 - q) ** 2, fourth=2 * q * (1 + 4 * q + q * q) / (1 - q) ** 4
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """So many independent numbers of one noise, each taken so many times."""

    count: int
    weight: float
    noise: NoiseCumulants


def weighted_sum(parts: Iterable[Part]) -> NoiseCumulants:
    """The noise of a weighted sum of independent numbers."""
    variance = fourth = 0.0
    for part in parts:
        variance += part.count * part.weight**2 * part.noise.variance
        fourth += part.count * part.weight**4 * part.noise.fourth
    return NoiseCumulants(variance=variance, fourth=fourth)
