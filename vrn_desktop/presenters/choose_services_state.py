"""What the page "Choose help together" shows."""

from dataclasses import dataclass, field

from vrn_desktop.domain.identifiers import CategoryId, ServiceId, SignpostId
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters.directory.finding_state import FindingState
from vrn_desktop.presenters.service_cards import ServiceCard

NONE_FOR_NOW = "None for now is a good answer. They can come back to it at any time."


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpGroup:
    """One kind of help with the answers that suggest it and what is known of the approach."""

    title: str
    reasons: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    cards: tuple[ServiceCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseServicesState:
    """The page; in a shared view reasons, evidence and worker-only lines leave it (TI-17)."""

    loading: bool = True
    groups: tuple[HelpGroup, ...] = ()
    other_titles: tuple[tuple[CategoryId, str], ...] = ()
    crisis: tuple[ServiceCard, ...] = ()
    answers: tuple[tuple[ServiceId, SignpostState], ...] = ()
    chosen: tuple[str, ...] = ()
    calls: tuple[tuple[SignpostId, str], ...] = ()
    finding: FindingState = field(default_factory=FindingState)
    is_searching: bool = False
    found: tuple[ServiceCard, ...] = ()
    none_wanted: bool = False
    shared_view: bool = False
    problem: str = ""
