"""The open file: reads, and changes that carry their signed audit entry in the same transaction."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine, bindparam, select, update

from db.audit_trail import AuditTrail
from db.backups import make_backup
from db.ballast import Ballast
from db.file_holder import FileHolder
from db.record_access import RecordAccess
from db.records.file_mark import FILE_MARK
from db.store_files import copy_open_store
from db.unit_of_work import SqlUnitOfWork
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.vault import AuditAnchor, HeaderNote, StoreKeys
from vrn_desktop.domain.audit_entry import Act, AuditEntry
from vrn_desktop.domain.errors import DiskReadOnlyError

_HEADER_SEEN = select(FILE_MARK.c.header_generation)
_REMEMBER_HEADER = (
    update(FILE_MARK)
    .where(FILE_MARK.c.header_generation < bindparam("generation"))
    .values(header_generation=bindparam("generation"))
)


class SqlStore:
    """Implements `Store` (application/ports/store.py) on one connection; made by `opening.open_store`."""

    def __init__(
        self,
        engine: Engine,
        *,
        keys: StoreKeys,
        holder: FileHolder,
        clock: Clock,
        read_only: bool,
    ) -> None:
        self.read_only = read_only
        self._engine = engine
        self._keys = keys
        self._holder = holder
        self._ballast = Ballast(keys.path.parent)
        self._access = RecordAccess(
            engine.raw_connection().driver_connection, self._ballast.give_up
        )
        self._who = holder.person.id
        self._trail = AuditTrail(self._access, who=self._who, sign=holder.sign, clock=clock)
        self._work = SqlUnitOfWork(self._access, self._trail)
        self._read_end()
        self._last_used_at = self._trail.last_at

    @contextmanager
    def read(self) -> Iterator[SqlUnitOfWork]:
        """Look without changing anything."""
        self._access.begin(changing=False)
        try:
            yield self._work
        finally:
            self._access.rollback()

    @contextmanager
    def change(self, act: Act, subject: str) -> Iterator[SqlUnitOfWork]:
        """Change records: committed with its signed audit entry on a clean exit, else rolled back whole.

        Raises:
            DiskReadOnlyError: the file was opened for reading only.
            DiskFullError: the disk is full and the ballast is spent; nothing was changed.
        """
        if self.read_only:
            raise DiskReadOnlyError("the file was opened for reading only")
        with self._changing():
            yield self._work
            self._work.note(act, subject)

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        """The whole chain in order."""
        with self.read():
            return self._trail.entries()

    def audit_head(self) -> tuple[int, bytes]:
        """Number and hash of the last audit entry, for the header's anchor."""
        return self._trail.end.seq, self._trail.end.hash

    def commit_count(self) -> int:
        """How many changes this file has seen, for the header's anchor."""
        return self._trail.end.commit_counter

    def audit_end(self) -> AuditAnchor:
        """The same three figures as `UnlockedVault.record_anchor` takes them."""
        return self._trail.end

    def last_used_at(self) -> datetime | None:
        """When the last audit entry before this opening was written; that clock may have been wrong."""
        return self._last_used_at

    def remember_header(self, generation: int, notes: Sequence[HeaderNote] = ()) -> None:
        """Keep which header this file has seen, and what it was changed for since it saw the last one."""
        if not self.read_only:
            with self._changing():
                seen = self._access.value(_HEADER_SEEN)
                for note in notes:
                    if note.generation > seen:
                        self._work.note(note.act, note.subject_written_by(self._who))
                self._access.write(_REMEMBER_HEADER, {"generation": generation})

    def free_space_low(self) -> bool:
        """Whether the disk has so little room left that people should be warned."""
        return self._ballast.is_low()

    def keep_ballast(self) -> None:
        """Make the ballast again where there is room; not needed before the first answer."""
        self._ballast.keep()

    def back_up(self, at: datetime) -> str:
        """Make a verified local backup and thin the old ones; returns its neutral file name."""
        self._access.require_idle()
        return make_backup(
            self._engine, keys=self._keys, holder=self._holder, end=self._trail.end, at=at
        )

    def copy_into(self, new: StoreKeys) -> None:
        """Build a verified copy of this file under another number, key or epoch."""
        self._access.require_idle()
        copy_open_store(self._engine, new)

    def close(self) -> None:
        """Close the file; the object cannot be used again."""
        self._access.rollback()
        self._engine.dispose()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        self._access.begin(changing=True)
        try:
            self._work.change_number = self._trail.end.commit_counter + 1
            yield
            self._access.commit()
        except BaseException:
            self._access.rollback()
            self._read_end()
            raise

    def _read_end(self) -> None:
        with self.read():
            self._trail.read_end()
