"""Builds the screens that need no signed-in person, and those of the office around the records."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.screen import AnyScreen
from ui.unlock.file_trouble_screen import FileTroubleScreen
from ui.unlock.unlock_screen import UnlockScreen
from vrn_desktop import __version__
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.ports.vault import HelpLines, VaultDescription
from vrn_desktop.application.program import Program
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.presenters.get_help_state import GetHelpState, HelpLine
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble, trouble_of
from vrn_desktop.presenters.unlock.file_trouble_presenter import FileTroublePresenter
from vrn_desktop.presenters.unlock.unlock_presenter import UnlockPresenter


class OutsideScreens:
    """Unlock and what keeps the file closed; the other pages are brought in when they are opened."""

    def __init__(
        self,
        program: Program,
        runner: TaskRunner,
        window: MainWindow,
        *,
        go: Callable[[Route], None],
        opened: Callable[[OpenFile], None],
        monotonic: Callable[[], float],
    ) -> None:
        self._monotonic = monotonic
        self._program = program
        self._runner = runner
        self._window = window
        self._go = go
        self._opened = opened
        self._description: VaultDescription | None = None
        self._trouble: FileTrouble | None = None
        self._go_on: Callable[[], None] | None = None

    def first_route(self) -> Route:
        """Set up, unlock, or what keeps the file closed; reads nothing but the header."""
        if self._program.trouble is not None:
            return self._troubled(trouble_of(self._program.trouble, signed_in=False), None)
        try:
            if not self._program.file.exists():
                return Route(place=Place.FIRST_RUN)
            self._description = self._program.file.describe()
        except StorageError as error:
            return self._troubled(trouble_of(error, signed_in=False), None)
        self._window.show_get_help(get_help_of(self._description.help_lines))
        return Route(place=Place.UNLOCK)

    def build(self, route: Route) -> AnyScreen | None:
        """The screen of a route, or None where this builder has no such place."""
        if route.place is Place.UNLOCK and self._description is not None:
            screen = UnlockScreen(self._unlock(self._description), version=__version__)
            screen.typing_began.connect(self._program.prepare)
            return screen
        if route.place is Place.FILE_TROUBLE and self._trouble is not None:
            return FileTroubleScreen(self._file_trouble(self._trouble))
        return None

    def troubled(self, trouble: FileTrouble, go_on: Callable[[], None] | None) -> None:
        """Show why the file cannot be opened, and the way on where there is one."""
        self._go(self._troubled(trouble, go_on))

    def _troubled(self, trouble: FileTrouble, go_on: Callable[[], None] | None) -> Route:
        self._trouble, self._go_on = trouble, go_on
        return Route(place=Place.FILE_TROUBLE)

    def _unlock(self, description: VaultDescription) -> UnlockPresenter:
        return UnlockPresenter(
            self._program.file,
            description,
            runner=self._runner,
            clock=self._program.clock,
            monotonic=self._monotonic,
            opened=self._opened,
            troubled=self.troubled,
            go=self._go,
        )

    def _file_trouble(self, trouble: FileTrouble) -> FileTroublePresenter:
        return FileTroublePresenter(
            trouble,
            go=self._go,
            try_again=self._program.start_afresh,
            close=QApplication.quit,
            go_on=self._go_on,
        )


def get_help_of(lines: HelpLines) -> GetHelpState:
    """The bar's numbers from what the header says before anyone signs in (TI-03)."""
    first, *more = lines.lead_numbers or ("",)
    return GetHelpState(
        lead_name=lines.lead_name,
        lead_number=first,
        more_lines=(
            *(HelpLine(number=number, who=lines.lead_name) for number in more),
            *(HelpLine(number=line.number, who=line.label) for line in lines.numbers),
        ),
    )
