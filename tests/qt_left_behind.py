"""What a test leaves in Qt: windows that were not closed and timers that still run."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


def windows_and_timers() -> list[str]:
    """Deliver the deletions that wait, then name every window and running timer that is left."""
    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    windows = [f"window {window!r}" for window in QApplication.topLevelWidgets()]
    timers = [
        f"running timer of {thing.parent()!r}"
        for thing in gc.get_objects()
        if isinstance(thing, QTimer) and isValid(thing) and thing.isActive()
    ]
    return windows + timers
