"""What the window holds under its cover: a warning line, the rail, one screen, the help bar."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.navigation_rail import NavigationRail, RailItem
from ui.private_clipboard import private_clipboard
from ui.screen import AnyScreen
from ui.widgets.get_help_bar import GetHelpBar
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.tab_order import move_focus
from vrn_desktop.presenters.get_help_state import GetHelpState
from vrn_desktop.presenters.navigation_presenter import Place


class WindowBody(QWidget):
    """One screen at a time; the one before is thrown away."""

    def __init__(self, parent: QWidget, get_help: GetHelpState) -> None:
        super().__init__(parent)
        self._screen: AnyScreen | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._warning = MessageBanner("", tone=BannerTone.NOTICE, name="lock-warning")
        self._warning.hide()
        self.stage = QWidget()
        self._row = QHBoxLayout(self.stage)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.rail = NavigationRail()
        self.rail.hide()
        self._row.addWidget(self.rail)
        self.help_bar = GetHelpBar(get_help)
        column.addWidget(self._warning)
        column.addWidget(self.stage, 1)
        column.addWidget(self.help_bar)

    @property
    def front(self) -> AnyScreen | None:
        """What is in front."""
        return self._screen

    def show_screen(self, screen: AnyScreen) -> None:
        """Put a screen in front."""
        before, self._screen = self._screen, screen
        if before is not None:
            self._throw_away(before)
        self._row.addWidget(screen, 1)
        screen.show()
        screen.arrive()

    def move_focus(self, *, forward: bool) -> bool:
        """Tab: through rail, page and help bar."""
        screen = [] if self._screen is None else [self._screen]
        return move_focus([self.rail, *screen, self.help_bar], forward=forward)

    def let_go(self) -> None:
        """Throw the screen away before the file is closed: nothing of it stays in sight."""
        if self._screen is not None:
            self._throw_away(self._screen)
            self._screen = None
        self.rail.hide()
        private_clipboard.forget()

    def show_rail(self, items: Sequence[RailItem], current: Place | None) -> None:
        """Show the places of the signed-in role; none of them hides the rail."""
        self.rail.show_items(items, current)
        self.rail.setVisible(bool(items))

    def show_warning(self, words: str) -> None:
        """Say over every page that the file will lock; empty words take it away."""
        self._warning.set_message(words)
        self._warning.setVisible(bool(words))

    def go_to_search(self) -> None:
        """Put the cursor into the page's search field, if it has one."""
        if self._screen is not None:
            for field in self._screen.findChildren(QWidget, QRegularExpression("-search$")):
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _throw_away(self, screen: AnyScreen) -> None:
        self._row.removeWidget(screen)
        screen.hide()
        screen.leave()
        screen.deleteLater()
