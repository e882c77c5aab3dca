"""One signed-in person in the window: use cases, names, locking; thrown away at lock."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from ui.aside_runner import AsideTaskRunner
from ui.lock_watch import LockWatch
from ui.main_window import MainWindow
from ui.navigation_rail import RailItem
from ui.sending_watch import SendingWatch
from ui.shell_keys import WITHOUT_SIGNING_IN
from ui.system_locks import SystemLocks
from vrn_desktop.application.file_service import FileService
from vrn_desktop.application.long_work import LongWork
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.services import Services
from vrn_desktop.application.settings import Settings
from vrn_desktop.presenters.backup.backup_words import backup_line, newest_of
from vrn_desktop.presenters.lock_presenter import LockPresenter, LockState
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place

HOME = RailItem(place=Place.HOME, text="Home", icon="house")
WORK = (
    RailItem(place=Place.YOUNG_PEOPLE, text="Young people", icon="users"),
    RailItem(place=Place.CONVERSATIONS, text="Conversations", icon="message-circle"),
    RailItem(place=Place.SERVICES, text="Services", icon="map-pin-house"),
)
REVIEW = RailItem(place=Place.REVIEW, text="Review", icon="clipboard-check")
SYNC = RailItem(place=Place.SYNC, text="Sync", icon="refresh-cw")
PEOPLE = RailItem(place=Place.PEOPLE_ADMIN, text="People", icon="user-plus", at_end=True)
BACKUP = RailItem(place=Place.BACKUP, text="Backup", icon="hard-drive", at_end=True)
SETTINGS = RailItem(place=Place.SETTINGS, text="Settings", icon="settings", at_end=True)
HELP = RailItem(place=Place.HELP, text="Help", icon="life-buoy", at_end=True)


class Session(QObject):
    """Watches over the time between unlock and lock."""

    def __init__(
        self,
        window: MainWindow,
        opened: OpenFile,
        services: Services,
        files: FileService,
        *,
        runner: TaskRunner,
        wall: Callable[[], float],
        monotonic: Callable[[], float],
        lock: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self.opened = opened
        self.services = services
        self.names = NameDisplay()
        self.aside = AsideTaskRunner(self)
        self._window = window
        self._files = files
        self._runner = runner
        self._locking = LockPresenter(
            services.people, runner=runner, monotonic=monotonic, lock=lock
        )
        self._sending = SendingWatch(services.counts, store=runner, aside=self.aside, parent=self)
        self._watch = LockWatch(self, wall=wall, monotonic=monotonic)
        self._watch.warned.connect(self._locking.warn)
        self._watch.eased.connect(self._locking.ease)
        self._watch.lock_due.connect(self._locking.covered_for_long)
        self._system_locks = SystemLocks(self)
        self._system_locks.away.connect(self._locking.covered_for_long)
        self._locking.attach(self._draw_lock)
        window.covered.connect(self._covered)
        window.uncover_requested.connect(self._locking.come_back)

    def begin(self, settings: Settings) -> None:
        """Start to watch the clock and the keys."""
        self.use(settings)
        handle = self._window.windowHandle()
        if handle is not None:
            self._watch.watch(handle, self._window)
        self._watch.start()
        self._system_locks.listen(handle)
        if self.services.practitioner.role.may_read_records:
            self._tidy_directory()
            self._sending.start()

    def use(self, settings: Settings) -> None:
        """The office's own times until locking."""
        self._watch.set_idle_seconds(
            settings.auto_lock_minutes * 60, settings.auto_lock_minutes_in_conversation * 60
        )

    def end(self) -> None:
        """Stop watching and mask names; nothing the window does reaches this file any more."""
        self._window.covered.disconnect(self._covered)
        self._window.uncover_requested.disconnect(self._locking.come_back)
        self._watch.stop()
        self._sending.stop()
        self._system_locks.stop()
        self.aside.close()
        self.names.mask()
        self._locking.detach()

    def set_in_conversation(self, *, on: bool) -> None:
        """Be more patient while two people talk, and let nothing long keep their answers waiting."""
        self._watch.set_in_conversation(in_conversation=on)
        self.services.feeds.imports.make_way(talking=on)
        self._sending.set_talking(on=on)

    def rail(self) -> tuple[RailItem, ...]:
        """The places of this role."""
        role = self.services.practitioner.role
        if not role.may_read_records:
            return (PEOPLE, SETTINGS, HELP)
        review = (REVIEW,) if role.may_review else ()
        people = (PEOPLE,) if role.may_manage_people else ()
        return (HOME, *WORK, *review, SYNC, *people, BACKUP, SETTINGS, HELP)

    def may_open(self, place: Place) -> bool:
        """Whether a key may lead there: an administrator's keys lead to no records."""
        return self.services.practitioner.role.may_read_records or place in WITHOUT_SIGNING_IN

    def first_place(self) -> Place:
        """Where this role begins."""
        reads = self.services.practitioner.role.may_read_records
        return Place.HOME if reads else Place.PEOPLE_ADMIN

    def backup_words(self, today: date) -> tuple[str, bool]:
        """What Home says about the local backups."""
        missing = self._files.backup_missing(self.opened)
        return backup_line(
            newest_of(self._files.backups()),
            today,
            missing=missing,
            space_low=self._files.space_low(self.opened),
        )

    def _tidy_directory(self) -> None:
        """Clear what an import left that was broken off; the next sign-in does what this one cannot."""
        LongWork(
            self.services.feeds.sources.tidy,
            store=self._runner,
            aside=self.aside,
            then=lambda _done: None,
            failed=lambda _error: None,
        ).start()
        self.aside.run(self.services.feeds.imports.forget_old_pages, then=lambda _done: None)

    def _covered(self) -> None:
        self.names.mask()
        # First that it is covered: the watch may take its announcement back, which draws this state.
        self._locking.cover()
        self._watch.set_covered(covered=True)

    def _draw_lock(self, state: LockState) -> None:
        cover = self._window.cover_screen
        if cover.isVisible() and not state.covered:
            self._watch.set_covered(covered=False)
            self._window.uncover()
        if state.cover_words:
            cover.show_problem(state.cover_words)
        self._window.body.show_warning(state.warning)
