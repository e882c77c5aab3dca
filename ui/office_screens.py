"""Builds the pages around the records: set-up, recovery, restore, settings, help, people, backup."""

from collections.abc import Callable

from ui.backup.backup_screen import BackupScreen
from ui.backup.restore_screen import RestoreScreen
from ui.first_run.first_run_screen import FirstRunScreen
from ui.help.help_screen import HelpScreen
from ui.main_window import MainWindow
from ui.people.people_screen import PeopleScreen
from ui.printing import ChoosePaper, PrintOutcome, print_document
from ui.recovery.recovery_screen import RecoveryScreen
from ui.safety_steps.safety_steps_screen import SafetyStepsScreen
from ui.screen import AnyScreen
from ui.session import Session
from ui.settings.settings_screen import SettingsScreen
from ui.workplace.workplace_screen import WorkplaceScreen
from vrn_desktop import __version__
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.program import Program
from vrn_desktop.application.recovery_way import RecoveryWay
from vrn_desktop.application.settings_service import SettingsService
from vrn_desktop.domain.setting import Workplace
from vrn_desktop.presenters.backup.backup_presenter import BackupPresenter
from vrn_desktop.presenters.backup.restore_presenter import RestorePresenter
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.help.help_presenter import HelpPresenter
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.people.people_presenter import PeoplePresenter
from vrn_desktop.presenters.recovery.recovery_presenter import RecoveryPresenter
from vrn_desktop.presenters.recovery.sheet_handover import SheetPrinting
from vrn_desktop.presenters.safety_steps.safety_steps_presenter import SafetyStepsPresenter
from vrn_desktop.presenters.settings.settings_presenter import SettingsPresenter
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble
from vrn_desktop.presenters.workplace.workplace_presenter import WorkplacePresenter


class OfficeScreens:
    """Imported only when one of its pages is opened, so that the unlock page does not wait for it."""

    def __init__(
        self,
        program: Program,
        settings: SettingsService,
        runner: TaskRunner,
        window: MainWindow,
        *,
        go: Callable[[Route], None],
        back: Callable[[], None],
        opened: Callable[[OpenFile], None],
        troubled: Callable[[FileTrouble, Callable[[], None] | None], None],
        workplace_changed: Callable[[Workplace], None],
        lock_with: Callable[[OpenFile], None],
        choose_paper: ChoosePaper,
    ) -> None:
        self._program = program
        self._settings = settings
        self._runner = runner
        self._window = window
        self._go = go
        self._back = back
        self._opened = opened
        self._troubled = troubled
        self._workplace_changed = workplace_changed
        self._lock_with = lock_with
        self._choose_paper = choose_paper
        self.help_topic = ""
        self._setting_up: FirstRunPresenter | None = None
        self._bringing_back: RecoveryWay | None = None

    def build(
        self, route: Route, session: Session | None, before: Place | None
    ) -> AnyScreen | None:
        """The page of a route; `before` is the place it was opened from."""
        pages: dict[Place, Callable[[], AnyScreen]] = {
            Place.FIRST_RUN: lambda: FirstRunScreen(self._first_run(), self._own_settings(None)),
            Place.RECOVERY: lambda: RecoveryScreen(self._recovery()),
            Place.RESTORE: lambda: RestoreScreen(self._restore()),
            Place.SAFETY_STEPS: lambda: SafetyStepsScreen(self._safety_steps()),
            Place.HELP: lambda: HelpScreen(self._help(before)),
            Place.SETTINGS: lambda: SettingsScreen(self._own_settings(session)),
        }
        if session is not None:
            pages |= {
                Place.PEOPLE_ADMIN: lambda: PeopleScreen(self._people(session)),
                Place.WORKPLACE: lambda: WorkplaceScreen(self._workplace(session)),
                Place.BACKUP: lambda: BackupScreen(self._backup(session)),
            }
        page = pages.get(route.place)
        return page() if page is not None else None

    def _own_settings(self, session: Session | None) -> SettingsPresenter:
        role = session.services.practitioner.role if session is not None else None
        return SettingsPresenter(self._settings, go=self._go, role=role)

    def _workplace(self, session: Session) -> WorkplacePresenter:
        return WorkplacePresenter(
            session.services.workplaces,
            session.services.people,
            runner=self._runner,
            changed=self._workplace_changed,
        )

    def _backup(self, session: Session) -> BackupPresenter:
        return BackupPresenter(
            self._program.file,
            session.opened,
            runner=self._runner,
            clock=self._program.clock,
            go=self._go,
        )

    def _first_run(self) -> FirstRunPresenter:
        """The one set-up of this run: a look at help or safety steps loses nothing that was typed."""
        if self._setting_up is None:
            self._setting_up = FirstRunPresenter(
                self._program.file,
                runner=self._runner,
                clock=self._program.clock,
                new_id=self._program.new_id,
                printing=self._printing(),
                opened=self._set_up,
                go=self._go,
            )
        return self._setting_up

    def _set_up(self, opened: OpenFile) -> None:
        self._setting_up = None
        self._opened(opened)

    def _recovery(self) -> RecoveryPresenter:
        """The sheet for this laptop's file, or, once, for the backup that the page before asked about."""
        way, self._bringing_back = self._bringing_back, None
        back = Route(place=Place.RESTORE if way is not None else Place.UNLOCK)
        return RecoveryPresenter(
            way or self._program.file.recovery(),
            runner=self._runner,
            opened=self._opened,
            troubled=self._troubled,
            leave=lambda: self._go(back),
        )

    def _bring_back_with(self, way: RecoveryWay) -> None:
        self._bringing_back = way
        self._go(Route(place=Place.RECOVERY))

    def _restore(self) -> RestorePresenter:
        return RestorePresenter(
            self._program.file,
            runner=self._runner,
            clock=self._program.clock,
            restored=self._opened,
            with_sheet=self._bring_back_with,
            leave=self._back,
        )

    def _safety_steps(self) -> SafetyStepsPresenter:
        return SafetyStepsPresenter(self._window.get_help, leave=self._back)

    def _help(self, before: Place | None) -> HelpPresenter:
        return HelpPresenter(
            self._program.help_topics(),
            self._program.licences,
            version=__version__,
            leave=self._back,
            go=self._go,
            came_from=before,
            open_topic=self._next_topic(),
        )

    def _next_topic(self) -> str:
        """The topic a key asked for, once."""
        topic, self.help_topic = self.help_topic, ""
        return topic

    def _people(self, session: Session) -> PeoplePresenter:
        return PeoplePresenter(
            session.services.people,
            session.services.practitioner,
            runner=self._runner,
            clock=self._program.clock,
            new_id=self._program.new_id,
            suggest_phrase=self._program.file.suggest_phrase,
            printing=self._printing(),
            organisation=session.opened.vault.help_lines.setting,
            change_locks=lambda: self._program.file.change_locks(session.opened),
            lock_with=self._lock_with,
        )

    def _printing(self) -> SheetPrinting:
        return SheetPrinting(
            self._program.recovery_sheet, runner=self._runner, print_pages=self._print
        )

    def _print(self, pages: bytes) -> bool:
        outcome = print_document(pages, self._window, choose=self._choose_paper)
        return outcome is PrintOutcome.PRINTED
