"""Builds the screens of a signed-in person, one presenter each."""

from collections.abc import Callable
from datetime import date

from ui.conversations.conversations_screen import ConversationsScreen
from ui.home.home_screen import HomeScreen
from ui.letter.kept_letter_screen import KeptLetterScreen
from ui.letter.letter_kinds_screen import LetterKindsScreen
from ui.letter.letter_screen import LetterScreen
from ui.letter.letters_to_print_screen import LettersToPrintScreen
from ui.letter.other_letter_screen import OtherLetterScreen
from ui.level.level_screen import LevelScreen
from ui.loop.loop_screens import loop_builders
from ui.noted.noted_screen import NotedScreen
from ui.printing import ChoosePaper
from ui.review.review_screen import ReviewScreen
from ui.screen import AnyScreen
from ui.service_sources.feed_screens import FeedScreens
from ui.services.choose_services_screen import ChooseServicesScreen
from ui.services.entry_screen import EntryScreen
from ui.services.service_screen import ServiceScreen
from ui.services.services_screen import ServicesScreen
from ui.sync.sync_pages import SyncPages
from ui.young_people.new_conversation_screen import NewConversationScreen
from ui.young_people.safe_contact_screen import SafeContactScreen
from ui.young_people.young_people_screen import YoungPeopleScreen
from ui.young_people.young_person_screen import YoungPersonScreen
from vrn_desktop.application.ports.aside_runner import AsideRunner
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ScreeningId, YoungPersonId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.closing.safe_contact_presenter import SafeContactPresenter
from vrn_desktop.presenters.conversations_presenter import ConversationsPresenter
from vrn_desktop.presenters.directory.entry_presenter import EntryPresenter
from vrn_desktop.presenters.directory.service_finder import KeptSearch
from vrn_desktop.presenters.directory.service_page_presenter import ServicePagePresenter
from vrn_desktop.presenters.home_presenter import HomePresenter
from vrn_desktop.presenters.kept_letter_presenter import KeptLetterPresenter
from vrn_desktop.presenters.letter_kinds_presenter import LetterKindsPresenter
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.letters_to_print_presenter import LettersToPrintPresenter
from vrn_desktop.presenters.level_presenter import LevelPresenter
from vrn_desktop.presenters.loop.gaps_presenter import GapsPresenter
from vrn_desktop.presenters.loop.goals_presenter import GoalsPresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.new_conversation_presenter import NewConversationPresenter
from vrn_desktop.presenters.noted_presenter import NotedPresenter
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter
from vrn_desktop.presenters.review_presenter import ReviewPresenter
from vrn_desktop.presenters.services_presenter import ServicesPresenter
from vrn_desktop.presenters.young_people_presenter import YoungPeoplePresenter
from vrn_desktop.presenters.young_person_presenter import YoungPersonPresenter


class InsideScreens:
    """One builder a place; a place without a builder leads home."""

    def __init__(
        self,
        services: Services,
        names: NameDisplay,
        *,
        aside: AsideRunner,
        go: Callable[[Route], None],
        choose_paper: ChoosePaper,
        backup_words: Callable[[date], tuple[str, bool]],
    ) -> None:
        self._services = services
        self._names = names
        self._go = go
        self._choose_paper = choose_paper
        self._backup_words = backup_words
        self._feeds = FeedScreens(services, aside, go=go)
        self._kept_search = KeptSearch()
        self._sync = SyncPages(services, aside)
        self._builders: dict[Place, Callable[[Route], AnyScreen]] = {
            Place.HOME: self._home,
            Place.YOUNG_PEOPLE: self._young_people,
            Place.YOUNG_PERSON: self._young_person,
            Place.NEW_CONVERSATION: self._new_conversation,
            Place.CONVERSATIONS: self._conversations,
            Place.CHECK_NOTED: self._noted,
            Place.LEVEL: self._level,
            Place.CHOOSE_SERVICES: self._choose_services,
            Place.SAFE_CONTACT: self._safe_contact,
            Place.LETTER_FOR: self._letter_for,
            Place.LETTER: self._letter,
            Place.LETTERS_TO_PRINT: self._letters_to_print,
            Place.SERVICES: self._service_list,
            Place.SERVICE: self._service,
            Place.SERVICE_EDITOR: self._service_editor,
            Place.SERVICE_SOURCES: self._feeds.sources,
            Place.SERVICE_EXPORT: self._feeds.export,
            Place.REVIEW: self._review,
            Place.SYNC: self._sync.sync,
            **loop_builders(services, names, go),
        }

    def build(self, route: Route) -> AnyScreen | None:
        """The screen of a route, or None where this builder has no such place."""
        builder = self._builders.get(route.place)
        return builder(route) if builder is not None else None

    def _home(self, _route: Route) -> AnyScreen:
        return HomeScreen(
            HomePresenter(self._services, self._names, go=self._go, backup_words=self._backup_words)
        )

    def _young_people(self, _route: Route) -> AnyScreen:
        return YoungPeopleScreen(YoungPeoplePresenter(self._services, self._names, go=self._go))

    def _young_person(self, route: Route) -> AnyScreen:
        return YoungPersonScreen(
            YoungPersonPresenter(self._services, _person(route), self._names, go=self._go),
            GoalsPresenter(self._services, _person(route)),
        )

    def _new_conversation(self, route: Route) -> AnyScreen:
        return NewConversationScreen(
            NewConversationPresenter(
                self._services, self._names, go=self._go, person_id=route.young_person
            )
        )

    def _conversations(self, _route: Route) -> AnyScreen:
        return ConversationsScreen(ConversationsPresenter(self._services, self._names, go=self._go))

    def _noted(self, route: Route) -> AnyScreen:
        return NotedScreen(NotedPresenter(self._services, _screening(route), go=self._go))

    def _level(self, route: Route) -> AnyScreen:
        return LevelScreen(LevelPresenter(self._services, _screening(route), go=self._go))

    def _choose_services(self, route: Route) -> AnyScreen:
        return ChooseServicesScreen(
            ChooseServicesPresenter(self._services, _screening(route), go=self._go),
            gaps=GapsPresenter(self._services, _screening(route)),
        )

    def _safe_contact(self, route: Route) -> AnyScreen:
        person = _person(route)
        back = Route(place=route.returns_to or Place.YOUNG_PERSON, young_person=person)
        if route.screening is not None:
            back = Route(
                place=route.returns_to or Place.LETTER,
                screening=route.screening,
                letter_kind=route.letter_kind,
            )
        return SafeContactScreen(
            SafeContactPresenter(self._services, person, done=lambda: self._go(back))
        )

    def _letter_for(self, route: Route) -> AnyScreen:
        presenter = LetterKindsPresenter(self._services, _screening(route), go=self._go)
        return LetterKindsScreen(presenter)

    def _letter(self, route: Route) -> AnyScreen:
        kind = route.letter_kind or LetterKind.YOUNG_PERSON
        if route.letter is not None:
            kept = KeptLetterPresenter(self._services, route.letter, go=self._go)
            return KeptLetterScreen(kept, choose_paper=self._choose_paper)
        if kind is not LetterKind.YOUNG_PERSON:
            return OtherLetterScreen(
                OtherLetterPresenter(self._services, _screening(route), kind, go=self._go)
            )
        presenter = LetterPresenter(
            self._services, _screening(route), go=self._go, letter_id=route.letter
        )
        return LetterScreen(presenter, choose_paper=self._choose_paper)

    def _letters_to_print(self, _route: Route) -> AnyScreen:
        presenter = LettersToPrintPresenter(self._services, self._names, go=self._go)
        return LettersToPrintScreen(presenter, choose_paper=self._choose_paper)

    def _service_list(self, _route: Route) -> AnyScreen:
        return ServicesScreen(
            ServicesPresenter(self._services, go=self._go, kept=self._kept_search)
        )

    def _service(self, route: Route) -> AnyScreen:
        if route.service is None:
            return self._service_list(route)
        back = Route(place=route.returns_to or Place.SERVICES, screening=route.screening)
        return ServiceScreen(
            ServicePagePresenter(self._services, route.service, go=self._go, back_to=back)
        )

    def _service_editor(self, route: Route) -> AnyScreen:
        return EntryScreen(EntryPresenter(self._services, route.service, go=self._go))

    def _review(self, _route: Route) -> AnyScreen:
        return ReviewScreen(ReviewPresenter(self._services, go=self._go))


def _screening(route: Route) -> ScreeningId:
    if route.screening is None:
        raise ValueError("this place needs a conversation")
    return route.screening


def _person(route: Route) -> YoungPersonId:
    if route.young_person is None:
        raise ValueError("this place needs a young person")
    return route.young_person
