"""`vrn-desktop directory check`: what reading a service feed would give, without taking anything over."""

import argparse
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from vrn_desktop.content.service_feeds.service_feed_reader import ServiceFeedReader
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    RefusedRow,
    RowWarning,
)
from vrn_desktop.domain.identifiers import SourceId

FINE, REFUSED, UNREADABLE = 0, 1, 2


@dataclass(kw_only=True)
class Checked:
    """Counts of rows and all warnings, in the feed's order."""

    services: int = 0
    refused: int = 0
    warnings: list[RowWarning] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    """Check a feed: 0 every row is a service, 1 some are refused, 2 nothing could be read."""
    given = _parser().parse_args(arguments)
    try:
        checked = check(Path(given.path))
    except FeedUnreadableError as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    _say_as_json(checked) if given.json else _say(checked)
    return REFUSED if checked.refused else FINE


def check(path: Path) -> Checked:
    """Read a feed from its first row to its last.

    Raises:
        FeedUnreadableError: it is refused whole.
    """
    checked = Checked()
    for row in ServiceFeedReader().read(path, SourceId("check")):
        if isinstance(row, RefusedRow):
            checked.refused += 1
        else:
            checked.services += 1
        checked.warnings.extend(row.warnings)
    return checked


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vrn-desktop directory",
        description="Look at a service feed (Open Referral UK) before it is taken over.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="check")
    checking = commands.add_parser(
        "check",
        help="read a feed and say what is not right in it",
        description="Read a feed and say what is not right in it. Nothing of the program is changed.",
        epilog="Exit code: 0 every row is a service, 1 some rows are refused, 2 nothing could be read.",
    )
    checking.add_argument(
        "path", metavar="PATH", help="a JSON file, a folder or zip of pages, or a tabular package"
    )
    checking.add_argument("--json", action="store_true", help="print one object")
    return parser


def _say_as_json(checked: Checked) -> None:
    warnings = [
        {"row": warning.row, "field": warning.field, "reason": warning.reason}
        for warning in checked.warnings
    ]
    said = {"services": checked.services, "refused": checked.refused, "warnings": warnings}
    print(json.dumps(said, indent=1))


def _say(checked: Checked) -> None:
    for warning in checked.warnings:
        place = f"{warning.row}, {warning.field}" if warning.field else warning.row
        print(f"{place}: {warning.reason}")
    print(
        f"{checked.services:,} services, {checked.refused:,} rows refused, "
        f"{len(checked.warnings):,} warnings."
    )
