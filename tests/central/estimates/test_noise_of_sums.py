"""The noise of sums: against the exact distribution, convolved number by number."""

from math import exp, sqrt

import pytest

from vrn_desktop.central.estimates.noise_of_sums import Part, cell_noise, weighted_sum


def exact_distribution(scale: int, reach: int) -> dict[int, float]:
    q = exp(-1 / scale)
    return {k: (1 - q) / (1 + q) * q ** abs(k) for k in range(-reach, reach + 1)}


def convolved(one: dict[int, float], sites: int) -> dict[int, float]:
    total = {0: 1.0}
    for _ in range(sites):
        wider: dict[int, float] = {}
        for a, chance_a in total.items():
            for b, chance_b in one.items():
                wider[a + b] = wider.get(a + b, 0.0) + chance_a * chance_b
        total = {k: chance for k, chance in wider.items() if chance > 1e-12}
    return total


@pytest.mark.parametrize("scale", [1, 2, 4, 8, 12])
def test_both_cumulants_are_those_of_the_distribution(scale: int) -> None:
    chances = exact_distribution(scale, 60 * scale)
    second = sum(k**2 * chance for k, chance in chances.items())
    fourth = sum(k**4 * chance for k, chance in chances.items()) - 3 * second**2
    noise = cell_noise(scale)
    assert noise.variance == pytest.approx(second)
    assert noise.fourth == pytest.approx(fourth)


@pytest.mark.parametrize(("scale", "sites"), [(4, 1), (2, 1), (8, 1), (4, 3), (2, 10), (4, 10)])
def test_the_half_width_is_within_half_a_number_of_the_exact_one(scale: int, sites: int) -> None:
    chances = convolved(exact_distribution(scale, 40 * scale), sites)
    half = weighted_sum([Part(count=sites, weight=1, noise=cell_noise(scale))]).half_width

    def inside(reach: int) -> float:
        return sum(chance for k, chance in chances.items() if abs(k) <= reach)

    exact = next(reach for reach in range(10_000) if inside(reach) >= 0.95)
    assert exact - 1 <= half <= exact + 1


def test_a_single_sites_number_strays_by_twelve_or_six() -> None:
    assert round(cell_noise(4).half_width) == 12
    assert round(cell_noise(2).half_width) == 6


def test_parts_add_up_by_the_square_of_their_weight() -> None:
    one = cell_noise(2)
    parts = [Part(count=3, weight=0.5, noise=one), Part(count=2, weight=-2, noise=one)]
    total = weighted_sum(parts)
    assert total.variance == pytest.approx(one.variance * (3 * 0.25 + 2 * 4))
    assert total.fourth == pytest.approx(one.fourth * (3 * 0.0625 + 2 * 16))


def test_no_noise_has_no_width() -> None:
    assert weighted_sum([]).half_width == 0


def test_many_sites_come_near_the_normal_distribution() -> None:
    noise = weighted_sum([Part(count=1000, weight=1, noise=cell_noise(4))])
    assert noise.half_width / sqrt(noise.variance) == pytest.approx(1.96, abs=0.001)
