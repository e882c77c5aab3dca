"""The window: rail, one screen at a time, the help bar, and the cover over everything."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ui.navigation_rail import NavigationRail, RailItem
from ui.quick_hide import QuickHide
from ui.screen import AnyScreen
from ui.screen_capture import exclude_from_capture
from ui.shortcuts import SHORTCUTS, ShellAction
from ui.widgets.cover_screen import CoverScreen
from ui.widgets.focus_ring import FocusRing
from ui.widgets.get_help_bar import GetHelpBar
from ui.widgets.get_help_sheet import GetHelpSheet
from ui.widgets.sheet_panel import SheetPanel
from ui.widgets.tab_order import order_parts
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

    def __init__(
        self, screen_factory: Callable[[Route], AnyScreen], get_help: GetHelpState
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        show_own_face(self)
        self._factory = screen_factory
        self._get_help = get_help
        self._screen: AnyScreen | None = None
        self._quick_hide = QuickHide(self)
        self._quick_hide.pressed_twice.connect(self.cover)
        central = QWidget()
        self._content = QWidget(central)
        whole = QVBoxLayout(central)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.stage = QWidget()
        self._row = QHBoxLayout(self.stage)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.rail = NavigationRail()
        self.rail.place_chosen.connect(self.place_chosen)
        self.rail.lock_requested.connect(self.lock_requested)
        self.rail.hide()
        self._row.addWidget(self.rail)
        self.help_bar = GetHelpBar(get_help)
        self.help_bar.help_requested.connect(self.open_get_help)
        self.help_bar.hide_requested.connect(self.cover)
        column.addWidget(self.stage, 1)
        column.addWidget(self.help_bar)
        self.setCentralWidget(central)
        self.cover_screen = CoverScreen(self)
        self.cover_screen.uncover_requested.connect(self.uncover_requested)
        self.focus_ring = FocusRing(self)
        for shortcut in SHORTCUTS:
            for keys in shortcut.keys:
                pressed = QShortcut(QKeySequence(keys), self)
                pressed.activated.connect(lambda action=shortcut.action: self._act(action))

    def show_route(self, route: Route) -> None:
        """Put the screen of `route` in front and throw the one before away."""
        before, self._screen = self._screen, self._factory(route)
        if before is not None:
            self._row.removeWidget(before)
            before.hide()
            before.leave()
            before.deleteLater()
        self._row.addWidget(self._screen, 1)
        self._screen.show()
        order_parts([self.rail, self._screen, self.help_bar])
        self._screen.arrive()

    def show_rail(self, items: Sequence[RailItem], current: Place | None) -> None:
        """Show the places of the signed-in role; none of them hides the rail."""
        self.rail.show_items(items, current)
        self.rail.setVisible(bool(items))

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
        self.cover_screen.cover()
        self._content.hide()
        show_neutral_face(self)
        self.covered.emit()

    def uncover(self) -> None:
        """Give the screen back as it was."""
        self._content.show()
        self.cover_screen.uncover()
        show_own_face(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep out of captures and listen to real keys."""
        super().showEvent(event)
        exclude_from_capture(self)
        self.focus_ring.hook()
        self._quick_hide.watch(self.windowHandle())

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
