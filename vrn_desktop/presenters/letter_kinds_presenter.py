"""Who is the letter for? The five kinds, with the way to each, or what would open it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.other_letters import (
    OtherLetterChoices,
    OtherLetterMatter,
    shut_by,
)
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ScreeningId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_gates import (
    ParentGate,
    Reason,
    SchoolGate,
    ServiceGate,
)
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.letter_gate_words import ABOUT, ASKED_ON_THE_PAGE, TITLES, why_shut
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import masked_name

NOT_NOW = "Not open now."
_OPENERS: dict[Reason, Place] = {
    ParentGate.NO_SAFE_ADULT: Place.SAFE_CONTACT,
    ParentGate.NEVER_CONTACT: Place.SAFE_CONTACT,
    SchoolGate.NO_NAMED_PERSON: Place.SAFE_CONTACT,
    SchoolGate.NEVER_CONTACT: Place.SAFE_CONTACT,
    SchoolGate.USE_SAFEGUARDING_ROUTE: Place.LEVEL,
    ParentGate.FAMILY_BLOCKED: Place.SAFETY_STEPS,
    ServiceGate.NO_SERVICE: Place.CHOOSE_SERVICES,
}
OPENER_WORDS = {
    Place.SAFE_CONTACT: "Ask about safe contact",
    Place.CHOOSE_SERVICES: "Choose services",
    Place.SAFETY_STEPS: "Safety steps",
    Place.LEVEL: "Who has to be told",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCard:
    """One kind of letter: open, or shut with why; `opener` is the page where it can be put right."""

    kind: LetterKind
    title: str
    about: str
    why: tuple[str, ...] = ()
    opener: Place | None = None

    @property
    def is_open(self) -> bool:
        """Whether its page can be opened."""
        return not self.why


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKindsState:
    """The page; while `together` is on, two pairs of eyes look at it and no reason is shown."""

    loading: bool = True
    who: str = ""
    cards: tuple[KindCard, ...] = ()
    together: bool = False
    problem: str = ""


class LetterKindsPresenter(Presenter[LetterKindsState]):
    """Leads to the page of one kind; nothing is made here."""

    def __init__(
        self, services: Services, screening_id: ScreeningId, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(LetterKindsState())
        self._screening_id = screening_id
        self._go = go
        self._matter: OtherLetterMatter | None = None
        services.runner.run(
            lambda: services.letters.others.matter(screening_id),
            then=self._take,
            failed=lambda error: self.show(replace(self.state, loading=False, problem=told(error))),
        )

    def choose(self, kind: LetterKind) -> None:
        """To the page of this kind, where its gate is open."""
        if any(card.kind is kind and card.is_open for card in self.state.cards):
            self._go(Route(place=Place.LETTER, screening=self._screening_id, letter_kind=kind))

    def put_right(self, kind: LetterKind) -> None:
        """To the page where what is missing can be asked."""
        card = next(card for card in self.state.cards if card.kind is kind)
        if card.opener is not None and self._matter is not None:
            self._go(
                Route(
                    place=card.opener,
                    screening=self._screening_id,
                    young_person=self._matter.person.id,
                    returns_to=Place.LETTER_FOR,
                )
            )

    def look_together(self, *, on: bool) -> None:
        """Whether the young person looks along: then only what can be made is shown."""
        self.show(replace(self.state, together=on))

    def leave(self) -> None:
        """To the level page, where the worker goes on."""
        self._go(Route(place=Place.LEVEL, screening=self._screening_id))

    def _take(self, matter: OtherLetterMatter) -> None:
        self._matter = matter
        self.show(
            LetterKindsState(
                loading=False,
                who=f"{masked_name(matter.person.chosen_name)} · {matter.person.reference}",
                cards=tuple(_card(kind, matter) for kind in LetterKind),
                together=self.state.together,
            )
        )


def _card(kind: LetterKind, matter: OtherLetterMatter) -> KindCard:
    reasons = standing_reasons(kind, matter)
    openers = [_OPENERS[reason] for reason in reasons if reason in _OPENERS]
    if ParentGate.FAMILY_BLOCKED in reasons:
        openers = [Place.SAFETY_STEPS]
    return KindCard(
        kind=kind,
        title=TITLES[kind],
        about=ABOUT[kind],
        why=why_shut(reasons),
        opener=openers[0] if openers else None,
    )


def standing_reasons(kind: LetterKind, matter: OtherLetterMatter) -> tuple[Reason, ...]:
    """What holds a kind shut before anything is asked on its own page."""
    if kind is LetterKind.SERVICE_REFERRAL:
        return () if matter.accepted else (ServiceGate.NO_SERVICE,)
    reasons = shut_by(matter, OtherLetterChoices(kind=kind))
    return tuple(reason for reason in reasons if reason not in ASKED_ON_THE_PAGE)
