"""A table pack is exactly what the issue names, and no other pack slips through."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_packs import changed_pack, plain_pack, shipped_pack
from vrn_desktop.domain.programme_period import ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.errors import TablePackError
from vrn_desktop.exchange.table_pack import MessageKind, PeriodKind
from vrn_desktop.exchange.table_pack_reading import table_pack_from_plain


def test_the_shipped_tables_are_those_of_the_network() -> None:
    assert [
        (t.name, t.period, tuple(len(c.entries) for c in t.by), t.cells, t.a_person_adds, t.scale)
        for t in shipped_pack().tables
    ] == [
        ("P", PeriodKind.WEEK, (2,), 2, 1, 4),
        ("J", PeriodKind.QUARTER, (4, 4, 6), 96, 1, 2),
        ("C", PeriodKind.QUARTER, (4, 5), 20, 1, 4),
        ("N", PeriodKind.YEAR, (12,), 12, 3, 12),
        ("S", PeriodKind.YEAR, (8, 5), 40, 1, 8),
        ("E", PeriodKind.YEAR, (6, 4), 24, 1, 8),
    ]
    assert (shipped_pack().spec, shipped_pack().starts) == ("vrn-tables/1", Quarter(2026, 4))
    assert shipped_pack().quarters_of_any_four == 2


def test_each_kind_of_message_has_its_tables() -> None:
    assert {
        kind.value: [table.name for table in tables]
        for kind, tables in shipped_pack().by_kind.items()
    } == {"P": ["P"], "Q": ["J", "C"], "Y": ["N", "S", "E"]}


def test_each_kind_of_message_has_its_length_of_period() -> None:
    periods = (Week(2026, 47), Quarter(2026, 4), ProgrammeYear(2026))
    fits = [[kind.fits(period) for period in periods] for kind in MessageKind]
    assert fits == [[True, False, False], [False, True, False], [False, False, True]]


def test_cells_stand_as_their_headings_do() -> None:
    for table in shipped_pack().tables:
        headings = table.headings()
        assert len(headings) == table.cells
        for index, entries in enumerate(headings):
            places = tuple(
                codes.entries.index(entry) for codes, entry in zip(table.by, entries, strict=True)
            )
            assert table.cell(places) == index


def test_a_table_is_found_by_its_name() -> None:
    assert shipped_pack().table("J").cells == 96
    with pytest.raises(KeyError):
        shipped_pack().table("X")


def _set(path: tuple[str | int, ...], value: object) -> Callable[[Any], None]:
    def change(plain: Any) -> None:
        for part in path[:-1]:
            plain = plain[part]
        plain[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (_set(("tables", 1, "name"), "P"), ("tables",), "the table 'P' stands here twice"),
        (_set(("tables", 1, "by"), ["level", "level"]), ("tables", 1, "by"), "'level' stands"),
        (
            _set(("tables", 1, "a_person_adds"), 2),
            ("tables", 1, "a_person_adds"),
            "only to a table of needs",
        ),
        (
            _set(("tables", 3, "by"), ["need", "referral"]),
            ("tables", 3, "by"),
            "cannot stand in one table",
        ),
        (
            _set(("tables", 2, "by"), ["level", "life_stage", "setting", "outcome"]),
            ("tables",),
            "the tables of a quarter do not fit one message",
        ),
        (_set(("lists", "level", 0, "code"), "low"), ("lists", "level"), "'low' is not a code of"),
        (_set(("lists", "need", 0, "of"), ["crisis"]), ("lists", "help"), "'mental_health' stands"),
        (
            _set(("lists", "need", 1, "of"), ["crisis"]),
            ("lists", "need"),
            "the code 'crisis' stands here twice",
        ),
        (_set(("lists", "mood"), []), ("lists", "mood"), "the key 'mood' is not known here"),
        (_set(("spec",), "tables"), ("spec",), "named like vrn-tables/1"),
        (_set(("starts",), "2026-Q5"), ("starts",), "a period is written like"),
        (_set(("tables", 0, "period"), "month"), ("tables", 0, "period"), "one of week, quarter"),
        (_set(("tables", 0, "scale"), True), ("tables", 0, "scale"), "a whole number"),
        (_set(("tables",), []), ("tables",), "a list of 1 to 20 entries"),
        (_set(("lists", "level"), {}), ("lists", "level"), "a list of 1 to 50 entries"),
        (_set(("lists", "level", 0), "primary"), ("lists", "level", 0), "a mapping"),
        (_set(("title",), "two\nlines"), ("title",), "a line of text"),
        (_set(("lists", "level", 0, "of"), [7]), ("lists", "level", 0, "of", 0), "a code of"),
    ],
)
def test_an_unsound_pack_is_refused_with_its_place(
    change: Callable[[Any], None], place: tuple[str | int, ...], reason: str
) -> None:
    with pytest.raises(TablePackError) as refused:
        changed_pack(change)
    assert refused.value.place == place
    assert reason in refused.value.reason


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


def _places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, part in parts:
        found.append((*here, key))
        if isinstance(part, dict | list):
            found += _places(part, (*here, key))
    return found


@given(place=st.sampled_from(_places(plain_pack())), value=VALUES)
def test_any_value_at_any_place_is_taken_or_refused_and_never_a_crash(
    place: tuple[Any, ...], value: object
) -> None:
    try:
        pack = changed_pack(_set(place, value))
    except TablePackError:
        return
    assert pack.tables


@given(value=VALUES)
def test_any_other_value_is_refused(value: object) -> None:
    with pytest.raises(TablePackError):
        table_pack_from_plain(value)
