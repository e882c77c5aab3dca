"""What may be shown, at its edges: classes, small numbers, few sites, the floor of an index, shares in figures."""

from math import hypot

import pytest

from vrn_desktop.central.estimates.combined_cells import share
from vrn_desktop.central.estimates.display import precision_of, shown_figure
from vrn_desktop.central.estimates.disproportionality import Reference, comparisons
from vrn_desktop.central.published_table import (
    Heading,
    HeadingList,
    NetworkCell,
    NetworkTable,
    Precision,
)
from vrn_desktop.central.report.figure import FEW_SITES, TOO_UNCERTAIN, UNDER_TEN
from vrn_desktop.central.report.shown_numbers import change_in_words, shown_number, shown_share
from vrn_desktop.domain.programme_period import ProgrammeYear

GROUPS = ("white", "black", "not_known")
LEVELS = ("primary", "tertiary")


def cell(estimate: float, half: float, codes: tuple[str, ...] = (), sites: int = 52) -> NetworkCell:
    precision = precision_of(estimate, half)
    return NetworkCell(
        codes=codes,
        noisy_sum=round(estimate),
        estimate=estimate,
        low=estimate - half,
        high=estimate + half,
        precision=precision,
        shown=shown_figure(estimate, precision, sites),
    )


@pytest.mark.parametrize(
    ("half", "precision"),
    [
        (5, Precision.A),
        (5.1, Precision.B),
        (15, Precision.B),
        (15.1, Precision.C),
        (30, Precision.C),
        (30.1, Precision.X),
    ],
)
def test_classes_change_at_five_fifteen_and_thirty_per_cent(
    half: float, precision: Precision
) -> None:
    assert precision_of(100, half) is precision


def test_nothing_or_less_is_always_too_uncertain() -> None:
    assert precision_of(0, 0) is precision_of(-4, 1) is Precision.X


@pytest.mark.parametrize(
    ("estimate", "shown"),
    [(9.9, None), (10, 10), (12.4, 10), (12.5, 15), (17.5, 20), (1002.6, 1005)],
)
def test_numbers_under_ten_are_hidden_and_others_stand_at_the_nearest_five(
    estimate: float, shown: int | None
) -> None:
    assert shown_figure(estimate, Precision.A, 10) == shown
    assert shown_figure(estimate, Precision.A, 9) is None
    assert shown_figure(estimate, Precision.X, 10) is None


def test_a_number_and_its_interval_are_written_as_they_are() -> None:
    number = shown_number(cell(1234, 61), 52)
    assert (number.words, number.interval) == ("1,235", "1,175 to 1,295")
    assert number.reading("Here").said == "Here: 1,235 (95% interval 1,175 to 1,295)"
    assert number.row("Here").cells == ("1,235", "1,175 to 1,295", "A: within 5%")


@pytest.mark.parametrize(
    ("figure", "sites", "reason"),
    [
        (cell(100, 31), 52, TOO_UNCERTAIN),
        (cell(9, 1), 52, UNDER_TEN),
        (cell(100, 1, sites=9), 9, FEW_SITES),
    ],
)
def test_a_hidden_number_says_why(figure: NetworkCell, sites: int, reason: str) -> None:
    number = shown_number(figure, sites)
    assert (number.words, number.interval, number.in_full) == (reason, "", reason)


def test_a_share_is_as_uncertain_as_both_its_parts() -> None:
    found = share([cell(300, 30)], [cell(700, 40)])
    assert found is not None
    assert found.value == pytest.approx(0.3)
    assert found.half_width == pytest.approx(hypot(0.7 * 30, 0.3 * 40) / 1000)
    shown = shown_share(found, 52)
    assert (shown.words, shown.interval) == ("30%", "28% to 32%")
    assert shown_share(found, 9).words == FEW_SITES
    assert shown_share(share([cell(30, 30)], [cell(100, 30)]), 52).words == TOO_UNCERTAIN


def test_a_change_says_whether_it_is_clear() -> None:
    found = share([cell(300, 30)], [cell(700, 40)])
    assert found is not None
    assert change_in_words(found, " points", 100).startswith("+30 points (+27.6 to +32.4): clearly")
    assert change_in_words(None) == ""


def ethnic(at: float, half: float, away: float = 400) -> NetworkTable:
    """White in plenty, Black with so many at the level."""
    numbers = {"white": (2000.0, 500.0), "black": (away, at), "not_known": (50.0, 20.0)}
    halves = {"white": 20.0, "black": half, "not_known": 5.0}
    return NetworkTable(
        name="E",
        title="Invented",
        period=ProgrammeYear(2026),
        spec="vrn-tables/1",
        lists=(
            HeadingList(
                name="ethnic_group", headings=tuple(Heading(code=g, label=g) for g in GROUPS)
            ),
            HeadingList(name="level", headings=tuple(Heading(code=g, label=g) for g in LEVELS)),
        ),
        scale=8,
        sites_reporting=52,
        sites_expected=60,
        cells=tuple(
            cell(number, halves[group], (group, level))
            for group in GROUPS
            for level, number in zip(LEVELS, numbers[group], strict=True)
        ),
    )


@pytest.mark.parametrize(
    ("at", "half", "away", "is_shown"),
    [
        (18, 10, 400, True),
        (17.9, 10, 400, False),  # the estimate clears the floor, the lower end does not
        (40, 10, 5, True),
        (35, 10, 5, False),  # 40 counted, but not for sure 30
    ],
)
def test_the_floor_of_an_index_holds_at_the_lower_end(
    at: float, half: float, away: float, is_shown: bool
) -> None:
    found = comparisons(ethnic(at, half, away))
    black = [each for each in found if each.group.code == "black"]
    assert [each.index is not None for each in black] == [is_shown] * len(Reference)
    assert all(each.reason for each in black) is not is_shown
