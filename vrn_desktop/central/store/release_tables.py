"""Drafts and releases of a period's tables; a release is only ever added."""

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    event,
    text,
)

from vrn_desktop.central.store.columns import UtcTime
from vrn_desktop.central.store.metadata import CENTRAL
from vrn_desktop.central.store.people_tables import PEOPLE

DRAFTS = Table(
    "drafts",
    CENTRAL,
    Column("id", String(32), primary_key=True),
    Column("period", String(8), nullable=False),
    Column("edition", Integer, nullable=False),
    Column("tables", Text, nullable=False),  # canonical JSON (publishing.release_text)
    Column("note", Text, nullable=False),
    Column("drafted_by", ForeignKey(PEOPLE.c.id), nullable=False),
    Column("drafted_at", UtcTime, nullable=False),
    Column("state", String(10), nullable=False),  # publishing.drafts.DraftState
    Column("decided_by", ForeignKey(PEOPLE.c.id)),
    Column("decided_at", UtcTime),
    Column("reason", Text, nullable=False),
    Index(
        "uq_drafts_one_waiting",
        "period",
        unique=True,
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)
"""One draft of a period waits at a time."""

RELEASES = Table(
    "releases",
    CENTRAL,
    Column("id", String(32), primary_key=True),
    Column("period", String(8), nullable=False),
    Column("edition", Integer, nullable=False),
    Column("text", Text, nullable=False),  # the whole release as canonical JSON
    Column("drafted_by", ForeignKey(PEOPLE.c.id), nullable=False),
    Column("published_by", ForeignKey(PEOPLE.c.id), nullable=False),
    Column("published_at", UtcTime, nullable=False),
    CheckConstraint("drafted_by <> published_by", name="two_people"),
    Index("uq_releases_period_edition", "period", "edition", unique=True),
)
"""What was published, for ever; the database itself refuses changes and deletions."""

_REFUSE_ON_SQLITE = """\
CREATE TRIGGER releases_no_{verb} BEFORE {verb} ON releases
BEGIN SELECT RAISE(ABORT, 'a release never changes'); END"""

_REFUSE_ON_POSTGRESQL = """\
CREATE OR REPLACE FUNCTION releases_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a release never changes'; END $$"""

_WATCH_ON_POSTGRESQL = """\
CREATE TRIGGER releases_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON releases
EXECUTE FUNCTION releases_refuse()"""


def _when_made(statement: str, dialect: str) -> None:
    ddl = DDL(statement)  # type: ignore[no-untyped-call]  # SQLAlchemy's constructor has no types
    event.listen(RELEASES, "after_create", ddl.execute_if(dialect=dialect))


_when_made(_REFUSE_ON_SQLITE.format(verb="UPDATE"), "sqlite")
_when_made(_REFUSE_ON_SQLITE.format(verb="DELETE"), "sqlite")
_when_made(_REFUSE_ON_POSTGRESQL, "postgresql")
_when_made(_WATCH_ON_POSTGRESQL, "postgresql")
