"""Age and size of backups in words, for the backup page and the line on Home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path

from vrn_desktop.application.ports.store_files import BackupEntry, EarlierFile
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.presenters.wording import full_date, how_long_ago, local_date, moment_seen_from

OLD_AFTER_DAYS = 7
NO_BACKUP = "There is no backup yet. One is made each time you lock."
NONE_AT_LOCK = (
    "When the program was last locked or ended, no backup was made. Check that the disk is not full, then "
    "make one now."
)
SPACE_LOW = "This laptop’s disk is nearly full. Make some room soon, so that answers and backups can still be saved."
BEFORE_LOCKS = "Made before the locks were changed."
BEFORE_LEFT = "Made before {names} left: it still opens with their passphrase."
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup as the list shows it; `note` says whom it still lets in."""

    path: Path
    made: str
    age: str
    size: str
    newest: bool
    note: str = ""


def backup_line(
    newest: datetime | None,
    today: date,
    zone: tzinfo | None = None,
    *,
    missing: bool = False,
    space_low: bool = False,
) -> tuple[str, bool]:
    """What Home says about backups, and whether it deserves an ochre line (older than 7 days).

    `missing` says that the newest does not hold what was written before this sign-in; `space_low` that the
    disk may soon take neither backups nor answers.
    """
    if space_low:
        return SPACE_LOW, True
    if newest is None:
        return NO_BACKUP, True
    if missing:
        return NONE_AT_LOCK, True
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
    backups: Sequence[BackupEntry],
    today: date,
    zone: tzinfo | None = None,
    *,
    epoch: int = 0,
    people: Sequence[Practitioner] = (),
) -> tuple[BackupRow, ...]:
    """The rows of the list, newest first; those from before the locks of `epoch` say so."""
    ordered = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    return tuple(
        BackupRow(
            path=backup.path,
            made=moment_seen_from(backup.made_at, today, zone),
            age=how_long_ago(local_date(backup.made_at, zone), today),
            size=size_in_words(backup.size),
            newest=place == 0,
            note=_note(backup, epoch, people, zone),
        )
        for place, backup in enumerate(ordered)
    )


def _note(
    backup: BackupEntry, epoch: int, people: Sequence[Practitioner], zone: tzinfo | None
) -> str:
    if backup.epoch is None or backup.epoch >= epoch:
        return ""
    made_on = local_date(backup.made_at, zone)
    left = [p.name for p in people if p.left_on is not None and p.left_on >= made_on]
    return BEFORE_LEFT.format(names=" and ".join(left)) if left else BEFORE_LOCKS


def kept_lines(earlier: Sequence[EarlierFile], zone: tzinfo | None = None) -> tuple[str, ...]:
    """One line for each file from before a restore."""
    return tuple(
        f"Kept since {full_date(local_date(file.kept_since, zone))}, {size_in_words(file.size)}"
        for file in earlier
    )


def size_in_words(size: int) -> str:
    """Return "4.4 MB", "under 1 MB"."""
    return f"{size / MEGABYTE:,.1f} MB" if size >= MEGABYTE else "under 1 MB"
