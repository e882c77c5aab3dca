"""A release as files: the same bytes every time, whole, and merged twice without effect."""

import csv
import io
import json
import zipfile

import pytest

from tests.central.exports.invented_release import invented_release, with_cell_shown
from vrn_desktop.central.exports.export_files import export_files
from vrn_desktop.central.exports.export_formats import Format
from vrn_desktop.central.exports.release_faults import ReleaseFaultError
from vrn_desktop.central.exports.zip_file import zip_file
from vrn_desktop.central.published_table import Release
from vrn_desktop.domain.programme_period import ProgrammeYear, Week


def test_the_same_release_gives_the_same_bytes() -> None:
    first = zip_file(export_files(invented_release(), Format.ALL))
    assert zip_file(export_files(invented_release(), Format.ALL)) == first
    assert zip_file(export_files(invented_release(edition=2), Format.ALL)) != first


def test_the_zip_holds_every_formats_files_and_their_checksums() -> None:
    release = invented_release()
    files = export_files(release, Format.ALL)
    with zipfile.ZipFile(io.BytesIO(zip_file(files))) as archive:
        assert archive.testzip() is None
        dates = {(one.date_time, one.compress_type) for one in archive.infolist()}
        assert dates == {((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)}
        held = {name: archive.read(name) for name in archive.namelist()}
    for one in Format:
        alone = {file.path: file.content for file in export_files(release, one)}
        assert set(alone) <= set(held)
        for path in set(alone) - {"README.txt", "SHA256SUMS"}:
            assert alone[path] == held[path]
    sums = (line.split("  ") for line in held["SHA256SUMS"].decode().splitlines())
    listed = {path: digest for digest, path in sums}
    assert listed == {file.path: file.digest for file in files if file.path != "SHA256SUMS"}
    described = held["README.txt"].decode()
    assert all(f"{path}: " in described for path in set(held) - {"README.txt", "SHA256SUMS"})


def merged(*releases: Release) -> dict[tuple[str, ...], list[str]]:
    """All rows of all counts by the key that the description names."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for release in releases:
        files = {file.path: file.content for file in export_files(release, Format.CSV)}
        counts = json.loads(files["datapackage.json"])["resources"][0]["schema"]
        head, *lines = csv.reader(io.StringIO(files["counts.csv"].decode(), newline=""))
        places = [head.index(name) for name in counts["primaryKey"]]
        for line in lines:
            key = tuple(line[place] for place in places)
            assert rows.get(key, line) == line
            rows[key] = line
    return rows


def test_merging_an_export_twice_changes_nothing() -> None:
    quarter, week = invented_release(1), invented_release(2, Week(2026, 47))
    year, corrected = invented_release(3, ProgrammeYear(2026)), invented_release(4, edition=2)
    once = merged(quarter, week, year, corrected)
    assert merged(quarter, week, quarter, corrected, year, week, corrected) == once
    assert len(once) == sum(
        len(table.cells) for release in (quarter, week, year, corrected) for table in release.tables
    )


def test_nobodys_name_leaves_with_an_export() -> None:
    for file in export_files(invented_release(), Format.ALL):
        assert b"Sample" not in file.content


@pytest.mark.parametrize("wanted", list(Format))
def test_no_format_writes_a_release_that_shows_what_must_be_hidden(wanted: Format) -> None:
    release = invented_release()
    hidden = next(place for place, cell in enumerate(release.tables[0].cells) if cell.shown is None)
    with pytest.raises(ReleaseFaultError):
        export_files(with_cell_shown(release, "J", hidden, shown=45), wanted)


def test_the_periods_own_days_stand_in_every_format() -> None:
    files = {
        file.path: file.content.decode() for file in export_files(invented_release(), Format.ALL)
    }
    assert "2026-09-28" in files["counts.csv"]
    assert "2026-09-28" in files["sdmx/data.csv"]
    assert "2026-09-28" in files["adx/adx.xml"]
    for path in ("dhis2/metadata.json", "datapackage.json", "README.txt"):
        assert "28 September 2026" in files[path]
    for path in ("csv-metadata.json", "sdmx/structure.json", "README.txt"):
        assert "calendar" in files[path]
