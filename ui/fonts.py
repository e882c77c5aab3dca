"""The shipped fonts: Atkinson before the first picture, other scripts when first shown."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

import resources

FOLDER = Path(resources.__file__).parent / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
FAMILIES = [
    FAMILY,
    "Noto Naskh Arabic",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Bengali",
]

_LATIN = "AtkinsonHyperlegibleNext"
_FIRST_SCRIPT_BEYOND_LATIN = 0x0590
_SCRIPTS = (
    (0x0600, 0x08FF, "NotoNaskhArabic"),
    (0xFB50, 0xFEFF, "NotoNaskhArabic"),
    (0x0980, 0x09FF, "NotoSansBengali"),
    (0x0A00, 0x0A7F, "NotoSansGurmukhi"),
    (0x0A80, 0x0AFF, "NotoSansGujarati"),
)
_loaded: set[str] = set()


def load_first_fonts() -> None:
    """Load what the first window needs; the other scripts cost start-up time and wait."""
    _load(_LATIN)


def load_fonts_for(text: str) -> None:
    """Load the fonts of every script in `text`; cheap for texts in Latin letters."""
    if text.isascii():
        return
    for point in {ord(letter) for letter in text}:
        if point >= _FIRST_SCRIPT_BEYOND_LATIN:
            for first, last, family in _SCRIPTS:
                if first <= point <= last:
                    _load(family)


def _load(family: str) -> None:
    if family in _loaded:
        return
    _loaded.add(family)
    for path in sorted(FOLDER.glob(f"{family}_*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
