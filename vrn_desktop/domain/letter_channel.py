"""The ways a letter can reach a young person, and the gate in front of each (domain.md 7)."""

from datetime import date
from enum import StrEnum

from vrn_desktop.domain.errors import ContactNotSafeError
from vrn_desktop.domain.safe_contact import SafeContact


class LetterChannel(StrEnum):
    """How a letter was given, as the record of giving keeps it."""

    HAND = "hand"
    POST = "post"
    KEPT = "kept"
    READ_ALOUD = "read_aloud"
    DECLINED = "declined"


def is_safe_channel(channel: LetterChannel, safe_contact: SafeContact, today: date) -> bool:
    """Whether letter (a) may go this way; keeping it or reading it aloud always may."""
    match channel:
        case LetterChannel.POST:
            return safe_contact.may_post()
        case LetterChannel.HAND:
            return safe_contact.may_hand_paper(today)
        case LetterChannel.KEPT | LetterChannel.READ_ALOUD | LetterChannel.DECLINED:
            return True


def require_safe_channel(channel: LetterChannel, safe_contact: SafeContact, today: date) -> None:
    """Refuse a way of giving that was not said to be safe; no reason of convenience goes around it.

    Raises:
        ContactNotSafeError: the young person has not said yes to this way.
    """
    if not is_safe_channel(channel, safe_contact, today):
        raise ContactNotSafeError(f"not said to be safe: {channel.value}")
