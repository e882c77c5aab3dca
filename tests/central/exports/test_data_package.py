"""The CSV files and their Frictionless descriptor, judged by Frictionless itself."""

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import frictionless
import pytest

from tests.central.exports.invented_release import invented_release
from vrn_desktop.central.exports.data_package import CODES, DESCRIPTOR, data_package
from vrn_desktop.central.exports.plain_json import json_bytes
from vrn_desktop.central.exports.tidy_csv import (
    codes_csv,
    counts_file,
    harmless,
    noisy_sums_file,
    tidy_csv,
)
from vrn_desktop.central.published_table import Release


def files_of(release: Release) -> dict[str, bytes]:
    counts, sums = counts_file(release), noisy_sums_file(release)
    return {
        counts.name: tidy_csv(counts, release),
        sums.name: tidy_csv(sums, release),
        CODES: codes_csv(counts),
        DESCRIPTOR: json_bytes(data_package(release)),
    }


def judged(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """The kinds of faults that Frictionless finds."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    report = frictionless.validate(str(folder / DESCRIPTOR))
    return [kind for [kind] in report.flatten(["type"])]


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def test_frictionless_finds_the_package_sound(tmp_path: Path) -> None:
    assert judged(files_of(invented_release()), tmp_path) == []


Change = Callable[[list[list[str]]], object]


def first_shown(rows: list[list[str]]) -> list[str]:
    value = rows[0].index("value")
    return next(row for row in rows[1:] if row[value])


def a_seven(rows: list[list[str]]) -> None:
    first_shown(rows)[rows[0].index("value")] = "7"


def a_bad_code(rows: list[list[str]]) -> None:
    rows[1][rows[0].index("level")] = "quaternary"


def a_row_twice(rows: list[list[str]]) -> None:
    rows.append(rows[1])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (a_seven, "constraint-error"),
        (a_bad_code, "constraint-error"),
        (a_row_twice, "primary-key"),
    ],
)
def test_frictionless_finds_a_planted_fault(change: Change, fault: str, tmp_path: Path) -> None:
    files = files_of(invented_release())
    rows = cells(files["counts.csv"])
    change(rows)
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    files["counts.csv"] = text.getvalue().encode()
    assert set(judged(files, tmp_path)) >= {fault, "hash-count"}


def test_hidden_cells_are_empty_in_the_counts_and_have_their_sum_in_the_second_file() -> None:
    files = files_of(invented_release())
    head, *rows = cells(files["counts.csv"])
    hidden = [row for row in rows if row[head.index("status")] != "published"]
    assert hidden
    for row in hidden:
        assert [row[head.index(name)] for name in ("value", "low", "high")] == ["", "", ""]
    sums_head, *sums = cells(files["noisy-sums.csv"])
    assert len(sums) == len(rows)
    assert "value" not in sums_head
    assert any(row[sums_head.index("noisy_sum")].startswith("-") for row in sums)


def test_no_cell_is_taken_for_a_formula() -> None:
    for name, content in files_of(invented_release()).items():
        if not name.endswith(".csv"):
            continue
        for row in cells(content):
            for cell in row:
                assert not cell.startswith(("=", "+", "@", "\t", "\r"))
                assert not cell.startswith("-") or cell[1:].isdecimal()
    assert harmless("=cmd|' /C calc'!A1") == "'=cmd|' /C calc'!A1"
    assert harmless("Over 18") == "Over 18"


def test_the_descriptor_says_everything_in_words() -> None:
    package = data_package(invented_release())
    assert package["licenses"][0]["name"] == "OGL-UK-3.0"
    for resource in package["resources"]:
        assert resource["hash"].startswith("sha256:")
        assert resource["schema"]["primaryKey"]
        for field in resource["schema"]["fields"]:
            assert field["title"]
            assert field["description"].endswith(".")
    counts = package["resources"][0]["schema"]["fields"]
    value = next(field for field in counts if field["name"] == "value")
    assert value["constraints"] == {"required": False, "minimum": 10}
    assert "28 September 2026 to 3 January 2027" in package["title"]
