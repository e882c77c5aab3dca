"""Dresses the program as the settings say, at the start and at each change."""

from PySide6.QtWidgets import QApplication

from ui.theme import theme
from vrn_desktop.application.settings import Settings, Spacing


def dress(application: QApplication, settings: Settings) -> None:
    """Use the text size, colours and spacing of `settings`."""
    theme.apply(
        application,
        scheme=settings.scheme,
        text_percent=settings.text_percent,
        wide_spacing=settings.spacing is Spacing.WIDE,
    )
