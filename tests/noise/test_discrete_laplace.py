"""The noise has exactly the distribution the guarantee is computed from."""

import ast
import inspect
from collections import Counter
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixed_bits import FixedBits
from vrn_desktop.noise import discrete_laplace as module
from vrn_desktop.noise.discrete_laplace import SYSTEM_BITS, RandomBits, discrete_laplace

DRAWS = 20_000
ONE_IN_A_THOUSAND = {10: 29.59, 14: 36.12, 18: 42.31, 26: 54.05, 34: 65.25}
"""Chi-square by degrees of freedom: above it a right sampler lies once in a thousand runs."""


def chance(scale: int, value: int) -> float:
    """The closed form: (1 - q) / (1 + q) * q^|x| with q = exp(-1 / scale)."""
    q = exp(-1 / scale)
    return (1 - q) / (1 + q) * q ** abs(value)


def chi_square(draws: list[int], scale: int, reach: int) -> float:
    """How far the draws lie from the closed form; both tails are one bin each."""
    seen = Counter(max(-reach, min(reach, draw)) for draw in draws)
    expected = {value: chance(scale, value) for value in range(-reach + 1, reach)}
    tail = (1 - sum(expected.values())) / 2
    expected |= {-reach: tail, reach: tail}
    total = len(draws)
    return sum((seen[v] - total * p) ** 2 / (total * p) for v, p in expected.items())


class Tape:
    """A short run of bits; says when more were asked for than it holds."""

    def __init__(self, value: int, length: int) -> None:
        self.value, self.left = value, length

    def __call__(self, count: int) -> int:
        if count > self.left:
            raise EOFError
        self.left -= count
        return (self.value >> self.left) & ((1 << count) - 1)


def decided(scale: int, depth: int) -> tuple[Counter[int], int]:
    """In how many of 2**depth tapes each value is drawn, and how many tapes end before."""
    found: Counter[int] = Counter()
    undecided = 0
    value = 0
    while value < 1 << depth:
        tape = Tape(value, depth)
        try:
            drawn = discrete_laplace(scale, tape)
        except EOFError:
            undecided += 1
            value += 1
            continue
        found[drawn] += 1 << tape.left  # every tape that begins like this one
        value += 1 << tape.left
    return found, undecided


@pytest.mark.parametrize(("scale", "reach"), [(1, 5), (2, 7), (4, 9), (8, 13), (12, 17)], ids=str)
def test_many_draws_follow_the_closed_form(scale: int, reach: int) -> None:
    bits = FixedBits(("chi-square", scale))
    draws = [discrete_laplace(scale, bits) for _ in range(DRAWS)]
    assert chi_square(draws, scale, reach) < ONE_IN_A_THOUSAND[2 * reach]


def test_a_wrong_scale_is_noticed() -> None:
    bits = FixedBits("wrong scale")
    draws = [discrete_laplace(4, bits) for _ in range(DRAWS)]
    assert chi_square(draws, 5, 9) > 100


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_every_short_run_of_bits_agrees_with_the_closed_form(scale: int) -> None:
    depth = 19
    found, undecided = decided(scale, depth)
    all_tapes = 1 << depth
    assert sum(found.values()) + undecided == all_tapes
    assert undecided < all_tapes * 0.3
    for value in range(-6, 7):
        at_least = found[value] / all_tapes
        assert at_least <= chance(scale, value) <= at_least + undecided / all_tapes


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_both_signs_are_exactly_as_likely(scale: int) -> None:
    found, _ = decided(scale, 15)
    assert {value: found[value] for value in found} == {value: found[-value] for value in found}


@given(scale=st.integers(1, 30), seed=st.integers(0, 2**64))
def test_turning_the_sign_bit_turns_the_draw(scale: int, seed: int) -> None:
    drawn, asked = with_last_bit(scale, FixedBits(seed))
    if drawn != 0:
        turned = discrete_laplace(scale, replay(asked, turn_last=True))
        assert turned == -drawn


@given(scale=st.integers(1, 1000), seed=st.integers(0, 2**64))
def test_a_draw_is_a_whole_number_for_every_scale(scale: int, seed: int) -> None:
    assert type(discrete_laplace(scale, FixedBits(seed))) is int


@pytest.mark.parametrize("scale", [0, -1])
def test_a_scale_below_one_is_refused(scale: int) -> None:
    with pytest.raises(ValueError, match="from 1"):
        discrete_laplace(scale)


def test_the_systems_source_is_used_unless_told_otherwise() -> None:
    parameters = inspect.signature(discrete_laplace).parameters
    assert parameters["bits"].default is SYSTEM_BITS
    assert len({discrete_laplace(1000) for _ in range(20)}) > 10


def test_no_float_comes_near_the_noise() -> None:
    tree = ast.parse(inspect.getsource(module))
    imported = {
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    floats = [
        node
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or isinstance(node, ast.Div)
        or (isinstance(node, ast.Name) and node.id in {"float", "round", "pow", "math", "random"})
    ]
    assert floats == []
    assert imported == {"secrets"}


def with_last_bit(scale: int, bits: RandomBits) -> tuple[int, list[int]]:
    """A draw, and every answer the source gave on the way."""
    asked: list[int] = []

    def noting(count: int) -> int:
        asked.append(bits(count))
        return asked[-1]

    return discrete_laplace(scale, noting), asked


def replay(answers: list[int], *, turn_last: bool) -> RandomBits:
    """The same answers again, the last one (the sign) turned if wanted."""
    again = [*answers[:-1], answers[-1] ^ 1] if turn_last else answers
    rest = iter(again)
    return lambda _count: next(rest)


def test_the_mean_and_spread_are_those_of_the_scale() -> None:
    bits = FixedBits("spread")
    draws = [discrete_laplace(4, bits) for _ in range(DRAWS)]
    q = exp(-1 / 4)
    variance = 2 * q / (1 - q) ** 2
    assert abs(sum(draws) / DRAWS) < 4 * (variance / DRAWS) ** 0.5
    assert abs(sum(d * d for d in draws) / DRAWS / variance - 1) < 0.08
