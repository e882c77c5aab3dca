"""What is chosen for a letter to somebody else, and what its page starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from vrn_desktop.application.letter_languages import ENGLISH
from vrn_desktop.application.letter_services_chosen import ServiceOnPaper
from vrn_desktop.domain.agreement import ReferralConsent
from vrn_desktop.domain.identifiers import NO_SERVICE, ServiceId
from vrn_desktop.domain.letter import LetterKind, TextSize
from vrn_desktop.domain.letter_agreement import NOTHING_AGREED, LetterAgreement
from vrn_desktop.domain.letter_facts import CrisisLine
from vrn_desktop.domain.letter_facts_others import ContactWay, SchoolSupport
from vrn_desktop.domain.letter_gates import (
    GateEvidence,
    Reason,
    card_gate,
    parent_gate,
    school_gate,
    service_gate,
)
from vrn_desktop.domain.letter_gathering import BARE_CARD, CardWishes
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.setting import Workplace
from vrn_desktop.domain.signposting import Signpost
from vrn_desktop.domain.young_person import YoungPerson

REPLY_IN = (7, 14, 28)
"""Days a service is given to answer."""
USUAL_REPLY = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLetterChoices:
    """One letter to a parent, a service or a school, or one card; the defaults share nothing.

    `address` are the lines below the name in the window of the envelope; for a letter home they are those
    of SC1 and never typed. `reply_code` stands on the slip of a referral.
    """

    kind: LetterKind
    agreement: LetterAgreement = NOTHING_AGREED
    services: tuple[ServiceOnPaper, ...] = ()
    service_id: ServiceId = NO_SERVICE
    support: tuple[SchoolSupport, ...] = ()
    own_words: str = ""
    way: ContactWay = ContactWay.THROUGH_US
    days_to_reply: int = USUAL_REPLY
    reply_code: str = ""
    posted: bool = False
    address: tuple[str, ...] = ()
    text_size: TextSize = TextSize.STANDARD
    language: str = ENGLISH
    with_english: bool = True
    card: CardWishes = BARE_CARD
    lines_left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLetterMatter:
    """What was agreed so far, and what the gates have to know."""

    screening: Screening
    person: YoungPerson
    workplace: Workplace
    safe_contact: SafeContact
    evidence: GateEvidence
    accepted: tuple[tuple[Signpost, ServiceEntry], ...]
    consents: tuple[ReferralConsent, ...]
    lines: tuple[CrisisLine, ...]
    made_before: tuple[LetterRecord, ...]
    today: date
    category_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def offer(self, service_id: ServiceId) -> tuple[Signpost, ServiceEntry] | None:
        """The accepted offer of this service, if there is one."""
        return next((each for each in self.accepted if each[1].id == service_id), None)

    def consent_for(self, service_id: ServiceId) -> ReferralConsent | None:
        """The consent to this service, as it was said last."""
        offer = self.offer(service_id)
        given = [each for each in self.consents if offer and each.signpost_id == offer[0].id]
        return given[-1] if given else None


def shut_by(matter: OtherLetterMatter, choices: OtherLetterChoices) -> tuple[Reason, ...]:
    """What holds the gate of this letter shut; nothing when it is open."""
    contact, agreement = matter.safe_contact, choices.agreement
    match choices.kind:
        case LetterKind.PARENT_CARER:
            return parent_gate(
                contact,
                agreement,
                matter.evidence,
                age=matter.person.age_on(matter.today),
                posted=choices.posted,
            )
        case LetterKind.SERVICE_REFERRAL:
            offer = matter.offer(choices.service_id)
            consent = matter.consent_for(choices.service_id)
            signpost = offer[0].id if offer else None
            age = matter.person.age_on(matter.today)
            return service_gate(signpost, consent, agreement, age=age, today=matter.today)
        case LetterKind.SCHOOL:
            return school_gate(contact, agreement, matter.evidence)
        case LetterKind.WALLET_CARD:
            wishes = choices.card
            return card_gate(
                names=wishes.named,
                names_safe=wishes.names_safe,
                project=wishes.project,
                project_safe=wishes.project_safe,
            )
        case LetterKind.YOUNG_PERSON:
            return ()
