"""The one way rows are read and written: inside a unit of work, on the one connection of the file."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.sql import ClauseElement

from db.compiled_statements import CompiledStatements
from db.storage_errors import COMPLAINTS, translated
from vrn_desktop.domain.errors import DiskFullError

Record = Mapping[str, Any]
"""The values of one row by column name."""

_NO_VALUES: Record = {}


class RecordAccess:
    """Reads and writes within the running unit of work.

    The writes of a change are remembered until it is committed: when the disk turns out full, the
    ballast is freed and they are made again, so that the answer is saved all the same (security.md 5.1).
    """

    def __init__(self, connection: Any, make_room: Callable[[], bool]) -> None:
        self._connection = connection
        self._make_room = make_room
        self._statements = CompiledStatements()
        self._busy = False
        self._changing = False
        self._written: list[tuple[ClauseElement, Any]] = []

    def require_idle(self) -> None:
        """Refuse what may not happen in the middle of a unit of work."""
        if self._busy:
            raise RuntimeError("a unit of work is already running")

    def begin(self, *, changing: bool) -> None:
        """Start a unit of work; there is one at a time. A change takes the write lock at once."""
        self.require_idle()
        self._tell("BEGIN IMMEDIATE" if changing else "BEGIN")
        self._busy, self._changing = True, changing
        self._written.clear()

    def commit(self) -> None:
        """Make the change durable."""
        try:
            self._tell("COMMIT")
        except DiskFullError:
            self._write_again_with_room()
            self._tell("COMMIT")
        self._busy = False

    def rollback(self) -> None:
        """End the unit of work, if one is running, and leave everything as it was."""
        self._busy = False
        self._roll_back()

    def rows(
        self, statement: ClauseElement, values: Record = _NO_VALUES
    ) -> Sequence[tuple[Any, ...]]:
        """All rows of a query."""
        found: list[tuple[Any, ...]] = self._run(statement, values).fetchall()
        return found

    def records(self, statement: ClauseElement, values: Record = _NO_VALUES) -> Sequence[Record]:
        """All rows of a query, by column name."""
        cursor = self._run(statement, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def record(self, statement: ClauseElement, values: Record = _NO_VALUES) -> Record | None:
        """The first row of a query by column name, or None."""
        found = self.records(statement, values)
        return found[0] if found else None

    def value(self, statement: ClauseElement, values: Record = _NO_VALUES) -> Any:
        """The first column of the first row, or None."""
        found = self.rows(statement, values)
        return found[0][0] if found else None

    def write(self, statement: ClauseElement, values: Record | Sequence[Record]) -> int:
        """Write one row or many; returns how many were touched."""
        if not self._changing:
            raise RuntimeError("rows are written inside a change")
        self._written.append((statement, values))
        try:
            touched: int = self._run(statement, values).rowcount
        except DiskFullError:
            touched = self._write_again_with_room()
        return touched

    def _run(self, statement: ClauseElement, values: Record | Sequence[Record]) -> Any:
        if not self._busy:
            raise RuntimeError("records are reached inside a unit of work")
        # Without a context manager: an answer passes here twice, and waits for each microsecond.
        try:
            if isinstance(values, Mapping):
                one = self._statements.compiled(statement, values)
                return self._connection.execute(one.sql, one.ordered(values))
            many = self._statements.compiled(statement, values[0])
            return self._connection.executemany(many.sql, map(many.ordered, values))
        except COMPLAINTS as error:
            raise translated(error) from None

    def _tell(self, statement: str) -> None:
        try:
            self._connection.execute(statement)
        except COMPLAINTS as error:
            raise translated(error) from None

    def _roll_back(self) -> None:
        # A full disk may have ended the transaction already.
        if self._connection.in_transaction:
            self._tell("ROLLBACK")

    def _write_again_with_room(self) -> int:
        if not self._make_room():
            raise DiskFullError("the disk is full")
        self._roll_back()
        self._tell("BEGIN IMMEDIATE")
        touched = 0
        for statement, values in self._written:
            touched = self._run(statement, values).rowcount
        return touched
