"""An attacker who knows everybody else learns no more than promised, and a broken drawing is caught."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.exchange.measured_privacy import measured_loss
from tests.exchange_packs import changed_pack
from tests.fixed_bits import FixedBits
from tests.invented_counted_people import person_quarter
from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.exchange.guarantee import guarantee_of
from vrn_desktop.exchange.table_counting import TrueCounts, true_counts
from vrn_desktop.exchange.table_drawing import noisy_tables
from vrn_desktop.exchange.table_pack import MessageKind
from vrn_desktop.noise.discrete_laplace import RandomBits, discrete_laplace

RUNS = 12_000
Tables = Mapping[str, tuple[int, ...]]
Draw = Callable[[TrueCounts, MessageKind, RandomBits], Tables]


def two_cells_each(plain: Any) -> None:
    """The same noise and caps on fewer cells: only those a person could be in tell anything."""
    for table in plain["tables"]:
        if table["period"] != "year":
            table["by"] = ["urgency"]


PACK = changed_pack(two_cells_each)
PERIODS: Mapping[MessageKind, Period] = {
    MessageKind.P: Week(2026, 47),
    MessageKind.Q: Quarter(2026, 4),
}
CELL = 1


def as_the_program_draws(counts: TrueCounts, kind: MessageKind, bits: RandomBits) -> Tables:
    return noisy_tables(counts, PACK, kind, bits)


def by_cell(noise: Callable[[int, int, RandomBits], int]) -> Draw:
    """A drawing with its own way of putting noise on a count."""

    def draw(counts: TrueCounts, kind: MessageKind, bits: RandomBits) -> Tables:
        return {
            table.name: tuple(noise(count, table.scale, bits) for count in counts[table.name])
            for table in PACK.by_kind[kind]
        }

    return draw


def both_of_two(counts: TrueCounts, kind: MessageKind, bits: RandomBits) -> Tables:
    one, other = (as_the_program_draws(counts, kind, bits) for _ in range(2))
    return {
        name: tuple(min(pair) for pair in zip(cells, other[name], strict=True))
        for name, cells in one.items()
    }


BROKEN: Mapping[str, Draw] = {
    "half the noise": by_cell(lambda n, scale, bits: n + discrete_laplace(scale // 2, bits)),
    "no noise on zeros": by_cell(lambda n, scale, bits: n and n + discrete_laplace(scale, bits)),
    "each counted twice": by_cell(lambda n, scale, bits: 2 * n + discrete_laplace(scale, bits)),
    "drawn twice, both seen": both_of_two,
    "no noise": by_cell(lambda n, _scale, _bits: n),
}


def loss_of(draw: Draw, runs: int = RUNS) -> float:
    """What an attacker measures who asks whether all of the person's numbers are above nothing."""

    def world(name: str, people: list[Any]) -> Callable[[int], bool]:
        counts = {k: true_counts(people, PACK, k, period) for k, period in PERIODS.items()}

        def run(number: int) -> bool:
            bits = FixedBits((name, number))
            return all(
                cells[CELL] >= 1
                for kind, tables in counts.items()
                for cells in draw(tables, kind, bits).values()
            )

        return run

    return measured_loss(world("with", [person_quarter()]), world("without", []), runs)


def test_the_measured_loss_of_a_quarter_stays_under_the_promise_and_near_it() -> None:
    promise = float(guarantee_of(PACK).quarter)
    assert promise == 1.0
    assert 0.85 * promise <= loss_of(as_the_program_draws) <= promise


@pytest.mark.parametrize("name", BROKEN)
def test_a_drawing_that_breaks_the_promise_is_caught(name: str) -> None:
    assert loss_of(BROKEN[name], 4_000) > float(guarantee_of(PACK).quarter)
