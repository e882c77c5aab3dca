"""What title bar and task bar show: the program's name, or something neutral; never a person."""

from PySide6.QtWidgets import QWidget

from ui.icons import window_icon
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.cover_screen import NEUTRAL_ICON, NEUTRAL_TITLE

WINDOW_TITLE = "VRN Desktop"
WINDOW_ICON = "signpost"


def show_own_face(window: QWidget) -> None:
    """Show the program's name and sign."""
    _show(window, WINDOW_TITLE, WINDOW_ICON)


def show_neutral_face(window: QWidget) -> None:
    """Show what the cover pretends to be."""
    _show(window, NEUTRAL_TITLE, NEUTRAL_ICON)


def _show(window: QWidget, title: str, icon: str) -> None:
    window.setWindowTitle(title)
    window.setWindowIcon(window_icon(icon, theme.colour(Colour.PRIMARY)))
