"""From what was agreed to what a letter to somebody else may know; behind its gate, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vrn_desktop.domain.agreement import ReferralConsent
from vrn_desktop.domain.errors import ContactNotSafeError, DomainError
from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.domain.letter_agreement import LetterAgreement, Shared
from vrn_desktop.domain.letter_deny_list import never_words_in
from vrn_desktop.domain.letter_facts import MOST_SERVICES, CrisisLine, LetterSender, one_line
from vrn_desktop.domain.letter_facts_others import (
    MOST_LINES_ON_A_CARD,
    ContactWay,
    ParentLetterFacts,
    SafeWay,
    SchoolLetterFacts,
    SchoolSupport,
    ServiceLetterFacts,
    WalletCardFacts,
)
from vrn_desktop.domain.letter_gates import (
    GateEvidence,
    LetterShutError,
    Reason,
    card_gate,
    parent_gate,
    school_gate,
    service_gate,
)
from vrn_desktop.domain.letter_service import (
    AgreedService,
    ContactKind,
    LetterService,
    letter_services,
)
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """The young person a letter is about, as the record has them; what of it is said is decided later."""

    chosen_name: str
    age: int
    met_on: date
    access_needs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything that was asked about one letter: how contact is safe, what was agreed, what is known."""

    today: date
    contact: SafeContact
    agreement: LetterAgreement
    evidence: GateEvidence
    sender: LetterSender
    posted: bool = False


def parent_facts(
    child: Child, asked: Asked, services: Sequence[AgreedService]
) -> ParentLetterFacts:
    """What letter (b) may know; the name for contact is used, since they chose it for others (SC4).

    Raises:
        LetterShutError: its gate is shut.
        DomainError: more services than help, or one that may not be printed.
    """
    agreement, contact = asked.agreement, asked.contact
    _require_open(
        parent_gate(contact, agreement, asked.evidence, age=child.age, posted=asked.posted)
    )
    named = agreement.shares(Shared.NAME)
    return ParentLetterFacts(
        recipient=one_line(contact.adult_at_home),
        child=_name(child, contact) if named else "",
        met_on=child.met_on if named and agreement.shares(Shared.MEETING_DAY) else None,
        child_agrees=agreement.agrees is SafeReply.YES,
        services=_few(letter_services(services, asked.today)),
        sender=_as_said(asked),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One referral: the offer it rests on, the consent to it, and what was chosen for the letter."""

    signpost: SignpostId | None
    consent: ReferralConsent | None
    service: AgreedService
    help_wanted: str
    own_words: str
    way: ContactWay
    days_to_reply: int
    reply_code: str


def service_facts(child: Child, asked: Asked, referral: Referral) -> ServiceLetterFacts:
    """What letter (c) may know. A service whose own name holds a never-word is written to without it.

    Raises:
        LetterShutError: its gate is shut.
        ContactNotSafeError: the way of getting in touch was not said to be safe.
        ServiceNotForLetterError: nobody has checked the service (SP-03).
    """
    agreement = asked.agreement
    _require_open(
        service_gate(
            referral.signpost, referral.consent, agreement, age=child.age, today=asked.today
        )
    )
    consent = referral.consent if agreement.sharing_reason is None else None
    printed = letter_services((_addressable(referral.service),), asked.today)
    return ServiceLetterFacts(
        service=printed[0],
        name=one_line(child.chosen_name),
        agreed_on=consent.at.date() if consent is not None else None,
        help_wanted=_shared(agreement, Shared.HELP_WANTED, referral.help_wanted),
        age=child.age if agreement.shares(Shared.AGE) else None,
        own_words=referral.own_words.strip() if agreement.shares(Shared.OWN_WORDS) else "",
        access_needs=_shared(agreement, Shared.ACCESS_NEEDS, child.access_needs),
        safe_way=safe_way(referral.way, asked.contact, child.chosen_name),
        days_to_reply=referral.days_to_reply,
        reply_by=asked.today + timedelta(days=referral.days_to_reply),
        reply_code=referral.reply_code,
        sender=asked.sender,
    )


def school_facts(child: Child, asked: Asked, support: Sequence[SchoolSupport]) -> SchoolLetterFacts:
    """What letter (d) may know.

    Raises:
        LetterShutError: its gate is shut.
        DomainError: no support was agreed, so there is nothing to write.
    """
    _require_open(school_gate(asked.contact, asked.agreement, asked.evidence))
    if not support:
        raise DomainError("choose what would help at school first")
    return SchoolLetterFacts(
        recipient=one_line(asked.contact.school_person),
        child=_name(child, asked.contact),
        support=tuple(each for each in SchoolSupport if each in support),
        sender=_as_said(asked),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWishes:
    """What they want on their card; names and the project only where they said that is safe."""

    named: bool = False
    names_safe: bool = False
    project: bool = False
    project_safe: bool = False


BARE_CARD = CardWishes()
"""Numbers alone."""


def card_facts(
    asked: Asked,
    lines: Sequence[CrisisLine],
    services: Sequence[AgreedService],
    wishes: CardWishes,
) -> WalletCardFacts:
    """What card (e) may know: numbers first of all.

    Raises:
        LetterShutError: a name is wished for that was not said to be safe.
        DomainError: more numbers than fit.
    """
    _require_open(
        card_gate(
            names=wishes.named,
            names_safe=wishes.names_safe,
            project=wishes.project,
            project_safe=wishes.project_safe,
        )
    )
    printed = tuple(
        service
        for service in letter_services(services, asked.today)
        if service.contact_kind is ContactKind.CALL
    )
    if len(lines) + len(printed) > MOST_LINES_ON_A_CARD:
        raise DomainError(f"choose up to {MOST_LINES_ON_A_CARD} numbers for one card")
    sender = _as_said(asked)
    return WalletCardFacts(
        lines=tuple(lines),
        services=printed,
        named=wishes.named,
        project=sender.project if wishes.project else "",
        project_number=sender.project_number if wishes.project else "",
    )


def safe_way(way: ContactWay, contact: SafeContact, chosen_name: str) -> SafeWay:
    """How a service may get in touch, with all that makes it safe; through us says nothing about them.

    Raises:
        ContactNotSafeError: this way was not said to be safe.
    """
    known = {
        ContactWay.THROUGH_US: (True, ""),
        ContactWay.TEXT: (contact.may_text() and bool(contact.phone_number), contact.phone_number),
        ContactWay.CALL: (contact.may_call() and bool(contact.phone_number), contact.phone_number),
        ContactWay.POST: (contact.may_post(), ", ".join(contact.write_to)),
    }
    is_safe, where = known[way]
    if not is_safe:
        raise ContactNotSafeError(f"not said to be safe: {way.value}")
    if way is ContactWay.THROUGH_US:
        return SafeWay(way=way)
    name = contact.name_to_use(chosen_name)
    on_the_phone = way is not ContactWay.POST
    return SafeWay(
        way=way,
        contact=one_line(where),
        use_name=one_line(name) if name != chosen_name else "",
        say_you_are=one_line(contact.say_we_are),
        best_time=one_line(contact.when_to_ring) if on_the_phone else "",
        may_leave_message=way is ContactWay.CALL and contact.may_leave_message(),
    )


def safe_contact_ways(contact: SafeContact) -> tuple[ContactWay, ...]:
    """The ways a service may be told; through us is always one of them."""
    found = []
    for way in ContactWay:
        try:
            safe_way(way, contact, "")
        except ContactNotSafeError:
            continue
        found.append(way)
    return tuple(found)


def _require_open(reasons: tuple[Reason, ...]) -> None:
    if reasons:
        raise LetterShutError(reasons)


def _few(services: tuple[LetterService, ...]) -> tuple[LetterService, ...]:
    if len(services) > MOST_SERVICES:
        raise DomainError(f"choose up to {MOST_SERVICES} services for one letter")
    return services


def _addressable(service: AgreedService) -> AgreedService:
    """Consent to this referral is also the yes to its name; a never-word in it is left out."""
    named = replace(service, agreed=True, on_paper=True)
    if never_words_in(f"{service.name} {service.one_line}"):
        return replace(named, name="", one_line="")
    return named


def _shared(agreement: LetterAgreement, what: Shared, text: str) -> str:
    return one_line(text) if agreement.shares(what) else ""


def _name(child: Child, contact: SafeContact) -> str:
    return one_line(contact.name_to_use(child.chosen_name))


def _as_said(asked: Asked) -> LetterSender:
    """The project under the name they want it to have when others hear of it (SC4)."""
    return replace(asked.sender, project=one_line(asked.contact.who_we_are(asked.sender.project)))
