"""The tables of the directory: sources, services in editions, and what is searched of them."""

from sqlalchemy import (
    REAL,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Text,
    column,
    event,
    table,
    text,
)

from db.records.record_table import RECORDS, record_table

DIRECTORY_SOURCE = record_table(
    "directory_source",
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("licence", Text, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("staging", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("taken_over_at", Text),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    keyed_by_text=True,
)
"""`edition` counts what was taken over; `shown` and `staging` number the attempts, so that one that was
broken off is never shown."""

DIRECTORY_SERVICE = record_table(
    "directory_service",
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("source_id", Text, ForeignKey("directory_source.id"), nullable=False),
    Column("first_edition", Integer, nullable=False),
    Column("superseded_in", Integer),
    Column("gone_in", Integer),
    Column("digest", Text, nullable=False),
    Column("sort_name", Text, nullable=False),
    Column("first_age", Integer, nullable=False),
    Column("last_age", Integer, nullable=False),
    Column("categories", Text, nullable=False),
    Column("area_words", Text, nullable=False),
    Column("language_words", Text, nullable=False),
    Column("access_words", Text, nullable=False),
    Column("is_free", Integer, nullable=False),
    Column("needs_referral", Integer, nullable=False),
    Column("workers_only", Integer, nullable=False),
    Column("is_active", Integer, nullable=False),
    Column("hours", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    Column("opens", Integer, nullable=False),
    Column("closes", Integer, nullable=False),
    Column("week", LargeBinary, nullable=False),
    Column("points", LargeBinary, nullable=False),
    Index("ix_directory_service_begun", "source_id", "first_edition"),
    Index("ix_directory_service_ended", "source_id", "superseded_in"),
    Index("ix_directory_service_gone", "source_id", "gone_in"),
    Index("ix_directory_service_name", "sort_name", "id"),
    Index(
        "ix_directory_service_no_point",
        "sort_name",
        "id",
        sqlite_where=text("length(points) = 0"),
    ),
)
"""A service of one edition; it is never changed, only shown, replaced or gone."""

DIRECTORY_WORDS = record_table(
    "directory_words",
    Column("row", Integer, ForeignKey("directory_service.row"), primary_key=True),
    Column("name_words", Text, nullable=False),
    Column("other_words", Text, nullable=False),
)

DIRECTORY_TEXT = record_table(
    "directory_text",
    Column("row", Integer, ForeignKey("directory_service.row"), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)
"""The whole service, compressed: opening the file reads every page of it."""

DIRECTORY_RAW = record_table(
    "directory_raw",
    Column("row", Integer, ForeignKey("directory_service.row"), primary_key=True),
    Column("raw", LargeBinary, nullable=False),
)
"""The publisher's own record, compressed; apart, so that what is searched lies close together."""

DIRECTORY_POSTCODE = record_table(
    "directory_postcode",
    Column("id", Integer, primary_key=True),
    Column("row", Integer, ForeignKey("directory_service.row"), nullable=False, index=True),
    Column("postcode", Text, nullable=False),
    Column("half", Text, nullable=False, index=True),
    Column("latitude", REAL, nullable=False),
    Column("longitude", REAL, nullable=False),
)

DIRECTORY_CHECK = record_table(
    "directory_check",
    Column("id", Integer, primary_key=True),
    Column("service_id", Text, nullable=False, index=True),
    Column("checked_on", Text, nullable=False),
    Column("checked_by", Text, nullable=False),
    Column("still_right", Integer, nullable=False),
    Column("note", Text, nullable=False),
)

DIRECTORY_CATEGORY = record_table(
    "directory_category",
    Column("service_id", Text, primary_key=True),
    Column("categories", Text, nullable=False),
    keyed_by_text=True,
)

VIRTUAL_TABLES = {
    "directory_search": (
        "CREATE VIRTUAL TABLE directory_search USING fts5("
        "name_words, other_words, content='directory_words', content_rowid='row', "
        "tokenize='ascii', detail='column', prefix='1 2 3')"
    ),
    "directory_point": (
        "CREATE VIRTUAL TABLE directory_point USING rtree("
        "id, south, north, west, east, first_age, last_age, "
        "+days INTEGER, +opens INTEGER, +closes INTEGER)"
    ),
}
"""Indexes of words and places; SQLite keeps each in tables of its own that begin with its name."""

SECURE_DELETE = "INSERT INTO directory_search(directory_search, rank) VALUES('secure-delete', 1)"
"""What is removed from the index of words is overwritten, as it is everywhere in the file."""


@event.listens_for(RECORDS, "after_create")
def make_virtual_tables(_tables: MetaData, connection: Connection, **_: object) -> None:
    """Let the declared schema have the indexes too, so that it can be compared."""
    for statement in (*VIRTUAL_TABLES.values(), SECURE_DELETE):
        connection.exec_driver_sql(statement)


DIRECTORY_SEARCH = table(
    "directory_search",
    *map(column, ("rowid", "directory_search", "name_words", "other_words")),
)
DIRECTORY_POINT = table(
    "directory_point",
    *map(
        column,
        (
            *("id", "south", "north", "west", "east"),
            *("first_age", "last_age", "days", "opens", "closes"),
        ),
    ),
)
