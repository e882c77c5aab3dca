"""The window: rail, one screen at a time, the help bar, and the cover over everything."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QVBoxLayout, QWidget

from ui.navigation_rail import RailItem
from ui.quick_hide import QuickHide
from ui.screen import AnyScreen
from ui.screen_capture import exclude_from_capture
from ui.shortcuts import SHORTCUTS, ShellAction
from ui.widgets.cover_screen import CoverScreen
from ui.widgets.focus_ring import FocusRing
from ui.widgets.get_help_sheet import GetHelpSheet
from ui.widgets.sheet_panel import SheetPanel
from ui.window_body import WindowBody
from ui.window_face import show_neutral_face, show_own_face
from vrn_desktop.presenters.get_help_state import GetHelpState
from vrn_desktop.presenters.navigation_presenter import Place, Route


class MainWindow(QMainWindow):
    """Shows routes; tells what the user asks of the shell. Its title never holds a name."""

    place_chosen = Signal(object)
    lock_requested = Signal()
    action_requested = Signal(object)
    covered = Signal()
    uncover_requested = Signal(str)
    closing = Signal()

    def __init__(
        self, screen_factory: Callable[[Route], AnyScreen], get_help: GetHelpState
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        show_own_face(self)
        self._factory = screen_factory
        self._get_help = get_help
        self._quick_hide = QuickHide(self)
        self._quick_hide.pressed_twice.connect(self.cover)
        central = QWidget()
        self.body = WindowBody(central, get_help)
        whole = QVBoxLayout(central)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.rail, self.stage, self.help_bar = self.body.rail, self.body.stage, self.body.help_bar
        self.rail.place_chosen.connect(self.place_chosen)
        self.rail.lock_requested.connect(self.lock_requested)
        self.help_bar.help_requested.connect(self.open_get_help)
        self.help_bar.hide_requested.connect(self.cover)
        self.setCentralWidget(central)
        self.cover_screen = CoverScreen(self)
        self.cover_screen.uncover_requested.connect(self.uncover_requested)
        self.focus_ring = FocusRing(self)
        for shortcut in SHORTCUTS:
            for keys in shortcut.keys:
                pressed = QShortcut(QKeySequence(keys), self)
                pressed.activated.connect(lambda action=shortcut.action: self._act(action))

    def show_route(self, route: Route) -> None:
        """Put the screen of `route` in front; a sheet over the one before goes with it."""
        for sheet in self.stage.findChildren(
            SheetPanel, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            sheet.close_sheet()
        self.body.show_screen(self._factory(route))

    def show_rail(self, items: Sequence[RailItem], current: Place | None) -> None:
        """Show the places of the signed-in role; none of them hides the rail."""
        self.body.show_rail(items, current)

    @property
    def get_help(self) -> GetHelpState:
        """The numbers the bar shows now."""
        return self._get_help

    def show_get_help(self, get_help: GetHelpState) -> None:
        """Show another safeguarding lead."""
        self._get_help = get_help
        self.help_bar.show_state(get_help)

    def open_get_help(self) -> None:
        """Open the numbers over whatever is on the screen."""
        self.open_sheet(GetHelpSheet(self._get_help))

    def open_sheet(self, sheet: SheetPanel) -> None:
        """Open `sheet` over rail and screen; it is thrown away when closed."""
        sheet.closed.connect(sheet.deleteLater)
        sheet.open_over(self.stage)

    def cover(self) -> None:
        """Hide everything at once: window, title and what screen readers see (TI-02)."""
        if self.cover_screen.isVisible():
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            dialog.done(QDialog.DialogCode.Rejected)
        self.cover_screen.cover()
        self.body.hide()
        show_neutral_face(self)
        self.covered.emit()

    def uncover(self) -> None:
        """Give the screen back as it was."""
        self.body.show()
        self.cover_screen.uncover()
        show_own_face(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep out of captures and listen to real keys."""
        super().showEvent(event)
        exclude_from_capture(self)
        self.focus_ring.hook()
        self._quick_hide.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing asks nothing and holds up no logging out; the shell finishes what is being written."""
        event.accept()
        self.closing.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Let Tab go on; under the cover there is the passphrase alone."""
        if self.body.isVisible():
            return self.body.move_focus(forward=forward)
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rail as icons in a narrow window; keep the cover whole."""
        super().resizeEvent(event)
        self.rail.fit(self.width())
        self.cover_screen.setGeometry(self.rect())

    def _act(self, action: ShellAction) -> None:
        if self.cover_screen.isVisible():
            return
        if action is ShellAction.HIDE_SCREEN:
            self.cover()
        else:
            self.action_requested.emit(action)
