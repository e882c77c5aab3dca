"""Dresses the program as the settings say, at the start, at each change, and when the computer changes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from ui.theme import theme
from vrn_desktop.application.settings import ColourScheme, Settings, Spacing


def dress(application: QApplication, settings: Settings) -> None:
    """Use the text size, colours and spacing of `settings`."""
    hints = application.styleHints()
    computer = set_to(hints.colorScheme(), hints.accessibility().contrastPreference())
    theme.apply(
        application,
        scheme=settings.scheme.scheme(computer),
        text_percent=settings.text_percent,
        wide_spacing=settings.spacing is Spacing.WIDE,
    )


def set_to(colours: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> ColourScheme:
    """What the computer is set to: high contrast before dark before light."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return ColourScheme.CONTRAST
    return ColourScheme.DARK if colours == Qt.ColorScheme.Dark else ColourScheme.LIGHT


def when_the_computer_changes(hints: QStyleHints, dress_anew: Callable[[], None]) -> None:
    """Call when somebody changes the computer's own colours or contrast."""
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda _now: dress_anew())
