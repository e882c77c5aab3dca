"""The pages that close the loop over the busy office, and in the states that take the most room."""

from collections.abc import Callable
from dataclasses import replace

from tests.invented_services import PRIYA, Invented
from tests.went import Went
from ui.loop.check_in_screen import CheckInScreen
from ui.loop.loop_screens import loop_builders
from ui.loop.outdated_screen import OutdatedScreen
from ui.loop.referral_screen import ReferralScreen
from ui.loop.reply_screen import ReplyScreen
from ui.loop.worklist_screen import WorklistScreen
from ui.screen import AnyScreen
from ui.young_people.young_person_screen import YoungPersonScreen
from vrn_desktop.application.services import Services
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.presenters.loop.check_in_presenter import CheckInPresenter
from vrn_desktop.presenters.loop.goals_presenter import GoalsPresenter
from vrn_desktop.presenters.loop.outdated_presenter import OutdatedPresenter
from vrn_desktop.presenters.loop.referral_presenter import ReferralPresenter
from vrn_desktop.presenters.loop.reply_presenter import ReplyPresenter
from vrn_desktop.presenters.loop.worklist_presenter import WorklistPresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.young_person_presenter import YoungPersonPresenter

Pages = dict[str, Callable[[], AnyScreen]]


def asking_of(office: Invented) -> FollowUp:
    """The first asking whether something helps."""
    kept = office.store.records.follow_ups.values()
    return next(each for each in kept if each.kind is FollowUpKind.IS_IT_HELPING)


def loop_pages(office: Invented, services: Services, names: NameDisplay) -> Pages:
    """Every page once."""
    build = loop_builders(services, names, Went())
    asking = asking_of(office)
    routes = {
        "worklist": Route(place=Place.WORKLIST),
        "reply": Route(place=Place.REPLY),
        "referral": Route(place=Place.REFERRAL, signpost=_offer(office)),
        "is it helping": Route(
            place=Place.FOLLOW_UP, follow_up=asking.id, young_person=asking.young_person_id
        ),
        "contacts that changed": Route(place=Place.OUT_OF_DATE),
    }

    def of(route: Route) -> Callable[[], AnyScreen]:
        return lambda: build[route.place](route)

    return {name: of(route) for name, route in routes.items()}


class OpenedLoop:
    """The pages with forms open, problems said and goals on their ladders."""

    def __init__(self, office: Invented, names: NameDisplay) -> None:
        self._office = office
        self._services = office.services()
        self._names = names
        self._went = Went()

    def pages(self) -> Pages:
        """Each in the state that takes the most room."""
        return {
            "worklist, postponing": self._postponing,
            "reply, misread": self._misread,
            "referral, calling": self._calling,
            "is it helping, naming": self._naming,
            "person, goals": self._with_goals,
            "contacts, changed": self._changed,
        }

    def _goals(self) -> GoalsPresenter:
        person = asking_of(self._office).young_person_id
        presenter = GoalsPresenter(self._services, person)
        if not presenter.state.goals:
            words = "Get to football without a row at home"
            goal = self._services.loop.goals.name(person, words, 2)
            self._services.loop.goals.stand(goal, 6)
            presenter.load()
        return presenter

    def _postponing(self) -> AnyScreen:
        services = self._office.as_person(PRIYA).services()
        presenter = WorklistPresenter(services, self._names, go=self._went)
        presenter.show_team(on=True)
        presenter.start_postponing(presenter.state.groups[0].rows[0])
        presenter.postpone_to("whenever")
        return WorklistScreen(presenter)

    def _misread(self) -> AnyScreen:
        presenter = ReplyPresenter(self._services, self._names, go=self._went)
        presenter.write_code("BCD-O345")
        presenter.find()
        return ReplyScreen(presenter)

    def _calling(self) -> AnyScreen:
        presenter = ReferralPresenter(
            self._services, _offer(self._office), self._names, go=self._went
        )
        presenter.plan_call()
        presenter.keep_call()
        presenter.keep_news()
        return ReferralScreen(presenter)

    def _naming(self) -> AnyScreen:
        goals = self._goals()
        goals.start_naming()
        goals.keep_goal()
        asking = asking_of(self._office).id
        presenter = CheckInPresenter(self._services, asking, self._names, go=self._went)
        return CheckInScreen(presenter, goals)

    def _with_goals(self) -> AnyScreen:
        person = asking_of(self._office).young_person_id
        presenter = YoungPersonPresenter(self._services, person, self._names, go=self._went)
        return YoungPersonScreen(presenter, self._goals())

    def _changed(self) -> AnyScreen:
        events = self._office.store.records.referral_events
        events[:] = [replace(event, contact="01632 960999") for event in events]
        return OutdatedScreen(OutdatedPresenter(self._services, self._names, go=self._went))


def _offer(office: Invented) -> SignpostId:
    return next(iter(office.store.records.signposts.values())).id
