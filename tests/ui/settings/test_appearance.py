"""The program wears what the computer is set to, unless somebody chose otherwise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.settings.appearance import set_to, when_the_computer_changes
from vrn_desktop.application.settings import ColourChoice, ColourScheme

PLAIN, HIGH = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast
DARK, UNKNOWN = Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown


@pytest.mark.parametrize(
    ("colours", "contrast", "shown"),
    [
        (UNKNOWN, PLAIN, ColourScheme.LIGHT),
        (DARK, PLAIN, ColourScheme.DARK),
        (DARK, HIGH, ColourScheme.CONTRAST),
        (UNKNOWN, HIGH, ColourScheme.CONTRAST),
    ],
)
def test_contrast_comes_before_dark_and_light_is_the_usual(
    colours: Qt.ColorScheme, contrast: Qt.ContrastPreference, shown: ColourScheme
) -> None:
    assert set_to(colours, contrast) is shown


@pytest.mark.parametrize("computer", ColourScheme)
def test_what_somebody_chose_holds_whatever_the_computer_says(computer: ColourScheme) -> None:
    assert ColourChoice.SYSTEM.scheme(computer) is computer
    assert ColourChoice.LIGHT.scheme(computer) is ColourScheme.LIGHT
    assert ColourChoice.CONTRAST.scheme(computer) is ColourScheme.CONTRAST


def test_a_change_of_the_computer_is_followed_at_once(qapp: QApplication) -> None:
    dressed: list[str] = []
    hints = qapp.styleHints()
    when_the_computer_changes(hints, lambda: dressed.append("anew"))
    hints.colorSchemeChanged.emit(DARK)
    hints.accessibility().contrastPreferenceChanged.emit(HIGH)
    assert dressed == ["anew", "anew"]
