"""What the page of a letter to somebody else begins with, and what is chosen on it as one value."""

from dataclasses import replace

from vrn_desktop.application.letter_services_chosen import ServiceOnPaper
from vrn_desktop.application.other_letters import OtherLetterChoices, OtherLetterMatter
from vrn_desktop.domain.agreement import AgreementRoute, CompetenceView, route_for_age
from vrn_desktop.domain.identifiers import NO_SERVICE
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_agreement import LetterAgreement, Shared, SharingReason
from vrn_desktop.domain.letter_deny_list import never_words_in
from vrn_desktop.domain.letter_facts_others import SchoolSupport
from vrn_desktop.domain.letter_gathering import CardWishes, safe_contact_ways
from vrn_desktop.domain.letter_service import ContactKind, contact_kind
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.presenters.letter_drawing import refusal
from vrn_desktop.presenters.letter_state import ServiceTick
from vrn_desktop.presenters.other_letter_state import SHARED_BY_KIND, OtherLetterState
from vrn_desktop.presenters.service_cards import check_words
from vrn_desktop.presenters.wording import full_date, local_date, masked_name

NO_CONSENT_YET = "No yes to this service is noted yet."


def other_letter_begun(kind: LetterKind, matter: OtherLetterMatter) -> OtherLetterState:
    """The page before anything is chosen: nothing is agreed, nothing is shared."""
    person, contact = matter.person, matter.safe_contact
    may_share = SHARED_BY_KIND.get(kind, ())
    if not person.access_needs.strip():
        may_share = tuple(what for what in may_share if what is not Shared.ACCESS_NEEDS)
    ticks = _ticks(kind, matter)
    state = OtherLetterState(
        kind=kind,
        loading=False,
        who=f"{masked_name(person.chosen_name)} · {person.reference}",
        recipient={
            LetterKind.PARENT_CARER: contact.adult_at_home,
            LetterKind.SCHOOL: contact.school_person,
        }.get(kind, ""),
        asks_competence=kind in (LetterKind.PARENT_CARER, LetterKind.SERVICE_REFERRAL)
        and route_for_age(person.age_on(matter.today)) is AgreementRoute.OWN_IF_COMPETENT,
        may_share=may_share,
        services=ticks,
        ways=safe_contact_ways(contact),
        lines=tuple((line.contact, line.name) for line in matter.lines if _is_number(line.contact)),
        may_post=kind is not LetterKind.WALLET_CARD
        and (kind is not LetterKind.PARENT_CARER or contact.may_post()),
    )
    if kind is LetterKind.SERVICE_REFERRAL and ticks:
        return for_service(state, matter, ticks[0].id)
    return state


def for_service(
    state: OtherLetterState, matter: OtherLetterMatter, service: str
) -> OtherLetterState:
    """The page for one service: whether there is a yes to it, and since when.

    What was said about another service is not carried over: each decision is one of its own (CO-04, CO-06).
    """
    tick = next(each for each in state.services if each.id == service)
    consent = matter.consent_for(tick.id)
    has_consent = (
        consent is not None
        and consent.given
        and consent.withdrawn_at is None
        and (consent.competence is not None or not state.asks_competence)
    )
    if state.service_id not in (NO_SERVICE, tick.id):
        state = replace(state, competence=None, shared=frozenset(), own_words="")
    words = NO_CONSENT_YET
    if consent is not None and has_consent:
        words = f"They said yes to this service on {full_date(local_date(consent.at))}."
    return replace(
        state,
        service_id=tick.id,
        recipient=tick.name,
        consent=words,
        has_consent=has_consent,
        lawful_reason=None,
        lawful_note="",
    )


def other_letter_choices(state: OtherLetterState, reply_code: str) -> OtherLetterChoices:
    """What was chosen so far, as the letter is made from it."""
    return OtherLetterChoices(
        kind=state.kind,
        agreement=_agreement(state),
        services=tuple(
            ServiceOnPaper(service_id=tick.id, on_paper=True, ticked=tick.ticked)
            for tick in state.services
            if tick.is_ready
        ),
        service_id=state.service_id,
        support=tuple(each for each in SchoolSupport if each in state.support),
        own_words=state.own_words,
        way=state.way,
        days_to_reply=state.days_to_reply,
        reply_code=reply_code,
        language=state.language,
        with_english=state.with_english,
        posted=state.posted,
        address=tuple(line.strip() for line in state.address.splitlines() if line.strip()),
        text_size=state.text_size,
        card=CardWishes(
            named=state.card_names,
            names_safe=state.card_names,
            project=state.card_project,
            project_safe=state.card_project,
        ),
        lines_left_out=state.lines_left_out,
    )


def _agreement(state: OtherLetterState) -> LetterAgreement:
    competence = None
    if state.competence is not None:
        seen = state.competence
        competence = CompetenceView(
            understands="understands" in seen,
            weighs_good_and_bad="weighs_good_and_bad" in seen,
            can_explain_choice="can_explain_choice" in seen,
            free_from_pressure="free_from_pressure" in seen,
        )
    sharing = None
    if state.lawful_reason is not None:
        sharing = SharingReason(reason=state.lawful_reason, note=state.lawful_note)
    return LetterAgreement(
        agrees=state.agrees,
        competence=competence,
        shared=state.shared,
        no_worry=state.no_worry,
        support_only=state.support_only,
        sharing_reason=sharing,
    )


def _ticks(kind: LetterKind, matter: OtherLetterMatter) -> tuple[ServiceTick, ...]:
    """The services they accepted; none stands in a letter to others until it is ticked for it."""
    if kind is LetterKind.SCHOOL:
        return ()
    return tuple(
        _service_tick(kind, entry, matter)
        for _, entry in matter.accepted
        if kind is not LetterKind.WALLET_CARD or _is_number(entry.contact or "")
    )


def _service_tick(kind: LetterKind, entry: ServiceEntry, matter: OtherLetterMatter) -> ServiceTick:
    """A service whose own name holds a never-word can be written to, without its name in the letter."""
    to_itself = kind is LetterKind.SERVICE_REFERRAL
    named = f"{entry.name} {matter.category_names.get(entry.category, '')}"
    refused = refusal(entry, named=bool(never_words_in(named)) and not to_itself)
    return ServiceTick(
        id=entry.id,
        name=entry.name,
        check=check_words(entry, matter.today),
        sensitive=entry.sensitive,
        needs_tick=entry.needs_check(matter.today),
        included=to_itself and not refused,
        refused=refused,
    )


def _is_number(contact: str) -> bool:
    return contact_kind(contact) is ContactKind.CALL
