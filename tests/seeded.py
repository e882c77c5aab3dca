"""Dice that fall the same way in every run, for tests that try many things."""

import random


def seeded(number: int) -> random.Random:
    return random.Random(number)  # noqa: S311 - repeats a test, keeps no secret
