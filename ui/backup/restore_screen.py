"""Bring a backup back: which one, who was able to sign in then, and their passphrase of that day."""

from ui.screen import Screen
from vrn_desktop.presenters.backup.restore_presenter import RestorePresenter, RestoreState


class RestoreScreen(Screen[RestoreState]):
    """Draws the choice of backup and what is missing."""

    def __init__(self, presenter: RestorePresenter) -> None:
        super().__init__(name="restore", title="Bring a backup back")
        self._intents = presenter
        self.attach(presenter)

    def draw(self, state: RestoreState) -> None:
        """Fill the page."""
