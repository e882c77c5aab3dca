"""The columns of the tidy files, described once in words: every format's description is made from these."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType

from vrn_desktop.central.exports.release_faults import SMALLEST_SHOWN, WHOLE
from vrn_desktop.central.exports.tidy_rows import (
    AREA,
    AREA_IN_WORDS,
    OBSERVATION_IN_WORDS,
    PRECISION_IN_WORDS,
    TidyRow,
    list_headings,
)
from vrn_desktop.central.published_table import Release
from vrn_desktop.exchange.table_pack import ListName

LIST_TITLES: Mapping[ListName, str] = {
    ListName.URGENCY: "How urgent",
    ListName.LEVEL: "Prevention level",
    ListName.LIFE_STAGE: "Age",
    ListName.SETTING: "Setting",
    ListName.OUTCOME: "How it stood with help",
    ListName.NEED: "Kind of help offered",
    ListName.HELP: "Kind of help referred to",
    ListName.REFERRAL: "How far the furthest referral got",
    ListName.ETHNIC_GROUP: "Ethnic group",
}
_PERIOD = "2[0-9]{3}(-W[0-9]{2}|-Q[1-4])?"
WHOLE_IN_WORDS = "All together: the table does not count by this list"


class Kind(Enum):
    """What stands in a column."""

    TEXT = auto()
    CODE = auto()
    """One of the column's codes."""
    DATE = auto()
    WHOLE_NUMBER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, its words, and what may stand in it."""

    name: str
    title: str
    description: str
    kind: Kind
    cell: Callable[[TidyRow], str]
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Each code with its words; empty unless the kind is `CODE`."""
    required: bool = True
    minimum: int | None = None
    pattern: str | None = None
    in_key: bool = False


def naming_columns(release: Release) -> tuple[Column, ...]:
    """Which table, when, who, and one column for each list."""
    return (
        Column(
            name="table",
            title="Table",
            description="Which published table.",
            kind=Kind.CODE,
            codes={table.name: table.title for table in release.tables},
            cell=lambda row: row.table,
            in_key=True,
        ),
        *_period_columns(),
        Column(
            name="area",
            title="Area",
            description="Whose young people.",
            kind=Kind.CODE,
            codes={AREA: AREA_IN_WORDS},
            cell=lambda _: AREA,
            in_key=True,
        ),
        *_list_columns(release),
    )


def _period_columns() -> tuple[Column, ...]:
    return (
        Column(
            name="period",
            title="Period",
            description=(
                "Week, quarter or year of the programme. They follow the ISO calendar: a quarter is"
                " 13 ISO weeks (14 at the end of a year of 53 weeks), not a calendar quarter."
            ),
            kind=Kind.TEXT,
            cell=lambda row: str(row.period),
            pattern=_PERIOD,
            in_key=True,
        ),
        Column(
            name="period_from",
            title="First day",
            description="The period's first day, a Monday.",
            kind=Kind.DATE,
            cell=lambda row: row.period.first_day.isoformat(),
        ),
        Column(
            name="period_to",
            title="Last day",
            description="The period's last day, a Sunday.",
            kind=Kind.DATE,
            cell=lambda row: row.period.last_day.isoformat(),
        ),
    )


def _list_columns(release: Release) -> tuple[Column, ...]:
    headings = list_headings(release)

    def code_of(name: ListName) -> Callable[[TidyRow], str]:
        return lambda row: row.codes[name]

    return tuple(
        Column(
            name=name.value,
            title=LIST_TITLES[name],
            description=f"{LIST_TITLES[name]}; {WHOLE} where the table does not count by it.",
            kind=Kind.CODE,
            codes={heading.code: heading.label for heading in headings[name]}
            | {WHOLE: WHOLE_IN_WORDS},
            cell=code_of(name),
            in_key=True,
        )
        for name in ListName
    )


def published_columns() -> tuple[Column, ...]:
    """The number, its interval, its class, and why there is none."""
    return (
        Column(
            name="value",
            title="Young people",
            description="Estimated number of young people, to the nearest 5; empty where hidden.",
            kind=Kind.WHOLE_NUMBER,
            cell=lambda row: "" if row.number is None else str(row.number.value),
            required=False,
            minimum=SMALLEST_SHOWN,
        ),
        Column(
            name="low",
            title="Lower end",
            description="Lower end of the 95 % interval from noise and rounding; empty where hidden.",
            kind=Kind.WHOLE_NUMBER,
            cell=lambda row: "" if row.number is None else str(row.number.low),
            required=False,
            minimum=0,
        ),
        Column(
            name="high",
            title="Upper end",
            description="Upper end of the 95 % interval from noise and rounding; empty where hidden.",
            kind=Kind.WHOLE_NUMBER,
            cell=lambda row: "" if row.number is None else str(row.number.high),
            required=False,
            minimum=SMALLEST_SHOWN,
        ),
        Column(
            name="precision",
            title="Precision",
            description="How wide the 95 % interval from the noise is beside the estimate.",
            kind=Kind.CODE,
            codes={precision.value: words for precision, words in PRECISION_IN_WORDS.items()},
            cell=lambda row: row.precision.value,
        ),
        Column(
            name="status",
            title="Status",
            description="Whether a number is published, and why not where there is none.",
            kind=Kind.CODE,
            codes={status.value: words for status, words in OBSERVATION_IN_WORDS.items()},
            cell=lambda row: row.observation.value,
        ),
    )


def noise_columns() -> tuple[Column, ...]:
    """The sum as it came, and the scale of its noise."""
    return (
        Column(
            name="noisy_sum",
            title="Noisy sum",
            description=(
                "Sum, over the sites that reported, of the noisy numbers they sent; may be negative."
            ),
            kind=Kind.WHOLE_NUMBER,
            cell=lambda row: str(row.noisy_sum),
        ),
        Column(
            name="scale",
            title="Scale of the noise",
            description=(
                "Scale of the discrete Laplace noise on every number that a site sends. A cell of a"
                " margin adds up several such numbers of each site."
            ),
            kind=Kind.WHOLE_NUMBER,
            cell=lambda row: str(row.scale),
            minimum=1,
        ),
    )


def circumstance_columns() -> tuple[Column, ...]:
    """How many sites stand behind a number, what they counted by, and which edition this is."""
    return (
        Column(
            name="sites_reporting",
            title="Sites that reported",
            description="How many sites the numbers come from.",
            kind=Kind.WHOLE_NUMBER,
            cell=lambda row: str(row.sites_reporting),
            minimum=1,
        ),
        Column(
            name="sites_expected",
            title="Sites expected",
            description="How many sites were enrolled for the period.",
            kind=Kind.WHOLE_NUMBER,
            cell=lambda row: str(row.sites_expected),
            minimum=1,
        ),
        Column(
            name="spec",
            title="Specification",
            description="Which specification of tables the sites counted by.",
            kind=Kind.TEXT,
            cell=lambda row: row.spec,
            pattern="[a-z][a-z0-9-]*/[0-9]+",
            in_key=True,
        ),
        Column(
            name="release",
            title="Release",
            description=(
                "The period that the release is about. A quarter's release holds its weeks again."
            ),
            kind=Kind.TEXT,
            cell=lambda row: str(row.release),
            pattern=_PERIOD,
            in_key=True,
        ),
        Column(
            name="edition",
            title="Edition",
            description=(
                "1, then one more with each correction; of a release use the highest edition only."
            ),
            kind=Kind.WHOLE_NUMBER,
            cell=lambda row: str(row.edition),
            minimum=1,
            in_key=True,
        ),
    )
