"""Locks when nobody is there: idle, covered for long, or a gap in time while the lid was shut."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

IDLE_SECONDS = 5 * 60
IDLE_IN_CONVERSATION_SECONDS = 10 * 60
WARNING_SECONDS = 30
COVERED_SECONDS = 30
LONGEST_GAP_SECONDS = 5
TICK_MS = 1000
WARNING = "Locking soon. Press any key to stay."
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_BEFORE_PAINTING = frozenset({QEvent.Type.Expose, QEvent.Type.UpdateRequest})


class LockWatch(QObject):
    """Runs only while the file is unlocked: before that there is no timer and no wake-up.

    `lock_due` comes once; `warned` 30 seconds before an idle lock, `eased` when somebody is there
    again. Clocks give seconds: `wall` may jump with the system's date, `monotonic` stands still
    while the computer sleeps on some systems, so a difference between them means it slept.
    """

    warned = Signal()
    eased = Signal()
    lock_due = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        wall: Callable[[], float],
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__(parent)
        self._wall = wall
        self._monotonic = monotonic
        self._idle_seconds = IDLE_SECONDS
        self._conversation_seconds = IDLE_IN_CONVERSATION_SECONDS
        self._in_conversation = False
        self._covered_at: float | None = None
        self._warned = False
        self._active_at = 0.0
        self._last_wall = 0.0
        self._last_monotonic = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether it watches now."""
        return self._timer.isActive()

    def watch(self, *windows: QObject) -> None:
        """Take keys, clicks and touches as signs that somebody is there; look before each painting."""
        for window in windows:
            window.installEventFilter(self)

    def start(self) -> None:
        """The file was unlocked."""
        self._active_at = self._last_monotonic = self._monotonic()
        self._last_wall = self._wall()
        self._covered_at = None
        self._warned = False
        self._timer.start()

    def stop(self) -> None:
        """The file is locked."""
        self._timer.stop()

    def set_idle_seconds(self, idle: int, in_conversation: int) -> None:
        """Use the office's own times."""
        self._idle_seconds = idle
        self._conversation_seconds = in_conversation

    def set_in_conversation(self, *, in_conversation: bool) -> None:
        """Be more patient while two people talk."""
        self._in_conversation = in_conversation

    def set_covered(self, *, covered: bool) -> None:
        """The screen is hidden, or shown again."""
        self._covered_at = self._monotonic() if covered else None
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._active_at = self._monotonic()
        if self._warned:
            self._warned = False
            self.eased.emit()

    def tick(self) -> None:
        """Compare the clocks; once a second while unlocked."""
        wall, monotonic = self._wall(), self._monotonic()
        gap = max(wall - self._last_wall, monotonic - self._last_monotonic)
        self._last_wall, self._last_monotonic = wall, monotonic
        if gap > LONGEST_GAP_SECONDS or self._covered_for(monotonic) >= COVERED_SECONDS:
            self._lock()
            return
        idle = monotonic - self._active_at
        limit = self._conversation_seconds if self._in_conversation else self._idle_seconds
        if idle >= limit:
            self._lock()
        elif idle >= limit - WARNING_SECONDS and not self._warned:
            self._warned = True
            self.warned.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice activity, and a gap before anything is painted after it; swallow nothing."""
        if not self._timer.isActive():
            return False
        if event.type() in _ACTIVITY and self._covered_at is None:
            self.touch()
        elif event.type() in _BEFORE_PAINTING:
            self.tick()
        return False

    def _covered_for(self, monotonic: float) -> float:
        return 0.0 if self._covered_at is None else monotonic - self._covered_at

    def _lock(self) -> None:
        self._timer.stop()
        self.lock_due.emit()
