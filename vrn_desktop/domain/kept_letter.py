"""Whether a letter that was kept may still go out as it was written: it cannot change, what it says can.

A letter holds an address, a number, a name or a service that were right when it was made. What was narrowed or
changed since holds it shut, and a new one is made instead; one too many is made again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vrn_desktop.domain.directory.service_freshness import next_check_after
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_facts import one_line
from vrn_desktop.domain.letter_gates import KeptGate, is_never_contact
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply

_TOLD_HOW_TO_REACH_THEM = frozenset({LetterKind.YOUNG_PERSON, LetterKind.SERVICE_REFERRAL})
_IN_A_WINDOW_OF_THEIRS = _TOLD_HOW_TO_REACH_THEM | {LetterKind.PARENT_CARER}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSince:
    """What became of a service that a letter named: whether its contact holds, when to look at it again."""

    contact_holds: bool
    next_check: date | None = None


def safe_contact_gate(
    record: LetterRecord, then: SafeContact, now: SafeContact
) -> tuple[KeptGate, ...]:
    """Shut where something the letter may rest on was taken back or changed since it was made (SC1 to SC7)."""
    if record.kind is LetterKind.WALLET_CARD:
        return ()
    changed = (
        _other_recipient(record, now)
        or (record.kind in _IN_A_WINDOW_OF_THEIRS and _other_post(then, now))
        or (record.kind in _TOLD_HOW_TO_REACH_THEM and _other_phone(then, now))
        or (then.contact_name, then.say_we_are) != (now.contact_name, now.say_we_are)
    )
    return (KeptGate.SAFE_CONTACT_CHANGED,) if changed else ()


def named_services_gate(
    services: Sequence[ServiceSince], made_on: date, today: date
) -> tuple[KeptGate, ...]:
    """Shut where a named service closed, changed its number, or is due to be looked at again (SP-03, H7)."""
    if any(not service.contact_holds for service in services):
        return (KeptGate.SERVICE_CHANGED,)
    if any(_good_until(service, made_on) < today for service in services):
        return (KeptGate.CHECK_TOO_OLD,)
    return ()


def _good_until(service: ServiceSince, made_on: date) -> date:
    """What was not in date on the day of the letter was ticked as checked on that day."""
    if service.next_check is not None and service.next_check >= made_on:
        return service.next_check
    return next_check_after(made_on)


def _other_recipient(record: LetterRecord, now: SafeContact) -> bool:
    match record.kind:
        case LetterKind.PARENT_CARER:
            named = now.adult_at_home
        case LetterKind.SCHOOL:
            named = now.school_person
        case _:
            return False
    return one_line(named) != one_line(record.recipient) or is_never_contact(now, record.recipient)


def _other_post(then: SafeContact, now: SafeContact) -> bool:
    if not then.may_post():
        return False
    ours_taken_off = (
        then.return_address_safe is SafeReply.YES and now.return_address_safe is not SafeReply.YES
    )
    return not now.may_post() or then.write_to != now.write_to or ours_taken_off


def _other_phone(then: SafeContact, now: SafeContact) -> bool:
    """A way that was open and is not, or another number, time or word about messages."""
    may_call, may_text = then.may_call(), then.may_text()
    if (may_call and not now.may_call()) or (may_text and not now.may_text()):
        return True
    messages_stopped = then.may_leave_message() and not now.may_leave_message()
    where = (then.phone_number, then.when_to_ring) != (now.phone_number, now.when_to_ring)
    return (may_call or may_text) and (messages_stopped or where)
