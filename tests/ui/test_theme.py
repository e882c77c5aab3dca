"""The look: filled in completely, fonts only when needed, assets as their makers ship them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from installer.refresh_assets import INDICATORS, differences
from ui.fonts import FAMILY, load_fonts_for
from ui.icons import FOLDER
from ui.theme import theme
from ui.tokens import SCHEMES, Colour
from ui.widgets.text import Text
from vrn_desktop.application.settings import ColourScheme

ROOT = Path(__file__).resolve().parents[2]
COLOUR_LITERAL = "#[0-9A-Fa-f]{6}"
FONTS_BEFORE_AND_AFTER = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from ui.theme import theme
from ui.widgets.text import Text
application = QApplication([])
theme.apply(application)
Text("Welcome back")
before = "Noto Sans Gujarati" in QFontDatabase.families()
Text("\\u0a95\\u0ac7\\u0aae \\u0a9b\\u0acb")
after = "Noto Sans Gujarati" in QFontDatabase.families()
print(before, after)
"""


@pytest.mark.parametrize("scheme", ColourScheme)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_style_sheet_is_filled_in(
    dressed: QApplication, scheme: ColourScheme, percent: int
) -> None:
    theme.apply(dressed, scheme=scheme, text_percent=percent)
    sheet = theme.style_sheet()
    assert "@" not in sheet.replace("at-signs", "")
    assert f"font-size: {16 * percent // 100}px" in sheet
    assert dressed.palette().window().color() == QColor(SCHEMES[scheme][Colour.PAPER])


@pytest.mark.parametrize(("asked", "given"), [(50, 100), (125, 125), (300, 200)])
def test_text_stays_between_once_and_twice_its_size(
    dressed: QApplication, asked: int, given: int
) -> None:
    theme.apply(dressed, text_percent=asked)
    assert theme.text_percent == given


def test_the_program_speaks_in_its_own_font(dressed: QApplication, qtbot: QtBot) -> None:
    text = Text("Home")
    qtbot.addWidget(text)
    assert FAMILY in QFontDatabase.families()
    assert text.fontInfo().family() == FAMILY


def test_nothing_blinks_and_so_nothing_wakes_a_resting_laptop(dressed: QApplication) -> None:
    assert dressed.cursorFlashTime() == 0


def test_other_scripts_are_loaded_when_first_shown() -> None:
    done = subprocess.run(  # noqa: S603 - our own Python, a fixed text
        [sys.executable, "-c", FONTS_BEFORE_AND_AFTER],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("text", ["سلام", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ", "નમસ્તે", "নমস্কার"])
def test_every_script_we_offer_has_a_font(dressed: QApplication, text: str) -> None:
    load_fonts_for(text)
    families = set(QFontDatabase.families())
    script = {"س": "Naskh", "ਸ": "Gurmukhi", "ન": "Gujarati", "ন": "Bengali"}[text[0]]
    assert any(script in family for family in families)


def test_fonts_and_icons_lie_as_their_packages_hold_them() -> None:
    assert differences() == []


def test_indicators_wear_the_colours_of_their_scheme(dressed: QApplication) -> None:
    for scheme, colours in SCHEMES.items():
        for icon, colour in INDICATORS:
            name = f"icons:indicators/{scheme}-{icon}.svg"
            assert QFile.exists(name)
            drawing = (FOLDER / "indicators" / f"{scheme}-{icon}.svg").read_text("utf-8")
            assert colours[colour] in drawing


def test_no_colour_is_written_outside_the_tokens() -> None:
    places = [*(ROOT / "ui").rglob("*.py"), *(ROOT / "resources" / "styles").glob("*.qss")]
    found = [
        path.name
        for path in places
        if path.name != "tokens.py" and re.search(COLOUR_LITERAL, path.read_text("utf-8"))
    ]
    assert found == []
