"""The ways a letter can reach a young person, and the gate in front of each (domain.md 7)."""

from datetime import date
from enum import StrEnum

from vrn_desktop.domain.errors import ContactNotSafeError
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.safe_contact import SafeContact


class LetterChannel(StrEnum):
    """How a letter was given, as the record of giving keeps it."""

    HAND = "hand"
    POST = "post"
    KEPT = "kept"
    READ_ALOUD = "read_aloud"
    DECLINED = "declined"
    DELIVERED = "delivered"


_TO_OTHERS = {LetterKind.PARENT_CARER, LetterKind.SERVICE_REFERRAL, LetterKind.SCHOOL}
_TO_COLLEAGUES = {LetterKind.SERVICE_REFERRAL, LetterKind.SCHOOL}


def is_safe_channel(
    channel: LetterChannel,
    safe_contact: SafeContact,
    today: date,
    kind: LetterKind = LetterKind.YOUNG_PERSON,
) -> bool:
    """Whether a letter may go this way; keeping it or reading it aloud always may.

    The post to a service or a school goes to its own address, so that SC1 does not ask about it. Paper in
    the young person's hand needs the yes of today, whoever it is for (SC8).
    """
    match channel:
        case LetterChannel.POST:
            return kind in _TO_COLLEAGUES or safe_contact.may_post()
        case LetterChannel.DELIVERED:
            return kind in _TO_OTHERS
        case LetterChannel.HAND:
            return safe_contact.may_hand_paper(today)
        case LetterChannel.KEPT | LetterChannel.READ_ALOUD | LetterChannel.DECLINED:
            return True


def require_safe_channel(
    channel: LetterChannel,
    safe_contact: SafeContact,
    today: date,
    kind: LetterKind = LetterKind.YOUNG_PERSON,
) -> None:
    """Refuse a way of giving that was not said to be safe; no reason of convenience goes around it.

    Raises:
        ContactNotSafeError: the young person has not said yes to this way.
    """
    if not is_safe_channel(channel, safe_contact, today, kind):
        raise ContactNotSafeError(f"not said to be safe: {channel.value}")
