"""How much each kind of button asks for attention: its shape, and its colours in each condition."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont

from ui.tokens import Colour


class ButtonKind(StrEnum):
    """How much a button asks for attention; a page has one primary button."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    RAIL = "rail"


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonShape:
    """Paddings and least height in logical pixels at 100 %, weight of the words."""

    pad_x: int
    pad_y: int
    least_height: int
    weight: QFont.Weight
    centred: bool


SHAPES = {
    ButtonKind.PRIMARY: ButtonShape(
        pad_x=20, pad_y=8, least_height=46, weight=QFont.Weight.DemiBold, centred=True
    ),
    ButtonKind.SECONDARY: ButtonShape(
        pad_x=20, pad_y=8, least_height=46, weight=QFont.Weight.DemiBold, centred=True
    ),
    ButtonKind.QUIET: ButtonShape(
        pad_x=8, pad_y=8, least_height=44, weight=QFont.Weight.DemiBold, centred=False
    ),
    ButtonKind.LINK: ButtonShape(
        pad_x=2, pad_y=2, least_height=28, weight=QFont.Weight.Medium, centred=False
    ),
    ButtonKind.RAIL: ButtonShape(
        pad_x=12, pad_y=8, least_height=46, weight=QFont.Weight.Medium, centred=False
    ),
}
Ground = tuple[Colour | None, Colour | None, Colour]
_OFF: Ground = (Colour.SUNKEN, Colour.LINE, Colour.INK_FAINT)
_QUIETLY_OFF: Ground = (None, None, Colour.INK_FAINT)
DISABLED: dict[ButtonKind, Ground] = {
    ButtonKind.PRIMARY: _OFF,
    ButtonKind.SECONDARY: _OFF,
    ButtonKind.QUIET: _QUIETLY_OFF,
    ButtonKind.LINK: _QUIETLY_OFF,
    ButtonKind.RAIL: (None, None, Colour.RAIL_MUTED),
}
_PRIMARY: tuple[Ground, ...] = tuple(
    (ground, ground, Colour.ON_PRIMARY)
    for ground in (Colour.PRIMARY, Colour.PRIMARY_HOVER, Colour.PRIMARY_PRESSED, Colour.PRIMARY)
)
_SECONDARY: tuple[Ground, ...] = (
    (Colour.SURFACE, Colour.CONTROL, Colour.INK),
    (Colour.SUNKEN, Colour.CONTROL, Colour.INK),
    (Colour.SOFT, Colour.CONTROL, Colour.INK),
    (Colour.SOFT, Colour.PRIMARY, Colour.PRIMARY),
)
_QUIET: tuple[Ground, ...] = (
    (None, None, Colour.PRIMARY),
    (Colour.SOFT, None, Colour.PRIMARY),
    (Colour.SOFT, None, Colour.PRIMARY),
    (Colour.SOFT, Colour.PRIMARY, Colour.PRIMARY),
)
_RAIL: tuple[Ground, ...] = (
    (None, None, Colour.RAIL_INK),
    (Colour.RAIL_SELECTED, None, Colour.RAIL_INK),
    (Colour.RAIL_SELECTED, None, Colour.RAIL_INK),
    (Colour.RAIL_SELECTED, Colour.RAIL_MUTED, Colour.RAIL_INK),
)
COLOURS: dict[ButtonKind, tuple[Ground, ...]] = {
    ButtonKind.PRIMARY: _PRIMARY,
    ButtonKind.SECONDARY: _SECONDARY,
    ButtonKind.QUIET: _QUIET,
    ButtonKind.LINK: _QUIET,
    ButtonKind.RAIL: _RAIL,
}
ICON = 20
RADIUS = 10
TEXT = 16
BIG_TEXT = 19
