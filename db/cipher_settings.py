"""The settings every opening of the file makes and reads back (security.md 2.7)."""

from collections.abc import Callable, Sequence
from typing import Any

from vrn_desktop.domain.errors import StorageError

SETTINGS: tuple[tuple[str, str, str | int], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("fullfsync", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    # 32 MB: a list of everybody is read from memory, where no page has to be decrypted again.
    ("cache_size", "-32768", -32768),
    # REPLACE fires delete triggers only with this, so the append-only tables cannot be got round by it.
    ("recursive_triggers", "ON", 1),
)
"""Name, value to set, value to read back."""

OLDEST_CIPHER = (4, 19)

Ask = Callable[[str], Sequence[Any]]
"""Runs one PRAGMA and returns its rows."""


def apply_settings(ask: Ask) -> None:
    """Set everything, in this order, and read everything back.

    Raises:
        StorageError: a setting did not take; the file must not be used without it.
    """
    for name, value, expected in SETTINGS:
        ask(f"PRAGMA {name}={value}")
        if settings_value(ask, name) != expected:
            raise StorageError(f"the setting {name} did not take")


def settings_value(ask: Ask, name: str) -> Any:
    """The value a setting has now."""
    rows = ask(f"PRAGMA {name}")
    return rows[0][0] if rows else None


def require_cipher(ask: Ask) -> None:
    """Refuse a library that does not encrypt, or an older one than was proved.

    Raises:
        StorageError: plain SQLite, or SQLCipher before 4.19.
    """
    version = str(settings_value(ask, "cipher_version") or "")
    numbers = version.split(" ", 1)[0].split(".")
    known = tuple(int(number) for number in numbers[:2] if number.isdigit())
    if known < OLDEST_CIPHER:
        raise StorageError("the program's database library does not encrypt as it should")
