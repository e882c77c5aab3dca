"""What to say when something could not be done: what happened, and what to do about it."""

from dataclasses import dataclass

from vrn_desktop.domain import errors


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorText:
    """Two short texts without any personal data; they never repeat the error's own words."""

    what_happened: str
    what_to_do: str


UNEXPECTED = ErrorText(
    what_happened="Something went wrong in the program.",
    what_to_do="What was saved is safe. You can go on, or close the program and open it again.",
)

_TEXTS: dict[type[Exception], ErrorText] = {
    errors.DomainError: ErrorText(
        what_happened="That can’t be done at this point.",
        what_to_do="Check the page for what is still open, then try again.",
    ),
    errors.ScreeningClosedError: ErrorText(
        what_happened="This conversation is finished, so its answers stay as they are.",
        what_to_do="Add a dated note to it instead, or start a new conversation.",
    ),
    errors.EscalationOpenError: ErrorText(
        what_happened="A safety step has no action written down yet.",
        what_to_do="Write down what was done, then finish the conversation.",
    ),
    errors.LevelNotConfirmedError: ErrorText(
        what_happened="Nobody has confirmed the level of support yet.",
        what_to_do="Open the suggested level and say what you think first.",
    ),
    errors.ReasonMissingError: ErrorText(
        what_happened="This decision needs a reason.",
        what_to_do="Write at least one sentence about why.",
    ),
    errors.SecondPersonNeededError: ErrorText(
        what_happened="Someone else has to agree to this decision.",
        what_to_do="Ask your supervisor to look at it on the review page.",
    ),
    errors.NotAllowedError: ErrorText(
        what_happened="Your role does not include this.",
        what_to_do="Ask a supervisor or the person who looks after this laptop.",
    ),
    errors.ContactNotSafeError: ErrorText(
        what_happened="This way of contact was not said to be safe.",
        what_to_do="Choose another way, or ask the young person again and write it down.",
    ),
    errors.NameNotUsableError: ErrorText(
        what_happened="The name or age can’t be kept as it is written.",
        what_to_do="Check both: a short name or initials, and an age in whole years.",
    ),
    errors.FormNotForAgeError: ErrorText(
        what_happened="The short form is not made for someone of this age.",
        what_to_do="Use the full conversation instead.",
    ),
    errors.RefusedByOfficeError: ErrorText(
        what_happened="This was not taken, and nothing of it was kept.",
        what_to_do="Check that it is the right file, or ring the central office.",
    ),
    errors.NoConnectionError: ErrorText(
        what_happened="The central office can’t be reached just now.",
        what_to_do="Nothing is lost. It is tried again by itself, or copy to a stick.",
    ),
    errors.LeftWithoutAnswerError: ErrorText(
        what_happened="The numbers may have left, but no answer came back.",
        what_to_do="Nothing is lost. The same numbers are sent again by themselves.",
    ),
    errors.StickTroubleError: ErrorText(
        what_happened="The stick could not be read or written.",
        what_to_do="Nothing is lost. Put it in again, or use another one.",
    ),
    errors.EnrolmentStepError: ErrorText(
        what_happened="Joining the network is at another step than this needs.",
        what_to_do="Open the page Sync; it says what comes next.",
    ),
    errors.StorageError: ErrorText(
        what_happened="The encrypted file could not be used just now.",
        what_to_do="Don’t close the program. Try again in a moment.",
    ),
    errors.WrongPassphraseError: ErrorText(
        what_happened="That didn’t match.",
        what_to_do="Check Caps Lock and try again, or use your recovery words.",
    ),
    errors.FileDamagedError: ErrorText(
        what_happened="Your passphrase is right, but the file is damaged.",
        what_to_do="Nothing has been changed. Open your newest backup.",
    ),
    errors.FileTooNewError: ErrorText(
        what_happened="This file was made by a newer version of the program.",
        what_to_do="Install the newer version, then open it again. Nothing was changed.",
    ),
    errors.FileNeedsMigrationError: ErrorText(
        what_happened="This file was made by an older version of the program.",
        what_to_do="It is brought up to date when you unlock it. Nothing is lost.",
    ),
    errors.FileRolledBackError: ErrorText(
        what_happened="This file is older than it should be. An old copy may have been put back.",
        what_to_do="Don’t write in it yet. Ask the person who looks after this laptop.",
    ),
    errors.FileInUseError: ErrorText(
        what_happened="The file is already open in another window.",
        what_to_do="Close the other window first, then try again.",
    ),
    errors.FileMissingError: ErrorText(
        what_happened="A part of the file is not where it should be.",
        what_to_do="If it lies on a stick, plug it in. Otherwise open your newest backup.",
    ),
    errors.DiskFullError: ErrorText(
        what_happened="The disk is full. Everything saved so far is safe.",
        what_to_do="Free some space, then go on. Don’t close until it says “Saved”.",
    ),
    errors.DiskReadOnlyError: ErrorText(
        what_happened="The folder can’t be written to.",
        what_to_do="Check that the stick is not write-protected, or choose another folder.",
    ),
    errors.UnsafePlaceError: ErrorText(
        what_happened="A file can’t be kept safely in this folder.",
        what_to_do="Choose a folder on this laptop: not a shared, cloud or memory-card folder.",
    ),
    errors.ContentPackError: ErrorText(
        what_happened="This content file can’t be used as it is.",
        what_to_do="Nothing was changed. Ask whoever sent it for a corrected file.",
    ),
}


def error_text(error: BaseException) -> ErrorText:
    """Return the text for the nearest known kind of `error`."""
    return next((_TEXTS[kind] for kind in type(error).__mro__ if kind in _TEXTS), UNEXPECTED)


def told(error: BaseException) -> str:
    """Return both texts as one line, for a page that has room for one."""
    text = error_text(error)
    return f"{text.what_happened} {text.what_to_do}"
