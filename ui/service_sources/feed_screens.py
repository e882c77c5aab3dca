"""Builds the pages of sources; their presenters stay for the session, whatever page is looked at."""

from collections.abc import Callable

from ui.screen import AnyScreen
from ui.service_sources.export_screen import ExportScreen
from ui.service_sources.sources_screen import SourcesScreen
from vrn_desktop.application.ports.aside_runner import AsideRunner
from vrn_desktop.application.services import Services
from vrn_desktop.presenters.navigation_presenter import Route
from vrn_desktop.presenters.service_sources.export_presenter import ExportPresenter
from vrn_desktop.presenters.service_sources.sources_presenter import SourcesPresenter


class FeedScreens:
    """A feed goes on coming in, and a file goes on being written, while somebody works elsewhere."""

    def __init__(
        self, services: Services, aside: AsideRunner, *, go: Callable[[Route], None]
    ) -> None:
        self._services = services
        self._aside = aside
        self._go = go
        self._sources: SourcesPresenter | None = None
        self._export: ExportPresenter | None = None

    def sources(self, _route: Route) -> AnyScreen:
        """Where our services come from."""
        if self._sources is None:
            self._sources = SourcesPresenter(self._services, self._aside, go=self._go)
        return SourcesScreen(self._sources)

    def export(self, _route: Route) -> AnyScreen:
        """Give our directory to others."""
        if self._export is None:
            self._export = ExportPresenter(self._services, self._aside, go=self._go)
        return ExportScreen(self._export)
