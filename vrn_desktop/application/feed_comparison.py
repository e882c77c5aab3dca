"""A feed, as it is read, beside what the directory shows of it now."""

import hashlib
from collections.abc import Mapping

from vrn_desktop.domain.directory.import_summary import ImportSummary
from vrn_desktop.domain.directory.service_reading import ReadService, RefusedRow, RowWarning
from vrn_desktop.domain.identifiers import ServiceId, SourceId

MOST_NAMES = 8
"""Of each kind of change, so many services are named."""
MOST_WARNINGS = 5_000
"""More warnings are counted and not kept: nobody reads them, and they would fill the memory."""
ADDED, CHANGED, SAME = "added", "changed", "same"


class FeedComparison:
    """Takes one row after another; `before` are the digests of what the source shows now."""

    def __init__(self, source: SourceId, before: Mapping[ServiceId, str]) -> None:
        self._source = source
        self._before = before
        self._seen: dict[ServiceId, str] = {}
        self._digest = hashlib.sha256()
        self._names: dict[str, list[str]] = {ADDED: [], CHANGED: []}
        self._warnings: list[RowWarning] = []
        self._counts = dict.fromkeys(("rows", "refused", ADDED, CHANGED, SAME, "warnings"), 0)

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
        """The reader gives an id that comes twice twice, with a warning: the later row counts."""
        digest, service = row.digest, row.record.id
        self._digest.update(digest.encode("ascii"))
        earlier = self._seen.get(service)
        if earlier in (ADDED, CHANGED):
            return row
        kind = SAME if self._before.get(service) == digest else CHANGED
        if service not in self._before:
            kind = ADDED
        if earlier is not None and kind == earlier:
            return None
        if earlier is not None:
            self._counts[earlier] -= 1
        self._seen[service] = kind
        self._counts[kind] += 1
        names = self._names.get(kind)
        if names is not None and len(names) < MOST_NAMES:
            names.append(row.record.name)
        return None if kind == SAME else row

    def summary(self, gone_names: tuple[str, ...] = ()) -> ImportSummary:
        """What taking over everything read so far would change."""
        return ImportSummary(
            source=self._source,
            sha256=self.sha256,
            read=self.rows,
            refused=self._counts["refused"],
            added=self._counts[ADDED],
            changed=self._counts[CHANGED],
            gone=len(self.gone),
            unchanged=self._counts[SAME],
            added_names=tuple(self._names[ADDED]),
            changed_names=tuple(self._names[CHANGED]),
            gone_names=gone_names,
            warnings=tuple(self._warnings),
            warning_count=self._counts["warnings"],
        )

    def _warn(self, warnings: tuple[RowWarning, ...]) -> None:
        self._counts["warnings"] += len(warnings)
        self._warnings += warnings[: MOST_WARNINGS - len(self._warnings)]
