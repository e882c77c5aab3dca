"""Words for screen readers about what changed on the screen."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, message: str, *, at_once: bool = False) -> None:
    """Say `message`; `at_once` interrupts what is being read and is for safety only."""
    event = QAccessibleAnnouncementEvent(widget, message)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
