"""Telephone numbers, wherever the dialects put them; numbers in the prose are pointed out, not taken."""

import re
from collections.abc import Iterator

from vrn_desktop.content.service_feeds.feed_fields import FeedFields
from vrn_desktop.content.service_feeds.feed_limits import MOST_PHONES
from vrn_desktop.domain.directory.service_record import ServicePhone

_DIGITS = re.compile(r"\d")
_FEWEST_DIGITS = 3
_LONGEST = 60
_NOT_TO_TALK = ("fax",)
_PLAIN_FIELDS = ("telephone", "phone", "phone_number", "contact_phone")
_HOLDERS = frozenset({*_PLAIN_FIELDS, "text_phone", "phones", "contacts", "contact"})
IN_PROSE = re.compile(r"(?<![\d+])(?:\+44[ -]?|0)(?:\d[ -]?){8,9}\d(?!\d)")


def phones_of(service: FeedFields, *nearby: FeedFields) -> tuple[ServicePhone, ...]:
    """Numbers of the service, its contacts and its places; the organisation's only where it has none."""
    found: dict[str, ServicePhone] = {}
    for holder in (service, *nearby):
        _gather(holder, found)
    if not found:
        _gather(service.child("organization", "organisation"), found)
    return tuple(found.values())[:MOST_PHONES]


def is_a_number(words: str) -> bool:
    """Whether there is anything to dial in these words."""
    return len(_DIGITS.findall(words)) >= _FEWEST_DIGITS


def _gather(holder: FeedFields, found: dict[str, ServicePhone]) -> None:
    for number, about in _all(holder):
        key = "".join(_DIGITS.findall(number)) or number
        found.setdefault(key, ServicePhone(number=number, about=about))


def _all(holder: FeedFields) -> Iterator[tuple[str, str]]:
    if _HOLDERS.isdisjoint(holder.values):
        return
    yield from _listed(holder)
    for contact in holder.children("contacts", "contact", most=MOST_PHONES):
        yield from _listed(contact)


def _listed(holder: FeedFields) -> Iterator[tuple[str, str]]:
    yield from _plain(holder)
    for phone in holder.children("phones", most=MOST_PHONES):
        name, _ = phone.named("number", "name")
        as_said = phone.flag("vrn_as_said")
        number = phone.line(name, limit=_LONGEST) if as_said else _number(phone, name)
        kind = phone.line("type", "number_type")
        if kind.casefold() in _NOT_TO_TALK:
            phone.warn("type", "a fax number was passed over")
        elif number:
            yield number, _about(phone, kind)


def _plain(holder: FeedFields) -> Iterator[tuple[str, str]]:
    for name in _PLAIN_FIELDS:
        if isinstance(holder.values.get(name), str | int):
            number = _number(holder, name)
            if number:
                yield number, ""
    number = _number(holder, "text_phone") if "text_phone" in holder.values else ""
    if number:
        yield number, "text phone"


def _number(holder: FeedFields, name: str) -> str:
    written = holder.line(name, limit=_LONGEST)
    number = written.strip("\"' ")
    if number and not is_a_number(number):
        holder.warn(name, "this is not a telephone number")
        return ""
    return number


def _about(phone: FeedFields, kind: str) -> str:
    about = phone.line("description", "department")
    extension = phone.line("extension")
    if not about and kind.casefold() not in {"", "voice"}:
        about = kind
    return f"{about} (extension {extension})".strip() if extension else about
