"""The same services in a table of DuckDB in memory: what a scan of plain rows costs in the same run."""

from typing import Any

import duckdb

from db.sql_store import SqlStore
from vrn_desktop.domain.directory.distance import FlatMap
from vrn_desktop.domain.directory.opening_hours import london
from vrn_desktop.domain.directory.search_words import asked_words
from vrn_desktop.domain.directory.service_facts import facts_of
from vrn_desktop.domain.directory.service_query import ServiceQuery
from vrn_desktop.domain.directory.service_record import ServiceRecord
from vrn_desktop.domain.directory.week_hours import week_of

HOURS = 7 * 24
AT_ONCE = 2_000
_TABLE = (
    "CREATE TABLE service (id TEXT, name TEXT, words TEXT, first_age INTEGER, last_age INTEGER, "
    "latitude DOUBLE, longitude DOUBLE, open_hours BIT)"
)


class DirectoryScan:
    """Every active service as one row; the invented ones open and close at full hours."""

    def __init__(self, store: SqlStore) -> None:
        self._base = duckdb.connect()
        self._base.execute(_TABLE)
        with store.read() as work:
            ids = work.directory.ids(work.directory.sources()[0].id)
        for start in range(0, len(ids), AT_ONCE):
            with store.read() as work:
                found = [work.directory.get(service) for service in ids[start : start + AT_ONCE]]
            rows = [_row(one.record) for one in found if one and one.record.is_open_to_anyone_new]
            self._load(rows)

    def find(self, query: ServiceQuery) -> list[str]:
        """The nearest that fit, by one scan."""
        assert query.near is not None
        assert query.open_at is not None
        around = FlatMap.around(query.near)
        day, minute = london(query.open_at)
        words = asked_words(query.words)
        has_words = " AND ".join("contains(words, ?)" for _ in words)
        statement = (
            "SELECT id, pow((latitude - ?) * ?, 2) "  # noqa: S608 - put together from constants
            "+ pow((longitude - ?) * (? - ? * (latitude - ?)), 2) AS squared FROM service "
            f"WHERE {has_words} AND first_age <= ? AND ? <= last_age "
            "AND get_bit(open_hours, ?) = 1 AND squared <= ? ORDER BY squared, name, id LIMIT ?"
        )
        values: list[Any] = [
            *(around.latitude, around.north, around.longitude),
            *(around.east, around.shrinking, around.latitude),
            *(f" {word}" for word in words),
            *(query.age, query.age, day.weekday() * 24 + minute // 60),
            *((query.within_km or 0) ** 2, query.most),
        ]
        return [row[0] for row in self._base.execute(statement, values).fetchall()]

    def _load(self, rows: list[tuple[Any, ...]]) -> None:
        marks = "(?, ?, ?, ?, ?, ?, ?, ?::BIT)"
        for start in range(0, len(rows), 100):
            part = rows[start : start + 100]
            values = [value for row in part for value in row]
            self._base.execute(
                f"INSERT INTO service VALUES {', '.join([marks] * len(part))}",  # noqa: S608 - marks
                values,
            )


def _row(record: ServiceRecord) -> tuple[Any, ...]:
    facts = facts_of(record)
    point = facts.points[0]
    bits = ["0"] * HOURS
    for day, start, end in week_of(record.schedules).spans:
        for minute in range(start, end, 60):
            bits[(day * 24 + minute // 60) % HOURS] = "1"
    return (
        *(record.id, facts.sort_name, facts.all_words, facts.first_age, facts.last_age),
        *(point.latitude, point.longitude, "".join(bits)),
    )
