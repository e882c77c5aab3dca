"""Grounds that hold things together: cards, and thin lines between rows."""

from enum import StrEnum

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget


class CardKind(StrEnum):
    """How a card stands out from the page."""

    PLAIN = "plain"
    SOFT = "soft"
    SUNKEN = "sunken"
    ERROR = "error"


class Card(QFrame):
    """A rounded ground; put widgets into `body`."""

    def __init__(
        self, *widgets: QWidget, kind: CardKind = CardKind.PLAIN, name: str = "", spacing: int = 10
    ) -> None:
        super().__init__()
        self.setProperty("card", kind.value)
        self.setObjectName(name)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 18)
        self.body.setSpacing(spacing)
        for widget in widgets:
            self.body.addWidget(widget)

    def add(self, item: QWidget | QLayout) -> None:
        """Put a widget or a row under what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item)
        else:
            self.body.addLayout(item)


class Rule(QFrame):
    """A thin line between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rule", "true")
        self.setFixedHeight(1)
