"""The colours of the three schemes, named by what they are for; no other file holds a colour."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from vrn_desktop.application.settings import ColourScheme


class Colour(StrEnum):
    """What a colour is for; text colours keep 4.5:1 on their grounds, controls and focus 3:1."""

    PAPER = "paper"
    SURFACE = "surface"
    SUNKEN = "sunken"
    INK = "ink"
    INK_SOFT = "ink_soft"
    INK_FAINT = "ink_faint"
    LINE = "line"
    CONTROL = "control"
    PRIMARY = "primary"
    PRIMARY_HOVER = "primary_hover"
    PRIMARY_PRESSED = "primary_pressed"
    ON_PRIMARY = "on_primary"
    SOFT = "soft"
    FOCUS = "focus"
    FOCUS_HALO = "focus_halo"
    RAIL = "rail"
    RAIL_INK = "rail_ink"
    RAIL_MUTED = "rail_muted"
    RAIL_SELECTED = "rail_selected"
    RAIL_LINE = "rail_line"
    LEVEL_1 = "level_1"
    LEVEL_1_GROUND = "level_1_ground"
    LEVEL_2 = "level_2"
    LEVEL_2_GROUND = "level_2_ground"
    LEVEL_3 = "level_3"
    LEVEL_3_GROUND = "level_3_ground"
    INFO = "info"
    INFO_GROUND = "info_ground"
    ERROR = "error"
    ERROR_GROUND = "error_ground"
    CHART_1 = "chart_1"
    CHART_2 = "chart_2"
    CHART_3 = "chart_3"
    CHART_4 = "chart_4"
    CHART_GRID = "chart_grid"
    BRAND = "brand"


_LIGHT = {
    Colour.PAPER: "#F6F3EC",
    Colour.SURFACE: "#FFFFFF",
    Colour.SUNKEN: "#EEEAE0",
    Colour.INK: "#1C2B30",
    Colour.INK_SOFT: "#4B5B60",
    Colour.INK_FAINT: "#5E6E72",
    Colour.LINE: "#DDD8CC",
    Colour.CONTROL: "#76868A",
    Colour.PRIMARY: "#1F5F63",
    Colour.PRIMARY_HOVER: "#174A4E",
    Colour.PRIMARY_PRESSED: "#103639",
    Colour.ON_PRIMARY: "#FFFFFF",
    Colour.SOFT: "#DCECE9",
    Colour.FOCUS: "#1C2B30",
    Colour.FOCUS_HALO: "#FFC94D",
    Colour.RAIL: "#17393D",
    Colour.RAIL_INK: "#E6F0EE",
    Colour.RAIL_MUTED: "#B5CCC9",
    Colour.RAIL_SELECTED: "#265257",
    Colour.RAIL_LINE: "#17393D",
    Colour.LEVEL_1: "#22706A",
    Colour.LEVEL_1_GROUND: "#DDF0EB",
    Colour.LEVEL_2: "#7D5200",
    Colour.LEVEL_2_GROUND: "#FBEED3",
    Colour.LEVEL_3: "#66407A",
    Colour.LEVEL_3_GROUND: "#EFE5F4",
    Colour.INFO: "#2B587F",
    Colour.INFO_GROUND: "#E3EDF6",
    Colour.ERROR: "#8C3B1F",
    Colour.ERROR_GROUND: "#FBE9E1",
    Colour.CHART_1: "#2F8F86",
    Colour.CHART_2: "#D49A2A",
    Colour.CHART_3: "#8D62A6",
    Colour.CHART_4: "#4F7FA8",
    Colour.CHART_GRID: "#E4DFD3",
    Colour.BRAND: "#FFC94D",
}

_DARK = {
    Colour.PAPER: "#11191C",
    Colour.SURFACE: "#1A2529",
    Colour.SUNKEN: "#0C1315",
    Colour.INK: "#E8EFEE",
    Colour.INK_SOFT: "#B3C2C2",
    Colour.INK_FAINT: "#9DAEAF",
    Colour.LINE: "#2C3A3F",
    Colour.CONTROL: "#6F8488",
    Colour.PRIMARY: "#7CC7C0",
    Colour.PRIMARY_HOVER: "#98D6D0",
    Colour.PRIMARY_PRESSED: "#B4E3DE",
    Colour.ON_PRIMARY: "#0E1C1E",
    Colour.SOFT: "#1F3B3D",
    Colour.FOCUS: "#FFD978",
    Colour.FOCUS_HALO: "#11191C",
    Colour.RAIL: "#0C1719",
    Colour.RAIL_INK: "#E8EFEE",
    Colour.RAIL_MUTED: "#9DB5B3",
    Colour.RAIL_SELECTED: "#1D3437",
    Colour.RAIL_LINE: "#2C3A3F",
    Colour.LEVEL_1: "#86D2C4",
    Colour.LEVEL_1_GROUND: "#12302D",
    Colour.LEVEL_2: "#F0C26B",
    Colour.LEVEL_2_GROUND: "#33280F",
    Colour.LEVEL_3: "#D3B2E3",
    Colour.LEVEL_3_GROUND: "#2D2135",
    Colour.INFO: "#A3C9EC",
    Colour.INFO_GROUND: "#1B2C3B",
    Colour.ERROR: "#F2B59C",
    Colour.ERROR_GROUND: "#3A2219",
    Colour.CHART_1: "#5DBDB2",
    Colour.CHART_2: "#E5B44F",
    Colour.CHART_3: "#B58ACB",
    Colour.CHART_4: "#7FAED4",
    Colour.CHART_GRID: "#26343A",
    Colour.BRAND: "#FFC94D",
}

_CONTRAST = {
    Colour.PAPER: "#000000",
    Colour.SURFACE: "#000000",
    Colour.SUNKEN: "#000000",
    Colour.INK: "#FFFFFF",
    Colour.INK_SOFT: "#FFFFFF",
    Colour.INK_FAINT: "#FFFFFF",
    Colour.LINE: "#FFFFFF",
    Colour.CONTROL: "#FFFFFF",
    Colour.PRIMARY: "#FFE500",
    Colour.PRIMARY_HOVER: "#FFF27A",
    Colour.PRIMARY_PRESSED: "#FFF7B0",
    Colour.ON_PRIMARY: "#000000",
    Colour.SOFT: "#1A1A60",
    Colour.FOCUS: "#00FFFF",
    Colour.FOCUS_HALO: "#000000",
    Colour.RAIL: "#000000",
    Colour.RAIL_INK: "#FFFFFF",
    Colour.RAIL_MUTED: "#FFFFFF",
    Colour.RAIL_SELECTED: "#1A1A60",
    Colour.RAIL_LINE: "#FFFFFF",
    Colour.LEVEL_1: "#7DF9E6",
    Colour.LEVEL_1_GROUND: "#000000",
    Colour.LEVEL_2: "#FFE500",
    Colour.LEVEL_2_GROUND: "#000000",
    Colour.LEVEL_3: "#F0B7FF",
    Colour.LEVEL_3_GROUND: "#000000",
    Colour.INFO: "#9CD3FF",
    Colour.INFO_GROUND: "#000000",
    Colour.ERROR: "#FFB59C",
    Colour.ERROR_GROUND: "#000000",
    Colour.CHART_1: "#7DF9E6",
    Colour.CHART_2: "#FFE500",
    Colour.CHART_3: "#F0B7FF",
    Colour.CHART_4: "#9CD3FF",
    Colour.CHART_GRID: "#666666",
    Colour.BRAND: "#FFE500",
}

SCHEMES: Mapping[ColourScheme, Mapping[Colour, str]] = MappingProxyType(
    {
        ColourScheme.LIGHT: MappingProxyType(_LIGHT),
        ColourScheme.DARK: MappingProxyType(_DARK),
        ColourScheme.CONTRAST: MappingProxyType(_CONTRAST),
    }
)
