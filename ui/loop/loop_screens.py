"""Builds the pages that close the loop, one presenter each."""

from collections.abc import Callable

from ui.loop.check_in_screen import CheckInScreen
from ui.loop.gap_list_screen import GapListScreen
from ui.loop.outdated_screen import OutdatedScreen
from ui.loop.referral_screen import ReferralScreen
from ui.loop.reply_screen import ReplyScreen
from ui.loop.worklist_screen import WorklistScreen
from ui.screen import AnyScreen
from vrn_desktop.application.services import Services
from vrn_desktop.presenters.loop.check_in_presenter import CheckInPresenter
from vrn_desktop.presenters.loop.gap_list_presenter import GapListPresenter
from vrn_desktop.presenters.loop.goals_presenter import GoalsPresenter
from vrn_desktop.presenters.loop.outdated_presenter import OutdatedPresenter
from vrn_desktop.presenters.loop.referral_presenter import ReferralPresenter
from vrn_desktop.presenters.loop.reply_presenter import ReplyPresenter
from vrn_desktop.presenters.loop.worklist_presenter import WorklistPresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route

Builder = Callable[[Route], AnyScreen]


def loop_builders(
    services: Services, names: NameDisplay, go: Callable[[Route], None]
) -> dict[Place, Builder]:
    """One builder a place."""

    def referral(route: Route) -> AnyScreen:
        if route.signpost is None:
            raise ValueError("this place needs a referral")
        return ReferralScreen(
            ReferralPresenter(services, route.signpost, names, go=go, from_a_slip=route.from_a_slip)
        )

    def check_in(route: Route) -> AnyScreen:
        if route.follow_up is None:
            raise ValueError("this place needs something due")
        person = route.young_person
        goals = None if person is None else GoalsPresenter(services, person)
        return CheckInScreen(CheckInPresenter(services, route.follow_up, names, go=go), goals)

    return {
        Place.WORKLIST: lambda _: WorklistScreen(WorklistPresenter(services, names, go=go)),
        Place.REPLY: lambda _: ReplyScreen(ReplyPresenter(services, names, go=go)),
        Place.REFERRAL: referral,
        Place.FOLLOW_UP: check_in,
        Place.OUT_OF_DATE: lambda _: OutdatedScreen(OutdatedPresenter(services, names, go=go)),
        Place.UNMET_NEEDS: lambda _: GapListScreen(GapListPresenter(services, go=go)),
    }
