"""Sites whose numbers stand out so far that somebody should look; never a finding that they are wrong.

Lies that look like life cannot be detected. These marks catch a mistake or a spoiled message: a total
far from the site's own usual, far above all other sites, or below anything that noise explains.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log, sqrt
from statistics import median

from vrn_desktop.central.estimates.noise_of_sums import cell_noise
from vrn_desktop.central.site_numbers import SiteNumbers, SiteNumbersSource
from vrn_desktop.domain.programme_period import Period
from vrn_desktop.exchange.table_pack import MessageKind

_FAR = 6.0
"""In robust standard deviations; in a normal year none of sixty sites comes so far."""
_MAD_TO_DEVIATION = 1.4826
_EARLIER = 8
_ENOUGH = 4
_FEWEST_SITES = 5


class Oddity(StrEnum):
    """Why somebody should look."""

    FAR_FROM_ITS_USUAL = "far_from_its_usual"
    FAR_ABOVE_OTHERS = "far_above_others"
    BELOW_WHAT_NOISE_EXPLAINS = "below_what_noise_explains"


@dataclass(frozen=True, slots=True, kw_only=True)
class OddSite:
    """One site to look at in one period."""

    site: str
    period: Period
    oddity: Oddity
    total: int
    usual: float
    """The site's own middle of earlier periods, or that of all sites; 0 for a total below nothing."""


def odd_sites(source: SiteNumbersSource, kind: MessageKind, table: str) -> tuple[OddSite, ...]:
    """The sites to look at in the latest period of a kind, by the totals of one table, site by site."""
    periods = source.periods(kind)
    if not periods:
        return ()
    latest = source.numbers(periods[-1])
    earlier = [_totals(source.numbers(period), table) for period in periods[-1 - _EARLIER : -1]]
    totals = _totals(latest, table)
    noise = {site.site: _noise_of_total(site, table) for site in latest}
    found: list[OddSite] = []
    for site, total in totals.items():
        before = [them[site] for them in earlier if site in them]
        oddity, usual = _oddity(site, total, before, totals, noise[site])
        if oddity is not None:
            found.append(
                OddSite(site=site, period=periods[-1], oddity=oddity, total=total, usual=usual)
            )
    return tuple(found)


def _oddity(
    site: str, total: int, before: Sequence[int], totals: Mapping[str, int], noise: float
) -> tuple[Oddity | None, float]:
    if total < -_FAR * noise:
        return Oddity.BELOW_WHAT_NOISE_EXPLAINS, 0.0
    if len(before) >= _ENOUGH:
        usual = median(before)
        # a count of people varies by its root at least, and the noise twice over
        spread = max(_robust_deviation(before), sqrt(max(usual, 0) + 2 * noise**2))
        if abs(total - usual) > _FAR * spread:
            return Oddity.FAR_FROM_ITS_USUAL, usual
    others = [other for name, other in totals.items() if name != site]
    if len(others) >= _FEWEST_SITES:
        usual = median(others)
        sizes = [log(max(other, noise, 1.0)) for other in others]
        spread = max(_robust_deviation(sizes), 0.4)  # sites of one network differ in size that much
        if log(max(total, noise, 1.0)) - median(sizes) > _FAR * spread:
            return Oddity.FAR_ABOVE_OTHERS, usual
    return None, 0.0


def _robust_deviation(numbers: Sequence[float]) -> float:
    """The median absolute deviation, scaled to a standard deviation."""
    middle = median(numbers)
    return _MAD_TO_DEVIATION * median(abs(number - middle) for number in numbers)


def _totals(numbers: Sequence[SiteNumbers], table: str) -> dict[str, int]:
    return {site.site: sum(site.tables[table]) for site in numbers}


def _noise_of_total(site: SiteNumbers, table: str) -> float:
    return sqrt(len(site.tables[table]) * cell_noise(site.scale[table]).variance)
