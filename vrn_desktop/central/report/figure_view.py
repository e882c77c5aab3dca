"""A figure as a template draws it: the chart in two widths, and which cells of the table hold no number."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from vrn_desktop.central.report.figure import FEW_SITES, TOO_UNCERTAIN, UNDER_TEN, Figure
from vrn_desktop.central.report.svg_drawing import drawn_as_svg

WIDE, NARROW = 680.0, 270.0
NO_NUMBER = frozenset({TOO_UNCERTAIN, UNDER_TEN, FEW_SITES, "not shown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One figure with its chart as markup; every word in the markup was escaped when it was drawn."""

    figure: Figure
    wide: Markup
    narrow: Markup
    no_number: frozenset[str] = NO_NUMBER


def figure_views(figures: Iterable[Figure]) -> tuple[FigureView, ...]:
    """Figures ready for a template."""
    return tuple(
        FigureView(figure=figure, wide=_drawn(figure, "wide"), narrow=_drawn(figure, "narrow"))
        for figure in figures
    )


def _drawn(figure: Figure, kind: str) -> Markup:
    svg = drawn_as_svg(
        figure.draw(WIDE if kind == "wide" else NARROW),
        id_=f"{figure.id}-{kind}",
        title=figure.title,
        description=f"{figure.says} The numbers stand in the table below the chart.",
        kind=kind,
    )
    return Markup(svg)  # noqa: S704 - the drawer has escaped every word
