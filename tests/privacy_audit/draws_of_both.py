"""Both samplers against the closed form and each other: the likelihood-ratio (G) test on many draws."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import erfc, exp, log, sqrt

from tests.privacy_audit.mechanism import PACK, opendp_draws
from vrn_desktop.central.simulation.chance import chance
from vrn_desktop.noise.discrete_laplace import discrete_laplace

SCALES = sorted({table.scale for table in PACK.tables})
_LEAST_EXPECTED = 25
LEAST_EXPECTED_P = 1e-7
"""Below this a sampler is wrong; a right one falls below it once in ten million tries."""


def chance_of(scale: int, value: int) -> float:
    """The closed form: (1 - q) / (1 + q) * q^|x| with q = exp(-1 / scale)."""
    q = exp(-1 / scale)
    return (1 - q) / (1 + q) * q ** abs(value)


def our_draws(scale: int, number: int, seed: int) -> list[int]:
    """So many draws of the program's sampler, the same for the same seed."""
    bits = chance(seed, "draws", scale).getrandbits
    return [discrete_laplace(scale, bits) for _ in range(number)]


def p_of_closed_form(draws: Sequence[int], scale: int) -> float:
    """How likely draws so far from the closed form are, if they follow it; both tails are one bin each."""
    total, reach = len(draws), 1
    while total * chance_of(scale, reach) / (1 - exp(-1 / scale)) > _LEAST_EXPECTED:
        reach += 1
    seen = Counter(max(-reach, min(reach, draw)) for draw in draws)
    inner = {value: chance_of(scale, value) for value in range(-reach + 1, reach)}
    tail = (1 - sum(inner.values())) / 2
    expected = inner | {-reach: tail, reach: tail}
    g = 2 * sum(n * log(n / (total * expected[value])) for value, n in seen.items())
    return p_of_chi_square(g, 2 * reach)


def p_of_both(one: Sequence[int], other: Sequence[int]) -> float:
    """How likely two such samples are, if both come from one distribution; of equal length."""
    ours, theirs = Counter(one), Counter(other)
    pairs, rest = [], [0, 0]
    for value in set(ours) | set(theirs):
        pair = (ours[value], theirs[value])
        if sum(pair) < 2 * _LEAST_EXPECTED:
            rest = [rest[0] + pair[0], rest[1] + pair[1]]
        else:
            pairs.append(pair)
    pairs.append((rest[0], rest[1]))
    g = 2 * sum(n * log(2 * n / sum(pair)) for pair in pairs for n in pair if n)
    return p_of_chi_square(g, len(pairs) - 1)


def p_of_chi_square(value: float, degrees: int) -> float:
    """The upper tail, by Wilson and Hilferty's approximation; near enough for 10 degrees and more."""
    part = 2 / (9 * degrees)
    return erfc(((max(value, 0) / degrees) ** (1 / 3) - (1 - part)) / sqrt(part) / sqrt(2)) / 2


def agreement_of_samplers(number: int, seed: int) -> Iterator[tuple[int, float, str]]:
    """For each scale in use: ours against the closed form, OpenDP's against it, and one against the other."""
    for scale in SCALES:
        ours, theirs = our_draws(scale, number, seed), opendp_draws(scale, number)
        yield scale, p_of_closed_form(ours, scale), "ours against the closed form"
        yield scale, p_of_closed_form(theirs, scale), "OpenDP against the closed form"
        yield scale, p_of_both(ours, theirs), "ours against OpenDP"
