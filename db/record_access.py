"""The one way rows are read and written: inside a unit of work, on the one connection of the file."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.engine import RootTransaction
from sqlalchemy.sql import Executable

from db.storage_errors import in_our_words
from vrn_desktop.domain.errors import DiskFullError

Record = Mapping[str, Any]
"""The values of one row by column name."""


class RecordAccess:
    """Reads and writes within the running unit of work.

    The writes of a change are remembered until it is committed: when the disk turns out full, the
    ballast is freed and they are made again, so that the answer is saved all the same (security.md 5.1).
    """

    def __init__(self, connection: Connection, make_room: Callable[[], bool]) -> None:
        self._connection = connection
        self._make_room = make_room
        self._transaction: RootTransaction | None = None
        self._changing = False
        self._written: list[tuple[Executable, Any]] = []

    @property
    def busy(self) -> bool:
        """Whether a unit of work is running."""
        return self._transaction is not None

    def begin(self, *, changing: bool) -> None:
        """Start a unit of work; there is one at a time."""
        if self.busy:
            raise RuntimeError("a unit of work is already running")
        with in_our_words():
            self._transaction = self._connection.begin()
        self._changing = changing
        self._written.clear()

    def commit(self) -> None:
        """Make the change durable."""
        try:
            self._commit()
        except DiskFullError:
            self._again_with_room(None)
            self._commit()
        self._transaction = None
        self._written.clear()

    def rollback(self) -> None:
        """End the unit of work and leave everything as it was."""
        transaction, self._transaction = self._transaction, None
        self._written.clear()
        if transaction is not None:
            with in_our_words():
                transaction.rollback()

    def rows(self, statement: Executable, values: Record | None = None) -> Sequence[Sequence[Any]]:
        """All rows of a query."""
        return cast(Sequence[Sequence[Any]], self._run(statement, values).fetchall())

    def records(self, statement: Executable, values: Record | None = None) -> Sequence[Record]:
        """All rows of a query, by column name."""
        return cast(Sequence[Record], self._run(statement, values).mappings().fetchall())

    def record(self, statement: Executable, values: Record | None = None) -> Record | None:
        """The first row of a query by column name, or None."""
        return cast(Record | None, self._run(statement, values).mappings().first())

    def value(self, statement: Executable, values: Record | None = None) -> Any:
        """The first column of the first row, or None."""
        return self._run(statement, values).scalar()

    def write(self, statement: Executable, values: Record | Sequence[Record] | None = None) -> int:
        """Write rows; returns how many were touched."""
        if not self._changing:
            raise RuntimeError("rows are written inside a change")
        try:
            touched: int = self._run(statement, values).rowcount
        except DiskFullError:
            touched = self._again_with_room((statement, values))
        self._written.append((statement, values))
        return touched

    def _run(self, statement: Executable, values: Any) -> Any:
        if not self.busy:
            raise RuntimeError("records are reached inside a unit of work")
        with in_our_words():
            return self._connection.execute(statement, values)

    def _commit(self) -> None:
        if self._transaction is None:
            raise RuntimeError("no unit of work is running")
        with in_our_words():
            self._transaction.commit()

    def _again_with_room(self, last: tuple[Executable, Any] | None) -> int:
        if not self._make_room():
            raise DiskFullError("the disk is full")
        with in_our_words():
            if self._transaction is not None:
                self._transaction.rollback()
            self._transaction = self._connection.begin()
        touched = 0
        for statement, values in [*self._written, *([last] if last else [])]:
            touched = self._run(statement, values).rowcount
        return touched
