"""Choose help together: what fits the answers and why, and a yes or no to each one (SP-01 to SP-09, TI-31)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from vrn_desktop.application.services import Services
from vrn_desktop.domain.answer_in_words import AnswerInWords
from vrn_desktop.domain.identifiers import ScreeningId, ServiceId
from vrn_desktop.domain.local_service import CheckState, Evidence, Reach, ServiceEntry
from vrn_desktop.domain.service_matching import ServiceSuggestion, ServiceSuggestions
from vrn_desktop.domain.signposting import Signpost, SignpostState
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import full_date

CHECK_FIRST = "Check this number before you give it."
NONE_FOR_NOW = "None for now is a good answer."
_IMPACT = {
    "HIGH": "high impact on violence",
    "MODERATE": "moderate impact",
    "LOW": "low impact",
    "NO_CLEAR_EVIDENCE": "no clear evidence yet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCard:
    """One service as it is offered; `why` and `evidence` are for the worker only."""

    id: ServiceId
    name: str
    contact: str
    facts: tuple[str, ...]
    check: str
    caution: str
    category: str
    sensitive: bool
    workers_only: bool
    state: SignpostState | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpGroup:
    """One kind of help with the answers that suggest it and what is known of the approach."""

    title: str
    reasons: tuple[str, ...]
    evidence: tuple[str, ...]
    cards: tuple[ServiceCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseServicesState:
    """The page; in a shared view reasons, evidence and worker-only lines leave it (TI-17)."""

    loading: bool = True
    initials: str = ""
    groups: tuple[HelpGroup, ...] = ()
    other_titles: tuple[tuple[str, str], ...] = ()
    crisis: tuple[ServiceCard, ...] = ()
    chosen: tuple[str, ...] = ()
    search: str = ""
    found: tuple[ServiceCard, ...] = ()
    none_wanted: bool = False
    shared_view: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    suggestions: ServiceSuggestions
    offered: tuple[Signpost, ...]
    person: YoungPerson


class ChooseServicesPresenter(Presenter[ChooseServicesState]):
    """Offers services; help never depends on answering or on the level (TI-24)."""

    def __init__(
        self, services: Services, screening_id: ScreeningId, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(ChooseServicesState())
        self._services = services
        self._screening_id = screening_id
        self._go = go
        self._loaded: _Loaded | None = None
        self._more: tuple[str, ...] = ()
        self.load()

    def load(self) -> None:
        """Read what fits and what was offered."""
        self._services.runner.run(self._read, then=self._take, failed=self._refused)

    def answer(self, service: ServiceId, state: SignpostState) -> None:
        """The young person's answer to one service, on its own."""
        entry = self._services.signposting.directory().entry(service)
        if entry is None:
            return
        why = next(
            (c.why for g in self.state.groups for c in g.cards if c.id == service),
            "Chosen together",
        )
        self._services.runner.run(
            lambda: self._services.signposting.offer(self._screening_id, entry, state, why=why),
            then=lambda _: self.load(),
            failed=self._refused,
        )

    def show_more(self, category: str) -> None:
        """Look at a kind of help that no answer suggested."""
        self._more = (*self._more, category)
        self._redraw()

    def search(self, words: str) -> None:
        """Look through the whole directory."""
        self.show(replace(self.state, search=words))
        self._redraw()

    def none_for_now(self) -> None:
        """They want nothing for now, which is recorded as a good answer (TI-31)."""
        self.show(replace(self.state, none_wanted=True))

    def share_view(self, *, on: bool) -> None:
        """Look at the page together."""
        self.show(replace(self.state, shared_view=on))

    def make_letter(self) -> None:
        """To the letter."""
        self._go(Route(place=Place.LETTER, screening=self._screening_id))

    def _read(self) -> _Loaded:
        screening = self._services.screenings.load(self._screening_id)
        return _Loaded(
            suggestions=self._services.signposting.suggestions(self._screening_id),
            offered=self._services.signposting.offered(self._screening_id),
            person=self._services.young_people.get(screening.young_person_id),
        )

    def _take(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self.show(replace(self.state, loading=False, problem=""))
        self._redraw()

    def _redraw(self) -> None:
        if self._loaded is None:
            return
        suggestions, offered = self._loaded.suggestions, self._loaded.offered
        states = {signpost.service_id: signpost.state for signpost in offered}
        today = self._services.clock().date()
        directory = self._services.signposting.directory()
        needle = self.state.search.casefold().strip()
        names = {category.id: category.name for category in directory.categories}

        def card(entry: ServiceEntry, why: str = "") -> ServiceCard:
            return service_card(
                entry,
                today,
                category=names.get(entry.category, ""),
                why=why,
                state=states.get(entry.id),
            )

        extra = tuple(
            HelpGroup(
                title=category.name,
                reasons=(),
                evidence=(),
                cards=tuple(card(e) for e in directory.in_category(category.id)),
            )
            for category in suggestions.other_categories
            if category.id in self._more
        )
        self.show(
            replace(
                self.state,
                initials=self._loaded.person.initials(),
                groups=(*(_group(each, card) for each in suggestions.suggestions), *extra),
                other_titles=tuple(
                    (category.id, category.name)
                    for category in suggestions.other_categories
                    if category.id not in self._more and directory.in_category(category.id)
                ),
                crisis=tuple(card(entry) for entry in suggestions.crisis_lines),
                chosen=tuple(s.service_name for s in offered if s.state is SignpostState.ACCEPTED),
                found=tuple(
                    card(entry)
                    for entry in directory.entries
                    if needle
                    and needle in f"{entry.name} {names.get(entry.category, '')}".casefold()
                ),
            )
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))


def service_card(
    entry: ServiceEntry,
    today: date,
    *,
    category: str,
    why: str = "",
    state: SignpostState | None = None,
) -> ServiceCard:
    """A directory entry as it is shown everywhere, with its check state (SP-03)."""
    area = "National" if entry.reach is Reach.NATIONAL else entry.area
    referral = {True: "You can contact them yourself", False: "Needs a referral", None: ""}
    facts = (
        area,
        _ages(entry),
        entry.cost or entry.bill,
        referral[entry.self_referral],
        entry.opening_hours,
        entry.wait,
        entry.languages,
        entry.access,
    )
    return ServiceCard(
        id=entry.id,
        name=entry.name,
        contact=entry.contact or "No number on file: ask before you offer it",
        facts=tuple(fact for fact in facts if fact),
        check=check_words(entry, today),
        caution=entry.caution,
        category=category,
        sensitive=entry.sensitive,
        workers_only=entry.workers_only,
        state=state,
        why=why,
    )


def check_words(entry: ServiceEntry, today: date) -> str:
    """How far the number has been checked, in words."""
    if entry.last_checked is not None:
        words = f"Last checked {full_date(entry.last_checked)}."
    elif entry.checked is CheckState.SEEN:
        words = "Seen on a public page, not checked since."
    else:
        words = "Not checked yet."
    return f"{words} {CHECK_FIRST}" if entry.needs_check(today) else words


def _group(
    suggestion: ServiceSuggestion, card: Callable[[ServiceEntry, str], ServiceCard]
) -> HelpGroup:
    reasons = tuple(_reason(answer) for answer in suggestion.reasons)
    why = "; ".join(reasons)
    entries = (*suggestion.services, *suggestion.for_workers)
    return HelpGroup(
        title=suggestion.category.name,
        reasons=reasons,
        evidence=tuple(_evidence(evidence) for evidence in suggestion.evidence),
        cards=tuple(card(entry, why) for entry in entries),
    )


def _reason(answer: AnswerInWords) -> str:
    return f"{answer.label}: “{answer.text}”"


def _evidence(evidence: Evidence) -> str:
    impact = _IMPACT.get(evidence.impact or "", "evidence not looked up yet")
    sure = f", {evidence.security}" if evidence.security else ""
    return f"{evidence.name}: {impact}{sure}"


def _ages(entry: ServiceEntry) -> str:
    if entry.first_age is None and entry.last_age is None:
        return ""
    if entry.last_age is None:
        return f"From {entry.first_age} years"
    if entry.first_age is None:
        return f"Up to {entry.last_age} years"
    return f"{entry.first_age} to {entry.last_age} years"
