"""A kind of help as it is offered: the answers that suggest it, what is known of it, and its services."""

from collections.abc import Mapping

from vrn_desktop.domain.answer_in_words import AnswerInWords
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.local_service import Evidence
from vrn_desktop.domain.service_matching import ServiceSuggestion
from vrn_desktop.presenters.choose_services_state import HelpGroup
from vrn_desktop.presenters.service_cards import ServiceCard
from vrn_desktop.presenters.wording import full_date

NOT_LOOKED_UP = "not looked up yet"
_IMPACT = {
    "HIGH": "high",
    "MODERATE": "moderate",
    "LOW": "low",
    "NO_CLEAR_EVIDENCE": "no clear evidence yet",
}


def help_group(
    suggestion: ServiceSuggestion,
    cards: Mapping[ServiceId, ServiceCard],
    nearest: tuple[ServiceCard, ...] = (),
) -> HelpGroup:
    """The group of one suggestion: the program's own entries, the nearest others, lines for workers."""
    return HelpGroup(
        title=suggestion.category.name,
        reasons=tuple(_reason(answer) for answer in suggestion.reasons),
        evidence=tuple(evidence_words(evidence) for evidence in suggestion.evidence),
        cards=(
            *(cards[entry.id] for entry in suggestion.services),
            *nearest,
            *(cards[entry.id] for entry in suggestion.for_workers),
        ),
    )


def why_of(group: HelpGroup) -> str:
    """The answers that suggested this kind of help, as they are kept with an offer."""
    return "; ".join(group.reasons)


def evidence_words(evidence: Evidence) -> str:
    """Impact, how sure, of which day and from where, in plain words, for workers only (SP-06)."""
    impact = _IMPACT.get(evidence.impact or "", NOT_LOOKED_UP)
    sure = evidence.security or NOT_LOOKED_UP
    as_of = "not known" if evidence.as_of is None else full_date(evidence.as_of)
    return (
        f"{evidence.name}. Impact: {impact}. How sure: {sure}. As of: {as_of}. "
        f"Source: {evidence.source}."
    )


def _reason(answer: AnswerInWords) -> str:
    return f"{answer.label}: “{answer.text}”"
