"""Words of the page "Letters to print": which letter waits, and why one is held back."""

from collections.abc import Sequence
from datetime import date

from vrn_desktop.domain.letter_gates import Reason
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.letters_to_print import HeldBack
from vrn_desktop.presenters.letter_gate_words import PAGE_TITLES, why_shut
from vrn_desktop.presenters.wording import count, day_seen_from, local_date, mid_sentence

TICK_ONE = "Tick the letters you want to print."
UNREADABLE = "Its pages could not be read. Open it and make another one."
NOT_NOTED = "It went to the printer, but that could not be noted here."
NOTHING_LEFT = "None of these may be printed now. Look at the reasons below."
SOME_SHUT = "One letter may not be printed any more. It stays here with the reason."
STOPPED = (
    "Stopped. Nothing is noted as printed. Some pages may still come out: look at the printer."
)
NO_PAPER_TODAY = (
    "They have not said today that taking paper is safe, and post is not safe. Ask them first."
)


def what_waits(record: LetterRecord, today: date) -> str:
    """Which letter and since when; the recipient is named by the kind of letter only."""
    made = mid_sentence(day_seen_from(local_date(record.made_at), today))
    return f"{PAGE_TITLES[record.kind]}, made {made}"


def held_back_words(reasons: Sequence[HeldBack | Reason]) -> str:
    """Why a letter may not be printed today; nothing where it may."""
    if not reasons:
        return ""
    if asks_safe_contact(reasons):
        return NO_PAPER_TODAY
    return " ".join(why_shut(tuple(each for each in reasons if not isinstance(each, HeldBack))))


def asks_safe_contact(reasons: Sequence[HeldBack | Reason]) -> bool:
    """Whether asking the safe-contact questions today may open it."""
    return any(isinstance(reason, HeldBack) for reason in reasons)


def sent_words(number: int) -> str:
    """What went to the printer."""
    are = "is" if number == 1 else "are"
    return f"{count(number, 'letter')} {are} on the way to the printer."
