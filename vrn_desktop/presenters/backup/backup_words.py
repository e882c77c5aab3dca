"""Age and size of backups in words, for the backup page and the line on Home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path

from vrn_desktop.application.ports.store_files import BackupEntry, EarlierFile
from vrn_desktop.presenters.wording import full_date, how_long_ago, local_date, moment_seen_from

OLD_AFTER_DAYS = 7
NO_BACKUP = "There is no backup yet. One is made each time you lock."
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup as the list shows it."""

    path: Path
    made: str
    age: str
    size: str
    newest: bool


def backup_line(
    newest: datetime | None, today: date, zone: tzinfo | None = None
) -> tuple[str, bool]:
    """What Home says about backups, and whether it deserves an ochre line (older than 7 days)."""
    if newest is None:
        return NO_BACKUP, True
    made_on = local_date(newest, zone)
    if (today - made_on).days > OLD_AFTER_DAYS:
        return (
            f"Last backup {how_long_ago(made_on, today)}. Make one now and copy it to a stick.",
            True,
        )
    return f"Last backup {how_long_ago(made_on, today)}.", False


def newest_of(backups: Sequence[BackupEntry]) -> datetime | None:
    """When the newest backup was made."""
    return max((backup.made_at for backup in backups), default=None)


def backup_rows(
    backups: Sequence[BackupEntry], today: date, zone: tzinfo | None = None
) -> tuple[BackupRow, ...]:
    """The rows of the list, newest first."""
    ordered = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    return tuple(
        BackupRow(
            path=backup.path,
            made=moment_seen_from(backup.made_at, today, zone),
            age=how_long_ago(local_date(backup.made_at, zone), today),
            size=size_in_words(backup.size),
            newest=place == 0,
        )
        for place, backup in enumerate(ordered)
    )


def kept_lines(earlier: Sequence[EarlierFile], zone: tzinfo | None = None) -> tuple[str, ...]:
    """One line for each file from before a restore."""
    return tuple(
        f"Kept since {full_date(local_date(file.kept_since, zone))}, {size_in_words(file.size)}"
        for file in earlier
    )


def size_in_words(size: int) -> str:
    """Return "4.4 MB", "under 1 MB"."""
    return f"{size / MEGABYTE:,.1f} MB" if size >= MEGABYTE else "under 1 MB"
