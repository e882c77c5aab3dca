"""From keys to an open store: the file is opened, looked at, compared with its header, and only then used."""

from sqlalchemy import Engine

from db.cipher_engine import is_writable, open_for_maintenance, open_live
from db.durable_files import journal_of
from db.file_checks import (
    require_newest_schema,
    require_not_rolled_back,
    require_whole_pages,
    require_whole_records,
)
from db.file_holder import FileHolder
from db.schema import REVISIONS
from db.sql_store import SqlStore
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.vault import StoreKeys
from vrn_desktop.domain.errors import DiskReadOnlyError, NotAllowedError


def open_store(holder: FileHolder, clock: Clock) -> SqlStore:
    """Open the live file; on the thread that will use it.

    Raises:
        NotAllowedError: an administrator holds no key to records.
        FileMissingError, FileDamagedError, FileInUseError: as their names say.
        FileTooNewError, FileNeedsMigrationError: the schema is not this program's.
        FileRolledBackError: the file or its header is older than the other remembers.
    """
    keys = holder.store
    if keys is None:
        raise NotAllowedError("this role never opens records")
    writable = is_writable(keys.path) if keys.path.exists() else True
    if writable and _ended_uncleanly(keys):
        _look_closely(keys)
    try:
        engine = open_live(keys, read_only=not writable)
    except DiskReadOnlyError:
        writable = False
        engine = open_live(keys, read_only=True)
    try:
        return _checked(engine, keys, holder, clock, read_only=not writable)
    except BaseException:
        engine.dispose()
        raise


def _checked(
    engine: Engine, keys: StoreKeys, holder: FileHolder, clock: Clock, *, read_only: bool
) -> SqlStore:
    with engine.connect() as connection:
        require_newest_schema(connection, REVISIONS)
        require_whole_pages(connection)
    store = SqlStore(engine, keys=keys, holder=holder, clock=clock, read_only=read_only)
    with engine.connect() as connection:
        require_not_rolled_back(
            connection,
            anchor=holder.anchor,
            end=store.audit_end(),
            generation=holder.generation,
            epoch=keys.epoch,
        )
    store.remember_header(holder.generation, holder.notes)
    return store


def _ended_uncleanly(keys: StoreKeys) -> bool:
    journal = journal_of(keys.path)
    return journal.exists() and journal.stat().st_size > 0


def _look_closely(keys: StoreKeys) -> None:
    # A change was cut off: opening rolls it back, and what is left is looked at on a connection of its own.
    engine = open_for_maintenance(keys)
    try:
        with engine.connect() as connection:
            require_whole_pages(connection)
            require_whole_records(connection)
    finally:
        engine.dispose()
