"""Where a conversation is: at a step, before a section, at a question, or at the check-in after a section."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.identifiers import ItemId, SectionId, StepId
from vrn_desktop.domain.instrument import Item


class PageKind(StrEnum):
    """The kinds of page a conversation has."""

    STEP = "step"
    INTRO = "intro"
    ITEM = "item"
    CHECK_IN = "check_in"


class KnownStep(StrEnum):
    """The process steps this program has pages for (instrument `steps`)."""

    PRIVACY = "A1"
    ACCESS = "A2"
    AGREEMENT = "A3"
    CHOICES = "A4"
    BACK_TO_NOW = "Z1"
    YOUR_WORDS = "Z2"
    WHAT_MATTERS = "Z3"
    CHOOSE_HELP = "Z4"
    SAFE_CONTACT = "Z5"
    REST_OF_TODAY = "Z6"
    YOUR_VIEW = "Z7"
    WORKER_CHECK = "Z8"


OPENING = (KnownStep.PRIVACY, KnownStep.ACCESS, KnownStep.AGREEMENT, KnownStep.CHOICES)
CLOSING = (
    KnownStep.BACK_TO_NOW,
    KnownStep.YOUR_WORDS,
    KnownStep.WHAT_MATTERS,
    KnownStep.CHOOSE_HELP,
    KnownStep.SAFE_CONTACT,
    KnownStep.REST_OF_TODAY,
    KnownStep.YOUR_VIEW,
    KnownStep.WORKER_CHECK,
)
CLOSING_AFTER_STOP = (
    KnownStep.BACK_TO_NOW,
    KnownStep.WHAT_MATTERS,
    KnownStep.REST_OF_TODAY,
    KnownStep.WORKER_CHECK,
)
"""Stopping early still comes back to now, asks what matters and plans the rest of today (TI-12, TI-30)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the conversation; `section` is set for all but the steps."""

    kind: PageKind
    step: StepId | None = None
    section: SectionId | None = None
    item: ItemId | None = None

    def key(self) -> str:
        """A short text that names the page, kept with the draft, for example `item:C01`."""
        return f"{self.kind}:{self.item or self.step or self.section}"


def step_page(step: KnownStep) -> Page:
    """The page of a process step."""
    return Page(kind=PageKind.STEP, step=StepId(step.value))


def item_page(item: Item) -> Page:
    """The page of a question."""
    return Page(kind=PageKind.ITEM, section=item.section, item=item.id)
