"""The running program: what is shown where, who is signed in, and when it ends."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.outside_screens import OutsideScreens, get_help_of
from ui.screen import AnyScreen
from ui.settings.appearance import dress
from ui.shell_keys import KEPT_FROM_A_TALK, PLACES, WITHOUT_SIGNING_IN, text_percent_after
from ui.shortcuts import ShellAction
from ui.task_runner import StoreTaskRunner
from vrn_desktop.application.file_service import help_lines_of
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.program import Program
from vrn_desktop.application.settings import Settings
from vrn_desktop.application.settings_service import SettingsService
from vrn_desktop.domain.setting import Workplace
from vrn_desktop.presenters.error_text import error_text
from vrn_desktop.presenters.get_help_state import GetHelpState
from vrn_desktop.presenters.help.help_presenter import KEYS_TOPIC
from vrn_desktop.presenters.navigation_presenter import Place, Route

if TYPE_CHECKING:
    from ui.office_screens import OfficeScreens
    from ui.printing import ChoosePaper
    from ui.session import Session
    from ui.widgets.sheet_panel import SheetPanel
    from ui.work_screens import WorkScreens

TALKING = (Place.CONVERSATION, Place.ESCALATION)


class Shell(QObject):
    """Leads from place to place; the only one who knows whether somebody is signed in."""

    def __init__(
        self,
        application: QApplication,
        program: Program,
        settings: SettingsService,
        *,
        choose_paper: "ChoosePaper",
        monotonic: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._application = application
        self._program = program
        self._settings = settings
        self._choose_paper = choose_paper
        self._monotonic = monotonic
        self._crash_sheet: SheetPanel | None = None
        self.runner = StoreTaskRunner()
        self.session: Session | None = None
        self._work: WorkScreens | None = None
        self._office: OfficeScreens | None = None
        self._route = Route(place=Place.UNLOCK)
        self._before: Route | None = None
        self._ending = False
        self.window = MainWindow(self._make, GetHelpState())
        self._outside = OutsideScreens(
            program,
            self.runner,
            self.window,
            go=self.go,
            opened=self.signed_in,
            monotonic=monotonic,
        )
        self.window.place_chosen.connect(lambda place: self._go_from_here(Route(place=place)))
        self.window.lock_requested.connect(self.lock)
        self.window.action_requested.connect(self._act)
        self.window.closing.connect(self.close)
        self.window.uncover_requested.connect(self._come_back_outside)
        settings.when_changed(self._use)

    @property
    def place(self) -> Place:
        """Where the user is."""
        return self._route.place

    def start(self) -> None:
        """Show the first page: set up, unlock, or what keeps the file closed."""
        self.go(self._outside.first_route())

    def go(self, route: Route) -> None:
        """To a place; a conversation is read from the file first, and a restore needs it closed."""
        if self._ending:
            return
        if route.place is Place.RESTORE and self.session is not None:
            self._close_file(self.session, then=lambda: self._show(route))
        elif route.place in TALKING and self._work is not None:
            self._work.open_conversation(route, then=lambda: self._show(route))
        else:
            self._show(route)

    def _go_from_here(self, route: Route) -> None:
        """To a place that was pressed, unless the page asks about something typed first."""
        screen = self.window.body.front
        if screen is None or not screen.holds_back(lambda: self.go(route)):
            self.go(route)

    def back(self) -> None:
        """To the place before this one."""
        self.go(self._before or Route(place=self._first_place()))

    def signed_in(self, opened: OpenFile) -> None:
        """Somebody has unlocked the file."""
        from ui.session import Session  # noqa: PLC0415 - the unlock page does not wait
        from ui.work_screens import WorkScreens  # noqa: PLC0415 - nor for this

        services = self._program.services_for(opened, self.runner)
        self.session = Session(
            self.window,
            opened,
            services,
            self._program.file,
            runner=self.runner,
            wall=lambda: self._program.clock().timestamp(),
            monotonic=self._monotonic,
            lock=self.lock,
        )
        self._work = WorkScreens(
            self.session,
            self.window,
            go=self.go,
            choose_paper=self._choose_paper,
            settings=self._settings,
        )
        self.session.begin(self._settings.settings)
        self.window.show_get_help(get_help_of(opened.vault.help_lines))
        self._before = None
        self.go(Route(place=self.session.first_place()))

    def tell_of_crash(self, error: BaseException) -> None:
        """One calm notice at a time; what was saved is safe and the program goes on."""
        from ui.widgets.crash_sheet import CrashSheet  # noqa: PLC0415 - hardly ever needed

        if self._crash_sheet is None and not self._ending:
            self._crash_sheet = CrashSheet(error_text(error))
            self._crash_sheet.closed.connect(self._crash_told)
            self.window.open_sheet(self._crash_sheet)

    def _crash_told(self) -> None:
        self._crash_sheet = None

    def lock(self) -> None:
        """Cover at once, finish what is being written, back up, start afresh (security.md 3.6)."""
        self._end(self._program.start_afresh)

    def _lock_with(self, opened: OpenFile) -> None:
        """The locks were changed: what is locked now is the new file."""
        if self.session is not None:
            self.session.opened = opened
        self.lock()

    def close(self) -> None:
        """The window was closed: nothing is asked, everything is on the disk already."""
        self._end(self._application.quit)

    def _end(self, then: Callable[[], None]) -> None:
        if self._ending:
            return
        self._ending = True
        session, self.session = self.session, None
        if session is None:
            self.runner.close()
            then()
            return
        self.window.cover()
        session.end()
        self.window.body.let_go()

        def finish() -> None:
            self.runner.close()
            then()

        self._lock_file(session, then=finish)

    def _close_file(self, session: "Session", then: Callable[[], None]) -> None:
        """Lock the file and stay in the window: the one that is brought back takes its place."""
        self.session, self._before = None, None
        self.window.body.let_go()
        session.end()
        session.deleteLater()
        self._lock_file(session, then=then)

    def _lock_file(self, session: "Session", then: Callable[[], None]) -> None:
        """Lock once everything that was said is on the disk, unless the disk refuses it."""
        if self._work is not None and self._work.is_writing:
            self.runner.run(lambda: None, then=lambda _turn: self._lock_file(session, then))
            return
        self._work = None
        self.runner.run(
            lambda: self._program.file.lock(session.opened),
            then=lambda _locked: then(),
            failed=lambda _error: then(),
        )

    def _come_back_outside(self) -> None:
        """Nobody is signed in, so there is no passphrase to ask for; records are locked anyway."""
        if self.session is None and not self._ending:
            self.window.uncover()

    def _make(self, route: Route) -> AnyScreen:
        screen = self._work.build(route) if self._work is not None else None
        screen = screen or self._outside.build(route) or self._office_page(route)
        if screen is not None:
            return screen
        self._route = Route(place=self._first_place())
        return self._make(self._route)

    def _office_page(self, route: Route) -> AnyScreen | None:
        before = self._before.place if self._before is not None else None
        return self._office_pages().build(route, self.session, before)

    def _office_pages(self) -> "OfficeScreens":
        if self._office is None:
            from ui.office_screens import OfficeScreens  # noqa: PLC0415 - the unlock page does not wait

            self._office = OfficeScreens(
                self._program,
                self._settings,
                self.runner,
                self.window,
                go=self.go,
                back=self.back,
                opened=self.signed_in,
                troubled=self._outside.troubled,
                workplace_changed=self._workplace_changed,
                lock_with=self._lock_with,
                choose_paper=self._choose_paper,
            )
        return self._office

    def _show(self, route: Route) -> None:
        if route.place != self._route.place:
            self._before = self._route
        self._route = route
        self.window.show_route(route)
        talking = self._route.place in TALKING
        if self.session is not None:
            self.session.set_in_conversation(on=talking)
        rail = () if talking or self.session is None else self.session.rail()
        self.window.show_rail(rail, self._route.place)

    def _act(self, action: ShellAction) -> None:
        if action in PLACES:
            if action is ShellAction.LIST_SHORTCUTS:
                self._office_pages().help_topic = KEYS_TOPIC
            self._go_by_key(PLACES[action])
        elif action is ShellAction.LOCK and self.session is not None:
            self.lock()
        elif action is ShellAction.SHOW_NAMES and self.session is not None:
            self.session.names.switch()
        elif action is ShellAction.FIND:
            self.window.body.go_to_search()
        else:
            percent = text_percent_after(action, self._settings.settings.text_percent)
            self._settings.change_text_percent(percent)

    def _go_by_key(self, place: Place) -> None:
        """Keys do not tear anybody out of a conversation; the numbers come as a sheet there."""
        if self._route.place in TALKING:
            if place is Place.SAFETY_STEPS:
                self.window.open_get_help()
            if place in KEPT_FROM_A_TALK:
                return
        session = self.session
        if session.may_open(place) if session is not None else place in WITHOUT_SIGNING_IN:
            self._go_from_here(Route(place=place))

    def _first_place(self) -> Place:
        if self.session is not None:
            return self.session.first_place()
        return self._outside.first_route().place

    def _workplace_changed(self, workplace: Workplace) -> None:
        self.window.show_get_help(get_help_of(help_lines_of(workplace)))

    def _use(self, settings: Settings) -> None:
        dress(self._application, settings)
        if self.session is not None:
            self.session.use(settings)
