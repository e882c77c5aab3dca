"""When each letter may be made at all: the table of domain.md section 7; a missing answer keeps it shut.

A gate gives every reason that holds it shut, and none when it is open. Reasons are for the worker; their
words stand in the presenters and name no answer. Nothing here looks at the level. Letter (a) may always be
made; `letter_facts` refuses to post it where that is not safe.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from vrn_desktop.domain.agreement import AgreementRoute, ReferralConsent, route_for_age
from vrn_desktop.domain.answer import AnswerSheet, is_silent
from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.escalation import Escalation
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, SignpostId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.letter_agreement import LetterAgreement
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply

_Kind = TypeVar("_Kind", bound=StrEnum)

NO_CONCERN = AnswerCode("none")
"""The answer to a question about harm that says: nothing of the kind."""
HOME_ITEMS = frozenset({ItemId("C01"), ItemId("C07")})
"""Not feeling safe where they live, or a carer who fears they cannot keep them safe."""
WORST = AnswerCode("clear")
_NO_NAMES = frozenset({"and", "my", "the", "or", "mr", "mrs", "ms", "miss", "mx", "dr"})


class ParentGate(StrEnum):
    """Why a letter to an adult at home stays shut."""

    NO_SAFE_ADULT = "no_safe_adult"
    NEVER_CONTACT = "never_contact"
    FAMILY_BLOCKED = "family_blocked"
    WORRY_NOT_RULED_OUT = "worry_not_ruled_out"
    COMPETENCE_NOT_LOOKED_AT = "competence_not_looked_at"
    NOT_AGREED = "not_agreed"
    POST_NOT_SAFE = "post_not_safe"


class ServiceGate(StrEnum):
    """Why a referral to a service stays shut."""

    NO_SERVICE = "no_service"
    NO_CONSENT = "no_consent"
    CONSENT_TAKEN_BACK = "consent_taken_back"
    COMPETENCE_NOT_LOOKED_AT = "competence_not_looked_at"
    NOT_COMPETENT = "not_competent"
    REASON_NOT_WRITTEN = "reason_not_written"


class SchoolGate(StrEnum):
    """Why a letter to a school or setting stays shut."""

    NO_NAMED_PERSON = "no_named_person"
    NEVER_CONTACT = "never_contact"
    USE_SAFEGUARDING_ROUTE = "use_safeguarding_route"
    NOT_SAID_SUPPORT_ONLY = "not_said_support_only"
    NOT_AGREED = "not_agreed"


class CardGate(StrEnum):
    """Why the card cannot carry what was wished for; bare numbers it always can."""

    NAMES_NOT_SAID_SAFE = "names_not_said_safe"
    PROJECT_NOT_SAID_SAFE = "project_not_said_safe"


class KeptGate(StrEnum):
    """Why a kept letter no longer goes out as it was written (`kept_letter`)."""

    SAFE_CONTACT_CHANGED = "safe_contact_changed"
    SERVICE_CHANGED = "service_changed"
    CHECK_TOO_OLD = "check_too_old"


Reason = ParentGate | ServiceGate | SchoolGate | CardGate | KeptGate


class LetterShutError(DomainError):
    """A letter was asked for whose gate is shut; carries the reasons, never an answer."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        self.reasons = reasons
        super().__init__(", ".join(reasons))


@dataclass(frozen=True, slots=True, kw_only=True)
class GateEvidence:
    """What all conversations with one person say that a gate has to know, as yes or no and nothing more.

    `family_blocked`: a flag that forbids contact with the family was ever marked or looked unsure, or an
    answer or an escalation speaks of fear or harm at home. `worry_open`: somebody still has to be told.
    The defaults are the careful ones: nothing known keeps shut.
    """

    family_blocked: bool = True
    worry_open: bool = True


def evidence_from(
    instrument: Instrument, sheets: tuple[AnswerSheet, ...], escalations: tuple[Escalation, ...]
) -> GateEvidence:
    """The evidence of every conversation and every escalation of one person.

    An answer that was changed back does not open a gate: the escalation it raised stays (TI-06).
    """
    blocking = _family_items(instrument)
    answered = any(
        _speaks_against(item, sheet.voices(item)) for sheet in sheets for item in blocking
    )
    raised = any(escalation.evidence & blocking for escalation in escalations)
    return GateEvidence(
        family_blocked=answered or raised,
        worry_open=any(escalation.is_open for escalation in escalations),
    )


def parent_gate(
    contact: SafeContact,
    agreement: LetterAgreement,
    evidence: GateEvidence,
    *,
    age: int,
    posted: bool = False,
) -> tuple[ParentGate, ...]:
    """(b) an adult SC6 names as safe, agreed where they decide themselves, and no worry about home."""
    adult = contact.may_talk_to_adult_at_home()
    competent = _decides_alone(agreement, age)
    return _that_hold(
        {
            ParentGate.NO_SAFE_ADULT: not adult,
            ParentGate.NEVER_CONTACT: adult and is_never_contact(contact, contact.adult_at_home),
            ParentGate.FAMILY_BLOCKED: evidence.family_blocked,
            ParentGate.WORRY_NOT_RULED_OUT: not agreement.no_worry,
            ParentGate.COMPETENCE_NOT_LOOKED_AT: competent is None,
            ParentGate.NOT_AGREED: (
                agreement.agrees is not SafeReply.YES
                if competent is not False
                else agreement.agrees is SafeReply.NO
            ),
            ParentGate.POST_NOT_SAFE: posted and not contact.may_post(),
        }
    )


def service_gate(
    signpost: SignpostId | None,
    consent: ReferralConsent | None,
    agreement: LetterAgreement,
    *,
    age: int,
    today: date,
) -> tuple[ServiceGate, ...]:
    """(c) consent for this service with its date, or a recorded lawful reason without it.

    From 11 to 15 their yes counts with a view on competence for this very decision (CO-02, CO-04).
    """
    if signpost is None:
        return (ServiceGate.NO_SERVICE,)
    reason = agreement.sharing_reason
    if reason is not None:
        return () if reason.is_recorded else (ServiceGate.REASON_NOT_WRITTEN,)
    if (
        consent is None
        or consent.signpost_id != signpost
        or not consent.given
        or consent.at.astimezone().date() > today
    ):
        return (ServiceGate.NO_CONSENT,)
    view = consent.competence
    needs_view = route_for_age(age) is AgreementRoute.OWN_IF_COMPETENT
    return _that_hold(
        {
            ServiceGate.CONSENT_TAKEN_BACK: consent.withdrawn_at is not None,
            ServiceGate.COMPETENCE_NOT_LOOKED_AT: needs_view and view is None,
            ServiceGate.NOT_COMPETENT: view is not None and not view.competent(),
        }
    )


def school_gate(
    contact: SafeContact, agreement: LetterAgreement, evidence: GateEvidence
) -> tuple[SchoolGate, ...]:
    """(d) SC7 yes and a named person; a worry about safety goes to the safeguarding lead instead."""
    named = contact.may_tell_school()
    return _that_hold(
        {
            SchoolGate.NO_NAMED_PERSON: not named,
            SchoolGate.NEVER_CONTACT: named and is_never_contact(contact, contact.school_person),
            SchoolGate.USE_SAFEGUARDING_ROUTE: evidence.worry_open,
            SchoolGate.NOT_SAID_SUPPORT_ONLY: not agreement.support_only,
            SchoolGate.NOT_AGREED: agreement.agrees is not SafeReply.YES,
        }
    )


def card_gate(
    *, names: bool, names_safe: bool, project: bool, project_safe: bool
) -> tuple[CardGate, ...]:
    """(e) always; names of lines, and ours, only where they said that is safe."""
    return _that_hold(
        {
            CardGate.NAMES_NOT_SAID_SAFE: names and not names_safe,
            CardGate.PROJECT_NOT_SAID_SAFE: project and not project_safe,
        }
    )


def is_never_contact(contact: SafeContact, name: str) -> bool:
    """Whether somebody shares a name with those never to talk to; one too many is asked about again."""
    never = _names(contact.never_contact)
    return bool(never & _names(name))


def _decides_alone(agreement: LetterAgreement, age: int) -> bool | None:
    """Whether their own yes or no decides (CO-01 to CO-03); None where nobody has looked at it."""
    match route_for_age(age):
        case AgreementRoute.OWN:
            return True
        case AgreementRoute.CARER_AND_ASSENT:
            return False
        case AgreementRoute.OWN_IF_COMPETENT:
            view = agreement.competence
            return None if view is None else view.competent()


def _family_items(instrument: Instrument) -> frozenset[ItemId]:
    """What the instrument marks as a block on contact with the family, and all about harm at home."""
    return HOME_ITEMS | frozenset(
        item.id
        for item in instrument.items
        if item.family_contact_block or "domestic" in item.concern.get("setting", ())
    )


def _speaks_against(item: ItemId, voices: Mapping[str, AnswerCode]) -> bool:
    spoken = {code for code in voices.values() if not is_silent(code)}
    return WORST in spoken if item in HOME_ITEMS else bool(spoken - {NO_CONCERN})


def _names(text: str) -> frozenset[str]:
    """The words of a name as they are compared: "Mum's" and "mum" are one; titles are no names."""
    words = (word.strip(".,;:()'\"") for word in text.casefold().replace("’", "'").split())
    return frozenset(word.removesuffix("'s") for word in words if len(word) > 1) - _NO_NAMES


def _that_hold(reasons: Mapping[_Kind, bool]) -> tuple[_Kind, ...]:
    return tuple(reason for reason, holds in reasons.items() if holds)
