"""The sealed container of a backup: database, header copy, and a manifest that nobody can change unseen.

Layout: database (encrypted pages) | header copy | manifest (JSON) | HMAC-SHA256 | lengths | mark. The
HMAC covers manifest, lengths and mark; the manifest holds the SHA-256 of the other two parts, so that
every bit of the file is covered.
"""

import hashlib
import hmac
import json
import os
import struct
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.errors import FileDamagedError

_MARK = b"VRNBACK1"
_LENGTHS = struct.Struct(">QQQ")
_MAC_BYTES = 32
_TAIL_BYTES = _MAC_BYTES + _LENGTHS.size + len(_MARK)
_LONGEST_PART = 16 * 1024 * 1024
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupManifest:
    """What a backup says about itself: when, which schema and key epoch, how many rows, which audit end."""

    made_at: datetime
    revision: str
    epoch: int
    end: AuditAnchor
    counts: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBackup:
    """A backup whose seal holds."""

    path: Path
    manifest: BackupManifest
    header: bytes
    database_bytes: int

    def unpack_database(self, into: Path) -> None:
        """Write the encrypted database alone into a new file that only this user can read."""
        descriptor = os.open(into, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with self.path.open("rb") as source, os.fdopen(descriptor, "wb") as target:
            left = self.database_bytes
            while left:
                piece = source.read(min(left, _PIECE))
                target.write(piece)
                left -= len(piece)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    database_bytes: int
    header: bytes
    manifest: bytes
    mac: bytes
    tail: bytes


def seal_container(path: Path, *, header: bytes, manifest: BackupManifest, mac_key: bytes) -> None:
    """Turn a copy of the database into a container by adding the other parts at its end."""
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        body = json.dumps(
            {
                "made_at": manifest.made_at.isoformat(),
                "revision": manifest.revision,
                "epoch": manifest.epoch,
                "audit": [manifest.end.seq, manifest.end.hash.hex(), manifest.end.commit_counter],
                "counts": manifest.counts,
                "database_sha256": _sha256(file, size),
                "header_sha256": hashlib.sha256(header).hexdigest(),
            },
            sort_keys=True,
        ).encode("ascii")
        tail = _LENGTHS.pack(size, len(header), len(body)) + _MARK
        file.seek(0, os.SEEK_END)
        file.write(header + body + _mac(mac_key, body, tail) + tail)


def read_header_copy(path: Path) -> bytes:
    """The header in a backup, to sign in with; only `read_container` says whether it is genuine.

    Raises:
        FileDamagedError: this is no backup, or its ends do not meet.
    """
    with path.open("rb") as file:
        return _parts(file).header


def epoch_said_by(path: Path) -> int | None:
    """The key epoch a backup names, unchecked, for the list; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            epoch = json.loads(_parts(file).manifest)["epoch"]
    except (OSError, FileDamagedError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return epoch if type(epoch) is int else None


def read_container(path: Path, *, mac_key: bytes) -> OpenedBackup:
    """Check every bit of a backup.

    Raises:
        FileDamagedError: it is not as it was sealed, or was sealed under another key.
    """
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            # What has just been written is read from the medium and not from memory.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        parts = _parts(file)
        if not hmac.compare_digest(_mac(mac_key, parts.manifest, parts.tail), parts.mac):
            raise FileDamagedError("the backup was changed, or belongs to another vault")
        body: dict[str, Any] = json.loads(parts.manifest)
        whole = (
            _sha256(file, parts.database_bytes) == body["database_sha256"]
            and hashlib.sha256(parts.header).hexdigest() == body["header_sha256"]
        )
    if not whole:
        raise FileDamagedError("the backup is damaged")
    seq, digest, changes = body["audit"]
    return OpenedBackup(
        path=path,
        manifest=BackupManifest(
            made_at=datetime.fromisoformat(body["made_at"]),
            revision=body["revision"],
            epoch=body["epoch"],
            end=AuditAnchor(seq=seq, hash=bytes.fromhex(digest), commit_counter=changes),
            counts=body["counts"],
        ),
        header=parts.header,
        database_bytes=parts.database_bytes,
    )


def _parts(file: BinaryIO) -> _Parts:
    size = file.seek(0, os.SEEK_END)
    if size < _TAIL_BYTES:
        raise FileDamagedError("the backup is too short")
    file.seek(size - _TAIL_BYTES)
    mac = file.read(_MAC_BYTES)
    tail = file.read(_LENGTHS.size + len(_MARK))
    database_bytes, header_bytes, manifest_bytes = _LENGTHS.unpack_from(tail)
    adds_up = database_bytes + header_bytes + manifest_bytes + _TAIL_BYTES == size
    if not tail.endswith(_MARK) or not adds_up or header_bytes + manifest_bytes > _LONGEST_PART:
        raise FileDamagedError("this is no backup, or its end is damaged")
    file.seek(database_bytes)
    return _Parts(
        database_bytes=database_bytes,
        header=file.read(header_bytes),
        manifest=file.read(manifest_bytes),
        mac=mac,
        tail=tail,
    )


def _sha256(file: BinaryIO, size: int) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    left = size
    while left:
        piece = file.read(min(left, _PIECE))
        if not piece:
            break
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest()


def _mac(mac_key: bytes, body: bytes, tail: bytes) -> bytes:
    return hmac.digest(mac_key, body + tail, "sha256")
