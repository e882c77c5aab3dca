"""What may go wrong, named by what the caller can do. No error text holds personal data."""

from datetime import timedelta


class DomainError(Exception):
    """A rule of the field refuses what was asked."""


class ScreeningClosedError(DomainError):
    """The conversation is finished: a change needs a dated addendum (TI-23)."""


class EscalationOpenError(DomainError):
    """An escalation has no action record yet, so the conversation cannot be marked complete (TI-06)."""


class LevelNotConfirmedError(DomainError):
    """Nothing may use a level that no worker has confirmed (F18)."""


class ReasonMissingError(DomainError):
    """This decision needs a reason in words."""


class SecondPersonNeededError(DomainError):
    """A different person has to approve this decision (F12)."""


class NotAllowedError(DomainError):
    """The signed-in person's role does not include this."""


class NameNotUsableError(DomainError):
    """A name or an age cannot be kept as it was typed; says why."""


class FormNotForAgeError(DomainError):
    """The short form is not made for somebody of this age (TI-44)."""


class ContactNotSafeError(DomainError):
    """This way of contact was not said to be safe, so it is blocked (domain.md section 7)."""


class StorageError(Exception):
    """The encrypted file could not do what was asked."""


class WrongPassphraseError(StorageError):
    """The passphrase or recovery words do not fit this person or this file."""


class FileDamagedError(StorageError):
    """The passphrase is right and the file is damaged."""


class FileTooNewError(StorageError):
    """The file was written by a newer version of the program."""


class FileNeedsMigrationError(StorageError):
    """The file was written by an older version of the program and has to be brought up to date first."""


class FileRolledBackError(StorageError):
    """The file or its header is older than it should be: an old copy was put back (security.md 5.2)."""


class FileInUseError(StorageError):
    """Another copy of the program holds the file."""


class FileMissingError(StorageError):
    """The header names a store file that is not there, or there is no header where one was expected."""


class DiskFullError(StorageError):
    """The disk is full; nothing acknowledged is lost."""


class DiskReadOnlyError(StorageError):
    """The folder cannot be written to."""


class UnsafePlaceError(StorageError):
    """The data folder lies where a file cannot be kept safely (network share, cloud folder, FAT)."""


class ContentPackError(Exception):
    """A content or case file is refused; says file, line and reason, never content about a person."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        self.file = file
        self.line = line
        self.reason = reason
        where = f"{file}:{line}" if line is not None else file
        super().__init__(f"{where}: {reason}")


class RefusedByOfficeError(DomainError):
    """A file, an answer or a table pack is refused whole; says why in words, without a number of a site."""


class NoConnectionError(DomainError):
    """The centre cannot be reached now, or what answers is not the centre; normal, never a dialog."""


class LeftWithoutAnswerError(NoConnectionError):
    """The bytes may have left, and no answer came that settles it; the same bytes are sent again.

    `again_after` is the least pause the centre asked for, where it asked for one.
    """

    def __init__(self, reason: str, again_after: timedelta | None = None) -> None:
        self.again_after = again_after
        super().__init__(reason)


class StickTroubleError(DomainError):
    """A folder on a stick cannot be read or written; no file there is half-written."""


class EnrolmentStepError(DomainError):
    """The enrolment in the network stands at another step than this needs; says which."""
