"""The numbers that charts draw: a figure with its interval, or a word that says why there is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One figure under its label; without a figure `words` say why, such as "too uncertain to show"."""

    label: str
    words: str
    """What is written beside the mark: the figure as it is shown, or why there is none."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    said: str = ""
    """The figure with its interval, for pointing at a mark and for listening."""

    @property
    def reach(self) -> float:
        """The largest number that has to fit an axis; 0 without a figure."""
        return max(self.value or 0.0, self.high or 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How one whole is shared out; parts add up to 1. Without parts `words` say why."""

    label: str
    parts: tuple[float, ...]
    written: tuple[str, ...] = ()
    """Each part as it is written, such as `24%`; rounded, so together not always 100."""
    words: str = ""
