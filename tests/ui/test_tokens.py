"""Every scheme keeps the contrast that tired eyes need (WCAG 2.2 AA, recomputed)."""

import pytest

from tests.ui.contrast import contrast_ratio
from ui.tokens import SCHEMES, Colour
from vrn_desktop.application.settings import ColourScheme

GROUNDS = (Colour.PAPER, Colour.SURFACE, Colour.SUNKEN, Colour.SOFT)
TEXT_ON_GROUND = [
    *((ink, ground) for ink in (Colour.INK, Colour.INK_SOFT) for ground in GROUNDS),
    *((Colour.PRIMARY, ground) for ground in GROUNDS),
    *((Colour.INK_FAINT, ground) for ground in (Colour.PAPER, Colour.SURFACE)),
    (Colour.INK, Colour.INFO_GROUND),
    (Colour.INK, Colour.LEVEL_2_GROUND),
    (Colour.INK, Colour.ERROR_GROUND),
    (Colour.ERROR, Colour.SURFACE),
    (Colour.ERROR, Colour.PAPER),
    (Colour.INFO, Colour.INFO_GROUND),
    (Colour.LEVEL_1, Colour.LEVEL_1_GROUND),
    (Colour.LEVEL_2, Colour.LEVEL_2_GROUND),
    (Colour.LEVEL_3, Colour.LEVEL_3_GROUND),
    (Colour.ON_PRIMARY, Colour.PRIMARY),
    (Colour.ON_PRIMARY, Colour.PRIMARY_HOVER),
    (Colour.ON_PRIMARY, Colour.PRIMARY_PRESSED),
    (Colour.RAIL_INK, Colour.RAIL),
    (Colour.RAIL_INK, Colour.RAIL_SELECTED),
    (Colour.RAIL_MUTED, Colour.RAIL),
]
CONTROL_ON_GROUND = [
    *((Colour.CONTROL, ground) for ground in (Colour.PAPER, Colour.SURFACE, Colour.SUNKEN)),
    *((Colour.PRIMARY, ground) for ground in GROUNDS),
    *((Colour.ERROR, ground) for ground in (Colour.PAPER, Colour.SURFACE)),
]


@pytest.mark.parametrize("scheme", ColourScheme)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_texts_keep_four_and_a_half_to_one(
    scheme: ColourScheme, ink: Colour, ground: Colour
) -> None:
    assert contrast_ratio(SCHEMES[scheme][ink], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", ColourScheme)
@pytest.mark.parametrize(("line", "ground"), CONTROL_ON_GROUND)
def test_controls_keep_three_to_one(scheme: ColourScheme, line: Colour, ground: Colour) -> None:
    assert contrast_ratio(SCHEMES[scheme][line], SCHEMES[scheme][ground]) >= 3


@pytest.mark.parametrize("scheme", ColourScheme)
@pytest.mark.parametrize("ground", [*GROUNDS, Colour.RAIL, Colour.PRIMARY, Colour.INFO_GROUND])
def test_ring_or_halo_of_the_focus_keeps_three_to_one(scheme: ColourScheme, ground: Colour) -> None:
    colours = SCHEMES[scheme]
    rings = (colours[Colour.FOCUS], colours[Colour.FOCUS_HALO])
    assert max(contrast_ratio(ring, colours[ground]) for ring in rings) >= 3
    assert contrast_ratio(*rings) >= 3


@pytest.mark.parametrize("scheme", ColourScheme)
def test_every_scheme_names_every_colour(scheme: ColourScheme) -> None:
    assert set(SCHEMES[scheme]) == set(Colour)


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
