"""How it is safe to be in touch, in words; missing means not safe (domain.md section 7)."""

from datetime import date

from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.presenters.wording import full_date, listed

NOT_ASKED = "Not asked yet, so no way of contact counts as safe."
NONE_SAFE = "No way of contact was said to be safe."
ASK_AGAIN = "Ask again at this contact."


def contact_words(contact: SafeContact | None, today: date) -> tuple[str, ...]:
    """What the answers to SC1 to SC8 allow today."""
    if contact is None:
        return (NOT_ASKED,)
    ways = (
        ("letters", contact.may_post()),
        ("texts", contact.may_text()),
        ("calls", contact.may_call()),
        ("leaving a message", contact.may_leave_message()),
        ("paper in the hand today", contact.may_hand_paper(today)),
    )
    safe = tuple(name for name, is_safe in ways if is_safe)
    parts = (
        f"Safe: {listed(safe)}." if safe else NONE_SAFE,
        f"Never talk to: {contact.never_contact}." if contact.never_contact else "",
        f"Asked on {full_date(contact.asked_on)}." if contact.asked_on else "",
        ASK_AGAIN if contact.needs_asking(today) else "",
    )
    return tuple(part for part in parts if part)
