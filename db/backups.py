"""Local backups: one sealed file each, read back and verified before anyone is told it is there."""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from db.backup_container import BackupManifest, epoch_said_by, read_container, seal_container
from db.cipher_engine import open_for_maintenance, open_new
from db.durable_files import journal_of, remove_store_file, sync_file, sync_folder
from db.file_checks import (
    require_whole_pages,
    revision_of,
    row_counts,
    verify_new_file,
)
from db.file_holder import FileHolder
from db.schema import REVISIONS
from db.storage_errors import disk_in_our_words
from db.store_files import copy_pages, kept_beside
from vrn_desktop.application.ports.store_files import BackupEntry
from vrn_desktop.application.ports.vault import AuditAnchor, StoreKeys
from vrn_desktop.domain.errors import FileDamagedError, FileTooNewError, NotAllowedError

DAILY, WEEKLY = 7, 4
LONGEST_KEPT = timedelta(days=35)
LONGEST_PAUSE = timedelta(days=45)
"""A clock that has moved further than this since the last backup is not believed (security.md 5.4)."""

_NAME = re.compile(r"backup-(\d{8}T\d{6})Z\.vrnbackup")
_NAME_TIME = "%Y%m%dT%H%M%S"


def backup_folder(data_folder: Path) -> Path:
    """Where the local backups of a data folder lie."""
    return data_folder / "backups"


def list_backups(folder: Path) -> tuple[BackupEntry, ...]:
    """The backups of a folder, newest first."""
    found = []
    for path in folder.glob("backup-*.vrnbackup"):
        match = _NAME.fullmatch(path.name)
        if match:
            made_at = datetime.strptime(match[1], _NAME_TIME).replace(tzinfo=UTC)
            size, epoch = path.stat().st_size, epoch_said_by(path)
            found.append(BackupEntry(path=path, made_at=made_at, size=size, epoch=epoch))
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


@disk_in_our_words()
def make_backup(
    engine: Engine, *, keys: StoreKeys, holder: FileHolder, end: AuditAnchor, at: datetime
) -> str:
    """Copy the open file, seal the copy with the header, read it back, and thin the old ones.

    Raises:
        StorageError: there is no new backup; the earlier ones are untouched.
    """
    folder = backup_folder(keys.path.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    name = f"backup-{at.astimezone(UTC).strftime(_NAME_TIME)}Z.vrnbackup"
    part = replace(keys, path=folder / f"{name}.part")
    remove_store_file(part.path)
    try:
        manifest = _copy_to(part, engine, end=end, at=at)
        seal_container(
            part.path, header=holder.header_copy, manifest=manifest, mac_key=holder.backup_mac_key
        )
        sync_file(part.path)
        read_container(part.path, mac_key=holder.backup_mac_key)
        part.path.replace(folder / name)
        journal_of(part.path).unlink(missing_ok=True)
        sync_folder(folder)
    except BaseException:
        remove_store_file(part.path)
        raise
    # Until a restore is confirmed, a newer backup than the one brought back may be the better one.
    if not kept_beside(keys.path.parent):
        for old in backups_to_drop(list_backups(folder), name, at):
            old.path.unlink(missing_ok=True)
    return name


@disk_in_our_words()
def restore_backup(backup: Path, *, holder: FileHolder, new: StoreKeys) -> BackupManifest:
    """Build a new numbered file from a backup; the live file is untouched.

    `holder` is the vault as the backup's own header has it, unlocked (`Vault.copy_in_backup`).

    Raises:
        FileDamagedError: a single bit of the backup is not as it was sealed.
        FileTooNewError: a newer program made it.
    """
    old = holder.store
    if old is None:
        raise NotAllowedError("this role never opens records")
    opened = read_container(backup, mac_key=holder.backup_mac_key)
    if opened.manifest.revision not in REVISIONS:
        raise FileTooNewError("the backup was made by a newer version of the program")
    unpacked = replace(old, path=new.path.with_name(f"{new.path.name}.part"))
    remove_store_file(unpacked.path)
    try:
        opened.unpack_database(unpacked.path)
        _rebuild(unpacked, new)
        verify_new_file(new, expected=opened.manifest.counts)
        sync_file(new.path)
        sync_folder(new.path.parent)
    except BaseException:
        remove_store_file(new.path)
        raise
    finally:
        remove_store_file(unpacked.path)
    return opened.manifest


def backups_to_drop(
    backups: Sequence[BackupEntry], newest: str, at: datetime
) -> tuple[BackupEntry, ...]:
    """Those beyond the newest of 7 days and of 4 weeks before, and all older than 35 days.

    `newest` is the one just made. Nothing is dropped when the clock has gone backwards or far ahead
    since the one before it.
    """
    earlier = [backup.made_at for backup in backups if backup.path.name != newest]
    if not earlier or at < max(earlier) or at - max(earlier) > LONGEST_PAUSE:
        return ()
    recent = sorted(
        (backup for backup in backups if at - backup.made_at <= LONGEST_KEPT),
        key=lambda backup: backup.made_at,
        reverse=True,
    )
    daily = _newest_of_each(recent, lambda at: at.date())[:DAILY]
    first_day = min(backup.made_at.date() for backup in daily)
    older = [backup for backup in recent if backup.made_at.date() < first_day]
    weekly = _newest_of_each(older, lambda at: at.isocalendar()[:2])[:WEEKLY]
    kept = {backup.path for backup in (*daily, *weekly)}
    return tuple(backup for backup in backups if backup.path not in kept)


def _newest_of_each(
    newest_first: Sequence[BackupEntry], span: Callable[[datetime], Hashable]
) -> list[BackupEntry]:
    found: dict[Hashable, BackupEntry] = {}
    for backup in newest_first:
        found.setdefault(span(backup.made_at), backup)
    return list(found.values())


def _copy_to(part: StoreKeys, engine: Engine, *, end: AuditAnchor, at: datetime) -> BackupManifest:
    copy = open_new(part)
    try:
        copy_pages(engine, copy)
    finally:
        copy.dispose()
    fresh = open_for_maintenance(part)
    try:
        with fresh.connect() as connection:
            require_whole_pages(connection)
            counts = row_counts(connection)
            revision = revision_of(connection)
    finally:
        fresh.dispose()
    if counts.get("audit_entry") != end.seq:
        raise FileDamagedError("the copy does not hold everything")
    return BackupManifest(
        made_at=at.astimezone(UTC), revision=revision, epoch=part.epoch, end=end, counts=counts
    )


def _rebuild(unpacked: StoreKeys, new: StoreKeys) -> None:
    source = open_for_maintenance(unpacked)
    try:
        target = open_new(new)
        try:
            copy_pages(source, target)
        finally:
            target.dispose()
    finally:
        source.dispose()
