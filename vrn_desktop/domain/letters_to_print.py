"""Which kept letters wait for the printer, and which are held back today."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_gates import Reason
from vrn_desktop.domain.letter_record import LetterEventKind, LetterRecord
from vrn_desktop.domain.safe_contact import SafeContact

_NO_LONGER_WAITING = frozenset(
    {
        LetterEventKind.PRINTED,
        LetterEventKind.REPRINTED,
        LetterEventKind.GIVEN,
        LetterEventKind.RECALLED,
    }
)
_TO_THEMSELVES = frozenset({LetterKind.YOUNG_PERSON, LetterKind.WALLET_CARD})


class HeldBack(StrEnum):
    """Why a letter to the young person waits: no safe way to get paper to them is known today (SC8)."""

    NO_SAFE_PAPER_TODAY = "no_safe_paper_today"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterToPrint:
    """A letter that waits, whom it is about, and what holds it back today, if anything."""

    record: LetterRecord
    chosen_name: str
    reference: str
    held_back: tuple[HeldBack | Reason, ...] = ()

    @property
    def may_print(self) -> bool:
        """Whether it may go to the printer today."""
        return not self.held_back


def is_waiting(record: LetterRecord) -> bool:
    """Whether nobody has printed, given or recalled it yet."""
    return not any(event.kind in _NO_LONGER_WAITING for event in record.events)


def paper_held_back(kind: LetterKind, contact: SafeContact, today: date) -> tuple[HeldBack, ...]:
    """SC8 asks about today: paper for them is printed only where it can reach them safely.

    Letters to somebody else have gates of their own (`letter_gates`).
    """
    if kind not in _TO_THEMSELVES or contact.may_hand_paper(today) or contact.may_post():
        return ()
    return (HeldBack.NO_SAFE_PAPER_TODAY,)
