"""Goes on trying to save what the disk refused, after the window of the conversation is gone."""

from PySide6.QtCore import QObject, QTimer

from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter

RETRY_MS = 3000


class KeepSaving(QTimer):
    """Lives with the program until everything is on the disk, then goes away by itself."""

    def __init__(self, presenter: ConversationPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("keepSaving")
        self.setInterval(RETRY_MS)
        self.timeout.connect(self.try_now)
        self.start()

    def try_now(self) -> None:
        """Try once more, and end when it worked."""
        self._presenter.try_again()
        if self._presenter.is_saved:
            self.stop()
            self.deleteLater()
