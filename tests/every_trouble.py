"""One page of each kind of trouble with the file."""

from datetime import UTC, datetime

from vrn_desktop.domain import errors
from vrn_desktop.presenters.unlock.file_trouble import TroubleKind, clock_trouble, trouble_of

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
EVERY_TROUBLE = {
    TroubleKind.FILE_DAMAGED: trouble_of(errors.FileDamagedError("x")),
    TroubleKind.HEADER_DAMAGED: trouble_of(errors.FileDamagedError("x"), signed_in=False),
    TroubleKind.FILE_MISSING: trouble_of(errors.FileMissingError("x")),
    TroubleKind.ROLLED_BACK: trouble_of(errors.FileRolledBackError("x")),
    TroubleKind.TOO_NEW: trouble_of(errors.FileTooNewError("x")),
    TroubleKind.IN_USE: trouble_of(errors.FileInUseError("x")),
    TroubleKind.UNSAFE_PLACE: trouble_of(errors.UnsafePlaceError("FAT")),
    TroubleKind.READ_ONLY: trouble_of(errors.DiskReadOnlyError("x")),
    TroubleKind.DISK_FULL: trouble_of(errors.DiskFullError("x")),
    TroubleKind.CLOCK_SET_BACK: clock_trouble(NOON, NOON),
    TroubleKind.OTHER: trouble_of(errors.StorageError("x")),
}
