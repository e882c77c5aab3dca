"""Why the encrypted file cannot be opened just now, each reason in its own words."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from vrn_desktop.application.ports.vault import FolderHeldError
from vrn_desktop.domain import errors
from vrn_desktop.presenters.wording import clock_time, full_date, local_date


class TroubleKind(StrEnum):
    """The reasons, by what people can do about them (security.md 5.5, 3.4)."""

    FILE_DAMAGED = "file_damaged"
    HEADER_DAMAGED = "header_damaged"
    FILE_MISSING = "file_missing"
    ROLLED_BACK = "rolled_back"
    TOO_NEW = "too_new"
    IN_USE = "in_use"
    UNSAFE_PLACE = "unsafe_place"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    CLOCK_SET_BACK = "clock_set_back"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTrouble:
    """One page: what happened, what to do in order, and which ways lead on."""

    kind: TroubleKind
    title: str
    what_happened: str
    what_to_do: tuple[str, ...]
    can_restore: bool = False
    can_try_again: bool = True
    can_go_on: bool = False


FILE_DAMAGED = FileTrouble(
    kind=TroubleKind.FILE_DAMAGED,
    title="The file is damaged",
    what_happened=(
        "Your passphrase is right. The encrypted file itself is damaged, so it stays closed. "
        "Nothing has been changed."
    ),
    what_to_do=(
        "Open the newest backup. It goes into a new file.",
        "The damaged file stays where it is, so that someone can still look at it.",
        "Write down what was added since that backup while you remember it.",
    ),
    can_restore=True,
)
HEADER_DAMAGED = FileTrouble(
    kind=TroubleKind.HEADER_DAMAGED,
    title="The list of who may sign in can’t be read",
    what_happened=(
        "Both copies of the small file with the locks are damaged. The records themselves may be "
        "whole. Nothing has been changed."
    ),
    what_to_do=(
        "Open the newest backup. It brings the list back.",
        "Keep the whole data folder as it is until everything works again.",
    ),
    can_restore=True,
)
FILE_MISSING = FileTrouble(
    kind=TroubleKind.FILE_MISSING,
    title="A part of the file is not there",
    what_happened="The data folder is there, and one of its files is missing.",
    what_to_do=(
        "If the folder lies on a stick, plug the stick in and try again.",
        "If somebody moved or copied the folder, put all of its files back together.",
        "Otherwise open the newest backup.",
    ),
    can_restore=True,
)
ROLLED_BACK = FileTrouble(
    kind=TroubleKind.ROLLED_BACK,
    title="An older copy has been put back",
    what_happened=(
        "The parts of the file do not belong to the same day: one of them is older than the other. "
        "Opening it could hide newer records, so it stays closed."
    ),
    what_to_do=(
        "If somebody copied files into the data folder, put back the newer ones and try again.",
        "Otherwise open the newest backup. The files here stay as they are.",
    ),
    can_restore=True,
)
TOO_NEW = FileTrouble(
    kind=TroubleKind.TOO_NEW,
    title="This file was made by a newer version",
    what_happened=(
        "A newer version of the program has worked with this file. This older one leaves it alone. "
        "Nothing has been changed."
    ),
    what_to_do=("Install the newer version on this laptop, then open it again.",),
)
IN_USE = FileTrouble(
    kind=TroubleKind.IN_USE,
    title="The file is already open",
    what_happened="Another window of this program has the file open.",
    what_to_do=(
        "Go to that window, or lock it, then try again.",
        "If you can’t see another window, restart the laptop. Everything saved is safe.",
    ),
)
UNSAFE_PLACE = FileTrouble(
    kind=TroubleKind.UNSAFE_PLACE,
    title="Records can’t be kept safely in this folder",
    what_happened="The data folder lies in a place that this program does not use.",
    what_to_do=(
        "Choose a folder on this laptop’s own disk.",
        "Ask the person who set up the laptop if you are not sure.",
    ),
    can_try_again=False,
)
READ_ONLY = FileTrouble(
    kind=TroubleKind.READ_ONLY,
    title="The data folder can’t be written to",
    what_happened=(
        "The disk or stick is write-protected, so new answers could not be kept. "
        "What was saved before is safe."
    ),
    what_to_do=(
        "If the folder is on a stick, move its small lock switch and try again.",
        "Otherwise ask the person who looks after this laptop for the right to write there.",
    ),
)
DISK_FULL = FileTrouble(
    kind=TroubleKind.DISK_FULL,
    title="The disk is full",
    what_happened="There is no room left for new records. Everything saved so far is safe.",
    what_to_do=(
        "Delete files that nobody needs, or empty the bin.",
        "Do not delete anything inside the data folder of this program.",
        "Then try again.",
    ),
)
OTHER = FileTrouble(
    kind=TroubleKind.OTHER,
    title="The file could not be opened just now",
    what_happened="Something got in the way. What was saved is safe.",
    what_to_do=(
        "Try again in a moment.",
        "If it stays like this, restart the laptop, then ask the person who looks after it.",
    ),
)
PLACES = {
    "network share": "It is on a network share, which other computers can reach.",
    "cloud folder": "It is inside a folder that is copied to a cloud service.",
    "FAT": "It is on a stick or card that cannot protect or safely write files.",
}
_BY_ERROR: dict[type[Exception], FileTrouble] = {
    errors.FileDamagedError: FILE_DAMAGED,
    errors.FileMissingError: FILE_MISSING,
    errors.FileRolledBackError: ROLLED_BACK,
    errors.FileTooNewError: TOO_NEW,
    errors.DiskReadOnlyError: READ_ONLY,
    errors.DiskFullError: DISK_FULL,
}


def trouble_of(
    error: Exception, *, signed_in: bool = True, zone: tzinfo | None = None
) -> FileTrouble:
    """The page for `error`; `signed_in` says that the passphrase had been right when it came."""
    if isinstance(error, FolderHeldError):
        return _held(error, zone)
    if isinstance(error, errors.FileInUseError):
        return IN_USE
    if isinstance(error, errors.UnsafePlaceError):
        return _unsafe(str(error))
    if isinstance(error, errors.FileDamagedError) and not signed_in:
        return HEADER_DAMAGED
    return next((_BY_ERROR[kind] for kind in type(error).__mro__ if kind in _BY_ERROR), OTHER)


def clock_trouble(now: datetime, last_known: datetime, zone: tzinfo | None = None) -> FileTrouble:
    """The page for a clock that shows a time before the newest backup was made."""
    return FileTrouble(
        kind=TroubleKind.CLOCK_SET_BACK,
        title="Check the date on this laptop",
        what_happened=(
            f"The laptop says it is {full_date(local_date(now, zone))}. The newest backup was made "
            f"on {full_date(local_date(last_known, zone))}. Your records are all there."
        ),
        what_to_do=(
            "Put the date and time right in the settings of the laptop, then try again.",
            "If you go on now, new records carry the date shown above, and nothing old is tidied away.",
        ),
        can_go_on=True,
    )


def _held(error: FolderHeldError, zone: tzinfo | None) -> FileTrouble:
    since = ""
    if error.since is not None:
        day = full_date(local_date(error.since, zone))
        since = f", since {clock_time(error.since, zone)} on {day}"
    who = f" It is process number {error.process} on this laptop{since}." if error.process else ""
    return FileTrouble(
        kind=IN_USE.kind,
        title=IN_USE.title,
        what_happened=f"{IN_USE.what_happened}{who}",
        what_to_do=IN_USE.what_to_do,
    )


def _unsafe(reason: str) -> FileTrouble:
    return FileTrouble(
        kind=UNSAFE_PLACE.kind,
        title=UNSAFE_PLACE.title,
        what_happened=PLACES.get(reason, UNSAFE_PLACE.what_happened),
        what_to_do=UNSAFE_PLACE.what_to_do,
        can_try_again=False,
    )
