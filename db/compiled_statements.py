"""SQLAlchemy's statements turned into SQL once, so that an answer waits for the disk and for nothing else."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql import ClauseElement

_DIALECT = SQLiteDialect_pysqlite()


class CompiledStatement(NamedTuple):
    """SQL with the names of its values in order; constants of the statement itself are filled in."""

    sql: str
    names: tuple[str, ...]
    constants: Mapping[str, Any]

    def ordered(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values as the driver wants them."""
        constants = self.constants
        return tuple([values[name] if name in values else constants[name] for name in self.names])


class CompiledStatements:
    """Remembers every statement of this file's life; statements are constants of their modules."""

    def __init__(self) -> None:
        self._known: dict[tuple[ClauseElement, tuple[str, ...]], CompiledStatement] = {}

    def compiled(self, statement: ClauseElement, values: Mapping[str, Any]) -> CompiledStatement:
        """The SQL of a statement for values of these names."""
        key = (statement, tuple(values))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _compile(statement, list(values))
        return known


def _compile(statement: ClauseElement, names: list[str]) -> CompiledStatement:
    compiled: Any = statement.compile(
        dialect=_DIALECT, column_keys=names, compile_kwargs={"render_postcompile": True}
    )
    return CompiledStatement(
        sql=compiled.string,
        names=tuple(compiled.positiontup or ()),
        constants={name: value for name, value in compiled.params.items() if name not in names},
    )
