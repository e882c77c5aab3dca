"""What an attacker who knows everybody else reads off the numbers of some periods."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tests.fixed_bits import FixedBits
from tests.privacy_audit.attacker import Observation
from vrn_desktop.exchange.table_pack import TablePack
from vrn_desktop.noise.discrete_laplace import discrete_laplace

Tables: TypeAlias = Mapping[str, Sequence[int]]

FINEST = 24
"""Evidence is counted in 24ths, into which the noises of all tables divide."""


@dataclass(frozen=True, slots=True)
class Known:
    """For one period: what everybody else adds to each table, and what the person would add."""

    others: Tables
    person: Tables


def predicted_noise(period: object, scales: Mapping[str, int], cells: Mapping[str, int]) -> Tables:
    """The noise of a program whose chance were a secret that anybody can guess."""
    bits = FixedBits(f"S001/{period}")
    return {
        name: [discrete_laplace(scales[name], bits) for _ in range(cells[name])] for name in scales
    }


def read_off(told: Iterable[tuple[Tables, Known, Tables | None]], pack: TablePack) -> Observation:
    """Every feature that the audit looks at, over all periods together.

    Args:
        told: for each period the numbers that left, what is known, and the noise that a guessable
            source would have drawn (None: not tried).
        pack: whose noise it is.
    """
    evidence = above = exact = totals = shared = guessed = lowest = 0
    for numbers, known, guess in told:
        for name, cells in numbers.items():
            scale = pack.table(name).scale
            rest = [x - n for x, n in zip(cells, known.others[name], strict=True)]
            mine = [cell for cell, adds in enumerate(known.person[name]) if adds]
            exact += sum(x == 0 for x in rest)
            totals += sum(rest) == sum(known.person[name])
            lowest = min(lowest, *rest)
            for cell in mine:
                evidence += (abs(rest[cell]) - abs(rest[cell] - 1)) * FINEST // scale
                above += rest[cell] >= 1
                shared += rest[cell] - rest[cell - 1]
            if guess is not None:
                guessed += sum(abs(x - g) for x, g in zip(rest, guess[name], strict=True))
    return {
        "evidence": evidence,
        "numbers above the others": above,
        "numbers equal to the others": exact,
        "exact totals": totals,
        "step to the cell beside": shared,
        "off the guessed noise": guessed,
        "lowest": lowest,
    }
