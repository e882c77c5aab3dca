"""The one model behind every export: nothing hidden is in it, and no two rows share a key."""

from dataclasses import replace

import pytest

from tests.central.exports.invented_release import invented_release, shown_cell, with_cell_shown
from vrn_desktop.central.exports.release_faults import ReleaseFaultError
from vrn_desktop.central.exports.tidy_rows import Observation, tidy_rows
from vrn_desktop.central.published_table import NetworkCell, Precision, Release
from vrn_desktop.domain.programme_period import ProgrammeYear, Week
from vrn_desktop.exchange.table_pack import ListName


def test_every_cell_is_a_row_and_no_two_rows_share_a_key() -> None:
    releases = [
        invented_release(1),
        invented_release(1, edition=2),
        invented_release(2, Week(2026, 47)),
        invented_release(3, ProgrammeYear(2026)),
    ]
    rows = [row for release in releases for row in tidy_rows(release)]
    assert len(rows) == sum(len(table.cells) for one in releases for table in one.tables)
    assert len({row.key for row in rows}) == len(rows)


def test_a_week_keeps_its_own_key_when_its_quarter_is_published() -> None:
    week = invented_release(2, Week(2026, 47))
    quarter = replace(invented_release(1), tables=week.tables)
    keys = [row.key for release in (week, quarter) for row in tidy_rows(release)]
    assert len(set(keys)) == len(keys)


def test_a_hidden_cell_has_a_reason_and_no_number() -> None:
    rows = tidy_rows(invented_release())
    reasons = {row.observation for row in rows if row.number is None}
    assert reasons == {Observation.TOO_UNCERTAIN}
    assert all(
        (row.observation is Observation.PUBLISHED) == (row.number is not None) for row in rows
    )


def test_the_published_interval_holds_the_estimates_own_and_stands_around_the_rounded_number() -> (
    None
):
    release = invented_release()
    cells = [cell for table in release.tables for cell in table.cells]
    for cell, row in zip(cells, tidy_rows(release), strict=True):
        if row.number is not None:
            assert row.number.low <= max(0, cell.low)
            assert row.number.high >= cell.high
            assert row.number.value - row.number.low == row.number.high - row.number.value


def test_a_list_that_a_table_does_not_count_by_stands_as_all_together() -> None:
    rows = {row.table: row for row in tidy_rows(invented_release())}
    assert rows["J"].codes[ListName.LEVEL] == "insufficient"
    assert rows["J"].codes[ListName.NEED] == "_T"
    assert rows["C.outcome"].codes[ListName.LEVEL] == "_T"


def place_of(release: Release, table: str, *, hidden: bool) -> int:
    cells = next(one.cells for one in release.tables if one.name == table)
    return next(place for place, cell in enumerate(cells) if (cell.shown is None) == hidden)


@pytest.mark.parametrize(("hidden", "shown"), [(True, 20), (False, 7), (False, 12), (False, None)])
def test_a_release_that_shows_or_hides_against_the_rules_is_refused(
    hidden: bool, shown: int | None
) -> None:
    release = invented_release()
    faulty = with_cell_shown(release, "J", place_of(release, "J", hidden=hidden), shown=shown)
    with pytest.raises(ReleaseFaultError, match=r"Table J, .*(shown|hidden)"):
        tidy_rows(faulty)


def test_each_way_to_be_hidden_has_its_own_reason() -> None:
    release = invented_release()
    codes = release.tables[0].cells[0].codes
    small = shown_cell(codes, 8, 8.4, 2.0)
    uncertain = shown_cell(codes, 8, 8.4, 40.0)
    shown = shown_cell(codes, 500, 500.2, 30.0)

    def reason(cell: NetworkCell, sites: int = 52) -> Observation:
        one = changed(release, cells=(cell,), sites_reporting=sites)
        return tidy_rows(one)[0].observation

    assert reason(small) is Observation.SUPPRESSED_SMALL
    assert reason(uncertain) is Observation.TOO_UNCERTAIN
    assert reason(shown) is Observation.PUBLISHED
    assert reason(replace(shown, shown=None), sites=9) is Observation.TOO_FEW_SITES
    with pytest.raises(ReleaseFaultError, match="shown, though"):
        reason(shown, sites=9)


def changed(release: Release, **changes: object) -> Release:
    first, *others = release.tables
    return replace(release, tables=(replace(first, **changes), *others))  # type: ignore[arg-type]  # one fault


def test_a_release_of_another_shape_is_refused() -> None:
    release = invented_release()
    table = release.tables[0]
    cell = table.cells[0]
    faulty = {
        "no table": replace(release, tables=()),
        "twice": replace(release, tables=(*release.tables, table)),
        "from 1": replace(release, edition=0),
        "same headings": changed(release, cells=(*table.cells, cell)),
        "does not have": changed(release, cells=(replace(cell, codes=("primary",)),)),
        "no column": changed(release, lists=(replace(table.lists[0], name="postcode"),)),
        "capital letter": changed(release, name="=J"),
        "specification": changed(release, spec="@vrn"),
        "sites expected": changed(release, sites_expected=table.sites_reporting - 1),
        "interval": changed(release, cells=(replace(cell, low=cell.high + 1),)),
    }
    for said, one in faulty.items():
        with pytest.raises(ReleaseFaultError, match=said):
            tidy_rows(one)


def test_a_fault_never_tells_a_hidden_number() -> None:
    release = invented_release()
    place = place_of(release, "J", hidden=True)
    cell = release.tables[0].cells[place]
    assert cell.precision is Precision.X
    with pytest.raises(ReleaseFaultError) as fault:
        tidy_rows(with_cell_shown(release, "J", place, shown=35))
    assert str(cell.noisy_sum) not in str(fault.value)
    assert "35" not in str(fault.value)
