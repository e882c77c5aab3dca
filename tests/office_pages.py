"""Safety steps, help and backups over invented people, for pictures and clipping tests."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.fake_files import OLDER_BACKUP, InventedFile
from tests.fake_store import FakeStore
from tests.fake_vault import FakeUnlockedVault
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM
from ui.backup.backup_screen import BackupScreen
from ui.backup.restore_screen import RestoreScreen
from ui.help.help_screen import HelpScreen
from ui.safety_steps.safety_steps_screen import SafetyStepsScreen
from ui.screen import AnyScreen
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.store_files import EarlierFile
from vrn_desktop.application.recovery_way import RecoveryWay
from vrn_desktop.content.help_topics import help_topics, licences
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.presenters.backup.backup_presenter import BackupPresenter
from vrn_desktop.presenters.backup.restore_presenter import RestorePresenter
from vrn_desktop.presenters.get_help_state import GetHelpState, HelpLine
from vrn_desktop.presenters.help.help_presenter import HelpPresenter
from vrn_desktop.presenters.navigation_presenter import Route
from vrn_desktop.presenters.safety_steps.safety_steps_presenter import SafetyStepsPresenter

GET_HELP = GetHelpState(
    lead_name="Priya Invented",
    lead_number="01632 960001",
    more_lines=(
        HelpLine(number="01632 960777", who="Invented night line", note="Evenings and weekends."),
    ),
)


EARLIER_FILE = EarlierFile(
    path=Path("store-0001.kept"),
    kept_since=datetime(2026, 11, 20, 9, tzinfo=UTC),
    size=4_400_000,
)


def nothing(*_values: object) -> None:
    """Where no test listens."""


def safety_steps(
    get_help: GetHelpState = GET_HELP, leave: Callable[[], None] = nothing
) -> SafetyStepsScreen:
    return SafetyStepsScreen(SafetyStepsPresenter(get_help, leave=leave))


def helping(
    open_topic: str = "",
    leave: Callable[[], None] = nothing,
    go: Callable[[Route], None] = nothing,
) -> HelpScreen:
    return HelpScreen(
        HelpPresenter(
            help_topics(), licences, version="0.1", leave=leave, go=go, open_topic=open_topic
        )
    )


def help_about() -> HelpScreen:
    screen = helping()
    screen._intents.open_about()
    return screen


def help_licence() -> HelpScreen:
    screen = help_about()
    screen._intents.open_licence("Lucide (icons)")
    return screen


def help_found(words: str = "backup") -> HelpScreen:
    screen = helping()
    screen._intents.look_for(words)
    return screen


def backups(
    file: InventedFile | None = None,
    *,
    go: Callable[[Route], None] = nothing,
    folder: Path | None = None,
    me: Practitioner = SAM,
) -> BackupScreen:
    file = file or InventedFile()
    presenter = BackupPresenter(
        file.service,
        OpenFile(vault=FakeUnlockedVault(me, (SAM, PRIYA)), records=FakeStore()),
        runner=ImmediateTaskRunner(),
        clock=file.clock,
        go=go,
    )
    return BackupScreen(presenter, choose_folder=lambda _parent: folder)


def no_backups() -> BackupScreen:
    file = InventedFile()
    file.stores.entries = ()
    return backups(file)


def backup_with_earlier_file() -> BackupScreen:
    file = InventedFile()
    file.stores.kept = (EARLIER_FILE,)
    return backups(file, me=PRIYA)


def backup_made() -> BackupScreen:
    screen = backups()
    screen._intents.make_now()
    return screen


def restoring(
    file: InventedFile | None = None,
    *,
    restored: Callable[[OpenFile], None] = nothing,
    with_sheet: Callable[[RecoveryWay], None] = nothing,
    leave: Callable[[], None] = nothing,
    stick: Path | None = None,
) -> RestoreScreen:
    file = file or InventedFile()
    presenter = RestorePresenter(
        file.service,
        runner=ImmediateTaskRunner(),
        clock=file.clock,
        restored=restored,
        with_sheet=with_sheet,
        leave=leave,
    )
    return RestoreScreen(presenter, choose_file=lambda _parent: stick)


def restoring_nothing() -> RestoreScreen:
    file = InventedFile()
    file.stores.entries = ()
    return restoring(file)


def restore_missed() -> RestoreScreen:
    screen = restoring()
    screen._intents.choose_backup(OLDER_BACKUP.path)
    screen._intents.choose_person(SAM.id)
    screen._intents.restore("something else")
    return screen


PAGES: dict[str, Callable[[], AnyScreen]] = {
    "safety-steps": safety_steps,
    "safety-steps-empty": lambda: safety_steps(GetHelpState()),
    "help": helping,
    "help-keys": lambda: helping("keys"),
    "help-about": help_about,
    "help-licence": help_licence,
    "help-found": help_found,
    "help-not-found": lambda: help_found("aardvark"),
    "backups": backups,
    "no-backups": no_backups,
    "backup-made": backup_made,
    "backup-with-earlier-file": backup_with_earlier_file,
    "restore": restoring,
    "restore-nothing": restoring_nothing,
    "restore-missed": restore_missed,
}
