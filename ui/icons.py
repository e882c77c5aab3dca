"""Lucide icons drawn in a colour of the scheme, mirrored right to left where they point."""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

FOLDER = Path(resources.__file__).parent / "icons"
WINDOW_ICON_SIDES = (16, 32, 48)
POINTING = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "skip-forward", "log-out"}
)


def paint_icon(
    painter: QPainter, name: str, box: QRectF, colour: QColor, *, mirrored: bool = False
) -> None:
    """Draw icon `name` into the square `box`; only icons that point somewhere are mirrored."""
    ratio = painter.device().devicePixelRatioF()
    side = round(box.width() * ratio)
    painter.drawImage(box, _image(name, colour.name(), side, mirrored and name in POINTING))


def window_icon(name: str, colour: QColor) -> QIcon:
    """Return icon `name` for the title bar and the task bar."""
    icon = QIcon()
    for side in WINDOW_ICON_SIDES:
        icon.addPixmap(QPixmap.fromImage(_image(name, colour.name(), side, False)))  # noqa: FBT003 - a cache key
    return icon


@lru_cache(maxsize=512)
def _image(name: str, colour: str, side: int, mirrored: bool) -> QImage:  # noqa: FBT001 - a cache key, called in one place
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        if mirrored:
            painter.translate(side, 0)
            painter.scale(-1, 1)
        drawing = QByteArray(_source(name).replace("currentColor", colour).encode())
        QSvgRenderer(drawing).render(painter, QRectF(0, 0, side, side))
    return image


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
