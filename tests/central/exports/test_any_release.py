"""Whatever a release holds: hidden cells have no number in any format, keys are unique, bytes repeat."""

import csv
import io
import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.central.exports.invented_release import invented_release, shown_cell
from vrn_desktop.central.exports.export_files import export_files
from vrn_desktop.central.exports.export_formats import Format
from vrn_desktop.central.exports.tidy_rows import tidy_rows
from vrn_desktop.central.published_table import Heading, Release
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week

PERIODS: st.SearchStrategy[Period] = st.one_of(
    st.builds(Week, st.integers(2026, 2040), st.integers(1, 52)),
    st.builds(Quarter, st.integers(2026, 2040), st.integers(1, 4)),
    st.builds(ProgrammeYear, st.integers(2026, 2040)),
)
WORDS = st.text(min_size=1, max_size=12)


@st.composite
def releases(draw: st.DrawFn) -> Release:
    """A release with any estimates, intervals, labels, notes and numbers of sites."""
    made = invented_release(1, draw(PERIODS), edition=draw(st.integers(1, 3)))
    sites = draw(st.sampled_from([10, 52, 300]))
    words = draw(WORDS)
    tables = []
    for table in made.tables[:2]:
        estimates = draw(
            st.lists(st.floats(-500, 3000), min_size=len(table.cells), max_size=len(table.cells))
        )
        half = draw(st.floats(0, 300))
        first, *others = table.lists
        named = tuple(Heading(code=h.code, label=f"{words}{h.label}") for h in first.headings)
        tables.append(
            replace(
                table,
                title=f"{words}{table.title}",
                lists=(replace(first, headings=named), *others),
                sites_reporting=sites,
                sites_expected=sites + draw(st.integers(0, 9)),
                cells=tuple(
                    shown_cell(cell.codes, round(estimate), estimate, half)
                    for cell, estimate in zip(table.cells, estimates, strict=True)
                ),
            )
        )
    return replace(made, tables=tuple(tables), note=draw(WORDS))


@settings(max_examples=40, deadline=None)
@given(releases())
def test_every_format_of_any_release_hides_what_is_hidden(release: Release) -> None:
    files = {file.path: file.content for file in export_files(release, Format.ALL)}
    assert files == {file.path: file.content for file in export_files(release, Format.ALL)}
    rows = tidy_rows(release)
    published = [str(row.number.value) for row in rows if row.number]
    assert len({row.key for row in rows}) == len(rows)

    counts = list(csv.DictReader(io.StringIO(files["counts.csv"].decode(), newline="")))
    assert [row["value"] for row in counts if row["value"]] == published
    assert all(int(row["value"]) >= 10 for row in counts if row["value"])
    for row in counts:
        hidden = row["status"] != "published"
        assert hidden == (not row["value"]) == (not row["low"]) == (not row["high"])

    sdmx = list(csv.DictReader(io.StringIO(files["sdmx/data.csv"].decode(), newline="")))
    assert [row["OBS_VALUE"] for row in sdmx if row["OBS_STATUS"] == "A"] == published
    assert {row["OBS_VALUE"] for row in sdmx if row["OBS_STATUS"] == "Q"} <= {""}

    dhis2 = [
        value["value"]
        for path, content in files.items()
        if path.startswith("dhis2/VRN_TABLES")
        for value in json.loads(content)["dataValues"]
        if "value" in value
    ]
    assert dhis2 == published
    assert files["adx/adx.xml"].count(b"<dataValue ") == len(published)


@settings(max_examples=40, deadline=None)
@given(releases())
def test_no_cell_of_any_release_begins_a_formula(release: Release) -> None:
    for file in export_files(release, Format.ALL):
        if file.path.endswith(".csv"):
            for row in csv.reader(io.StringIO(file.content.decode(), newline="")):
                for cell in row:
                    assert not cell.startswith(("=", "+", "@", "\t", "\r", "\n"))
                    assert not cell.startswith("-") or cell[1:].isdecimal()
