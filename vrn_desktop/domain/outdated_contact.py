"""A contact that was given to a young person, compared with what the directory says of it today."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId, ServiceId, YoungPersonId

_NUMBER = re.compile(r"\+?\d[\d\s().-]*\d")
SHORTEST_NUMBER = 3
"""Digits of the shortest number that is one, such as 111."""


class WhatChanged(StrEnum):
    """Why a contact that was given is no longer right."""

    GONE = "gone"
    CLOSED = "closed"
    RESTING = "resting"
    OTHER_NUMBER = "other_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenContact:
    """A service as it was named to a young person: in a letter, at a handover, with a piece of news."""

    young_person_id: YoungPersonId
    practitioner_id: PractitionerId
    service_id: ServiceId
    service_name: str
    contact: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactToday:
    """What the directory says now; `contacts` are all numbers and pages that reach it."""

    gone: bool = False
    status: str = "active"
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedContact:
    """A contact to put right: what was given, what changed, what reaches the service now."""

    given: GivenContact
    changed: WhatChanged
    contact_now: str = ""

    @property
    def mark(self) -> str:
        """What "handled" stands for: another change of the same service asks again."""
        return "|".join((self.given.contact, self.changed.value, self.contact_now))


def outdated(given: GivenContact, today: ContactToday) -> OutdatedContact | None:
    """What is wrong with a given contact today; None when it is still right, or nothing was given."""
    now = today.contacts[0] if today.contacts else ""
    changed = _changed(given.contact, today)
    if changed is None:
        return None
    return OutdatedContact(given=given, changed=changed, contact_now=now)


def is_right_today(contact: str, today: ContactToday) -> bool:
    """Whether a contact that was written down still reaches a service that is there."""
    return _changed(contact, today) is None


def _changed(contact: str, today: ContactToday) -> WhatChanged | None:
    if today.gone:
        return WhatChanged.GONE
    if today.status in ("inactive", "defunct"):
        return WhatChanged.CLOSED
    if today.status == "temporarily closed":
        return WhatChanged.RESTING
    return None if _is_still_right(contact, today.contacts) else WhatChanged.OTHER_NUMBER


def _is_still_right(given: str, contacts: Sequence[str]) -> bool:
    """Whether one of the numbers given still reaches it; without numbers the words are compared."""
    numbers = numbers_in(given)
    if numbers:
        return bool(numbers & {number for each in contacts for number in numbers_in(each)})
    words = _plain(given)
    return not words or words in {_plain(each) for each in contacts}


def numbers_in(contact: str) -> frozenset[str]:
    """The telephone numbers in a contact, so that one number written in two ways is equal: +44 as 0."""
    found = set()
    for match in _NUMBER.findall(contact):
        digits = re.sub(r"\D", "", match)
        if match.startswith("+44"):
            digits = "0" + digits.removeprefix("44").removeprefix("0")
        if len(digits) >= SHORTEST_NUMBER:
            found.add(digits)
    return frozenset(found)


def _plain(words: str) -> str:
    return words.strip().casefold().removesuffix("/")


def newest_of_each(given: Sequence[GivenContact]) -> tuple[GivenContact, ...]:
    """Of each person and service the contact that was given last: only that one is in use."""
    newest: dict[tuple[YoungPersonId, ServiceId], GivenContact] = {}
    for each in sorted(given, key=lambda one: one.given_on):
        newest[each.young_person_id, each.service_id] = each
    return tuple(newest.values())
