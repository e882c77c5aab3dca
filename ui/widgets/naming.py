"""Object names, by which tests and the self-test find a control."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def named(widget: AnyWidget, name: str) -> AnyWidget:
    """Give `widget` its object name and return it."""
    widget.setObjectName(name)
    return widget
