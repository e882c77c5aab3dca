"""The pages of a signed-in person over one busy invented office: full, still loading, or refused by the disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.invented_services import PRIYA, Invented
from tests.talk import CALM_CORE, answered, begun
from tests.ui.loop_pages import OpenedLoop, loop_pages
from tests.went import Went
from ui.conversations.conversations_screen import ConversationsScreen
from ui.home.home_screen import HomeScreen
from ui.letter.letter_screen import LetterScreen
from ui.level.level_screen import LevelScreen
from ui.noted.noted_screen import NotedScreen
from ui.review.review_screen import ReviewScreen
from ui.screen import AnyScreen
from ui.services.choose_services_screen import ChooseServicesScreen
from ui.services.services_screen import ServicesScreen
from ui.young_people.new_conversation_screen import NewConversationScreen
from ui.young_people.safe_contact_screen import SafeContactScreen
from ui.young_people.young_people_screen import YoungPeopleScreen
from ui.young_people.young_person_screen import YoungPersonScreen
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.feedback import WorkerState
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.closing.safe_contact_presenter import SafeContactPresenter
from vrn_desktop.presenters.conversations_presenter import ConversationsPresenter
from vrn_desktop.presenters.home_presenter import HomePresenter
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.level_presenter import LevelPresenter
from vrn_desktop.presenters.level_state import Verdict
from vrn_desktop.presenters.loop.gaps_presenter import GapsPresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.new_conversation_presenter import NewConversationPresenter
from vrn_desktop.presenters.noted_presenter import NotedPresenter
from vrn_desktop.presenters.review_presenter import ReviewPresenter
from vrn_desktop.presenters.services_presenter import ServicesPresenter
from vrn_desktop.presenters.young_people_presenter import YoungPeoplePresenter
from vrn_desktop.presenters.young_person_presenter import YoungPersonPresenter
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer

HARD = {**CALM_CORE, "B01": "strong", "C01": "clear", "E01": "some", "F01": "clear", "H05": "clear"}


class WaitingRunner:
    """A disk that does not answer."""

    def run(
        self,
        job: Callable[[], Any],
        *,
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        return None


class RefusingRunner:
    """A disk that refuses everything."""

    def run(
        self,
        job: Callable[[], Any],
        *,
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        assert failed is not None
        failed(StorageError("refused"))


class BusyOffice:
    """Somebody after a hard talk with everything that can stand on their pages, and a colleague's."""

    def __init__(self) -> None:
        self.office = Invented(renderer=LetterPdfRenderer())
        self.services = self.office.services()
        self.names = NameDisplay()
        services, today = self.services, self.office.clock().date()
        self.talk = answered(services, begun(services, name="Ana-Maria Made-Up"), HARD)
        services.screenings.record_words(
            self.talk, "Z2", "I like drawing, and my ant lisa listens."
        )
        for days, kind in ((-2, FollowUpKind.CHECK_IN), (1, FollowUpKind.AFTERCARE)):
            services.follow_ups.promise(
                self.talk, due_on=today + timedelta(days=days), how="In person", kind=kind
            )
        services.levels.decide(self.talk.id, LevelName("secondary"), reason="It was long ago.")
        for entry in services.signposting.directory().entries:
            if entry.name in ("Papyrus HOPELINE247", "Victim Support", "FRANK (drugs)"):
                services.signposting.offer(self.talk.id, entry, SignpostState.ACCEPTED)
        services.letters.keep_safe_contact(
            self.talk.young_person_id,
            SafeContact(asked_on=today, text=SafeReply.YES, phone_checked_by_others=SafeReply.NO),
        )
        services.aftertalk.check_worker(WorkerState.DEBRIEF, heavy=True)
        self.done = answered(services, begun(services), {**CALM_CORE, "B01": "strong"})
        services.levels.decide(self.done.id, LevelName("primary"))
        services.screenings.complete(services.screenings.load(self.done.id))
        services.screenings.add_addendum(self.done.id, "They now live with their aunt.")
        self.supervisor = self.office.as_person(PRIYA).services()

    def pages(self, services: Services) -> dict[str, Callable[[], AnyScreen]]:
        """Every page once."""
        go, names, talk = Went(), self.names, self.talk
        return {
            "home": lambda: HomeScreen(HomePresenter(services, names, go=go)),
            "young people": lambda: YoungPeopleScreen(YoungPeoplePresenter(services, names, go=go)),
            "young person": lambda: YoungPersonScreen(
                YoungPersonPresenter(services, talk.young_person_id, names, go=go)
            ),
            "new conversation": lambda: NewConversationScreen(
                NewConversationPresenter(services, names, go=go)
            ),
            "conversations": lambda: ConversationsScreen(
                ConversationsPresenter(services, names, go=go)
            ),
            "review": lambda: ReviewScreen(
                ReviewPresenter(replace(services, practitioner=PRIYA), go=go)
            ),
            "noted": lambda: NotedScreen(NotedPresenter(services, talk.id, go=go)),
            "level": lambda: LevelScreen(LevelPresenter(services, talk.id, go=go)),
            "choose services": lambda: ChooseServicesScreen(
                ChooseServicesPresenter(services, talk.id, go=go),
                gaps=GapsPresenter(services, talk.id),
            ),
            "letter": lambda: LetterScreen(LetterPresenter(services, talk.id, go=go)),
            "safe contact": lambda: SafeContactScreen(
                SafeContactPresenter(services, talk.young_person_id, done=lambda: None)
            ),
            "services": lambda: ServicesScreen(ServicesPresenter(services, go=go)),
            **loop_pages(self.office, services, names),
        }

    def opened_pages(self) -> dict[str, Callable[[], AnyScreen]]:
        """Pages in the states that take the most room."""
        go = Went()

        def weighing() -> AnyScreen:
            presenter = LevelPresenter(self.services, self.talk.id, go=go)
            presenter.choose(Verdict.DIFFERENT)
            presenter.want(LevelName("primary"))
            presenter.write_reason("She is manipulative and streetwise.")
            presenter.decide()
            return LevelScreen(presenter)

        def person(intent: Callable[[YoungPersonPresenter], None]) -> AnyScreen:
            presenter = YoungPersonPresenter(
                self.services, self.talk.young_person_id, self.names, go=go
            )
            intent(presenter)
            if presenter.state.details is not None:
                presenter.keep(chosen_name="", pronouns="", age="", access_needs="")
            return YoungPersonScreen(presenter)

        def missing() -> AnyScreen:
            presenter = NewConversationPresenter(self.services, self.names, go=go)
            presenter.someone_new()
            presenter.start()
            return NewConversationScreen(presenter)

        def given() -> AnyScreen:
            presenter = LetterPresenter(self.services, self.talk.id, go=go)
            for tick in presenter.state.services:
                presenter.tick(tick.id, ticked=True)
            presenter.confirm()
            return LetterScreen(presenter)

        return {
            "level, weighing": weighing,
            "level, locked": lambda: LevelScreen(
                LevelPresenter(self.services, self.done.id, go=go)
            ),
            "person, promising": lambda: person(YoungPersonPresenter.plan_check_in),
            "person, details": lambda: person(YoungPersonPresenter.edit),
            "new conversation, missing": missing,
            "letter, kept": given,
            **OpenedLoop(self.office, self.names).pages(),
        }
