"""What the page of a letter to somebody else shows: what can be chosen, what is still shut, the draft."""

from dataclasses import dataclass

from vrn_desktop.application.letter_languages import ENGLISH, LetterLanguage
from vrn_desktop.application.other_letters import USUAL_REPLY
from vrn_desktop.domain.identifiers import NO_SERVICE, ServiceId
from vrn_desktop.domain.letter import LetterKind, TextSize
from vrn_desktop.domain.letter_agreement import LawfulReason, Shared
from vrn_desktop.domain.letter_facts_others import ContactWay, SchoolSupport
from vrn_desktop.domain.safe_contact import SafeReply
from vrn_desktop.presenters.letter_state import ServiceTick

SHARED_WORDS = {
    Shared.NAME: "Their name",
    Shared.MEETING_DAY: "The day we met",
    Shared.HELP_WANTED: "What kind of help they want",
    Shared.AGE: "Their age",
    Shared.OWN_WORDS: "Something in their own words",
    Shared.ACCESS_NEEDS: "What helps them to take part",
}
SHARED_BY_KIND = {
    LetterKind.PARENT_CARER: (Shared.NAME, Shared.MEETING_DAY),
    LetterKind.SERVICE_REFERRAL: (
        Shared.HELP_WANTED,
        Shared.AGE,
        Shared.ACCESS_NEEDS,
        Shared.OWN_WORDS,
    ),
}
SUPPORT_WORDS = {
    SchoolSupport.PLACE_TO_GO: "A calm place to go",
    SchoolSupport.CHECK_IN_ADULT: "One adult to check in with",
    SchoolSupport.SHORT_BREAKS: "Short breaks from lessons",
    SchoolSupport.QUIET_TIMES: "A quiet time to arrive and go home",
    SchoolSupport.SAFE_LUNCH: "A calm place at break and lunch",
    SchoolSupport.SEAT_CHOICE: "A say in where to sit",
    SchoolSupport.WARN_OF_CHANGE: "A word before plans change",
    SchoolSupport.HELP_WITH_WORK: "Help to catch up with work",
}
WAY_WORDS = {
    ContactWay.THROUGH_US: "Through us",
    ContactWay.TEXT: "By text",
    ContactWay.CALL: "By phone",
    ContactWay.POST: "By letter",
}
LAWFUL_WORDS = {
    LawfulReason.PROTECT_A_CHILD: "To keep a child safe",
    LawfulReason.PROTECT_AN_ADULT: "To keep an adult at risk safe",
    LawfulReason.LIFE_AT_RISK: "A life is at risk",
    LawfulReason.LEGAL_DUTY: "The law says we must",
}
POINTS = (
    ("understands", "They understand what the letter is"),
    ("weighs_good_and_bad", "They can see the good and the bad sides"),
    ("can_explain_choice", "They can explain their choice"),
    ("free_from_pressure", "Nobody is pressing them"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLetterState:
    """The page. `still_shut` is for the worker and is not shown while `together` is on."""

    kind: LetterKind
    loading: bool = True
    who: str = ""
    recipient: str = ""
    agrees: SafeReply = SafeReply.NOT_ASKED
    asks_competence: bool = False
    competence: frozenset[str] | None = None
    no_worry: bool = False
    support_only: bool = False
    shared: frozenset[Shared] = frozenset()
    may_share: tuple[Shared, ...] = ()
    own_words: str = ""
    services: tuple[ServiceTick, ...] = ()
    service_id: ServiceId = NO_SERVICE
    consent: str = ""
    has_consent: bool = False
    lawful_reason: LawfulReason | None = None
    lawful_note: str = ""
    way: ContactWay = ContactWay.THROUGH_US
    ways: tuple[ContactWay, ...] = ()
    days_to_reply: int = USUAL_REPLY
    support: frozenset[SchoolSupport] = frozenset()
    lines: tuple[tuple[str, str], ...] = ()
    lines_left_out: frozenset[str] = frozenset()
    card_names: bool = False
    card_project: bool = False
    may_post: bool = False
    posted: bool = False
    address: str = ""
    languages: tuple[LetterLanguage, ...] = ()
    language: str = ENGLISH
    with_english: bool = True
    text_size: TextSize = TextSize.STANDARD
    together: bool = False
    still_shut: tuple[str, ...] = ()
    pdf: bytes = b""
    text: str = ""
    problem: str = ""

    @property
    def is_translated(self) -> bool:
        """Whether it is in another language than English."""
        return self.language != ENGLISH

    @property
    def is_unchecked(self) -> bool:
        """Whether nobody has checked this translation yet."""
        return any(each.code == self.language and each.is_unchecked for each in self.languages)
