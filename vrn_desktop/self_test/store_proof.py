"""Proves that the walk's file is encrypted, and by which library: plain SQLite would be readable by anybody."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from db.cipher_settings import require_cipher, settings_value

READABLE = b"SQLite format 3\x00"
STORES = "store-*.db"


class StoreNotEncryptedError(Exception):
    """A file that the program made can be read without its key, or there is none."""


def store_proof(data: Path) -> str:
    """The library's version, that it searches words, and how every store of `data` begins.

    Raises:
        StoreNotEncryptedError: there is no store, or one begins as a readable file does.
        StorageError: the library is plain SQLite or older than was proved.
    """
    with closing(dbapi2.connect(":memory:")) as memory:

        def ask(statement: str) -> list[tuple[object, ...]]:
            rows: list[tuple[object, ...]] = memory.execute(statement).fetchall()
            return rows

        require_cipher(ask)
        version = settings_value(ask, "cipher_version")
        ask("CREATE VIRTUAL TABLE words USING fts5(word)")
    stores = sorted(data.rglob(STORES))
    if not stores:
        raise StoreNotEncryptedError("the walk left no file behind")
    for store in stores:
        with store.open("rb") as file:
            if file.read(len(READABLE)) == READABLE:
                raise StoreNotEncryptedError(f"{store.name} can be read without its key")
    return f"SQLCipher {version}, {len(stores)} file(s), none readable without its key"
