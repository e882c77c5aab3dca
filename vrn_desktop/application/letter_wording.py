"""The fixed text of a letter in one language, with the slots each sentence may fill (LT-03)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from vrn_desktop.application.letter_slots import SLOTS_TO_OTHERS
from vrn_desktop.domain.letter import LATIN_DIGITS, Direction, LetterKind

_ISOLATE, _END = "\u2068", "\u2069"
_SLOT = re.compile(r"\{(\w+)\}")

YOUNG_PERSON_SLOTS: Mapping[str, frozenset[str]] = {
    "title": frozenset(),
    "draft_mark": frozenset(),
    "practice_mark": frozenset(),
    "page_label": frozenset({"page", "pages"}),
    "opening_mark": frozenset(),
    "closing_mark": frozenset(),
    "greeting": frozenset({"chosen_name"}),
    "thanks": frozenset({"day"}),
    "before_words": frozenset(),
    "after_words": frozenset(),
    "services_heading": frozenset(),
    "no_services": frozenset(),
    "reach_call": frozenset({"contact"}),
    "reach_call_free": frozenset({"contact"}),
    "reach_web": frozenset({"contact"}),
    "reach_other": frozenset({"contact"}),
    "reach_ask": frozenset(),
    "checked": frozenset({"day"}),
    "not_checked": frozenset(),
    "web_page": frozenset({"address"}),
    "your_choice": frozenset(),
    "next_heading": frozenset(),
    "check_in": frozenset({"day", "way"}),
    "way_in_person": frozenset(),
    "way_text": frozenset(),
    "way_call": frozenset(),
    "way_post": frozenset(),
    "rights": frozenset(),
    "crisis_heading": frozenset(),
    "danger": frozenset({"contact"}),
    "danger_number": frozenset(),
    "crisis_call": frozenset({"name", "contact"}),
    "crisis_call_free": frozenset({"name", "contact"}),
    "crisis_in_name": frozenset({"name"}),
    "crisis_other": frozenset({"name", "contact"}),
    "signed": frozenset({"worker"}),
}
"""Every text of letter (a) and exactly the slots it holds."""

SLOTS_BY_KIND: Mapping[LetterKind, Mapping[str, frozenset[str]]] = {
    LetterKind.YOUNG_PERSON: YOUNG_PERSON_SLOTS,
    **SLOTS_TO_OTHERS,
}
"""The letters that can be made; each new kind of letter brings its own table of texts and slots."""


def slots_in(text: str) -> frozenset[str]:
    """The slots a fixed text names."""
    return frozenset(_SLOT.findall(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """How a language says a day; weekdays from Monday, months from January.

    `digits` write the days; numbers to call are always written as they are dialled.
    """

    day_pattern: str
    day_with_year_pattern: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    digits: str = LATIN_DIGITS

    def day(self, day: date) -> str:
        """A day close by, for example `Tuesday 24 November`."""
        return self._say(self.day_pattern, day)

    def day_with_year(self, day: date) -> str:
        """A day that may be long past, for example `24 November 2026`."""
        return self._say(self.day_with_year_pattern, day)

    def _say(self, pattern: str, day: date) -> str:
        return _fill(
            pattern,
            {
                "weekday": self.weekdays[day.weekday()],
                "number": self._number(day.day),
                "month": self.months[day.month - 1],
                "year": self._number(day.year),
            },
        )

    def _number(self, number: int) -> str:
        return str(number).translate(str.maketrans(LATIN_DIGITS, self.digits))


class TranslationStatus(StrEnum):
    """Whether a template was written as it is, or put into another language and by then checked."""

    ORIGINAL = "original"
    DRAFT = "draft"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Who checked a translation and when; the original needs no checking of this kind."""

    status: TranslationStatus = TranslationStatus.ORIGINAL
    checked_by: str = ""
    checked_on: date | None = None

    @property
    def is_unchecked(self) -> bool:
        """Whether it goes to nobody without the English letter."""
        return self.status is TranslationStatus.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWording:
    """One letter's checked texts in one language; only `content` makes it, after the deny list.

    `pictures` are the icons that stand beside texts; only an easy read template has them (LT-05).
    """

    id: str
    version: str
    kind: LetterKind
    language: str
    direction: Direction
    texts: Mapping[str, str]
    dates: DateWords
    language_name: str = "English"
    pictures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    translation: Translation = Translation()

    @property
    def is_easy_read(self) -> bool:
        """Whether it says one idea a line, with pictures."""
        return bool(self.pictures)

    def text(self, key: str, **slots: str) -> str:
        """A fixed text with its slots filled; what stands in a slot is never read as a slot.

        In a right-to-left language a slot is isolated, so that a number or an English name in it
        keeps its own order.
        """
        if self.direction is Direction.RIGHT_TO_LEFT:
            slots = {name: f"{_ISOLATE}{words}{_END}" for name, words in slots.items()}
        return _fill(self.texts[key], slots)


def _fill(text: str, slots: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda match: slots[match.group(1)], text)
