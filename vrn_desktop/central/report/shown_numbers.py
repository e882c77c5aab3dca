"""How one figure is written: to the nearest five with its interval, or the reason why it is not shown."""

from dataclasses import dataclass
from math import floor

from vrn_desktop.central.estimates.combined_cells import CombinedFigure, Interval
from vrn_desktop.central.estimates.display import FEWEST_SITES, NEAREST
from vrn_desktop.central.published_table import NetworkCell, Precision
from vrn_desktop.central.report.figure import FEW_SITES, TOO_UNCERTAIN, UNDER_TEN, TableRow
from vrn_desktop.charts.readings import Reading

NUMBER_COLUMNS = ("Number", "95% interval", "Precision")
PRECISION_WORDS = {
    Precision.A: "A: within 5%",
    Precision.B: "B: within 15%",
    Precision.C: "C: within 30%",
    Precision.X: "x: wider than 30%",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNumber:
    """A count as a reader sees it; chart and table are both made from it, so they cannot differ."""

    value: int | None
    low: int
    high: int
    precision: Precision
    reason: str

    @property
    def words(self) -> str:
        """The number, or why there is none."""
        return self.reason if self.value is None else f"{self.value:,}"

    @property
    def interval(self) -> str:
        """The interval; empty where there is no number."""
        return "" if self.value is None else f"{self.low:,} to {self.high:,}"

    @property
    def in_full(self) -> str:
        """Number, interval and class in one; only why, where there is no number."""
        return self.reason or f"{self.words} ({self.interval}) {self.precision}"

    def reading(self, label: str) -> Reading:
        """As a chart draws it."""
        if self.value is None:
            return Reading(label=label, words=self.words)
        return Reading(
            label=label,
            words=self.words,
            value=self.value,
            low=self.low,
            high=self.high,
            said=f"{label}: {self.words} (95% interval {self.interval})",
        )

    def row(self, heading: str) -> TableRow:
        """As a table writes it, under `NUMBER_COLUMNS`."""
        return TableRow(
            heading=heading, cells=(self.words, self.interval, PRECISION_WORDS[self.precision])
        )


def shown_number(figure: NetworkCell | CombinedFigure, sites: int) -> ShownNumber:
    """What may be shown of a cell, or of a sum of cells, that comes from so many sites."""
    bounds = figure if isinstance(figure, NetworkCell) else figure.interval
    reason = ""
    if figure.shown is None:
        reason = TOO_UNCERTAIN if figure.precision is Precision.X else UNDER_TEN
        reason = FEW_SITES if sites < FEWEST_SITES else reason
    return ShownNumber(
        value=figure.shown,
        low=max(0, _nearest(bounds.low)),
        high=max(0, _nearest(bounds.high)),
        precision=figure.precision,
        reason=reason,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownShare:
    """A share in whole per cent as a reader sees it."""

    value: int | None
    low: int
    high: int
    reason: str = ""

    @property
    def words(self) -> str:
        """The share, or why there is none."""
        return self.reason if self.value is None else f"{self.value}%"

    @property
    def interval(self) -> str:
        """The interval; empty where there is no share."""
        return "" if self.value is None else f"{self.low}% to {self.high}%"

    def reading(self, label: str) -> Reading:
        """As a chart draws it."""
        if self.value is None:
            return Reading(label=label, words=self.words)
        return Reading(
            label=label,
            words=self.words,
            value=self.value,
            low=self.low,
            high=self.high,
            said=f"{label}: {self.words} (95% interval {self.interval})",
        )


WIDEST_SHARE = 0.10
"""A share whose interval reaches further than ten points to either side is not shown."""


def shown_share(interval: Interval | None, sites: int) -> ShownShare:
    """What may be shown of a share that comes from so many sites."""
    if sites < FEWEST_SITES:
        return ShownShare(value=None, low=0, high=0, reason=FEW_SITES)
    if interval is None or interval.half_width > WIDEST_SHARE:
        return ShownShare(value=None, low=0, high=0, reason=TOO_UNCERTAIN)
    value, low, high = (
        round(100 * min(max(bound, 0.0), 1.0))
        for bound in (interval.value, interval.low, interval.high)
    )
    return ShownShare(value=value, low=low, high=high)


def change_in_words(change: Interval | None, unit: str = "", factor: float = 1) -> str:
    """A change beside the quarter before: how much, its interval, and whether it is clear."""
    if change is None:
        return ""
    value, low, high = (
        _rounded(bound * factor, unit) for bound in (change.value, change.low, change.high)
    )
    clear = "higher" if change.low > 0 else "lower" if change.high < 0 else "no clear change"
    words = {"higher": "clearly higher than", "lower": "clearly lower than"}
    told = f"{words[clear]} the quarter before" if clear in words else "no clear change"
    return f"{_signed(value)}{unit} ({_signed(low)} to {_signed(high)}): {told}"


def _rounded(number: float, unit: str) -> float:
    return round(number, 1) if unit else float(_nearest(number))


def _signed(number: float) -> str:
    text = f"{abs(number):,.10g}"
    return f"+{text}" if number > 0 else f"−{text}" if number < 0 else text


def _nearest(number: float) -> int:
    return NEAREST * floor(number / NEAREST + 0.5)
