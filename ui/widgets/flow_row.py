"""A row that goes on below when there is no more room beside."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Lays items along the reading direction and wraps them; each row is as high as its highest."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 12) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take `item` as the last one."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one item, or none behind the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return one item, or none behind the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that the row does not ask for spare room."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at `width`."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place all items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size with everything in one row."""
        shown = [item for item in self._items if not item.isEmpty()]
        width = sum(item.sizeHint().width() for item in shown)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width + self.spacing() * max(0, len(shown) - 1), height)

    def minimumSize(self) -> QSize:
        """Return the size of the widest item at its narrowest."""
        width = max((item.minimumSize().width() for item in self._items), default=0)
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(width, height)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        row: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in (item for item in self._items if not item.isEmpty()):
            size = self._size_of(item, rect.width())
            if row and used + self.spacing() + size.width() > rect.width():
                y += self._place(row, rect, y, move=move) + self.spacing()
                row, used = [], 0
            used += size.width() + (self.spacing() if row else 0)
            row.append((item, size))
        if row:
            y += self._place(row, rect, y, move=move)
        return y - rect.y()

    def _size_of(self, item: QLayoutItem, room: int) -> QSize:
        width = min(item.sizeHint().width(), room)
        height = (
            item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        )
        return QSize(width, height)

    def _place(
        self, row: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int, *, move: bool
    ) -> int:
        height = max(size.height() for _, size in row)
        if move:
            parent = self.parentWidget()
            right_to_left = parent is not None and (
                parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
            )
            x = rect.x()
            for item, size in row:
                left = rect.x() + rect.right() - x - size.width() + 1 if right_to_left else x
                top = y + (height - size.height()) // 2
                item.setGeometry(QRect(QPoint(left, top), size))
                x += size.width() + self.spacing()
        return height


class FlowRow(QWidget):
    """Widgets beside each other that wrap below 640 logical pixels or whenever they must."""

    def __init__(self, *widgets: QWidget, spacing: int = 12, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, spacing=spacing)
        for widget in widgets:
            self._flow.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Put `widget` last."""
        self._flow.addWidget(widget)

    def clear(self) -> None:
        """Throw all widgets away."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
