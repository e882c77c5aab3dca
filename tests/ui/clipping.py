"""Finds texts that do not have the room they need, on any screen at any size."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

SLACK = 1
LEAST_TARGET = 24


def clipped_texts(widget: QWidget) -> list[str]:
    """Return a line for each visible text under `widget` that is cut in width or height."""
    QApplication.processEvents()
    found = []
    for child in widget.findChildren(QWidget):
        text = _text(child)
        if text and child.isVisible():
            found += [
                f"{text[:40]!r}: {why}" for why in (_too_small(child), _cut_off(child)) if why
            ]
    return found


def poor_controls(widget: QWidget) -> list[str]:
    """Return a line for each visible control without a name or under 24 pixels (WCAG 2.5.8)."""
    found = []
    for button in widget.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        if not (button.accessibleName() or button.text()):
            found.append(f"{button.objectName() or button!r} has no name")
        if min(button.width(), button.height()) < LEAST_TARGET:
            found.append(f"{button.text()!r} is {button.width()} x {button.height()}")
    return found


def _text(child: QWidget) -> str:
    return child.text() if isinstance(child, QLabel | QAbstractButton) else ""


def _too_small(child: QWidget) -> str:
    if child.hasHeightForWidth():
        need = child.heightForWidth(child.width())
        if child.height() + SLACK < need:
            return f"{child.height()} high, needs {need} at a width of {child.width()}"
    least = child.minimumSizeHint()
    if child.width() + SLACK < least.width():
        return f"{child.width()} wide, needs {least.width()}"
    if child.height() + SLACK < least.height():
        return f"{child.height()} high, needs {least.height()}"
    return ""


def _cut_off(child: QWidget) -> str:
    parent = child.parentWidget()
    while parent is not None and not child.isWindow():
        if isinstance(parent.parentWidget(), QScrollArea):
            return ""
        place = QRect(child.mapTo(parent, QPoint(0, 0)), child.size())
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
            return f"reaches out of {parent.objectName() or type(parent).__name__}"
        if parent.isWindow():
            return ""
        parent = parent.parentWidget()
    return ""
