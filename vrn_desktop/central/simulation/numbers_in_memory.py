"""Numbers of an invented network as the centre's estimates read them: the truth, or a drawing of it."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TypeAlias

from vrn_desktop.central.simulation.simulated_network import SimulatedNetwork
from vrn_desktop.central.simulation.simulated_site import SimulatedSite
from vrn_desktop.central.site_numbers import SiteNumbers
from vrn_desktop.domain.programme_period import Period
from vrn_desktop.exchange.period_drawing import kind_for
from vrn_desktop.exchange.table_drawing import noisy_tables, scales
from vrn_desktop.exchange.table_pack import MessageKind

Tables: TypeAlias = Mapping[str, tuple[int, ...]]


class NumbersInMemory:
    """One table of numbers a site and period, in the order of sites."""

    def __init__(
        self, network: SimulatedNetwork, tables_of: Callable[[SimulatedSite, Period], Tables]
    ) -> None:
        pack = network.pack
        self._numbers: dict[Period, Sequence[SiteNumbers]] = {
            period: tuple(
                SiteNumbers(
                    site=site.about.name,
                    kind=kind_for(period),
                    period=period,
                    spec=pack.spec,
                    tables=tables_of(site, period),
                    scale=scales(pack, kind_for(period)),
                )
                for site in network.sites
            )
            for period in network.sites[0].truth
        }

    def periods(self, kind: MessageKind) -> tuple[Period, ...]:
        """Every period of a kind."""
        return tuple(period for period in self._numbers if kind.fits(period))

    def numbers(self, period: Period) -> tuple[SiteNumbers, ...]:
        """All sites' numbers of a period."""
        return tuple(self._numbers.get(period, ()))

    def sites_expected(self, period: Period) -> int:
        """All of them report in the end."""
        return len(self._numbers.get(period, ()))


def true_numbers(network: SimulatedNetwork) -> NumbersInMemory:
    """What nobody can know of a real network."""
    return NumbersInMemory(network, lambda site, period: site.truth[period])


def drawn_afresh(network: SimulatedNetwork, source: Random) -> NumbersInMemory:
    """The same network with other noise; never done for real, where each period is drawn once."""

    def drawn(site: SimulatedSite, period: Period) -> Tables:
        counts = site.truth[period]
        return noisy_tables(counts, network.pack, kind_for(period), source.getrandbits)

    return NumbersInMemory(network, drawn)
