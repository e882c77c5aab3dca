"""A column whose widgets are replaced as a whole, with the keyboard kept at its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.button import Button


class RowsInColumn(QWidget):
    """Shows widgets under each other; `replace` throws the earlier ones away."""

    def __init__(self, *, name: str, spacing: int = 6) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def replace(self, widgets: Sequence[QWidget]) -> None:
        """Show `widgets`; the focus goes to the control of the same name, else to the first button."""
        focused = QApplication.focusWidget()
        held = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self._column.addWidget(widget)
            widget.show()
        if not held:
            return
        stops = [button for button in self.findChildren(Button) if button.isVisibleTo(self)]
        same = [button for button in stops if button.objectName() == held]
        for stop in (same or stops)[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
