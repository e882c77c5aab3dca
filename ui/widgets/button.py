"""Buttons that are easy to hit and wrap their words when there is little room."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.fonts import load_fonts_for
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button_look import (
    BIG_TEXT,
    COLOURS,
    DISABLED,
    ICON,
    RADIUS,
    SHAPES,
    TEXT,
    ButtonKind,
    Ground,
)
from ui.widgets.painted_text import KeptTexts, PaintedText, longest_word_width

__all__ = ["Button", "ButtonKind"]

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """One action. `compact` shows the icon alone and keeps the text as name and tool tip."""

    def __init__(
        self,
        text: str,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: str = "",
        trailing_icon: bool = False,
        name: str = "",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.kind = kind
        self._icon_name = icon
        self._trailing = trailing_icon
        self._compact = False
        self._big = False
        self._kept = KeptTexts()
        self._badge = ""
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        if on_click is not None:
            self._on_click = on_click  # PySide6 holds bound methods of plain objects weakly
            self.clicked.connect(self._run)

    def _run(self) -> None:
        self._on_click()

    def setText(self, text: str) -> None:
        """Show `text` and make it the accessible name."""
        load_fonts_for(text)
        super().setText(text)
        self.setAccessibleName(text)
        if self._compact:
            self.setToolTip(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Change the icon; an empty name takes it away."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    @property
    def is_compact(self) -> bool:
        """Whether the icon stands alone."""
        return self._compact

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - follows Qt's setters
        """Show the icon alone where there is little room."""
        compact = compact and bool(self._icon_name)
        if compact == self._compact:
            return
        self._compact = compact
        self.setToolTip(self.text() if self._compact else "")
        self.updateGeometry()
        self.update()

    def set_big(self, *, big: bool) -> None:
        """Be larger while two pairs of eyes are on the screen (TI-08)."""
        self._big = big
        self.updateGeometry()
        self.update()

    def set_badge(self, badge: str) -> None:
        """Show a short count behind the text."""
        self._badge = badge
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does; Qt does that in dialogs only."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and not plain and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size with all words on one line."""
        width = self._extra_width() + (0 if self._compact else self._one_line_width())
        return QSize(round(width), self.heightForWidth(round(width)))

    def full_width(self) -> int:
        """Return the width with all words on one line, also while it is compact."""
        icon = theme.px(ICON) + theme.px(12) if self._icon_name else 0
        return round(2 * SHAPES[self.kind].pad_x + icon + self._one_line_width())

    def icon_width(self) -> int:
        """Return the width while it is compact."""
        return 2 * SHAPES[self.kind].pad_x + theme.px(ICON)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the longest word on a line of its own."""
        word = 0.0 if self._compact else longest_word_width(self.text(), self._font())
        width = self._extra_width() + word
        return QSize(round(width) + 1, theme.px(SHAPES[self.kind].least_height))

    def hasHeightForWidth(self) -> bool:
        """Say that narrow buttons grow higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words, never under the least target."""
        shape = SHAPES[self.kind]
        least = theme.px(shape.least_height)
        if self._compact:
            return least
        text = self._painted(width - self._extra_width())
        return max(least, round(text.height) + 2 * theme.px(shape.pad_y))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, words and badge."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self._paint_ground(painter)
            shape = SHAPES[self.kind]
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            text = self._painted(self.width() - self._extra_width())
            icon_width = self._icon_width()
            content = icon_width + (0.0 if self._compact else text.width)
            start = (self.width() - content) / 2 if shape.centred or self._compact else shape.pad_x
            if right_to_left and not (shape.centred or self._compact):
                start = self.width() - shape.pad_x - content
            icon_first = self._trailing == right_to_left
            if self._icon_name:
                side = theme.px(ICON)
                x = start if icon_first or self._compact else start + content - side
                box = QRectF(round(x), round((self.height() - side) / 2), side, side)
                paint_icon(painter, self._icon_name, box, ink, mirrored=right_to_left)
            if not self._compact:
                x = start + (icon_width if icon_first else 0.0)
                line = text.width + 1
                words = self._painted(line)
                words.draw(painter, x, (self.height() - words.height) / 2, ink)
            if self._badge:
                self._paint_badge(painter, ink)

    def _paint_ground(self, painter: QPainter) -> QColor:
        ground, border, ink = self._colours()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(border), 2) if border else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        return theme.colour(ink)

    def _colours(self) -> Ground:
        if not self.isEnabled():
            return DISABLED[self.kind]
        plain, hovered, down, checked = COLOURS[self.kind]
        if self.isDown():
            return down
        if self.isChecked():
            return checked
        return hovered if self.underMouse() else plain

    def _paint_badge(self, painter: QPainter, ink: QColor) -> None:
        font = theme.font(14, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        pad = 6 if self._compact else SHAPES[self.kind].pad_x
        box = QRectF(self.rect()).adjusted(pad, 4, -pad, -4)
        if self._compact:
            flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
        else:
            flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, self._badge)

    def _font(self) -> QFont:
        font = theme.font(BIG_TEXT if self._big else TEXT, SHAPES[self.kind].weight)
        font.setUnderline(self.kind is ButtonKind.LINK)
        if self.kind is ButtonKind.RAIL and self.isChecked():
            font.setWeight(QFont.Weight.Bold)
        return font

    def _painted(self, width: float) -> PaintedText:
        centred = SHAPES[self.kind].centred
        alignment = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading
        text, direction = self.text(), self.layoutDirection()
        return self._kept.kept(
            (text, width, direction, self._big, self.isChecked()),
            lambda: PaintedText(
                text, self._font(), width, direction=direction, alignment=alignment
            ),
        )

    def _one_line_width(self) -> float:
        return self._painted(10_000).width + 1

    def _icon_width(self) -> float:
        if not self._icon_name:
            return 0.0
        return theme.px(ICON) + (0 if self._compact else theme.px(12))

    def _extra_width(self) -> float:
        badge = 0 if self._compact or not self._badge else theme.px(24)
        return 2 * SHAPES[self.kind].pad_x + self._icon_width() + badge
