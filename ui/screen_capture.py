"""Keeps the window out of screenshots and screen sharing where the system can (security.md L7)."""

from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QWidget

_ANYONE = 0x00
_NOBODY = 0x11  # WDA_EXCLUDEFROMCAPTURE, Windows 10 2004 and newer


def exclude_from_capture(window: QWidget, *, excluded: bool = True) -> bool:
    """Ask Windows to leave `window` out of captures; return whether it agreed. Call at each show."""
    if QSysInfo.productType() != "windows":
        return False
    import ctypes  # noqa: PLC0415 - needed on Windows alone, and starting has to be quick

    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - mypy knows no windll elsewhere
    affinity = _NOBODY if excluded else _ANYONE
    return bool(user32.SetWindowDisplayAffinity(int(window.winId()), affinity))
