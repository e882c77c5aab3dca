"""The page of one service: look, copy a number, say that it was checked, set its kinds of help."""

from collections.abc import Callable
from dataclasses import replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.presenters.directory.service_page import service_page
from vrn_desktop.presenters.directory.service_page_state import (
    CHANGE_NOTED,
    CHECKED_TODAY,
    NO_LONGER_THERE,
    SAY_WHAT,
    ServicePage,
    ServicePageState,
)
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter


class ServicePagePresenter(Presenter[ServicePageState]):
    """Every change is in the file before the page says so."""

    def __init__(
        self,
        services: Services,
        service: ServiceId,
        *,
        go: Callable[[Route], None],
        back_to: Route | None = None,
    ) -> None:
        self._services = services
        self._service = service
        self._go = go
        self._back_to = back_to or Route(place=Place.SERVICES)
        super().__init__(ServicePageState(all_kinds=services.directory.kinds_of_help()))
        self._load()

    def go_back(self) -> None:
        """To the list, or to the conversation this page was opened from."""
        self._go(self._back_to)

    def edit(self) -> None:
        """Change our own entry, or begin our own copy of somebody else's."""
        self._go(Route(place=Place.SERVICE_EDITOR, service=self._service))

    def still_right(self) -> None:
        """I looked today, and everything is right."""
        self._check(still_right=True, note="", notice=CHECKED_TODAY)

    def begin_change(self) -> None:
        """I looked today, and something has changed."""
        self.show(replace(self.state, is_noting_change=True, change_problem="", notice=""))

    def note_change(self, what: str) -> None:
        """Keep what has changed; until somebody puts it right it counts as not checked."""
        if not what.strip():
            self.show(replace(self.state, change_problem=SAY_WHAT))
            return
        self._check(still_right=False, note=what, notice=CHANGE_NOTED)

    def begin_kinds(self) -> None:
        """Say what kinds of help it is."""
        self.show(replace(self.state, is_choosing_kinds=True, notice=""))

    def set_kinds(self, kinds: tuple[CategoryId, ...]) -> None:
        """Keep the kinds of help; they stay when the feed is imported again."""
        directory = self._services.directory
        self._do(lambda: directory.set_categories(self._service, kinds), "Kept.")

    def leave_it(self) -> None:
        """Neither note a change nor set kinds."""
        self.show(
            replace(self.state, is_noting_change=False, is_choosing_kinds=False, change_problem="")
        )

    def ask_about_link(self, address: str) -> None:
        """Somebody pressed a link: it leaves this laptop only after a yes."""
        self.show(replace(self.state, link_to_open=address))

    def forget_link(self) -> None:
        """Do not open it, or it was opened."""
        self.show(replace(self.state, link_to_open=""))

    def tell(self, notice: str) -> None:
        """Say what happened on the page itself, such as a number copied."""
        self.show(replace(self.state, notice=notice))

    def _check(self, *, still_right: bool, note: str, notice: str) -> None:
        directory = self._services.directory
        self._do(
            lambda: directory.record_check(self._service, still_right=still_right, note=note),
            notice,
        )

    def _do(self, job: Callable[[], object], notice: str) -> None:
        def do() -> ServicePage | None:
            job()
            return self._read()

        self._services.runner.run(
            do, then=lambda page: self._take(page, notice), failed=self._refused
        )

    def _load(self) -> None:
        self._services.runner.run(self._read, then=self._take, failed=self._refused)

    def _read(self) -> ServicePage | None:
        directory = self._services.directory
        full = directory.get(self._service)
        if full is None:
            return None
        return service_page(full, self._services.clock(), directory.setting_place())

    def _take(self, page: ServicePage | None, notice: str = "") -> None:
        self.show(
            replace(
                self.state,
                loading=False,
                page=page,
                is_choosing_kinds=False,
                is_noting_change=False,
                change_problem="",
                notice=notice,
                problem="" if page is not None else NO_LONGER_THERE,
            )
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))
