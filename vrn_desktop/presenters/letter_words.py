"""What keeps a letter from being made or given, and what to do; and how its giving is told."""

from vrn_desktop.domain.errors import ContactNotSafeError
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_deny_list import LetterWordRefusedError
from vrn_desktop.domain.letter_facts import MOST_SERVICES
from vrn_desktop.domain.letter_record import LetterRecord, ReadingCheck
from vrn_desktop.domain.letter_service import LeftOut, ServiceNotForLetterError
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.wording import full_date, local_date

CHANNELS = {
    LetterChannel.HAND: "They took it with them",
    LetterChannel.POST: "It goes by post",
    LetterChannel.KEPT: "I keep it for them",
    LetterChannel.READ_ALOUD: "I read it aloud",
    LetterChannel.DECLINED: "They did not want it",
    LetterChannel.DELIVERED: "I gave it to the person it is for",
}
CHECKS = {
    ReadingCheck.TOLD_BACK: "They told me what it says",
    ReadingCheck.NOT_YET: "Not yet",
    ReadingCheck.NOT_WANTED: "They did not want to",
}
NEEDS_TICK = "Tick that you have checked each number today, or take that service out of the letter."
TOO_MANY = f"Choose up to {MOST_SERVICES} services for one letter. More are hard to use."
CHOOSE_CHANNEL = "Choose how it reached them first."
CHOOSE_CHECK = "Say whether they told you what it says; “Not yet” is fine."
KEPT = "Kept, encrypted, in this file."
SENT = "Sent to the printer. This program keeps no copy outside its file."
COPY_SAVED = "A copy was saved. It is not protected: delete it when you are done."
NOTED = "Noted how it reached them."
CLOSED = "It has closed or left the directory since. Look for another one together."
_LEFT_OUT = {
    LeftOut.CLOSED: f"One service cannot stand in this letter. {CLOSED}",
    LeftOut.NEEDS_TICK: NEEDS_TICK,
    LeftOut.WORKERS_ONLY: "A line for workers cannot stand in this letter. Leave it out.",
}


def unprintable_words(characters: tuple[str, ...]) -> str:
    """Which signs of this letter cannot be printed, and what to do; nothing where all can."""
    if not characters:
        return ""
    signs = " ".join(characters[:12])
    return f"Some signs cannot be printed: {signs} Please use other letters for them."


def letter_problem(error: Exception) -> str:
    """What keeps a letter from being made, and what to do."""
    if isinstance(error, ServiceNotForLetterError):
        return _LEFT_OUT.get(error.reason, "One service cannot stand in this letter. Leave it out.")
    if isinstance(error, LetterWordRefusedError):
        return "A name here holds a word that never stands in a letter. Leave that service out."
    if isinstance(error, ContactNotSafeError):
        return (
            "This way was not said to be safe. Ask the safe-contact questions, or choose another."
        )
    return told(error)


def given_words(record: LetterRecord) -> str:
    """How the letter reached them, when, and whether they told back what it says."""
    given = record.given
    if given is None or given.channel is None:
        return ""
    when = full_date(local_date(given.at))
    return f"{CHANNELS[given.channel]}, {when}. Told back: {CHECKS[given.reading_check].lower()}."
