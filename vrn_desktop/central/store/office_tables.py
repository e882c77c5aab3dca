"""The office's own keys under its passphrase, and its log, to which lines are only ever added."""

from sqlalchemy import DDL, Column, Integer, LargeBinary, String, Table, event

from vrn_desktop.central.store.columns import UtcTime
from vrn_desktop.central.store.metadata import CENTRAL

KEY_LOCK = Table(
    "key_lock",
    CENTRAL,
    Column("id", Integer, primary_key=True, autoincrement=False),  # 1, the only row
    Column("salt", LargeBinary, nullable=False),
    Column("memory_kib", Integer, nullable=False),
    Column("passes", Integer, nullable=False),
    Column("lanes", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),  # the ring's key under the passphrase
    Column("set_at", UtcTime, nullable=False),
)
"""What the passphrase opens: one key, under which every private key lies."""

KEY_RING = Table(
    "key_ring",
    CENTRAL,
    Column("kid", String(32), primary_key=True),
    Column("pair", Integer, nullable=False),  # one key of each purpose; the highest is in force
    Column("purpose", String(10), nullable=False),  # office.key_pair.KeyPurpose
    Column("public", LargeBinary, nullable=False),
    Column("sealed_private", LargeBinary),  # empty once its time is over
    Column("begins_at", UtcTime, nullable=False),
    Column("ends_at", UtcTime),  # 26 weeks after it was replaced
)
"""The keys that sites seal to and that receipts are signed with, old ones too."""

OFFICE_LOG = Table(
    "office_log",
    CENTRAL,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("who", String(200), nullable=False),
    Column("act", String(40), nullable=False),
    Column("about", String(200), nullable=False),
)
"""Who did what in the office, and when; the database itself refuses changes and deletions."""

_REFUSE_ON_SQLITE = """\
CREATE TRIGGER office_log_no_{verb} BEFORE {verb} ON office_log
BEGIN SELECT RAISE(ABORT, 'the office log is only added to'); END"""

_REFUSE_ON_POSTGRESQL = """\
CREATE OR REPLACE FUNCTION office_log_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the office log is only added to'; END $$"""

_WATCH_ON_POSTGRESQL = """\
CREATE TRIGGER office_log_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON office_log
EXECUTE FUNCTION office_log_refuses()"""


def _when_made(statement: str, dialect: str) -> None:
    ddl = DDL(statement)  # type: ignore[no-untyped-call]  # SQLAlchemy's constructor has no types
    event.listen(OFFICE_LOG, "after_create", ddl.execute_if(dialect=dialect))


_when_made(_REFUSE_ON_SQLITE.format(verb="UPDATE"), "sqlite")
_when_made(_REFUSE_ON_SQLITE.format(verb="DELETE"), "sqlite")
_when_made(_REFUSE_ON_POSTGRESQL, "postgresql")
_when_made(_WATCH_ON_POSTGRESQL, "postgresql")
