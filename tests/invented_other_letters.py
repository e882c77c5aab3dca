"""Letters about invented young people to invented others, for every test that needs one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from tests.invented_letters import ALL_SAFE, CRISIS_LINES, GYM, SENDER, TALK, TODAY
from vrn_desktop.application.letter_composition_others import (
    compose_parent_letter,
    compose_school_letter,
    compose_service_letter,
    compose_wallet_card,
)
from vrn_desktop.application.letter_parts import LetterForm
from vrn_desktop.application.letter_wording import LetterWording
from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.domain.agreement import CompetenceView, ReferralConsent
from vrn_desktop.domain.identifiers import PractitionerId, SignpostId
from vrn_desktop.domain.letter import Letter, LetterKind, TextSize
from vrn_desktop.domain.letter_agreement import LetterAgreement, Shared
from vrn_desktop.domain.letter_facts_others import ContactWay, SchoolSupport
from vrn_desktop.domain.letter_gates import GateEvidence
from vrn_desktop.domain.letter_gathering import (
    Asked,
    CardWishes,
    Child,
    Referral,
    card_facts,
    parent_facts,
    school_facts,
    service_facts,
)
from vrn_desktop.domain.safe_contact import Envelope, SafeReply

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
SEES_ALL = CompetenceView(
    understands=True, weighs_good_and_bad=True, can_explain_choice=True, free_from_pressure=True
)
EVERYTHING = LetterAgreement(
    agrees=SafeReply.YES,
    competence=SEES_ALL,
    shared=frozenset(Shared),
    no_worry=True,
    support_only=True,
)
KAY = Child(chosen_name="Kay", age=15, met_on=TODAY, access_needs="Short words, and a quiet room")
ASKED = Asked(
    today=TODAY,
    contact=replace(ALL_SAFE, adult_at_home="Aunt Rosa", when_to_ring="after school"),
    agreement=EVERYTHING,
    evidence=GateEvidence(family_blocked=False, worry_open=False),
    sender=SENDER,
)
REFERRAL = Referral(
    signpost=SignpostId("offer-1"),
    consent=ReferralConsent(
        signpost_id=SignpostId("offer-1"),
        given=True,
        at=NOW,
        recorded_by=PractitionerId("sam"),
        competence=SEES_ALL,
    ),
    service=GYM,
    help_wanted="Sport and things to do",
    own_words="I like it when people say hello first.",
    way=ContactWay.TEXT,
    days_to_reply=14,
    reply_code="7KM-3XQ9",
)
SCHOOL_ADDRESS = ("Invented School", "2 Station Road", "ASHFIELD", "AS3 9ZY")


def wording_of(kind: LetterKind) -> LetterWording:
    """The shipped English template."""
    return ShippedLetterWordings().wording(kind, "en")


def parent_letter(
    asked: Asked = ASKED, *, child: Child = KAY, form: LetterForm | None = None
) -> Letter:
    """Letter (b), to an aunt."""
    facts = parent_facts(child, asked, (TALK,))
    return compose_parent_letter(facts, wording_of(LetterKind.PARENT_CARER), form or usual())


def service_letter(
    asked: Asked = ASKED,
    referral: Referral = REFERRAL,
    *,
    child: Child = KAY,
    form: LetterForm | None = None,
) -> Letter:
    """Letter (c), to a gym."""
    facts = service_facts(child, asked, referral)
    wording = wording_of(LetterKind.SERVICE_REFERRAL)
    return compose_service_letter(
        facts, wording, form or usual(address=("9 Mill Lane", "ASHFIELD"))
    )


def school_letter(
    asked: Asked = ASKED, *, child: Child = KAY, form: LetterForm | None = None
) -> Letter:
    """Letter (d), to somebody at school."""
    support = (SchoolSupport.CHECK_IN_ADULT, SchoolSupport.PLACE_TO_GO, SchoolSupport.SAFE_LUNCH)
    facts = school_facts(child, asked, support)
    return compose_school_letter(
        facts, wording_of(LetterKind.SCHOOL), form or usual(address=SCHOOL_ADDRESS)
    )


def wallet_card(
    asked: Asked = ASKED, *, wishes: CardWishes | None = None, form: LetterForm | None = None
) -> Letter:
    """Card (e)."""
    facts = card_facts(asked, CRISIS_LINES[:1], (TALK,), wishes or CardWishes())
    return compose_wallet_card(facts, wording_of(LetterKind.WALLET_CARD), form or usual())


def usual(*, address: tuple[str, ...] = (), text_size: TextSize = TextSize.STANDARD) -> LetterForm:
    """A letter of today, for the window of an envelope where there is an address."""
    envelope = Envelope(name="Mx Abara", address=address, return_address=()) if address else None
    return LetterForm(made_on=TODAY, text_size=text_size, envelope=envelope)


MAKERS: dict[LetterKind, Callable[[], Letter]] = {
    LetterKind.PARENT_CARER: parent_letter,
    LetterKind.SERVICE_REFERRAL: service_letter,
    LetterKind.SCHOOL: school_letter,
    LetterKind.WALLET_CARD: wallet_card,
}
"""One letter of every other kind, as a draft."""
