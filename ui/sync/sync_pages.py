"""Builds the page on what leaves; its presenter stays for the session, whatever page is looked at."""

from ui.screen import AnyScreen
from ui.sync.sync_screen import SyncScreen
from vrn_desktop.application.ports.aside_runner import AsideRunner
from vrn_desktop.application.services import Services
from vrn_desktop.presenters.navigation_presenter import Route
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter


class SyncPages:
    """Sending goes on while somebody works elsewhere."""

    def __init__(self, services: Services, aside: AsideRunner) -> None:
        self._services = services
        self._aside = aside
        self._presenter: SyncPresenter | None = None

    def sync(self, _route: Route) -> AnyScreen:
        """What leaves this laptop for the network."""
        if self._presenter is None:
            self._presenter = SyncPresenter(
                self._services.counts,
                self._aside,
                runner=self._services.runner,
                clock=self._services.clock,
                name_of=self._services.people.name_of,
            )
        return SyncScreen(self._presenter)
