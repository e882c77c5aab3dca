"""The look of the whole program: scheme, text size, palette and the filled-in style sheet."""

import re
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.fonts import FAMILIES, load_first_fonts
from ui.icons import FOLDER as ICON_FOLDER
from ui.tokens import SCHEMES, Colour
from vrn_desktop.application.settings import ColourScheme

BODY_SIZE = 16
SMALLEST_TEXT_PERCENT = 100
LARGEST_TEXT_PERCENT = 200
WIDE_LETTERS_PERCENT = 112
WIDE_WORDS_EM = 0.16

_TEMPLATE = Path(resources.__file__).parent / "styles" / "app.qss"
_ROLES = {
    QPalette.ColorRole.Window: Colour.PAPER,
    QPalette.ColorRole.WindowText: Colour.INK,
    QPalette.ColorRole.Base: Colour.SURFACE,
    QPalette.ColorRole.AlternateBase: Colour.SUNKEN,
    QPalette.ColorRole.Text: Colour.INK,
    QPalette.ColorRole.Button: Colour.SURFACE,
    QPalette.ColorRole.ButtonText: Colour.INK,
    QPalette.ColorRole.Highlight: Colour.PRIMARY,
    QPalette.ColorRole.HighlightedText: Colour.ON_PRIMARY,
    QPalette.ColorRole.ToolTipBase: Colour.INK,
    QPalette.ColorRole.ToolTipText: Colour.PAPER,
    QPalette.ColorRole.PlaceholderText: Colour.INK_FAINT,
    QPalette.ColorRole.Link: Colour.PRIMARY,
    QPalette.ColorRole.LinkVisited: Colour.PRIMARY,
    QPalette.ColorRole.Mid: Colour.LINE,
    QPalette.ColorRole.Accent: Colour.PRIMARY,
}


class Theme(QObject):
    """ColourScheme and text size now in use; painted widgets ask it for colours, sizes and fonts."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = ColourScheme.LIGHT
        self.text_percent = SMALLEST_TEXT_PERCENT
        self.wide_spacing = False

    def colour(self, colour: Colour) -> QColor:
        """Return the colour as the present scheme has it."""
        return QColor(SCHEMES[self.scheme][colour])

    def px(self, size: int) -> int:
        """Return logical pixels that grow with the text size."""
        return round(size * self.text_percent / 100)

    def font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return our font in pixels at 100 %, with the other scripts behind it."""
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        if self.wide_spacing:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, WIDE_LETTERS_PERCENT)
            font.setWordSpacing(self.px(size) * WIDE_WORDS_EM)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def apply(
        self,
        application: QApplication,
        *,
        scheme: ColourScheme | None = None,
        text_percent: int | None = None,
        wide_spacing: bool | None = None,
    ) -> None:
        """Dress the program; called once before the first window and at each change."""
        if scheme is not None:
            self.scheme = scheme
        if text_percent is not None:
            self.text_percent = max(SMALLEST_TEXT_PERCENT, min(LARGEST_TEXT_PERCENT, text_percent))
        if wide_spacing is not None:
            self.wide_spacing = wide_spacing
        load_first_fonts()
        QDir.setSearchPaths("icons", [str(ICON_FOLDER)])
        application.setCursorFlashTime(0)  # nothing blinks, and nothing wakes a resting laptop
        application.setFont(self.font(BODY_SIZE))
        application.setPalette(self._palette())
        application.setStyleSheet(self.style_sheet())
        self.changed.emit()

    def style_sheet(self) -> str:
        """Return the style sheet with colours and scaled sizes filled in."""
        text = _TEMPLATE.read_text(encoding="utf-8")
        text = text.replace("@scheme@", self.scheme)
        text = re.sub(r"@([a-z_0-9]+)@", lambda match: SCHEMES[self.scheme][Colour(match[1])], text)
        return re.sub(r"(?<![\w.])(\d+)sp", lambda match: f"{self.px(int(match[1]))}px", text)

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, colour in _ROLES.items():
            palette.setColor(role, self.colour(colour))
        faint = self.colour(Colour.INK_FAINT)
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
        return palette


theme = Theme()
