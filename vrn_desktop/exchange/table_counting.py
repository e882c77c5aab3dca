"""True counts from flat facts of people, with every cap applied; these numbers never leave the laptop."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from vrn_desktop.domain.counted_person import CountedReferral, PersonQuarter, furthest
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.errors import NotCountableError
from vrn_desktop.exchange.table_pack import CodeList, CountTable, ListName, MessageKind, TablePack
from vrn_desktop.exchange.table_pack_reading import OTHERS, TERTIARY_OR_ESCALATED

TrueCounts: TypeAlias = Mapping[str, tuple[int, ...]]
"""For each table its true counts, one for every cell, in the order of the table's headings."""


def true_counts(
    counted: Iterable[PersonQuarter], pack: TablePack, kind: MessageKind, period: Period
) -> TrueCounts:
    """The tables of one period, zeros too.

    Args:
        counted: rows that count, caps of quarters applied already (`counted_quarters` of the
            domain, with the pack's cap); rows outside the period are left out here.
        pack: which tables there are.
        kind: which of them.
        period: a week, quarter or year, as the kind has it.

    Raises:
        ValueError: the period is not of this kind's length.
        NotCountableError: a row holds a code that no list of the pack knows.
    """
    if not kind.fits(period):
        raise ValueError(f"{period} is no period for {kind}")
    people = tuple(_people(counted, period))
    return {table.name: _counted(people, table) for table in pack.by_kind[kind]}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """One person within one period: the first row, and what the rows together say of help."""

    first: PersonQuarter
    offered: tuple[str, ...]
    furthest: CountedReferral | None


def _people(rows: Iterable[PersonQuarter], period: Period) -> Iterator[_Person]:
    inside = [row for row in rows if _lies_in(row.week, period)]
    inside.sort(key=lambda row: (row.person, row.week))
    for _, group in groupby(inside, key=lambda row: row.person):
        theirs = tuple(group)
        yield _Person(
            first=theirs[0],
            offered=tuple(category for row in theirs for category in row.offered),
            furthest=furthest(referral for row in theirs for referral in row.referrals),
        )


def _lies_in(week: Week, period: Period) -> bool:
    match period:
        case Week():
            return week == period
        case Quarter():
            return week.quarter == period
        case ProgrammeYear():
            return week.quarter.programme_year == period


def _counted(people: Iterable[_Person], table: CountTable) -> tuple[int, ...]:
    counts = [0] * table.cells
    for person in people:
        for cell in _cells(person, table):
            counts[cell] += 1
    return tuple(counts)


def _cells(person: _Person, table: CountTable) -> Sequence[int]:
    """The cells one person adds one to: never more than the table's cap, none of them twice."""
    rows: list[tuple[int, ...]] = [()]
    for codes in table.by:
        places = _places(person, codes)
        rows = [(*row, place) for row in rows for place in places]
    return tuple(table.cell(row) for row in rows[: table.a_person_adds])


def _places(person: _Person, codes: CodeList) -> Sequence[int]:
    """Under which headings of a list a person falls: one; several for needs; none without a referral."""
    match codes.name:
        case ListName.NEED:
            under = (codes.position(category) for category in person.offered)
            return tuple(dict.fromkeys(place for place in under if place is not None))
        case ListName.HELP | ListName.REFERRAL:
            return _places_of_referral(person.furthest, codes)
        case _:
            return (_place(_code(person.first, codes.name), codes),)


def _places_of_referral(referral: CountedReferral | None, codes: CodeList) -> Sequence[int]:
    if referral is None:
        return ()
    if codes.name is ListName.REFERRAL:
        return (_place(referral.progress, codes),)
    place = codes.position(referral.category)
    return () if place is None else (place,)


def _code(row: PersonQuarter, name: ListName) -> str:
    urgent = row.escalated or row.level == "tertiary"
    return {
        ListName.URGENCY: TERTIARY_OR_ESCALATED if urgent else OTHERS,
        ListName.LEVEL: row.level,
        ListName.LIFE_STAGE: row.life_stage,
        ListName.SETTING: row.setting,
        ListName.OUTCOME: row.outcome,
        ListName.ETHNIC_GROUP: row.ethnic_group,
    }[name]


def _place(code: str, codes: CodeList) -> int:
    place = codes.position(code)
    if place is None:
        raise NotCountableError(f"a record holds a code that the list {codes.name} does not know")
    return place
