"""Editions of the directory's sources: staged where nobody sees it, shown by changing one number.

Every attempt at an import has a number of its own (`staging`). A row is shown from its first edition until
the one that supersedes it; one that is broken off is never shown and what it left is swept in small parts.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, text, update

from db.record_access import Record, RecordAccess
from db.records.directory import DIRECTORY_SOURCE
from db.repositories.directory_rows import DirectoryRows, ServiceEdition
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import read_time_or_none, write_time
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import DirectorySource, SourceKind
from vrn_desktop.domain.identifiers import ServiceId, SourceId

ALL = 1_000_000_000
SWEPT_BESIDE = 2
"""So many rows of what was left behind are swept for each one that is staged."""

_SOURCES = select(DIRECTORY_SOURCE).order_by(DIRECTORY_SOURCE.c.id)
_SOURCE = select(DIRECTORY_SOURCE).where(DIRECTORY_SOURCE.c.id == bindparam("of_id"))
_ADD = insert(DIRECTORY_SOURCE)
_CHANGE = (
    update(DIRECTORY_SOURCE)
    .where(DIRECTORY_SOURCE.c.id == bindparam("of_id"))
    .values(
        {
            name: bindparam(name)
            for name in (
                *("kind", "name", "address", "licence", "etag", "last_modified"),
                *("edition", "shown", "staging", "removed", "taken_over_at"),
            )
        }
    )
)
_DROP = delete(DIRECTORY_SOURCE).where(DIRECTORY_SOURCE.c.id == bindparam("of_id"))
_ROWS_OF = text(
    'SELECT "row", first_edition FROM directory_service '
    "WHERE +source_id = :source AND id IN (SELECT value FROM json_each(:ids))"
)
"""A plus sign keeps SQLite from reading the whole source where a few keys are asked for."""
_DIGESTS = text(
    "SELECT id, digest FROM directory_service WHERE source_id = :source "
    "AND first_edition <= :shown AND (superseded_in IS NULL OR superseded_in > :shown) "
    "AND (gone_in IS NULL OR gone_in > :shown)"
)
_SUPERSEDE = text(
    "UPDATE directory_service SET superseded_in = :staging WHERE +source_id = :source "
    "AND id IN (SELECT value FROM json_each(:ids)) AND first_edition <= :shown "
    "AND (superseded_in IS NULL OR superseded_in > :shown)"
)
_LET_GO = text(
    "UPDATE directory_service SET gone_in = :staging, superseded_in = NULL "
    "WHERE +source_id = :source AND id IN (SELECT value FROM json_each(:ids)) "
    "AND first_edition <= :shown AND (superseded_in IS NULL OR superseded_in > :shown) "
    "AND (gone_in IS NULL OR gone_in > :shown)"
)
_NEVER_SHOWN = text(
    'SELECT "row" FROM directory_service WHERE source_id = :source '
    "AND first_edition > :shown AND first_edition < :staging LIMIT :most"
)
_REPLACED = text(
    'SELECT "row" FROM directory_service WHERE source_id = :source '
    "AND superseded_in <= :shown LIMIT :most"
)
_FORGET_MARKS = tuple(
    text(
        f'UPDATE directory_service SET {column} = NULL WHERE "row" IN ('  # noqa: S608 - our own
        f'SELECT "row" FROM directory_service WHERE source_id = :source '
        f"AND {column} > :shown AND {column} < :staging LIMIT :most)"
    )
    for column in ("superseded_in", "gone_in")
)
_ANY_LEFT = text("SELECT 1 FROM directory_service WHERE source_id = :source LIMIT 1")
_STAGED_NOW = text(
    "SELECT 1 FROM directory_service WHERE source_id = :source AND first_edition > :shown LIMIT 1"
)
_MARKED_NOW = tuple(
    text(
        f"SELECT 1 FROM directory_service WHERE source_id = :source AND {column} > :shown LIMIT 1"  # noqa: S608 - our own
    )
    for column in ("superseded_in", "gone_in")
)


class DirectoryEditions:
    """Sources and their editions; what is asked of one nobody knows raises MissingRecordError."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access
        self._rows = DirectoryRows(access)

    def sources(self) -> tuple[DirectorySource, ...]:
        """Every source that was not removed."""
        records = self._access.records(_SOURCES)
        return tuple(_to_domain(record) for record in records if not record["removed"])

    def put_source(self, source: DirectorySource) -> None:
        """Write what is known of a source; its editions are not touched."""
        known = self._access.record(_SOURCE, {"of_id": source.id})
        if known is not None and not known["removed"]:
            self._access.write(_CHANGE, {**_state(known), **_texts(source), "of_id": source.id})
            return
        begins: dict[str, Any] = {"edition": 0, "shown": 0, "staging": 1, "removed": 0}
        begins["taken_over_at"] = None
        if known is not None:
            # What the removed one left is still being cleared: the count of attempts goes on.
            begins["staging"] = known["staging"]
        if source.kind is SourceKind.LOCAL:
            # Our own entries are shown at once, without an import.
            begins |= {"edition": 1, "shown": begins["staging"], "staging": begins["staging"] + 1}
        record = {**begins, **_texts(source)}
        if known is None:
            self._access.write(_ADD, {**record, "id": source.id})
        else:
            self._access.write(_CHANGE, {**record, "of_id": source.id})

    def digests(self, source: SourceId) -> Mapping[ServiceId, str]:
        """Of each service that is shown now."""
        state = self._access.record(_SOURCE, {"of_id": source})
        if state is None:
            return {}
        found = self._access.rows(_DIGESTS, {"source": source, "shown": state["shown"]})
        return {ServiceId(service): digest for service, digest in found}

    def stage(self, source: SourceId, services: Sequence[ReadService]) -> None:
        """Write services of the next edition; of one that comes twice the last one stays."""
        if not services:
            return
        if any(one.record.source != source for one in services):
            raise ValueError("a service belongs to another source")
        state = self._state(source)
        unique = {one.record.id: one for one in services}
        asked = self._drop_attempt(state, list(unique))
        self._access.write(_SUPERSEDE, asked)
        edition = state["staging"]
        self._rows.add([ServiceEdition(one, edition) for one in unique.values()])
        self._sweep(state, SWEPT_BESIDE * len(unique))

    def stage_gone(self, source: SourceId, services: Sequence[ServiceId]) -> None:
        """Mark services that the next edition no longer has."""
        if services:
            asked = self._drop_attempt(self._state(source), services)
            self._access.write(_LET_GO, asked)

    def take_over(self, source: DirectorySource, at: datetime) -> None:
        """Show the staged edition: one number changes."""
        state = self._state(source.id)
        self._sweep_broken_off(state, ALL)
        new = {
            "edition": state["edition"] + 1,
            "shown": state["staging"],
            "staging": state["staging"] + 1,
            "removed": 0,
            "taken_over_at": write_time(at),
        }
        self._access.write(_CHANGE, {**new, **_texts(source), "of_id": source.id})

    def drop_staged(self, source: SourceId) -> None:
        """Begin another attempt; what the last one left is never shown."""
        known = self._access.record(_SOURCE, {"of_id": source})
        if known is not None and self._is_staged(known):
            self._set(known, staging=known["staging"] + 1)

    def remove_source(self, source: SourceId) -> None:
        """Show nothing of a source any more; its rows are cleared in parts."""
        known = self._access.record(_SOURCE, {"of_id": source})
        if known is None:
            return
        if self._access.value(_ANY_LEFT, {"source": source}) is None:
            self._access.write(_DROP, {"of_id": source})
        else:
            self._set(known, shown=0, staging=known["staging"] + 1, removed=1, edition=0)

    def clear_superseded(self, source: SourceId, most: int) -> int:
        """Remove or mend up to so many rows that nobody will see again; returns how many."""
        known = self._access.record(_SOURCE, {"of_id": source})
        if known is None:
            return 0
        swept = self._sweep(known, most)
        if known["removed"] and swept < most:
            self._access.write(_DROP, {"of_id": source})
        return swept

    def left_behind(self) -> tuple[SourceId, ...]:
        """Sources that have something to clear, or something staged."""
        return tuple(
            SourceId(state["id"])
            for state in self._access.records(_SOURCES)
            if state["removed"] or self._is_staged(state) or self._replaced(state, 1)
        )

    def _drop_attempt(self, state: Record, services: Sequence[str]) -> Record:
        asked = {"source": state["id"], "ids": json.dumps(list(services))}
        again = [
            row
            for row, edition in self._access.rows(_ROWS_OF, asked)
            if edition == state["staging"]
        ]
        self._rows.remove(again)
        return {**asked, "shown": state["shown"], "staging": state["staging"]}

    def _sweep(self, state: Record, most: int) -> int:
        swept = self._sweep_broken_off(state, most)
        rows = self._replaced(state, most - swept) if swept < most else []
        self._rows.remove(rows)
        return swept + len(rows)

    def _sweep_broken_off(self, state: Record, most: int) -> int:
        asked = {"source": state["id"], "shown": state["shown"], "staging": state["staging"]}
        swept = 0
        for statement in _FORGET_MARKS:
            if swept < most:
                swept += self._access.write(statement, {**asked, "most": most - swept})
        if swept < most:
            found = self._access.rows(_NEVER_SHOWN, {**asked, "most": most - swept})
            rows = [row for (row,) in found]
            self._rows.remove(rows)
            swept += len(rows)
        return swept

    def _replaced(self, state: Record, most: int) -> list[int]:
        asked = {"source": state["id"], "shown": state["shown"], "most": most}
        return [row for (row,) in self._access.rows(_REPLACED, asked)]

    def _is_staged(self, state: Record) -> bool:
        asked = {"source": state["id"], "shown": state["shown"]}
        return any(
            self._access.value(statement, asked) is not None
            for statement in (_STAGED_NOW, *_MARKED_NOW)
        )

    def _state(self, source: SourceId) -> Record:
        known = self._access.record(_SOURCE, {"of_id": source})
        if known is None or known["removed"]:
            raise MissingRecordError("no such source")
        return known

    def _set(self, known: Record, **changes: int) -> None:
        texts = {name: known[name] for name in _TEXTS}
        self._access.write(_CHANGE, {**_state(known), **texts, **changes, "of_id": known["id"]})


_TEXTS = ("kind", "name", "address", "licence", "etag", "last_modified")


def _state(known: Record) -> dict[str, Any]:
    names = ("edition", "shown", "staging", "removed", "taken_over_at")
    return {name: known[name] for name in names}


def _texts(source: DirectorySource) -> dict[str, str]:
    return {"kind": source.kind.value, **{name: getattr(source, name) for name in _TEXTS[1:]}}


def _to_domain(record: Record) -> DirectorySource:
    return DirectorySource(
        id=SourceId(record["id"]),
        kind=SourceKind(record["kind"]),
        name=record["name"],
        address=record["address"],
        licence=record["licence"],
        edition=record["edition"],
        taken_over_at=read_time_or_none(record["taken_over_at"]),
        etag=record["etag"],
        last_modified=record["last_modified"],
    )
