"""Feeds that tests write, and what reading them gives."""

import json
from pathlib import Path
from typing import Any

from vrn_desktop.content.service_feeds.service_feed_reader import ServiceFeedReader
from vrn_desktop.domain.directory.service_reading import ReadService, RefusedRow, RowWarning
from vrn_desktop.domain.directory.service_record import ServiceRecord
from vrn_desktop.domain.identifiers import SourceId

SOURCE = SourceId("feed-1")


def service(**fields: Any) -> dict[str, Any]:
    """A small whole service; fields replace its own, None takes one away."""
    whole = {
        "id": "b2f1c1f0-5c43-4a44-9a52-0b4d6f1d2a10",
        "name": "Lantern Drop-in",
        "status": "active",
        "description": "A place to talk.",
        "organization": {"id": "o1", "name": "Lantern Trust", "description": "A charity."},
        **fields,
    }
    return {name: value for name, value in whole.items() if value is not None}


def written(path: Path, *records: Any) -> Path:
    """The records as one page of a feed."""
    path.write_text(json.dumps({"contents": list(records)}), encoding="utf-8")
    return path


def read_all(path: Path) -> list[ReadService | RefusedRow]:
    """Everything that reading gives."""
    return list(ServiceFeedReader().read(path, SOURCE))


def records_in(path: Path) -> list[ServiceRecord]:
    """The services that were understood."""
    return [row.record for row in read_all(path) if isinstance(row, ReadService)]


def warnings_in(path: Path) -> list[RowWarning]:
    """All warnings of all rows."""
    return [warning for row in read_all(path) for warning in row.warnings]


def read_one(folder: Path, **fields: Any) -> ReadService:
    """What reading makes of one service with these fields."""
    (row,) = read_all(written(folder / "feed.json", service(**fields)))
    assert isinstance(row, ReadService)
    return row


def faults_of(row: ReadService | RefusedRow) -> dict[str, str]:
    """The row's warnings: field to reason."""
    return {warning.field: warning.reason for warning in row.warnings}
