"""What every chart is made of: plain shapes with a tone each; a drawer knows what colour a tone has.

Lengths are in units of the drawing's width, y grows downwards. Nothing here knows a screen or a page.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias


class Tone(StrEnum):
    """What a shape stands for; light, dark and print give it their own colour."""

    INK = "ink"
    """Text and interval marks."""
    SOFT = "soft"
    """Axis words and what is less important."""
    GRID = "grid"
    PAPER = "paper"
    """The ground, where one shape must stand off from another."""
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    FIFTH = "fifth"
    UNCERTAIN = "uncertain"
    """What is too uncertain to show."""


SERIES = (Tone.FIRST, Tone.SECOND, Tone.THIRD, Tone.FOURTH, Tone.FIFTH)
"""The tones of things that stand beside each other, in order."""


class Anchor(StrEnum):
    """Which end of a text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """A filled rectangle; `says` is what it stands for in words, with its number."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    says: str = ""

    def moved(self, right: float, down: float) -> "Rectangle":
        """The same elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight stroke."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone
    width: float = 1.0
    dashed: bool = False

    def moved(self, right: float, down: float) -> "Line":
        """The same elsewhere."""
        return replace(
            self, x1=self.x1 + right, y1=self.y1 + down, x2=self.x2 + right, y2=self.y2 + down
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled shape, see-through, such as the band of an interval."""

    points: tuple[tuple[float, float], ...]
    tone: Tone

    def moved(self, right: float, down: float) -> "Area":
        """The same elsewhere."""
        return replace(self, points=tuple((x + right, y + down) for x, y in self.points))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A round point; `says` is what it stands for in words, with its number."""

    x: float
    y: float
    radius: float
    tone: Tone
    hollow: bool = False
    says: str = ""

    def moved(self, right: float, down: float) -> "Dot":
        """The same elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float
    tone: Tone = Tone.INK
    anchor: Anchor = Anchor.START
    bold: bool = False

    def moved(self, right: float, down: float) -> "Words":
        """The same elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)


Shape: TypeAlias = Rectangle | Line | Area | Dot | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A finished chart: its size and its shapes, those in front last."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
