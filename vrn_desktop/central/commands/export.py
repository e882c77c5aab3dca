"""`vrn-central export`: a published release as open data, in one file."""

import argparse
import json
import sys
from pathlib import Path

from sqlalchemy import Connection

from vrn_desktop.central.commands.command_trouble import CommandError, told_in_words
from vrn_desktop.central.commands.data_place import (
    add_place_options,
    database_url,
    opened_at,
)
from vrn_desktop.central.commands.whole_file import write_whole
from vrn_desktop.central.exports.export_files import ExportFile, export_files
from vrn_desktop.central.exports.export_formats import FORMAT_WORDS, Format
from vrn_desktop.central.exports.release_faults import ReleaseFaultError
from vrn_desktop.central.exports.zip_file import zipped
from vrn_desktop.central.published_table import Release
from vrn_desktop.central.publishing.release_text import ReleaseTextError
from vrn_desktop.central.publishing.releases import all_releases, release
from vrn_desktop.domain.programme_period import NoSuchPeriodError, Period, period_from_text

_FINDING = 1
_ALONE = {
    Format.CSV: "counts.csv",
    Format.ADX: "adx/adx.xml",
    Format.SDMX: "sdmx/data.csv",
}
"""What a file is that is not named .zip; the other formats need more than one file."""


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser(
        "export",
        help="write a published release as open data",
        description="Writes what two people published, never anything else. Exit codes: 0 written,"
        " 1 nothing is published of that period, 2 bad input or the file cannot be written.",
    )
    parser.add_argument("--period", required=True, help="such as 2026-W47, 2026-Q4 or 2026")
    parser.add_argument("--edition", type=int, help="which edition (the newest)")
    parser.add_argument(
        "--format",
        choices=[one.value for one in Format],
        default=Format.ALL.value,
        help="; ".join(f"{one.value}: {name}" for one, (name, _) in FORMAT_WORDS.items()),
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="PATH",
        help="a name that ends in .zip takes all files of the format; with csv, adx and sdmx any"
        " other name takes the numbers alone",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_place_options(parser)
    parser.set_defaults(run=run)


@told_in_words
def run(chosen: argparse.Namespace) -> int:
    """Write the file; 1 where nothing is published, 2 for bad input."""
    period = _period(chosen.period)
    wanted, place = Format(chosen.format), chosen.output
    if not _is_zip(place) and wanted not in _ALONE:
        raise CommandError(
            f"{wanted} needs more than one file: name the file with .zip at its end."
        )
    if place.is_dir() or (place.exists() and not chosen.force):
        raise CommandError(f"{place} is there already. Name another, or say --force.")
    if not place.absolute().parent.is_dir():
        raise CommandError(f"There is no folder {place.absolute().parent}. Make it first.")
    engine = opened_at(database_url(chosen))
    try:
        with engine.connect() as connection:
            found = _published(connection, period, chosen.edition)
    finally:
        engine.dispose()
    if found is None:
        which = "" if chosen.edition is None else f", edition {chosen.edition},"
        sys.stderr.write(f"Nothing is published of {period}{which}. See the page Releases.\n")
        return _FINDING
    file = _file(found, wanted, place)
    write_whole(place, file.content)
    _say(chosen, found, place, file)
    return 0


def _period(text: str) -> Period:
    try:
        return period_from_text(text)
    except NoSuchPeriodError as error:
        raise CommandError(f"{text}: {error}.") from error


def _is_zip(place: Path) -> bool:
    return place.suffix.lower() == ".zip"


def _published(connection: Connection, period: Period, edition: int | None) -> Release | None:
    for one in all_releases(connection):
        if one.period == period and (one.is_newest if edition is None else one.edition == edition):
            try:
                return release(connection, one.id)
            except ReleaseTextError as error:
                raise CommandError(f"The release of {period} cannot be read: {error}.") from error
    return None


def _file(found: Release, wanted: Format, place: Path) -> ExportFile:
    try:
        if _is_zip(place):
            return zipped(found, wanted)
        files = export_files(found, wanted)
    except ReleaseFaultError as error:
        raise CommandError(
            f"The release breaks the rules of what may be shown, nothing was written. {error}"
        ) from error
    return next(file for file in files if file.path == _ALONE[wanted])


def _say(chosen: argparse.Namespace, found: Release, place: Path, file: ExportFile) -> None:
    size = len(file.content)
    if chosen.json:
        said = {
            "period": str(found.period),
            "edition": found.edition,
            "format": chosen.format,
            "file": str(place),
            "bytes": size,
            "sha256": file.digest,
        }
        sys.stdout.write(json.dumps(said, indent=2) + "\n")
        return
    sys.stdout.write(
        f"{found.period}, edition {found.edition}, written to {place} ({size:,} bytes).\n"
        f"SHA-256 {file.digest}\n"
    )
