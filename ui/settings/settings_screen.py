"""Text size, colours, spacing, easy read, keys, locking and screen pictures; each change works at once."""

from ui.screen import Screen
from vrn_desktop.presenters.settings.settings_presenter import SettingsPresenter, SettingsState


class SettingsScreen(Screen[SettingsState]):
    """Draws the settings in use."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(name="settings", title="Settings")
        self._intents = presenter
        self.attach(presenter)

    def draw(self, state: SettingsState) -> None:
        """Fill the page."""
