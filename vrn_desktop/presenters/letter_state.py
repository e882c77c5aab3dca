"""What the letter page shows."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.application.letter_languages import ENGLISH, LetterLanguage
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.letter import TextSize
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.domain.letter_record import ReadingCheck


class LetterStage(StrEnum):
    """Where the letter stands."""

    DRAFT = "draft"
    KEPT = "kept"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTick:
    """One chosen service with its switches: in the letter, and whether its number was checked today.

    A sensitive one stands in the letter only if they want it on paper (SP-09); `refused` says why one
    never can.
    """

    id: ServiceId
    name: str
    check: str
    sensitive: bool
    needs_tick: bool
    included: bool
    ticked: bool = False
    refused: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether it may stand in the letter as it is (SP-03)."""
        return self.included and (self.ticked or not self.needs_tick)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterState:
    """The page; `pdf` is the letter in memory and `text` the same to read aloud."""

    loading: bool = True
    stage: LetterStage = LetterStage.DRAFT
    who: str = ""
    own_words: str = ""
    own_words_approved: bool = False
    services: tuple[ServiceTick, ...] = ()
    check_in_days: tuple[tuple[int, str], ...] = ()
    check_in_in: int | None = None
    check_in_ways: tuple[tuple[CheckInWay, str], ...] = ()
    check_in_way: CheckInWay = CheckInWay.IN_PERSON
    languages: tuple[LetterLanguage, ...] = ()
    language: str = ENGLISH
    with_english: bool = True
    easy_read: bool = False
    text_size: TextSize = TextSize.STANDARD
    may_post: bool = False
    posted: bool = False
    reply_slip: bool = False
    channels: tuple[LetterChannel, ...] = ()
    channel: LetterChannel | None = None
    reading_check: ReadingCheck | None = None
    safe_contact: tuple[str, ...] = ()
    given_words: str = ""
    pdf: bytes = b""
    text: str = ""
    unprintable: str = ""
    problem: str = ""
    notice: str = ""

    @property
    def chosen_language(self) -> LetterLanguage | None:
        """The language of this letter, once the page is filled."""
        return next((each for each in self.languages if each.code == self.language), None)

    @property
    def is_translated(self) -> bool:
        """Whether it is in another language than English."""
        return self.language != ENGLISH

    @property
    def is_unchecked(self) -> bool:
        """Whether nobody has checked this translation yet."""
        return self.chosen_language is not None and self.chosen_language.is_unchecked

    @property
    def may_be_easy_read(self) -> bool:
        """Whether there is an easy read letter in this language (LT-05)."""
        return self.chosen_language is not None and self.chosen_language.has_easy_read
