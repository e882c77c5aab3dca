"""The noisy numbers that sites sent, as estimates and reports read them; true counts exist nowhere here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from vrn_desktop.domain.programme_period import Period
from vrn_desktop.exchange.table_pack import MessageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteNumbers:
    """One site's numbers of one period, as they came."""

    site: str
    kind: MessageKind
    period: Period
    spec: str
    tables: Mapping[str, tuple[int, ...]]
    scale: Mapping[str, int]


class SiteNumbersSource(Protocol):
    """The numbers in use: accepted, neither withdrawn nor in conflict."""

    def periods(self, kind: MessageKind) -> tuple[Period, ...]:
        """Every period of which at least one site's numbers are in use, the oldest first."""
        ...

    def numbers(self, period: Period) -> tuple[SiteNumbers, ...]:
        """One for each site that reported, in the order of sites."""
        ...

    def sites_expected(self, period: Period) -> int:
        """How many sites were enrolled for that period."""
        ...
