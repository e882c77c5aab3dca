"""A feed, as it is read, beside what the directory shows of it now."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from vrn_desktop.domain.directory.import_summary import ImportSummary
from vrn_desktop.domain.directory.service_reading import ReadService, RefusedRow, RowWarning
from vrn_desktop.domain.identifiers import ServiceId, SourceId

MOST_NAMES = 8
"""Of each kind of change, so many services are named."""
MOST_WARNINGS = 5_000
"""More warnings are counted and not kept: nobody reads them, and they would fill the memory."""
TWICE = "this id was in the feed before; the first one is kept and this one is left out"


class FeedComparison:
    """Takes one row after another; `before` are the digests of what the source shows now."""

    def __init__(self, path: Path, source: SourceId, before: Mapping[ServiceId, str]) -> None:
        self._file = path.name
        self._source = source
        self._before = before
        self._seen: set[ServiceId] = set()
        self._digest = hashlib.sha256()
        self._added: list[str] = []
        self._changed: list[str] = []
        self._warnings: list[RowWarning] = []
        self._counts = dict.fromkeys(("rows", "refused", "added", "changed", "same", "warnings"), 0)

    @property
    def rows(self) -> int:
        """How many rows were read so far."""
        return self._counts["rows"]

    @property
    def gone(self) -> tuple[ServiceId, ...]:
        """What the source shows now and the feed has not named so far."""
        return tuple(service for service in self._before if service not in self._seen)

    @property
    def sha256(self) -> str:
        """The digest of everything read so far, in its order."""
        return self._digest.hexdigest()

    def take(self, row: ReadService | RefusedRow) -> ReadService | None:
        """Count a row; returns it where it is new or changed, so that it has to be written."""
        self._counts["rows"] += 1
        self._warn(row.warnings)
        if isinstance(row, RefusedRow):
            self._counts["refused"] += 1
            self._digest.update(repr(row.warnings).encode("utf-8", "backslashreplace"))
            return None
        return self._take_service(row)

    def _take_service(self, row: ReadService) -> ReadService | None:
        digest, service = row.digest, row.record.id
        self._digest.update(digest.encode("ascii"))
        if service in self._seen:
            self._counts["refused"] += 1
            place = row.warnings[0].row if row.warnings else f"{self._file}:{self.rows}"
            self._warn((RowWarning(row=place, field="id", reason=TWICE),))
            return None
        self._seen.add(service)
        if self._before.get(service) == digest:
            self._counts["same"] += 1
            return None
        kind, names = (
            ("changed", self._changed) if service in self._before else ("added", self._added)
        )
        self._counts[kind] += 1
        if len(names) < MOST_NAMES:
            names.append(row.record.name)
        return row

    def summary(self, gone_names: tuple[str, ...] = ()) -> ImportSummary:
        """What taking over everything read so far would change."""
        return ImportSummary(
            source=self._source,
            sha256=self.sha256,
            read=self.rows,
            refused=self._counts["refused"],
            added=self._counts["added"],
            changed=self._counts["changed"],
            gone=len(self.gone),
            unchanged=self._counts["same"],
            added_names=tuple(self._added),
            changed_names=tuple(self._changed),
            gone_names=gone_names,
            warnings=tuple(self._warnings),
            warning_count=self._counts["warnings"],
        )

    def _warn(self, warnings: tuple[RowWarning, ...]) -> None:
        self._counts["warnings"] += len(warnings)
        self._warnings += warnings[: MOST_WARNINGS - len(self._warnings)]
