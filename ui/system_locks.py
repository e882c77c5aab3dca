"""What the system itself says: it goes to sleep, or its own screen lock comes on (security.md 3.6).

These announcements are a help and not relied upon: many systems send none, so the watch over the clocks
(`lock_watch.py`) stays.
"""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication, QWindow

LOGIN = "org.freedesktop.login1"
NativeKind: TypeAlias = QByteArray | bytes | bytearray | memoryview
SCREEN_LOCKS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
TELL, TELL_LOCKED = SLOT("tell(bool)"), SLOT("tell_locked()")
_AWAY_MESSAGES = frozenset({(0x0218, 4), (0x02B1, 7)})
"""WM_POWERBROADCAST with PBT_APMSUSPEND, WM_WTSSESSION_CHANGE with WTS_SESSION_LOCK."""


class SystemLocks(QObject):
    """`away` comes when the system sleeps or locks; on Linux by D-Bus, on Windows by messages to windows."""

    away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages: WindowsMessages | None = None

    def listen(self, window: QWindow | None) -> None:
        """Listen where the system speaks; a system without either is no error."""
        application = QGuiApplication.instance()
        if QGuiApplication.platformName() != "windows":
            self.listen_on(QDBusConnection.systemBus(), QDBusConnection.sessionBus())
        elif window is not None and application is not None:
            self._messages = WindowsMessages(self.away.emit)
            application.installNativeEventFilter(self._messages)
            ask_for_session_messages(int(window.winId()))

    def listen_on(self, system: QDBusConnection, session: QDBusConnection) -> None:
        """Listen on these two buses, as far as they are there."""
        if system.isConnected():
            self._hear(system, LOGIN, f"{LOGIN}.Manager", "PrepareForSleep", TELL)
            self._hear(system, LOGIN, f"{LOGIN}.Session", "Lock", TELL_LOCKED)
        for name in SCREEN_LOCKS if session.isConnected() else ():
            self._hear(session, name, name, "ActiveChanged", TELL)

    def stop(self) -> None:
        """The file is locked: nothing more to listen for."""
        application = QGuiApplication.instance()
        if self._messages is not None and application is not None:
            application.removeNativeEventFilter(self._messages)
            self._messages = None

    def _hear(self, bus: QDBusConnection, who: str, interface: str, name: str, slot: str) -> None:
        # The stub asks for bytes; the call itself refuses them and takes the text.
        bus.connect(who, "", interface, name, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def tell(self, away: bool) -> None:  # noqa: FBT001 - the signal's own shape
        """The system goes to sleep or locks (true), or is back (false)."""
        if away:
            self.away.emit()

    @Slot()
    def tell_locked(self) -> None:
        """The session's lock came on."""
        self.away.emit()


class WindowsMessages(QAbstractNativeEventFilter):
    """Reads the two messages that a window of Windows is sent; swallows none."""

    def __init__(self, away: Callable[[], None]) -> None:
        super().__init__()
        self._away = away

    def nativeEventFilter(self, kind: NativeKind, message: int) -> tuple[bool, int]:
        """Tell of a message that means somebody went away."""
        name = kind.data() if isinstance(kind, QByteArray) else kind
        if bytes(name) == b"windows_generic_MSG":
            from ctypes import wintypes  # noqa: PLC0415 - Windows alone needs it

            told = wintypes.MSG.from_address(int(message))
            if means_away(told.message, told.wParam):
                self._away()
        return False, 0


def means_away(message: int, word: int) -> bool:
    """Whether a message of Windows says that it suspends or that the session is locked."""
    return (message, word) in _AWAY_MESSAGES


def ask_for_session_messages(window: int) -> bool:
    """Windows tells a window of the session's lock only if it asks; return whether it agreed."""
    import ctypes  # noqa: PLC0415 - Windows alone needs it

    library = getattr(ctypes, "windll").wtsapi32  # noqa: B009 - mypy knows no windll elsewhere
    return bool(library.WTSRegisterSessionNotification(window, 0))
