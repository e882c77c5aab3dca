"""Charts as shapes: kept drawings, marks in proportion, nothing out of its frame, words for what is hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.architecture.our_files import ROOT
from tests.charts.chart_words import as_lines, reach, words_of
from vrn_desktop.charts.bars import bars_with_intervals
from vrn_desktop.charts.hatching import HATCHES, hatched
from vrn_desktop.charts.lines import line_with_band
from vrn_desktop.charts.ratio_dots import ratio_dots
from vrn_desktop.charts.readings import Reading, Shares
from vrn_desktop.charts.scales import RatioScale, round_steps
from vrn_desktop.charts.shapes import Area, Dot, Drawing, Rectangle, Tone
from vrn_desktop.charts.shares import stacked_shares
from vrn_desktop.charts.small_multiples import small_multiples
from vrn_desktop.charts.text_room import broken, text_width

KEPT = ROOT / "tests" / "charts" / "kept"
HIDDEN = "too uncertain to show"


def reading(label: str, value: float, half: float) -> Reading:
    said = f"{label}: {value:,.0f}"
    return Reading(
        label=label,
        words=f"{value:,.0f}",
        value=value,
        low=value - half,
        high=value + half,
        said=said,
    )


BARS = (
    reading("A first heading", 400, 40),
    Reading(label="A heading of which nothing is shown", words=HIDDEN),
    reading("Another", 100, 20),
)
RATIOS = (
    Reading(label="More often", words="2.00", value=2.0, low=1.5, high=3.0, said="More: 2.00"),
    Reading(label="Less often", words="0.50", value=0.5, low=0.3, high=0.9, said="Less: 0.50"),
    Reading(label="Hidden", words="not shown"),
)
ROWS = (
    Shares(label="One", parts=(0.6, 0.4), written=("60%", "40%")),
    Shares(label="None", parts=(), words=HIDDEN),
)


def drawings() -> dict[str, Drawing]:
    return {
        "bars-wide": bars_with_intervals(BARS, 640),
        "bars-narrow": bars_with_intervals(BARS, 280),
        "line": line_with_band((*BARS, reading("Last", 200, 30)), 480),
        "shares": stacked_shares(ROWS, ("Reached", "Waiting"), 480),
        "ratios": ratio_dots(RATIOS, 640, below="less often", above="more often"),
        "multiples": small_multiples(
            [(title, lambda width: bars_with_intervals(BARS, width)) for title in "AB"], 680
        ),
    }


@pytest.mark.parametrize("name", sorted(drawings()))
def test_a_chart_is_drawn_as_it_was_when_somebody_looked_at_it(name: str) -> None:
    kept = (KEPT / f"{name}.txt").read_text("utf-8").splitlines()
    assert as_lines(drawings()[name]) == kept


@pytest.mark.parametrize("name", sorted(drawings()))
def test_no_shape_reaches_out_of_its_frame(name: str) -> None:
    drawing = drawings()[name]
    for shape in drawing.shapes:
        left, right = reach(shape)
        assert left >= -0.01
        assert right <= drawing.width + 0.01


@given(values=st.lists(st.floats(1, 1e6), min_size=1, max_size=8), width=st.floats(260, 900))
def test_bars_are_as_long_as_their_numbers(values: list[float], width: float) -> None:
    readings = [
        Reading(label=str(place), words="n", value=value, said=f"bar {place}")
        for place, value in enumerate(values)
    ]
    drawing = bars_with_intervals(readings, width)
    bars = [s for s in drawing.shapes if isinstance(s, Rectangle) and s.says]
    longest = max(range(len(values)), key=lambda place: values[place])
    for bar, value in zip(bars, values, strict=True):
        expected = bars[longest].width * value / values[longest]
        assert bar.width == pytest.approx(expected, abs=1e-6)


def test_a_hidden_number_leaves_words_and_no_bar() -> None:
    drawing = bars_with_intervals(BARS, 640)
    assert HIDDEN in words_of(drawing)
    said = [s.says for s in drawing.shapes if isinstance(s, Rectangle) and s.says]
    assert said == ["A first heading: 400", "Another: 100"]


def test_a_line_breaks_where_there_is_no_figure() -> None:
    drawing = line_with_band((*BARS, reading("Last", 200, 30)), 480)
    hollow = [s for s in drawing.shapes if isinstance(s, Dot) and s.hollow]
    bands = [s for s in drawing.shapes if isinstance(s, Area)]
    assert [dot.says for dot in hollow] == [f"{BARS[1].label}: {HIDDEN}"]
    assert [len(band.points) for band in bands] == [4]  # two neighbours; a single one has a line


def test_twice_and_half_as_often_stand_equally_far_from_as_often() -> None:
    scale = RatioScale(low=0.25, high=4, start=0, end=400)
    assert scale.at(2) - scale.at(1) == pytest.approx(scale.at(1) - scale.at(0.5))
    assert scale.at(100) == scale.at(4)


def test_neighbours_of_a_share_differ_by_more_than_their_colour() -> None:
    box = Rectangle(x=10, y=10, width=60, height=24, tone=Tone.FIRST)
    patterns = [hatched(box, hatch) for hatch in HATCHES]
    assert len({str(pattern) for pattern in patterns}) == len(HATCHES)
    for pattern in patterns:
        for stroke in pattern:
            left, right = reach(stroke)
            assert 10 - 0.01 <= left <= right <= 70 + 0.01


def test_more_parts_than_tones_are_refused() -> None:
    with pytest.raises(ValueError, match="at most five"):
        stacked_shares(ROWS, ("a", "b", "c"), 400)


@given(low=st.floats(0, 1e6), length=st.floats(0.1, 1e7), most=st.integers(1, 8))
def test_an_axis_has_round_steps_that_span_its_numbers(
    low: float, length: float, most: int
) -> None:
    steps = round_steps(low, low + length, most)
    tolerance = length * 1e-6 + low * 1e-6
    assert steps[0] <= low + tolerance
    assert steps[-1] >= low + length - tolerance
    assert len(steps) <= most + 2


@given(text=st.text(alphabet="abcdef ghi", max_size=80), width=st.floats(40, 400))
def test_lines_fit_their_room_unless_one_word_does_not(text: str, width: float) -> None:
    lines = broken(text, width, 13)
    assert " ".join(lines) == " ".join(text.split())
    assert all(text_width(line, 13) <= width or " " not in line for line in lines)
