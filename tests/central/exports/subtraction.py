"""The subtraction attack: what an outsider can work out about hidden cells from tables that add up.

Only intervals are used: a shown number leaves its estimate within half a rounding step, a margin's
estimate is the sum of its cells', a class x says how small a cell can only be. Each bound is drawn
tighter from all others until nothing moves any more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from vrn_desktop.central.exports.tidy_rows import TidyRow
from vrn_desktop.exchange.table_pack import ListName

Bounds = tuple[float, float]
Key = tuple[str, ...]
_LEAST_GAIN = 1e-9
_MOST_ROUNDS = 200


@dataclass(frozen=True)
class Sum:
    """A margin's cell: the bounds of its estimate, and the cells it sums."""

    bounds: Bounds
    parts: tuple[Key, ...]


def cell_key(row: TidyRow) -> Key:
    return tuple(row.codes[name] for name in ListName)


def shown_bounds(row: TidyRow, step: float = 5) -> Bounds:
    """What the row alone says of its estimate; nothing where it is hidden."""
    if row.number is None:
        return (-inf, inf)
    return (row.number.value - step / 2, row.number.value + step / 2)


def sums_of(table: str, rows: Iterable[TidyRow], bounds: Mapping[int, Bounds]) -> list[Sum]:
    """The margins of a table as sums of its cells."""
    rows = list(rows)
    cells = [cell_key(row) for row in rows if row.table == table]
    return [
        Sum(
            bounds[place],
            tuple(
                key
                for key in cells
                if all(asked in ("_T", had) for asked, had in zip(cell_key(row), key, strict=True))
            ),
        )
        for place, row in enumerate(rows)
        if row.table.startswith(f"{table}.")
    ]


def narrowed(cells: Mapping[Key, Bounds], sums: Iterable[Sum]) -> dict[Key, Bounds]:
    """The tightest bounds that subtraction gives for every cell."""
    found, sums = dict(cells), list(sums)
    for _ in range(_MOST_ROUNDS):
        moved = [_narrow_by(one, found) for one in sums]
        if not any(moved):
            break
    return found


def _narrow_by(one: Sum, found: dict[Key, Bounds]) -> bool:
    moved = False
    for key in one.parts:
        others = [found[other] for other in one.parts if other != key]
        low = one.bounds[0] - sum(high for _, high in others)
        high = one.bounds[1] - sum(low for low, _ in others)
        before = found[key]
        after = (max(before[0], low), min(before[1], high))
        if after[0] > before[0] + _LEAST_GAIN or after[1] < before[1] - _LEAST_GAIN:
            found[key] = after
            moved = True
    return moved
