"""The one model behind every export: a row for each cell, a column for each list."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from vrn_desktop.central.exports.release_faults import (
    FEWEST_SITES,
    ROUNDED_TO,
    WHOLE,
    refuse_faulty,
)
from vrn_desktop.central.published_table import (
    Heading,
    NetworkCell,
    NetworkTable,
    Precision,
    Release,
)
from vrn_desktop.domain.programme_period import Period
from vrn_desktop.exchange.table_pack import ListName

AREA = "VRN_NETWORK"
AREA_IN_WORDS = "All sites of the network that reported"
_HALF_STEP = ROUNDED_TO / 2


class Observation(StrEnum):
    """Whether a cell has a published number, and why not where it has none."""

    PUBLISHED = "published"
    SUPPRESSED_SMALL = "suppressed_small"
    TOO_UNCERTAIN = "too_uncertain"
    TOO_FEW_SITES = "too_few_sites"


OBSERVATION_IN_WORDS = {
    Observation.PUBLISHED: "A number is published, to the nearest 5",
    Observation.SUPPRESSED_SMALL: "No number: the estimate is under 10",
    Observation.TOO_UNCERTAIN: "No number: the 95 % interval is wider than 30 % either way",
    Observation.TOO_FEW_SITES: "No number: fewer than ten sites reported",
}
PRECISION_IN_WORDS = {
    Precision.A: "The 95 % interval reaches at most 5 % either way",
    Precision.B: "The 95 % interval reaches at most 15 % either way",
    Precision.C: "The 95 % interval reaches at most 30 % either way",
    Precision.X: "The 95 % interval is wider than 30 % either way",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedNumber:
    """What is published of a cell that is not hidden."""

    value: int
    low: int
    high: int
    """The interval around the published number: it covers the noise and the rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TidyRow:
    """One cell of one table, with everything that is said of it."""

    release: Period
    """What the release is about: a week's numbers come in its own release and again in its quarter's."""
    table: str
    title: str
    period: Period
    codes: Mapping[ListName, str]
    """For every list there is: the heading, or `_T` where the table does not count by that list."""
    number: PublishedNumber | None
    noisy_sum: int
    precision: Precision
    observation: Observation
    scale: int
    sites_reporting: int
    sites_expected: int
    spec: str
    edition: int

    @property
    def key(self) -> tuple[str, ...]:
        """What no two rows of all exports share, whenever they were made."""
        lists = (self.codes[name] for name in ListName)
        named = (self.table, str(self.period), AREA, *lists, self.spec)
        return (*named, str(self.release), str(self.edition))


def tidy_rows(release: Release) -> tuple[TidyRow, ...]:
    """Every cell of a release, in the order of its tables and cells.

    Raises:
        ReleaseFaultError: the release breaks the rules of what may be shown.
    """
    refuse_faulty(release)
    return tuple(_row(release, table, cell) for table in release.tables for cell in table.cells)


def list_headings(release: Release) -> Mapping[ListName, tuple[Heading, ...]]:
    """Every heading that a release uses, by list and in the tables' order; none for lists it does not use.

    Where two specifications have other words for one code, both are given.
    """
    found: dict[ListName, dict[str, dict[str, None]]] = {name: {} for name in ListName}
    for table in release.tables:
        for named in table.lists:
            for heading in named.headings:
                words = found[ListName(named.name)].setdefault(heading.code, {})
                words[heading.label] = None
    return {
        name: tuple(Heading(code=code, label=" / ".join(words)) for code, words in codes.items())
        for name, codes in found.items()
    }


def _row(release: Release, table: NetworkTable, cell: NetworkCell) -> TidyRow:
    by_list = {
        ListName(named.name): code for named, code in zip(table.lists, cell.codes, strict=True)
    }
    return TidyRow(
        release=release.period,
        table=table.name,
        title=table.title,
        period=table.period,
        codes={name: by_list.get(name, WHOLE) for name in ListName},
        number=_number(cell),
        noisy_sum=cell.noisy_sum,
        precision=cell.precision,
        observation=_observation(cell, table.sites_reporting),
        scale=table.scale,
        sites_reporting=table.sites_reporting,
        sites_expected=table.sites_expected,
        spec=table.spec,
        edition=release.edition,
    )


def _observation(cell: NetworkCell, sites: int) -> Observation:
    if cell.shown is not None:
        return Observation.PUBLISHED
    if sites < FEWEST_SITES:
        return Observation.TOO_FEW_SITES
    if cell.precision is Precision.X:  # first, so that nobody learns on which side of 10 it lies
        return Observation.TOO_UNCERTAIN
    return Observation.SUPPRESSED_SMALL


def _number(cell: NetworkCell) -> PublishedNumber | None:
    """The interval stands around the rounded number: its middle must not give the unrounded one away."""
    if cell.shown is None:
        return None
    reach = ceil(max(cell.high - cell.estimate, cell.estimate - cell.low) + _HALF_STEP)
    return PublishedNumber(
        value=cell.shown, low=max(0, cell.shown - reach), high=cell.shown + reach
    )
