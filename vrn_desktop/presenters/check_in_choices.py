"""When and how to check in again: the same days and ways wherever a check-in is promised (TI-41)."""

from datetime import date, timedelta

from vrn_desktop.domain.letter_facts import CheckInWay, is_safe_way
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.presenters.wording import day

DAYS = (1, 7, 14, 28)
WAYS = {
    CheckInWay.IN_PERSON: "In person",
    CheckInWay.TEXT: "By text",
    CheckInWay.CALL: "By phone",
    CheckInWay.POST: "By letter",
}
ONLY_SAFE = "Only ways they said are safe are offered."


def days_from(today: date) -> tuple[tuple[int, str], ...]:
    """The days to choose from: how far away, and the day in words."""
    return tuple((days, day(today + timedelta(days=days))) for days in DAYS)


def safe_ways(contact: SafeContact | None) -> tuple[tuple[CheckInWay, str], ...]:
    """The ways that were said to be safe; missing means not safe."""
    known = contact or SafeContact()
    return tuple((way, words) for way, words in WAYS.items() if is_safe_way(way, known))


def how_words(way: CheckInWay, details: str) -> str:
    """The way and the details as they stand in the list of promises: "By text, after school"."""
    return ", ".join(part for part in (WAYS[way], details.strip()) if part)
