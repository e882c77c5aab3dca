"""Backups: how old the newest is, one more now, a copy on a stick, and the way to bring one back."""

from ui.screen import Screen
from vrn_desktop.presenters.backup.backup_presenter import BackupPresenter, BackupState


class BackupScreen(Screen[BackupState]):
    """Draws what there is and what was done."""

    def __init__(self, presenter: BackupPresenter) -> None:
        super().__init__(name="backup", title="Backups")
        self._intents = presenter
        self.attach(presenter)

    def draw(self, state: BackupState) -> None:
        """Fill the page."""
