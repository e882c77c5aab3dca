"""Which numbers a page shows: a published quarter for everybody, or one not published for statisticians."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.estimates import network_tables
from vrn_desktop.central.published_table import NetworkTable, Release
from vrn_desktop.central.publishing.releases import all_releases, release
from vrn_desktop.central.report.numbers_by_period import NumbersByPeriod
from vrn_desktop.central.report.period_words import period_words
from vrn_desktop.central.shipped_tables import table_packs
from vrn_desktop.central.site_numbers import SiteNumbersSource
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.visit import person_of
from vrn_desktop.domain.programme_period import ProgrammeYear, Quarter
from vrn_desktop.exchange.table_pack import MessageKind

_DRAFT = "not-published-"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterChoice:
    """One quarter that may be looked at."""

    quarter: Quarter
    is_published: bool

    @property
    def value(self) -> str:
        """As it stands in an address."""
        return str(self.quarter) if self.is_published else f"{_DRAFT}{self.quarter}"

    @property
    def label(self) -> str:
        """As the list shows it."""
        words = period_words(self.quarter)
        return words if self.is_published else f"{words}: not published"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersInView:
    """The quarter that is looked at, its numbers with all earlier ones, and what else could be chosen."""

    choice: QuarterChoice | None
    choices: tuple[QuarterChoice, ...]
    numbers: NumbersByPeriod
    releases: tuple[Release, ...]


def numbers_in_view(request: Request) -> NumbersInView:
    """What the address asks for (`?period=`); else the latest published quarter."""
    office = office_of(request)
    with office.engine.connect() as connection:
        newest = (
            release(connection, each.id) for each in all_releases(connection) if each.is_newest
        )
        releases = tuple(each for each in newest if each is not None)
    published = [each.period for each in releases if isinstance(each.period, Quarter)]
    choices = [QuarterChoice(quarter=quarter, is_published=True) for quarter in published]
    source = office.site_numbers
    if person_of(request).holds(Role.STATISTICIAN):
        choices += _not_published(source, published)
    choices.sort(key=lambda each: (each.quarter, each.is_published), reverse=True)
    choice = _chosen(request.query_params.get("period", ""), choices)
    tables = [table for each in releases for table in each.tables]
    if choice is not None and not choice.is_published:
        tables = [*_of_now(source, choice.quarter, releases), *tables]
    return NumbersInView(
        choice=choice,
        choices=tuple(choices),
        numbers=NumbersByPeriod(tables),
        releases=releases,
    )


def _not_published(source: SiteNumbersSource, published: Sequence[Quarter]) -> list[QuarterChoice]:
    return [
        QuarterChoice(quarter=period, is_published=False)
        for period in source.periods(MessageKind.Q)
        if isinstance(period, Quarter) and period not in published
    ]


def _chosen(asked: str, choices: Sequence[QuarterChoice]) -> QuarterChoice | None:
    for choice in choices:
        if choice.value == asked:
            return choice
    return next((choice for choice in choices if choice.is_published), None)


def _of_now(
    source: SiteNumbersSource, quarter: Quarter, releases: Sequence[Release]
) -> list[NetworkTable]:
    """What would be published of a quarter now, with its year and the quarter before if need be."""
    known = {each.period for each in releases}
    wanted: list[Quarter | ProgrammeYear] = [
        period
        for period in source.periods(MessageKind.Q)
        if isinstance(period, Quarter) and period <= quarter and period not in known
    ]
    wanted += [
        period
        for period in source.periods(MessageKind.Y)
        if isinstance(period, ProgrammeYear) and period.year <= quarter.year and period not in known
    ]
    return [table for each in wanted for table in network_tables(source, each, table_packs())]
