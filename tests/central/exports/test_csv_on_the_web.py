"""CSV on the Web, judged by the library `csvw`."""

import warnings
from pathlib import Path

import pytest
from csvw import CSVW  # type: ignore[import-untyped]  # has no stubs

from tests.central.exports.invented_release import invented_release
from vrn_desktop.central.exports.csv_on_the_web import WEB_METADATA
from vrn_desktop.central.exports.export_files import export_files
from vrn_desktop.central.exports.export_formats import Format


def written(folder: Path) -> None:
    for file in export_files(invented_release(), Format.CSVW):
        (folder / file.path).write_bytes(file.content)


def judged(folder: Path) -> list[str]:
    """What the library finds; a key that stands twice it raises at once."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")  # the library gathers what it finds as warnings
        read = CSVW(str(folder / WEB_METADATA), validate=True)
        try:
            sound = read.is_valid
        except ValueError as fault:
            return [str(fault)]
    return [] if sound else [str(warning.message) for warning in read.warnings]


def test_csvw_finds_the_tables_sound(tmp_path: Path) -> None:
    written(tmp_path)
    assert judged(tmp_path) == []


def test_csvw_reads_words_and_numbers(tmp_path: Path) -> None:
    written(tmp_path)
    counts, sums = CSVW(str(tmp_path / WEB_METADATA)).tables
    rows = list(counts.iterdicts())
    assert {type(row["value"]) for row in rows} == {int, type(None)}
    assert len(list(sums.iterdicts())) == len(rows)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("none_available", "none_at_all", "Invalid column value: none_at_all"),
        (",A,published,", ",A,shown,", "Invalid column value: shown"),
    ],
)
def test_csvw_finds_a_bad_code(old: str, new: str, fault: str, tmp_path: Path) -> None:
    written(tmp_path)
    place = tmp_path / "counts.csv"
    text = place.read_bytes().decode()
    assert old in text
    place.write_bytes(text.replace(old, new, 1).encode())
    assert fault in judged(tmp_path)[0]


def test_csvw_finds_a_seven(tmp_path: Path) -> None:
    written(tmp_path)
    place = tmp_path / "counts.csv"
    head, *lines = place.read_bytes().decode().split("\r\n")
    value = head.split(",").index("value")
    shown = next(number for number, line in enumerate(lines) if line.split(",")[value])
    cells = lines[shown].split(",")
    cells[value] = "7"
    lines[shown] = ",".join(cells)
    place.write_bytes("\r\n".join([head, *lines]).encode())
    assert "Invalid column value: 7" in judged(tmp_path)[0]


def test_csvw_finds_a_row_that_stands_twice(tmp_path: Path) -> None:
    written(tmp_path)
    place = tmp_path / "counts.csv"
    lines = place.read_bytes().decode().split("\r\n")
    place.write_bytes("\r\n".join([*lines[:-1], lines[1], ""]).encode())
    assert "duplicate primary key" in judged(tmp_path)[0]
