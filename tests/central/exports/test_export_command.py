"""`vrn-central export`: one whole file or none, its exit codes, and nothing overwritten unasked."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.central.exports.invented_release import invented_release, with_cell_shown
from tests.central.exports.published_office import publish_as_they_are
from vrn_desktop.central.commands import export
from vrn_desktop.central.exports.export_files import export_files
from vrn_desktop.central.exports.export_formats import Format
from vrn_desktop.central.exports.zip_file import zipped
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.schema import create_schema
from vrn_desktop.domain.programme_period import Week

Exporting = Callable[..., int]


@pytest.fixture
def exporting(tmp_path: Path) -> Exporting:
    """Run the command on an office that published a quarter twice, and a week with a fault."""
    url = f"sqlite:///{tmp_path / 'central.db'}"
    engine = open_database(url)
    create_schema(engine)
    week = invented_release(9, Week(2026, 47))
    faulty = with_cell_shown(week, "P", 0, shown=7)
    publish_as_they_are(engine, [invented_release(1), invented_release(2, edition=2), faulty])
    engine.dispose()

    def run(*arguments: str) -> int:
        parser = argparse.ArgumentParser()
        export.add_to(parser.add_subparsers())
        chosen = parser.parse_args(["export", "--database-url", url, *arguments])
        code: int = chosen.run(chosen)
        return code

    return run


def test_the_newest_edition_is_written_whole(
    exporting: Exporting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "all.zip"
    assert exporting("--period", "2026-Q4", "-o", str(place)) == 0
    file = zipped(invented_release(2, edition=2), Format.ALL)
    assert place.read_bytes() == file.content
    said = capsys.readouterr().out
    assert "2026-Q4, edition 2, written to" in said
    assert file.digest in said
    assert {one.name for one in tmp_path.iterdir()} <= {"all.zip", "central.db"} | {
        "central.db-wal",
        "central.db-shm",
    }


def test_an_earlier_edition_and_the_numbers_alone_are_written(
    exporting: Exporting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "counts.csv"
    asked = ("--period", "2026-Q4", "--edition", "1", "--format", "csv", "-o", str(place), "--json")
    assert exporting(*asked) == 0
    counts = next(
        one for one in export_files(invented_release(1), Format.CSV) if one.path == "counts.csv"
    )
    assert place.read_bytes() == counts.content
    said = json.loads(capsys.readouterr().out)
    assert said == {
        "period": "2026-Q4",
        "edition": 1,
        "format": "csv",
        "file": str(place),
        "bytes": len(counts.content),
        "sha256": counts.digest,
    }


def test_nothing_published_is_a_finding(
    exporting: Exporting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "all.zip"
    assert exporting("--period", "2027-Q1", "-o", str(place)) == 1
    assert exporting("--period", "2026-Q4", "--edition", "3", "-o", str(place)) == 1
    assert "Nothing is published of 2026-Q4, edition 3," in capsys.readouterr().err
    assert not place.exists()


def test_a_file_that_is_there_stays_unless_forced(exporting: Exporting, tmp_path: Path) -> None:
    place = tmp_path / "all.zip"
    place.write_bytes(b"mine")
    assert exporting("--period", "2026-Q4", "-o", str(place)) == 2
    assert place.read_bytes() == b"mine"
    assert exporting("--period", "2026-Q4", "-o", str(place), "--force") == 0
    assert place.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        (("--period", "2026-Q5"), "a.zip", "2026-Q5"),
        (("--period", "2026-Q4"), "a.csv", "more than one file"),
        (("--period", "2026-Q4", "--format", "dhis2"), "a.json", "more than one file"),
        (("--period", "2026-Q4"), "nowhere/a.zip", "Make it first"),
        (("--period", "2026-Q4"), ".", "Name another"),
        (("--period", "2026-W47"), "a.zip", "rules of what may be shown"),
    ],
)
def test_bad_input_is_said_and_nothing_is_written(
    *,
    exporting: Exporting,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    name: str,
    said: str,
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    form = () if name != "." else ("--format", "csv")
    assert exporting(*arguments, *form, "-o", str(folder / name)) == 2
    assert said in capsys.readouterr().err
    assert list(folder.iterdir()) == []
