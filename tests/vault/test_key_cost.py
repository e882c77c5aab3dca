"""What a guess costs: bounds, calibration and raising."""

import pytest

from vrn_desktop.vault.key_cost import CEILING, FLOOR, USUAL, KeyCost, calibrated


def chosen_on(seconds_per_gib_pass: float) -> KeyCost:
    """What an invented laptop of that speed is given."""
    return calibrated(lambda cost: cost.memory_kib / 2**20 * cost.passes * seconds_per_gib_pass)


@pytest.mark.parametrize(
    ("speed", "chosen"),
    [
        (10.0, FLOOR),
        (2.7, FLOOR),
        (2.0, USUAL),
        (1.4, USUAL),
        (1.0, CEILING),
        (0.7, CEILING),
    ],
)
def test_a_laptop_is_given_what_takes_it_half_a_second_to_a_second(
    speed: float, chosen: KeyCost
) -> None:
    assert chosen_on(speed) == chosen


def test_memory_stops_at_the_ceiling_and_passes_grow() -> None:
    assert chosen_on(0.2) == KeyCost(memory_kib=CEILING.memory_kib, passes=10)
    assert chosen_on(0.001) == KeyCost(memory_kib=CEILING.memory_kib, passes=16)


def test_between_two_costs_the_cheaper_side_is_taken() -> None:
    """Usual takes under half a second, the ceiling over a second: no waiting longer than a second."""
    steps = iter((0.4, 1.2))
    assert calibrated(lambda _cost: next(steps)) == USUAL


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"),
    [
        (64 * 1024 - 1, 3, 4),
        (2 * 1024 * 1024 + 1, 3, 4),
        (64 * 1024, 2, 4),
        (64 * 1024, 17, 4),
        (64 * 1024, 3, 0),
        (64 * 1024, 3, 17),
    ],
)
def test_nothing_outside_the_bounds(memory_kib: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="bounds"):
        KeyCost(memory_kib=memory_kib, passes=passes, lanes=lanes)


def test_a_cost_is_raised_and_never_lowered() -> None:
    long = KeyCost(memory_kib=FLOOR.memory_kib, passes=5)
    assert USUAL.raised_to(FLOOR) == USUAL
    assert long.raised_to(USUAL) == KeyCost(memory_kib=USUAL.memory_kib, passes=5)
