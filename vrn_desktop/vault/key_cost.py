"""What one guess at a passphrase costs: the memory and passes that Argon2id is given."""

import math
from collections.abc import Callable
from dataclasses import dataclass

LEAST_MEMORY_KIB = 64 * 1024
MOST_MEMORY_KIB = 2 * 1024 * 1024
LEAST_PASSES = 3
MOST_PASSES = 16
MOST_LANES = 16

SHORTEST_S = 0.5
LONGEST_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCost:
    """Argon2id's parameters, inside bounds (security.md 3).

    An edited header can neither make guessing cheap nor hang the machine: ValueError outside them.
    """

    memory_kib: int
    passes: int
    lanes: int = 4

    def __post_init__(self) -> None:
        """Refuse what lies outside the bounds before anything is derived."""
        if not (
            LEAST_MEMORY_KIB <= self.memory_kib <= MOST_MEMORY_KIB
            and LEAST_PASSES <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        ):
            raise ValueError("the key cost lies outside its bounds")

    def raised_to(self, other: "KeyCost") -> "KeyCost":
        """The dearer of both in each respect: a cost never falls."""
        return KeyCost(
            memory_kib=max(self.memory_kib, other.memory_kib),
            passes=max(self.passes, other.passes),
            lanes=max(self.lanes, other.lanes),
        )


FLOOR = KeyCost(memory_kib=LEAST_MEMORY_KIB, passes=LEAST_PASSES)
USUAL = KeyCost(memory_kib=128 * 1024, passes=LEAST_PASSES)
CEILING = KeyCost(memory_kib=256 * 1024, passes=LEAST_PASSES)


def calibrated(seconds: Callable[[KeyCost], float]) -> KeyCost:
    """The cost that takes half a second to a second on this laptop, from one or two trials.

    Old laptops have 4 GB, so memory stops at 256 MiB and only passes grow after that.
    """
    usual = seconds(USUAL)
    if usual > LONGEST_S:
        return FLOOR
    if usual >= SHORTEST_S:
        return USUAL
    most = seconds(CEILING)
    if most > LONGEST_S:
        return USUAL
    passes = LEAST_PASSES if most >= SHORTEST_S else math.ceil(LEAST_PASSES * SHORTEST_S / most)
    return KeyCost(memory_kib=CEILING.memory_kib, passes=min(passes, MOST_PASSES))
