"""Numbers as they are read: every one once, under its own headings, and never more exact than it is."""

import pytest

from tests.invented_sync import InventedSync, overview
from tests.ui.sync.sync_pages import numbers
from vrn_desktop.domain.counts_in_words import NumberLine, NumberTable
from vrn_desktop.presenters.sync.number_groups import likely_between, shown_number, table_views
from vrn_desktop.presenters.sync.planned_words import heading_lists


@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_number_of_a_message_stands_once_under_its_headings(number: int) -> None:
    tables = InventedSync(numbers()).tables_of(number)
    for table, view in zip(tables, table_views(tables), strict=True):
        spoken = sorted(
            cell.spoken for group in view.groups for row in group.rows for cell in row.cells
        )
        meant = sorted(
            f"{', '.join(line.headings)}: {str(line.number).replace('-', 'minus ')}"
            for line in table.lines
        )
        assert spoken == meant


def test_three_lists_make_a_block_for_each_first_heading_with_its_headings_again() -> None:
    levels = table_views(InventedSync(numbers()).tables_of(2))[0]
    assert len(levels.groups) == 4
    for group in levels.groups:
        assert group.columns == (
            "0 to 10 years",
            "11 to 14 years",
            "15 to 17 years",
            "18 years and over",
        )
        assert [row.heading for row in group.rows][:2] == [
            "School or college",
            "Youth work and outreach",
        ]
        for row in group.rows:
            for column, cell in zip(group.columns, row.cells, strict=True):
                assert cell.spoken.startswith(f"{group.heading}, {column}, {row.heading}: ")


def test_a_number_below_zero_has_a_real_minus_and_is_spoken() -> None:
    table = NumberTable(
        name="P",
        title="Invented",
        likely_error=12,
        lines=(NumberLine(headings=("All",), number=-3),),
    )
    (view,) = table_views([table])
    cell = view.groups[0].rows[0].cells[0]
    assert (cell.shown, cell.spoken) == ("−3", "All: minus 3")
    assert "±12" in view.likely
    assert view.example.endswith("between 0 and 9.")
    assert shown_number(1204) == "1,204"


@pytest.mark.parametrize(
    ("number", "words"),
    [(15, "between 3 and 27"), (12, "between 0 and 24"), (-3, "between 0 and 9"), (-20, "at 0")],
)
def test_where_the_true_number_most_likely_lies_is_never_below_zero(
    number: int, words: str
) -> None:
    assert likely_between(number, 12) == words


def test_the_lists_of_a_planned_table_come_from_all_its_headings() -> None:
    assert heading_lists([("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]) == ("a; b", "x; y")
    assert overview().next_closing.tables[0].headings[0] == (
        "Recovery level, or somebody had to be told",
    )
