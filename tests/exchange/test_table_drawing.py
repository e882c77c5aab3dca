"""Noise lies on every cell of a period's tables, zeros too, each with its table's scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_packs import shipped_pack
from tests.fixed_bits import FixedBits
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.table_counting import true_counts
from vrn_desktop.exchange.table_drawing import noisy_tables, scales
from vrn_desktop.exchange.table_pack import MessageKind
from vrn_desktop.noise.discrete_laplace import discrete_laplace

PERIODS: dict[MessageKind, Period] = {
    MessageKind.P: Week(2026, 47),
    MessageKind.Q: Quarter(2026, 4),
    MessageKind.Y: ProgrammeYear(2026),
}
NOBODY = {kind: true_counts([], shipped_pack(), kind, PERIODS[kind]) for kind in MessageKind}


@pytest.mark.parametrize("kind", list(MessageKind))
def test_a_site_without_anybody_sends_noise_on_every_cell(kind: MessageKind) -> None:
    drawn = [noisy_tables(NOBODY[kind], shipped_pack(), kind, FixedBits(n)) for n in range(40)]
    for table in shipped_pack().by_kind[kind]:
        for cell in range(table.cells):
            assert len({tables[table.name][cell] for tables in drawn}) > 3


@pytest.mark.parametrize("kind", list(MessageKind))
def test_each_cell_has_its_own_draw_at_its_tables_scale(kind: MessageKind) -> None:
    bits = FixedBits("by hand")
    by_hand = {
        table.name: tuple(discrete_laplace(table.scale, bits) for _ in range(table.cells))
        for table in shipped_pack().by_kind[kind]
    }
    assert noisy_tables(NOBODY[kind], shipped_pack(), kind, FixedBits("by hand")) == by_hand


@given(
    kind=st.sampled_from(MessageKind),
    seed=st.integers(),
    data=st.data(),
)
def test_the_noise_does_not_depend_on_the_counts(
    kind: MessageKind, seed: int, data: st.DataObject
) -> None:
    counts = {
        name: tuple(
            data.draw(st.lists(st.integers(0, 500), min_size=len(cells), max_size=len(cells)))
        )
        for name, cells in NOBODY[kind].items()
    }
    noise = noisy_tables(NOBODY[kind], shipped_pack(), kind, FixedBits(seed))
    drawn = noisy_tables(counts, shipped_pack(), kind, FixedBits(seed))
    assert drawn == {
        name: tuple(count + extra for count, extra in zip(cells, noise[name], strict=True))
        for name, cells in counts.items()
    }


def test_numbers_below_zero_are_sent_as_they_are() -> None:
    drawn = noisy_tables(NOBODY[MessageKind.Q], shipped_pack(), MessageKind.Q, FixedBits(1))
    assert min(drawn["J"]) < 0


def test_other_tables_get_no_noise() -> None:
    with pytest.raises(ValueError, match="not the tables of this kind"):
        noisy_tables(NOBODY[MessageKind.P], shipped_pack(), MessageKind.Q)
    short = {**NOBODY[MessageKind.Q], "C": (0,) * 19}
    with pytest.raises(ValueError, match="not the tables of this kind"):
        noisy_tables(short, shipped_pack(), MessageKind.Q)


def test_the_message_states_the_noise_of_each_table() -> None:
    assert scales(shipped_pack(), MessageKind.Q) == {"J": 2, "C": 4}
