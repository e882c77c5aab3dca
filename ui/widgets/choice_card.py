"""Choices as large cards: one of several (radio) or any of several (check)."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from ui.widgets.choice_face import ChoiceFace


class ChoiceCard(QRadioButton):
    """One of several choices; the whole card is the target, screen readers hear a radio button."""

    def __init__(
        self, text: str, *, hint: str = "", key: str = "", big: bool = False, name: str = ""
    ) -> None:
        super().__init__(text)
        self._face = ChoiceFace(self, hint=hint, key=key, big=big, round_mark=True)
        _prepare(self, hint, name)

    def show_choice(
        self, text: str, *, hint: str = "", key: str = "", big: bool = False, symbol: str = ""
    ) -> None:
        """Stand for another choice; faster than a new card."""
        self.setText(text)
        self._face.set_words(hint=hint, key=key, big=big, symbol=symbol)
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    def set_big(self, *, big: bool) -> None:
        """Be larger while two pairs of eyes are on the screen (TI-08)."""
        self._face.set_big(big=big)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that narrow cards grow higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return self._face.height_for(width)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return self._face.size_hint()

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size that still reads well."""
        return self._face.minimum_size()

    def hitButton(self, position: QPoint) -> bool:
        """Take a click anywhere on the card."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        with QPainter(self) as painter:
            self._face.paint(painter)


class CheckCard(QCheckBox):
    """One of any number of choices; the whole card is the target."""

    def __init__(
        self, text: str, *, hint: str = "", key: str = "", big: bool = False, name: str = ""
    ) -> None:
        super().__init__(text)
        self._face = ChoiceFace(self, hint=hint, key=key, big=big, round_mark=False)
        _prepare(self, hint, name)

    def set_big(self, *, big: bool) -> None:
        """Be larger while two pairs of eyes are on the screen (TI-08)."""
        self._face.set_big(big=big)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that narrow cards grow higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return self._face.height_for(width)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return self._face.size_hint()

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size that still reads well."""
        return self._face.minimum_size()

    def hitButton(self, position: QPoint) -> bool:
        """Take a click anywhere on the card."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        with QPainter(self) as painter:
            self._face.paint(painter)


def _prepare(card: QAbstractButton, hint: str, name: str) -> None:
    card.setObjectName(name)
    card.setAccessibleName(card.text())
    card.setAccessibleDescription(hint)
    card.setCursor(Qt.CursorShape.PointingHandCursor)
    card.setAttribute(Qt.WidgetAttribute.WA_Hover)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    card.setSizePolicy(policy)
