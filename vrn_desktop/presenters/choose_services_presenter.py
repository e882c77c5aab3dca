"""Choose help together: what fits the answers and why, and a yes or no to each one (SP-01 to SP-09, TI-31)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import CategoryId, ScreeningId, ServiceId, StepId
from vrn_desktop.domain.local_service import CRISIS
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.domain.service_matching import ServiceSuggestions
from vrn_desktop.domain.signposting import Signpost, SignpostState
from vrn_desktop.presenters.choose_services_state import ChooseServicesState, HelpGroup
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.help_groups import help_group, why_of
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.service_cards import ServiceCard, service_card

TOGETHER = "Chosen together"
STEP = StepId(KnownStep.CHOOSE_HELP.value)
NONE_WANTED = "none_wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    screening: Screening
    suggestions: ServiceSuggestions
    offered: tuple[Signpost, ...]


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
        self._more: tuple[CategoryId, ...] = ()
        self._cards: dict[ServiceId, ServiceCard] = {}
        self.load()

    def load(self) -> None:
        """Read what fits and what was offered."""
        self._services.runner.run(self._read, then=self._take, failed=self._refused)

    def answer(self, service: ServiceId, state: SignpostState) -> None:
        """The young person's answer to one service, on its own; it can be changed at any time."""
        entry = self._services.signposting.directory().entry(service)
        if entry is None:
            return
        groups = self.state.groups
        why = next((why_of(g) for g in groups for c in g.cards if c.id == service), "")
        self._services.runner.run(
            lambda: self._services.signposting.offer(
                self._screening_id, entry, state, why=why or TOGETHER
            ),
            then=self._answered,
            failed=self._refused,
        )

    def show_more(self, category: CategoryId) -> None:
        """Look at a kind of help that no answer suggested."""
        self._more = (*self._more, category)
        self._redraw()

    def search(self, words: str) -> None:
        """Look through the whole directory."""
        self.show(replace(self.state, search=words, found=self._found(words)))

    def none_for_now(self, *, keep: bool) -> None:
        """They want nothing for now, which is a good answer (TI-31); `keep` writes it down at once.

        Inside a conversation the step itself keeps it.
        """
        self.show(replace(self.state, none_wanted=True, problem=""))
        loaded = self._loaded
        if keep and loaded is not None and loaded.screening.state is not ScreeningState.COMPLETE:
            self._services.runner.run(
                lambda: self._services.screenings.note_beside(
                    self._services.screenings.load(self._screening_id), STEP, {NONE_WANTED: "true"}
                ),
                then=lambda _: None,
                failed=self._refused,
            )

    def share_view(self, *, on: bool) -> None:
        """Look at the page together."""
        self.show(replace(self.state, shared_view=on))

    def make_letter(self) -> None:
        """To the letter."""
        self._go(Route(place=Place.LETTER, screening=self._screening_id))

    def back_to_level(self) -> None:
        """To the level page."""
        self._go(Route(place=Place.LEVEL, screening=self._screening_id))

    def _read(self) -> _Loaded:
        return _Loaded(
            screening=self._services.screenings.load(self._screening_id),
            suggestions=self._services.signposting.suggestions(self._screening_id),
            offered=self._services.signposting.offered(self._screening_id),
        )

    def _take(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        today = self._services.clock().date()
        directory = self._services.signposting.directory()
        names = {category.id: category.name for category in directory.categories}
        self._cards = {
            entry.id: service_card(entry, today, category=names.get(entry.category, ""))
            for entry in directory.entries
        }
        noted = loaded.screening.step_notes.get(STEP, {})
        self.show(
            replace(
                self.state,
                loading=False,
                none_wanted=noted.get(NONE_WANTED) == "true",
                problem="",
            )
        )
        self._show_answers(loaded.offered)
        self._redraw()

    def _answered(self, signpost: Signpost) -> None:
        if self._loaded is not None:
            others = tuple(s for s in self._loaded.offered if s.service_id != signpost.service_id)
            self._loaded = replace(self._loaded, offered=(*others, signpost))
            self._show_answers(self._loaded.offered)

    def _show_answers(self, offered: tuple[Signpost, ...]) -> None:
        chosen = tuple(s.service_name for s in offered if s.state is SignpostState.ACCEPTED)
        self.show(
            replace(
                self.state,
                answers=tuple((signpost.service_id, signpost.state) for signpost in offered),
                chosen=chosen,
                none_wanted=self.state.none_wanted and not chosen,
                problem="",
            )
        )

    def _redraw(self) -> None:
        if self._loaded is None:
            return
        suggestions = self._loaded.suggestions
        directory = self._services.signposting.directory()
        suggested = tuple(help_group(each, self._cards) for each in suggestions.suggestions)
        others = [c for c in suggestions.other_categories if c.id != CRISIS]
        opened = tuple(
            HelpGroup(
                title=category.name,
                cards=tuple(self._cards[entry.id] for entry in directory.in_category(category.id)),
            )
            for category in others
            if category.id in self._more
        )
        has_crisis = any(each.category.id == CRISIS for each in suggestions.suggestions)
        crisis = () if has_crisis else suggestions.crisis_lines
        self.show(
            replace(
                self.state,
                groups=(*suggested, *opened),
                other_titles=tuple(
                    (category.id, category.name)
                    for category in others
                    if category.id not in self._more and directory.in_category(category.id)
                ),
                crisis=tuple(self._cards[line.id] for line in crisis),
                found=self._found(self.state.search),
            )
        )

    def _found(self, words: str) -> tuple[ServiceCard, ...]:
        needle = words.casefold().strip()
        return tuple(
            card
            for card in self._cards.values()
            if needle and needle in f"{card.name} {card.category} {card.facts}".casefold()
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))
