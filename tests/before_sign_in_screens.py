"""Every screen before and around unlocking, over invented people, for pictures and clipping tests."""

from collections.abc import Callable
from functools import partial

from tests.fake_files import SHEET_WORDS, TOO_EASY, InventedFile
from tests.fake_settings import FakeSettingsFile
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import SAM
from tests.office import Office
from tests.setting_up import SettingUp
from tests.workplace_details import Details
from ui.first_run.first_run_screen import FirstRunScreen
from ui.people.people_screen import PeopleScreen
from ui.recovery.recovery_screen import RecoveryScreen
from ui.screen import AnyScreen
from ui.unlock.file_trouble_screen import FileTroubleScreen
from ui.unlock.unlock_screen import UnlockScreen
from ui.workplace.workplace_screen import WorkplaceScreen
from vrn_desktop.application.settings_service import SettingsService
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run.first_run_state import FirstRunPage
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase
from vrn_desktop.presenters.recovery.recovery_presenter import RecoveryPresenter
from vrn_desktop.presenters.settings.settings_presenter import SettingsPresenter
from vrn_desktop.presenters.unlock.file_trouble import FILE_DAMAGED, OTHER, FileTrouble
from vrn_desktop.presenters.unlock.file_trouble_presenter import FileTroublePresenter
from vrn_desktop.presenters.unlock.unlock_presenter import UnlockPresenter
from vrn_desktop.presenters.workplace.workplace_draft import Entry

PEOPLE_PAGES = ("adding", "changing", "resetting", "removing", "own_passphrase", "new_sheet")


def nothing(*_values: object) -> None:
    """Where no test listens."""


def unlock() -> UnlockScreen:
    file = InventedFile()
    presenter = UnlockPresenter(
        file.service,
        file.service.describe(),
        runner=ImmediateTaskRunner(),
        clock=file.clock,
        monotonic=lambda: 0.0,
        opened=nothing,
        troubled=nothing,
        go=nothing,
    )
    return UnlockScreen(presenter, version="0.1")


def unlock_missed() -> UnlockScreen:
    screen = unlock()
    screen._intents.choose(SAM.id)
    for _ in range(3):
        screen._intents.unlock("something else")
    return screen


def trouble(page: FileTrouble) -> FileTroubleScreen:
    return FileTroubleScreen(
        FileTroublePresenter(page, go=nothing, try_again=nothing, close=nothing)
    )


def recovery() -> RecoveryScreen:
    file = InventedFile()
    presenter = RecoveryPresenter(
        file.service.recovery(),
        runner=ImmediateTaskRunner(),
        opened=nothing,
        troubled=nothing,
        leave=nothing,
    )
    presenter.type_row(1, SHEET_WORDS[0])
    presenter.leave_row(1)
    presenter.type_row(2, "ember feather garden")
    presenter.leave_row(2)
    return RecoveryScreen(presenter)


def recovery_person() -> RecoveryScreen:
    screen = recovery()
    for row, words in enumerate(SHEET_WORDS, start=1):
        screen._intents.type_row(row, words)
    screen._intents.open_sheet()
    return screen


def first_run(page: FirstRunPage, *, unfinished: bool = False) -> FirstRunScreen:
    setting_up = SettingUp()
    settings = SettingsPresenter(SettingsService(FakeSettingsFile()), go=nothing)
    screen = FirstRunScreen(setting_up.presenter, settings)
    setting_up.go_to(page)
    if unfinished:
        setting_up.presenter.type_text(Entry.PLACE, "")
        setting_up.presenter.type_text(Entry.ORGANISATION, "")
        setting_up.presenter.go_on()
    return screen


def first_run_row() -> FirstRunScreen:
    screen = first_run(FirstRunPage.SHEET)
    screen._intents.have_sheet()
    screen._intents.type_row("island jacket kettle lantern")
    screen._intents.check_row()
    return screen


def first_run_own() -> FirstRunScreen:
    screen = first_run(FirstRunPage.PRACTITIONER)
    screen._intents.type_passphrase(
        Role.PRACTITIONER, NewPassphrase(own=True, typed=TOO_EASY, again=TOO_EASY)
    )
    screen._intents.go_on()
    return screen


def workplace() -> WorkplaceScreen:
    return WorkplaceScreen(Details().presenter)


def people(begin: str = "") -> PeopleScreen:
    office = Office()
    office.vault.rotation_due = not begin
    office.presenter.go_back()
    screen = PeopleScreen(office.presenter)
    if begin in ("removing", "resetting", "changing"):
        office.presenter.begin_changing(SAM.id)
    if begin not in ("", "changing"):
        getattr(office.presenter, f"begin_{begin}")()
    return screen


def people_unfinished() -> PeopleScreen:
    screen = people("own_passphrase")
    screen._intents.change_own_passphrase("")
    return screen


SCREENS: dict[str, Callable[[], AnyScreen]] = {
    "unlock": unlock,
    "unlock-missed": unlock_missed,
    "trouble-damaged": lambda: trouble(FILE_DAMAGED),
    "trouble-other": lambda: trouble(OTHER),
    "recovery": recovery,
    "recovery-person": recovery_person,
    **{f"first-run-{page}": partial(first_run, page) for page in FirstRunPage},
    "first-run-unfinished": partial(first_run, FirstRunPage.WORKPLACE, unfinished=True),
    "first-run-row": first_run_row,
    "first-run-own": first_run_own,
    "people": people,
    **{f"people-{begin}": partial(people, begin) for begin in PEOPLE_PAGES},
    "people-unfinished": people_unfinished,
    "workplace": workplace,
}
