"""Where Tab leads: through what stands on the page now, as one reads it, not as it was built.

Qt's own chain is not used: rows that come later would stand at its end, and whatever hands its focus on
to a part of itself would catch Tab where it was built, past everything between.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

AROUND = 50
"""Pixels that are shown around what has the keyboard, where a page scrolls."""
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_Areas = tuple[QScrollArea, ...]


def move_focus(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the next stop in `parts`, after the last one to the first; False without any."""
    read = [place for part in parts if part.isVisible() for place in _as_read(part, ())]
    focused = QApplication.focusWidget()
    here = _place_of(focused, [widget for widget, _ in read])
    if forward:
        start = 0 if here is None else here + 1
        order = read[start:] + read[:start]
    else:
        start = len(read) if here is None else here
        order = read[:start][::-1] + read[start:][::-1]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    for widget, areas in order:
        if _is_stop(widget):
            widget.setFocus(reason)
            for area in areas:
                area.ensureWidgetVisible(widget, AROUND, AROUND)
            return True
    return False


def _place_of(focused: QWidget | None, read: list[QWidget]) -> int | None:
    """Where the keyboard is; of what has just gone from sight, the part that it was in."""
    if focused is None:
        return None
    around = [at for at, widget in enumerate(read) if widget.isAncestorOf(focused)]
    return read.index(focused) if focused in read else max(around, default=None)


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.focusProxy() is None and widget.isEnabled() and widget.isVisible()


def _as_read(part: QWidget, areas: _Areas) -> Iterator[tuple[QWidget, _Areas]]:
    """A part and everything shown in it, with the scroll areas it lies in."""
    yield part, areas
    if isinstance(part, QAbstractScrollArea):
        # Its own viewport is left alone: PySide6 forgets our parts in there once it was looked at.
        page = part.widget() if isinstance(part, QScrollArea) else None
        if isinstance(part, QScrollArea) and page is not None:
            yield from _as_read(page, (*areas, part))
        return
    for row in _rows(part):
        for child in row:
            yield from _as_read(child, areas)


def _rows(part: QWidget) -> list[list[QWidget]]:
    """What is shown in a part, row under row, each in the reading direction."""
    children = [
        child
        for child in part.findChildren(QWidget, options=_DIRECT)
        if not (child.isHidden() or child.isWindow())
    ]
    rows: list[list[QWidget]] = []
    bottom = -1
    for child in sorted(children, key=lambda child: child.y()):
        place = child.geometry()
        if rows and place.center().y() <= bottom:
            rows[-1].append(child)
            bottom = max(bottom, place.bottom())
        else:
            rows.append([child])
            bottom = place.bottom()
    against = part.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return [sorted(row, key=lambda child: child.x(), reverse=against) for row in rows]
