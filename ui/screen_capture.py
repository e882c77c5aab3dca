"""Keeps the window out of screenshots and screen sharing where the system can (security.md L7)."""

import ctypes

from PySide6.QtWidgets import QWidget

_ANYONE = 0x00
_NOBODY = 0x11  # WDA_EXCLUDEFROMCAPTURE, Windows 10 2004 and newer


def exclude_from_capture(window: QWidget, *, excluded: bool = True) -> bool:
    """Ask Windows to leave `window` out of captures; return whether it agreed. Call at each show."""
    windows = getattr(ctypes, "windll", None)
    if windows is None:
        return False
    affinity = _NOBODY if excluded else _ANYONE
    return bool(windows.user32.SetWindowDisplayAffinity(int(window.winId()), affinity))
