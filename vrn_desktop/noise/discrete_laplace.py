"""Draws from the discrete Laplace distribution exactly, with whole numbers and random bits alone."""

import secrets
from collections.abc import Callable
from typing import TypeAlias

RandomBits: TypeAlias = Callable[[int], int]
"""Asked for `n` bits, gives a number below 2**n with every value equally likely (0 for no bits)."""

SYSTEM_BITS: RandomBits = secrets.randbits
"""The operating system's random source; what a drawing for real must use."""


def discrete_laplace(scale: int, bits: RandomBits = SYSTEM_BITS) -> int:
    """A whole number x with a chance proportional to exp(-|x| / scale), exactly.

    Algorithm 2 of Canonne, Kamath and Steinke 2020: no float is rounded on the way, so that no
    pattern of rounding gives a true count away. The time taken depends on the noise only.

    Args:
        scale: the noise's scale, at least 1; the standard deviation is about 1.41 times as much.
        bits: where chance comes from; tests give a source that repeats.

    Raises:
        ValueError: the scale is below 1.
    """
    if scale < 1:
        raise ValueError("the scale of the noise is a whole number from 1")
    while True:
        part = _below(scale, bits)
        if not _happens_exp(part, scale, bits):
            continue
        whole = 0
        while _happens_exp(1, 1, bits):
            whole += 1
        size = part + scale * whole
        negative = bits(1)
        if not (negative and size == 0):  # zero has one sign only
            return -size if negative else size


def _below(bound: int, bits: RandomBits) -> int:
    """A number from 0 to `bound - 1`, each equally likely."""
    width = (bound - 1).bit_length()
    while True:
        number = bits(width)
        if number < bound:
            return number


def _happens_exp(numerator: int, denominator: int, bits: RandomBits) -> bool:
    """True with a chance of exp(-numerator / denominator), for fractions from 0 to 1 (Algorithm 1)."""
    steps = 1
    while _below(denominator * steps, bits) < numerator:
        steps += 1
    return steps % 2 == 1
