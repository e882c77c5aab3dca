"""A service written into every table of the directory at once, and taken out of all of them."""

import json
import struct
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, delete, func, insert, select, text

from db.record_access import Record, RecordAccess
from db.records.directory import (
    DIRECTORY_POINT,
    DIRECTORY_POSTCODE,
    DIRECTORY_RAW,
    DIRECTORY_SERVICE,
    DIRECTORY_TEXT,
    DIRECTORY_WORDS,
)
from db.repositories.directory_text import read_service, write_service
from vrn_desktop.domain.directory.distance import is_on_the_map
from vrn_desktop.domain.directory.our_view import with_our_view
from vrn_desktop.domain.directory.postcode import postcode_key
from vrn_desktop.domain.directory.service_facts import MOST_POINTS, ServiceFacts, facts_of
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import Point, ServiceRecord, ServiceSchedule
from vrn_desktop.domain.directory.week_hours import (
    EVERY_DAY,
    HoursKind,
    WeekHours,
    hours_kind,
    week_of,
)

LATEST = 2 * 24 * 60
"""No span of hours ends after the next midnight but one."""

_POINT = struct.Struct("<dd")
_SPAN = struct.Struct("<BHH")

_LAST_ROW = select(func.coalesce(func.max(DIRECTORY_SERVICE.c.row), 0))
_OWN_CATEGORIES = text(
    "SELECT service_id, categories FROM directory_category "
    "WHERE service_id IN (SELECT value FROM json_each(:services))"
)
_ADD = {
    table: insert(table)
    for table in (
        DIRECTORY_SERVICE,
        DIRECTORY_WORDS,
        DIRECTORY_TEXT,
        DIRECTORY_RAW,
        DIRECTORY_POSTCODE,
    )
}
_ADD_POINT = insert(DIRECTORY_POINT)
_INDEX = text(
    "INSERT INTO directory_search (rowid, name_words, other_words) "
    "VALUES (:row, :name_words, :other_words)"
)
_UNINDEX = text(
    "INSERT INTO directory_search (directory_search, rowid, name_words, other_words) "
    'SELECT \'delete\', "row", name_words, other_words FROM directory_words WHERE "row" = :row'
)
_POINTS_OF = select(DIRECTORY_SERVICE.c.points).where(DIRECTORY_SERVICE.c.row == bindparam("row"))
_TEXT_OF = select(DIRECTORY_TEXT.c.record).where(DIRECTORY_TEXT.c.row == bindparam("row"))
_DROP_POINT = text("DELETE FROM directory_point WHERE id = :id")
_DROP = tuple(
    delete(table).where(table.c.row == bindparam("of_row"))
    for table in (
        DIRECTORY_WORDS,
        DIRECTORY_TEXT,
        DIRECTORY_RAW,
        DIRECTORY_POSTCODE,
        DIRECTORY_SERVICE,
    )
)
_SET_CATEGORIES = text('UPDATE directory_service SET categories = :categories WHERE "row" = :row')
_SET_WORDS = text('UPDATE directory_words SET other_words = :other_words WHERE "row" = :row')


class ServiceEdition(NamedTuple):
    """A service as it came, and the edition of its source with which it is shown."""

    service: ReadService
    edition: int


class DirectoryRows:
    """Keeps table, words, places and texts of a service in step."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, services: Sequence[ServiceEdition]) -> None:
        """Write services as new rows."""
        own = self._own_categories([one.service.record for one in services])
        parts = _Parts()
        first = self._access.value(_LAST_ROW) + 1
        for row, one in enumerate(services, first):
            parts.take(row, one, own.get(one.service.record.id))
        for table, statement in _ADD.items():
            if parts.rows[table.name]:
                self._access.write(statement, parts.rows[table.name])
        self._access.write(_INDEX, parts.rows[DIRECTORY_WORDS.name])
        if parts.points:
            self._access.write(_ADD_POINT, parts.points)

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows out of every table."""
        for row in rows:
            kept = self._access.value(_POINTS_OF, {"row": row})
            count = len(kept) // _POINT.size
            for number in range(count):
                self._access.write(_DROP_POINT, {"id": row * MOST_POINTS + number})
            self._access.write(_UNINDEX, {"row": row})
            for statement in _DROP:
                self._access.write(statement, {"of_row": row})

    def set_categories(self, row: int, categories: Sequence[str]) -> None:
        """Let a row be found by our own kinds of help instead of the feed's."""
        record = self.record(row)
        facts = facts_of(with_our_view(record, categories=categories, checks=()))
        self._access.write(_UNINDEX, {"row": row})
        words = {"row": row, "name_words": facts.name_words, "other_words": facts.other_words}
        self._access.write(_SET_WORDS, {"row": row, "other_words": facts.other_words})
        self._access.write(_INDEX, words)
        self._access.write(
            _SET_CATEGORIES, {"row": row, "categories": written_categories(facts.categories)}
        )

    def record(self, row: int) -> ServiceRecord:
        """The service of a row, as its publisher has it."""
        return read_service(self._access.value(_TEXT_OF, {"row": row}))

    def _own_categories(self, records: Sequence[ServiceRecord]) -> dict[str, list[str]]:
        ids = json.dumps([record.id for record in records])
        found = self._access.rows(_OWN_CATEGORIES, {"services": ids})
        return {service: json.loads(kept) for service, kept in found}


def written_categories(categories: Sequence[str]) -> str:
    """Each with a space on both sides, so that one is found without being part of another."""
    return f" {' '.join(categories)} " if categories else ""


def read_points(packed: bytes) -> tuple[Point, ...]:
    """The places of a row."""
    return tuple(Point(*pair) for pair in _POINT.iter_unpack(packed))


def read_week(packed: bytes) -> WeekHours:
    """The hours of a row whose kind is `EVERY_WEEK`; a first byte says whether it never closes."""
    return WeekHours(tuple(_SPAN.iter_unpack(packed[1:])), packed[:1] == b"\x01")


class _Parts:
    """The rows of some services, table by table, so that each table is written in one go."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Record]] = {table.name: [] for table in _ADD}
        self.points: list[Record] = []

    def take(self, row: int, one: ServiceEdition, own: Sequence[str] | None) -> None:
        record = with_our_view(one.service.record, categories=own, checks=())
        facts = facts_of(record)
        hours = _hours_row(record.schedules)
        self.rows[DIRECTORY_SERVICE.name].append(_service_row(row, one, facts, hours))
        self.rows[DIRECTORY_WORDS.name].append(
            {"row": row, "name_words": facts.name_words, "other_words": facts.other_words}
        )
        kept = write_service(one.service.record, one.service.raw)
        self.rows[DIRECTORY_TEXT.name].append({"row": row, "record": kept.record})
        self.rows[DIRECTORY_RAW.name].append({"row": row, "raw": kept.raw})
        self.rows[DIRECTORY_POSTCODE.name] += _postcode_rows(row, record)
        self.points += [
            {
                "id": row * MOST_POINTS + number,
                "south": point.latitude,
                "north": point.latitude,
                "west": point.longitude,
                "east": point.longitude,
                "first_age": facts.first_age,
                "last_age": facts.last_age,
                **{name: hours[name] for name in ("days", "opens", "closes")},
            }
            for number, point in enumerate(facts.points)
        ]


def _service_row(row: int, one: ServiceEdition, facts: ServiceFacts, hours: Record) -> Record:
    return {
        "row": row,
        "id": one.service.record.id,
        "source_id": one.service.record.source,
        "first_edition": one.edition,
        "superseded_in": None,
        "gone_in": None,
        "digest": one.service.digest,
        "sort_name": facts.sort_name,
        "first_age": facts.first_age,
        "last_age": facts.last_age,
        "categories": written_categories(facts.categories),
        "area_words": facts.area_words,
        "language_words": facts.language_words,
        "access_words": facts.access_words,
        "is_free": int(facts.is_free),
        "needs_referral": int(facts.needs_referral),
        "workers_only": int(facts.workers_only),
        "is_active": int(facts.is_active),
        "points": b"".join(_POINT.pack(p.latitude, p.longitude) for p in facts.points),
        **hours,
    }


def _hours_row(schedules: Sequence[ServiceSchedule]) -> Record:
    kind = hours_kind(schedules)
    if kind is not HoursKind.EVERY_WEEK:
        any_time = {"days": EVERY_DAY, "opens": 0, "closes": LATEST}
        return {"hours": int(kind), "week": b"", **any_time}
    week = week_of(schedules)
    return {
        "hours": int(kind),
        "week": bytes([week.never_closes]) + b"".join(_SPAN.pack(*s) for s in week.spans),
        "days": week.days,
        "opens": min(start for _, start, _ in week.spans),
        "closes": max(end for _, _, end in week.spans),
    }


def _postcode_rows(row: int, record: ServiceRecord) -> list[Record]:
    known = [
        (postcode_key(place.postcode), place.point)
        for place in record.places
        if place.point is not None and not place.masked
    ]
    return [
        {
            "row": row,
            "postcode": key.whole,
            "half": key.half,
            "latitude": point.latitude,
            "longitude": point.longitude,
        }
        for key, point in known
        if key.half and is_on_the_map(point)
    ]
