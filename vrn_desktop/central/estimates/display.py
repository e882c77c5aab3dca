"""What of an estimate may be shown: its precision class, and the figure to the nearest five."""

from math import floor

from vrn_desktop.central.published_table import Precision

FEWEST_SITES = 10
"""Under so many sites no figure of the network is shown."""
LEAST_SHOWN = 10
NEAREST = 5
_CLASSES = ((0.05, Precision.A), (0.15, Precision.B), (0.30, Precision.C))


def precision_of(estimate: float, half_width: float) -> Precision:
    """How wide the interval is beside the estimate; class x for an estimate of nothing or less."""
    if estimate <= 0:
        return Precision.X
    return next((named for most, named in _CLASSES if half_width <= most * estimate), Precision.X)


def shown_figure(estimate: float, precision: Precision, sites: int) -> int | None:
    """The estimate to the nearest 5; None under 10, of class x, or from fewer than ten sites."""
    if precision is Precision.X or estimate < LEAST_SHOWN or sites < FEWEST_SITES:
        return None
    return NEAREST * floor(estimate / NEAREST + 0.5)
