"""What the database driver complains of, said in the words of the domain and without any value."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from vrn_desktop.domain.errors import (
    DiskFullError,
    DiskReadOnlyError,
    FileDamagedError,
    FileInUseError,
    StorageError,
)

_BUSY, _LOCKED, _READ_ONLY, _IO, _CORRUPT, _FULL, _CANNOT_OPEN, _CONSTRAINT, _NOT_A_DATABASE = (
    5, 6, 8, 10, 11, 13, 14, 19, 26,
)  # fmt: skip
_BY_CODE: dict[int, tuple[type[StorageError], str]] = {
    _BUSY: (FileInUseError, "another program holds the file"),
    _LOCKED: (FileInUseError, "another program holds the file"),
    _READ_ONLY: (DiskReadOnlyError, "the file cannot be written to"),
    _CANNOT_OPEN: (DiskReadOnlyError, "the folder cannot be written to"),
    _CORRUPT: (FileDamagedError, "the file is damaged"),
    _NOT_A_DATABASE: (FileDamagedError, "the file is damaged"),
    _FULL: (DiskFullError, "the disk is full"),
    _CONSTRAINT: (StorageError, "a record does not fit the ones it belongs to"),
    _IO: (StorageError, "the disk did not do what was asked"),
}
_CODE_OF_NAME = {
    "file is not a database": _NOT_A_DATABASE,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "attempt to write a readonly database": _READ_ONLY,
}

_NO_ROOM = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_NOT_WRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})

COMPLAINTS = (DBAPIError, dbapi2.Error, UnicodeEncodeError)
"""Everything the driver complains with, directly or through SQLAlchemy."""


@contextmanager
def in_our_words() -> Iterator[None]:
    """Turn every complaint of the driver inside the block into a StorageError."""
    try:
        yield
    except COMPLAINTS as error:
        raise translated(error) from None


@contextmanager
def disk_in_our_words() -> Iterator[None]:
    """Turn what the disk itself refuses inside the block into a StorageError."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFullError("the disk is full") from None
        if error.errno in _NOT_WRITABLE:
            raise DiskReadOnlyError("the folder cannot be written to") from None
        raise StorageError("the disk did not do what was asked") from None


def translated(error: BaseException | None) -> StorageError:
    """The StorageError for one complaint; only its number is looked at, never its text."""
    if isinstance(error, UnicodeEncodeError):
        return StorageError("a text holds half a character and cannot be kept")
    if isinstance(error, DBAPIError):
        error = error.orig
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        code = _CODE_OF_NAME.get(str(error), 0)
    kind, words = _BY_CODE.get(code & 0xFF, (StorageError, "the file did not do what was asked"))
    return kind(words)
