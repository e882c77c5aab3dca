"""Choose help together: what fits the answers and why, and a yes or no to each one (SP-01 to SP-09, TI-31)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from vrn_desktop.application.first_yes import is_asked_about
from vrn_desktop.application.services import Services
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.directory.our_view import in_directory
from vrn_desktop.domain.identifiers import CategoryId, ScreeningId, ServiceId, SignpostId, StepId
from vrn_desktop.domain.local_service import CRISIS, ServiceEntry
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.domain.service_matching import ServiceSuggestions
from vrn_desktop.domain.signposting import Signpost, SignpostState
from vrn_desktop.presenters.choose_services_state import ChooseServicesState, HelpGroup
from vrn_desktop.presenters.directory.finding_state import FindingState
from vrn_desktop.presenters.directory.found_card import FoundCard, card_to_offer
from vrn_desktop.presenters.directory.service_filters import Part, ServiceFilters
from vrn_desktop.presenters.directory.service_finder import ServiceFinder, nearest_cards
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
    entries: tuple[ServiceEntry, ...]
    nearest: Mapping[CategoryId, tuple[FoundCard, ...]]


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
        self._kind_names = dict(services.directory.kinds_of_help())
        self._finder = ServiceFinder(services, self._found, for_young_people=True)
        self._began_with = ServiceFilters()
        self.load()

    def load(self) -> None:
        """Read what fits and what was offered."""
        self._services.runner.run(self._read, then=self._take, failed=self._refused)

    def answer(self, service: ServiceId, state: SignpostState) -> None:
        """The young person's answer to one service, on its own; it can be changed at any time."""
        groups = self.state.groups
        why = next((why_of(g) for g in groups for c in g.cards if c.id == service), "")

        def offer() -> Signpost | None:
            entry = self._services.directory.entry(service)
            if entry is None or entry.workers_only:
                return None
            return self._services.signposting.offer(
                self._screening_id, entry, state, why=why or TOGETHER
            )

        self._services.runner.run(offer, then=self._answered, failed=self._refused)

    def show_more(self, category: CategoryId) -> None:
        """Look at a kind of help that no answer suggested."""
        self._more = (*self._more, category)
        self._redraw()

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """The kinds of help that a search can be narrowed to."""
        return self._finder.kinds

    def search(self, words: str) -> None:
        """Look through the whole directory."""
        self.narrow(replace(self._finder.state.filters, words=words))

    def narrow(self, filters: ServiceFilters) -> None:
        """Look with other filters."""
        self._finder.narrow(filters)

    def show_filters(self, *, shown: bool) -> None:
        """Open or close the row of filters."""
        self._finder.show_filters(shown=shown)

    def relax(self, part: Part) -> None:
        """Take one part of the search away."""
        self._finder.relax((part,))

    def clear(self) -> None:
        """Back to what fits the answers."""
        self._finder.narrow(self._began_with)

    def more_found(self) -> None:
        """More of what was searched for."""
        self._finder.show_more()

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

    def open_service(self, service: ServiceId) -> None:
        """To the service's own page, which leads back here."""
        self._go(
            Route(
                place=Place.SERVICE,
                service=in_directory(service),
                screening=self._screening_id,
                returns_to=Place.CHOOSE_SERVICES,
            )
        )

    def make_letter(self) -> None:
        """To the letter."""
        self._go(Route(place=Place.LETTER_FOR, screening=self._screening_id))

    def agree_call(self, signpost: SignpostId) -> None:
        """To the referral, where who makes the first call is agreed (SP-08)."""
        self._go(Route(place=Place.REFERRAL, signpost=signpost))

    def back_to_level(self) -> None:
        """To the level page."""
        self._go(Route(place=Place.LEVEL, screening=self._screening_id))

    def _read(self) -> _Loaded:
        screening = self._services.screenings.load(self._screening_id)
        suggestions = self._services.signposting.suggestions(self._screening_id)
        kinds = tuple(
            each.category.id for each in suggestions.suggestions if each.category.id != CRISIS
        )
        return _Loaded(
            screening=screening,
            suggestions=suggestions,
            offered=self._services.signposting.offered(self._screening_id),
            entries=self._services.directory.own_entries(),
            nearest=nearest_cards(self._services, kinds, screening.age),
        )

    def _take(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        today = self._services.clock().date()
        self._cards = {
            entry.id: service_card(entry, today, category=self._kind_names.get(entry.category, ""))
            for entry in loaded.entries
        }
        if not self._began_with.parts():
            self._began_with = ServiceFilters(age=str(loaded.screening.age))
            self._finder.begin_with(self._began_with)
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

    def _answered(self, signpost: Signpost | None) -> None:
        if self._loaded is not None and signpost is not None:
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
                calls=tuple((s.id, s.service_name) for s in offered if is_asked_about(s)),
                none_wanted=self.state.none_wanted and not chosen,
                problem="",
            )
        )

    def _redraw(self) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        suggestions = loaded.suggestions
        directory = self._services.signposting.directory()
        suggested = tuple(
            help_group(each, self._cards, self._nearest(loaded, each.category.id))
            for each in suggestions.suggestions
        )
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
            )
        )

    def _nearest(self, loaded: _Loaded, kind: CategoryId) -> tuple[ServiceCard, ...]:
        found = loaded.nearest.get(kind, ())
        return tuple(card_to_offer(card, self._kind_names) for card in found)

    def _found(self, finding: FindingState) -> None:
        searching = finding.filters != self._began_with
        cards = tuple(card_to_offer(card, self._kind_names) for card in finding.cards)
        self.show(
            replace(
                self.state,
                finding=finding,
                is_searching=searching,
                found=cards if searching else (),
            )
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))
