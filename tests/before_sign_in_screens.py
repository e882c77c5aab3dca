"""Every screen before and around unlocking, over invented people, for pictures and clipping tests."""

from collections.abc import Callable

from tests.fake_files import InventedFile
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import SAM
from ui.screen import AnyScreen
from ui.unlock.file_trouble_screen import FileTroubleScreen
from ui.unlock.unlock_screen import UnlockScreen
from vrn_desktop.presenters.unlock.file_trouble import FILE_DAMAGED, OTHER, FileTrouble
from vrn_desktop.presenters.unlock.file_trouble_presenter import FileTroublePresenter
from vrn_desktop.presenters.unlock.unlock_presenter import UnlockPresenter


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


SCREENS: dict[str, Callable[[], AnyScreen]] = {
    "unlock": unlock,
    "unlock-missed": unlock_missed,
    "trouble-damaged": lambda: trouble(FILE_DAMAGED),
    "trouble-other": lambda: trouble(OTHER),
}
