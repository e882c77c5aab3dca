"""What the open file may be asked to do: rows are read and written, and nothing else."""

from typing import Any

_OK, _DENY = 0, 1
_PRAGMA = 19
_FUNCTION = 31
_REFUSED_ACTIONS = frozenset(
    {
        *range(1, 9),  # create an index, table, trigger or view, lasting or temporary
        *range(10, 18),  # drop one
        24,  # attach
        25,  # detach
        26,  # alter table
        29,  # create a virtual table
        30,  # drop a virtual table
    }
)
_REFUSED_FUNCTIONS = frozenset({"load_extension", "sqlcipher_export"})


def refuse_all_but_rows(
    action: int, _first: str | None, second: str | None, *_where: str | None
) -> int:
    """SQLite's authorizer for the live connection; maintenance works on a connection of its own.

    Settings can be read and not set, so that what was asserted at opening holds until the file is closed.
    """
    if action in _REFUSED_ACTIONS:
        return _DENY
    if action == _PRAGMA and second is not None:
        return _DENY
    if action == _FUNCTION and second in _REFUSED_FUNCTIONS:
        return _DENY
    return _OK


def set_guard(connection: Any) -> None:
    """Put the guard on a connection for good."""
    connection.set_authorizer(refuse_all_but_rows)
