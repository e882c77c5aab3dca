"""The published report of one quarter: a fixed structure, the same for the same release."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from vrn_desktop.central.published_table import Release
from vrn_desktop.central.report.figure import Step
from vrn_desktop.central.report.help_step import help_step
from vrn_desktop.central.report.method_words import CANNOT_SAY, MethodPart, method_parts
from vrn_desktop.central.report.numbers_by_period import NumbersByPeriod
from vrn_desktop.central.report.period_words import day_words, period_words
from vrn_desktop.central.report.problem_step import problem_step
from vrn_desktop.central.report.progress_step import progress_step
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.table_pack import TablePack

SHARE_WORDS = (
    (
        "The tables behind every chart, with numbers that are not rounded, are published as open data with "
        "this report. Two people checked and published them."
    ),
    "Tell the network what changed where you are, and what others could take up.",
)
"""Step 4 of a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report says, in its order."""

    title: str
    network: str
    period: str
    published: str
    note: str
    steps: tuple[Step, ...]
    method: tuple[MethodPart, ...]
    cannot_say: tuple[str, ...]
    share: tuple[str, ...] = SHARE_WORDS


def known_at(release: Release, releases: Iterable[Release]) -> tuple[Release, ...]:
    """What was published when this release was, each period in the edition of that time, oldest first.

    Later corrections stay out, so a report never changes after it was published.
    """
    known: dict[str, Release] = {}
    for other in sorted(releases, key=lambda each: (each.published_at, each.edition)):
        if other.published_at <= release.published_at:
            known[str(other.period)] = other
    known[str(release.period)] = release
    return tuple(known.values())


def quarterly_report(release: Release, releases: Iterable[Release], pack: TablePack) -> Report:
    """The report of a quarter's release; trends come from what was published by then.

    Raises:
        TypeError: the release is of a week or a year.
    """
    quarter = release.period
    if not isinstance(quarter, Quarter):
        raise TypeError("a quarterly report is made from a quarter's release")
    numbers = NumbersByPeriod(
        table for known in known_at(release, releases) for table in known.tables
    )
    return Report(
        title=f"Quarter {quarter.number} of {quarter.year}",
        network=pack.title,
        period=period_words(quarter),
        published=_published(release.published_at, release.edition),
        note=release.note,
        steps=(
            problem_step(numbers, quarter),
            help_step(numbers, quarter),
            progress_step(numbers, quarter),
        ),
        method=method_parts(pack),
        cannot_say=CANNOT_SAY,
    )


def _published(at: datetime, edition: int) -> str:
    first = f"Published {day_words(at.date())}"
    return first if edition == 1 else f"{first}, edition {edition} (corrected)"
