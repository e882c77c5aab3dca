"""Draws what has closed and sends what is due, quietly, while somebody is signed in; no network is no event."""

from PySide6.QtCore import QObject, Qt, QTimer

from vrn_desktop.application.long_work import LongWork
from vrn_desktop.application.ports.aside_runner import AsideRunner
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.sync_service import SyncService

FIRST_MS = 2_000
EVERY_MS = 10 * 60 * 1_000
"""How often it looks whether something is due; each message keeps its own pause in the file."""


class SendingWatch(QObject):
    """One round at a time, and none while two people talk: their answers come first.

    What goes wrong is not told here: the page on what leaves shows how each message stands.
    """

    def __init__(
        self, counts: SyncService, *, store: TaskRunner, aside: AsideRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._counts = counts
        self._store = store
        self._aside = aside
        self._talking = self._busy = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """The first round soon after signing in."""
        self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """Nobody is signed in any more; a try that waits for its server ends unheard."""
        self._timer.stop()

    def set_talking(self, *, on: bool) -> None:
        """Whether a conversation is open."""
        self._talking = on

    def look(self) -> None:
        """One round, if none is going on."""
        self._timer.setInterval(EVERY_MS)
        if self._talking or self._busy:
            return
        self._busy = True
        LongWork(
            self._counts.send,
            store=self._store,
            aside=self._aside,
            then=lambda _outcome: self._done(),
            failed=lambda _error: self._done(),
        ).start()

    def _done(self) -> None:
        self._busy = False
