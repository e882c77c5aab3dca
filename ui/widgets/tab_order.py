"""The order in which Tab visits the parts of a page: as one reads it, not as it was built."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_parts(parts: Sequence[QWidget]) -> None:
    """Let Tab go through `parts` one after another; inside a part nothing changes."""
    stops = [stop for part in parts for stop in _stops_of(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops_of(part: QWidget) -> list[QWidget]:
    stops = []
    stop: QWidget | None = part
    while stop is not None:
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and (
            stop is part or part.isAncestorOf(stop)
        ):
            stops.append(stop)
        stop = stop.nextInFocusChain()
        if stop is part:
            break
    return stops
