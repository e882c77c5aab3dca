"""Change how the program looks and behaves, at once and for the next time."""

from collections.abc import Callable
from dataclasses import replace

from vrn_desktop.application.ports.settings_file import SettingsFile
from vrn_desktop.application.settings import Settings

PARTLY_USUAL = (
    "Some settings could not be read, so they are as they usually are. Nothing else was touched."
)
NOT_KEPT = "This works until you close the program. The disk did not take the change."


class SettingsService:
    """The settings now in use. Works before anyone has signed in; never touches the encrypted file."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        read = file.read()
        self._settings = read.settings
        self._notice = PARTLY_USUAL if read.not_understood else ""
        self._listeners: list[Callable[[Settings], None]] = []

    @property
    def settings(self) -> Settings:
        """The settings now in use."""
        return self._settings

    @property
    def notice(self) -> str:
        """What to say about the settings file, or nothing."""
        return self._notice

    def change(self, settings: Settings) -> None:
        """Use `settings` from now on and keep them."""
        if settings == self._settings:
            return
        self._settings = settings
        self._notice = "" if self._file.write(settings) else NOT_KEPT
        for listener in self._listeners:
            listener(settings)

    def change_text_percent(self, percent: int) -> None:
        """Make all text larger or smaller."""
        self.change(replace(self._settings, text_percent=percent))

    def when_changed(self, listener: Callable[[Settings], None]) -> None:
        """Let `listener` hear of every change; it is not called for the settings as they are now."""
        self._listeners.append(listener)
