"""Conditions made ready: each becomes a function from a standing to the answers it rests on."""

from collections.abc import Callable
from functools import singledispatch
from typing import TypeAlias

from vrn_desktop.domain.condition import (
    AllOf,
    AnswerAtLeast,
    AnswerAtMost,
    AnswerIs,
    AnyOf,
    AnyRootAt,
    AnySignAt,
    Condition,
    CountOf,
    IsProvisional,
    IsShortForm,
    SignSpread,
    StrongSupports,
)
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.domain.standing import ItemIndex, Standing

Test: TypeAlias = Callable[[Standing], int | None]
"""None when the condition does not hold, else the items (as bits) whose answers make it hold."""


@singledispatch
def ready(condition: Condition, index: ItemIndex) -> Test:
    """The condition as a test over an instrument's standings."""
    raise TypeError(f"no test is known for {type(condition).__name__} with {index}")


@ready.register
def _at_least(condition: AnswerAtLeast, index: ItemIndex) -> Test:
    return _any_at({index.rank(condition.item, condition.code): index.bit(condition.item)})


@ready.register
def _at_most(condition: AnswerAtMost, index: ItemIndex) -> Test:
    bit, rank = index.bit(condition.item), index.rank(condition.item, condition.code)

    def test(standing: Standing) -> int | None:
        weak = bit if any(standing.exactly[r] & bit for r in range(rank + 1)) else 0
        return weak or None

    return test


@ready.register
def _exactly(condition: AnswerIs, index: ItemIndex) -> Test:
    bit, rank = index.bit(condition.item), index.rank(condition.item, condition.code)
    return lambda standing: standing.exactly[rank] & bit or None


@ready.register
def _any_of(condition: AnyOf, index: ItemIndex) -> Test:
    masks: dict[int, int] = {}
    tests: list[Test] = []
    for part in condition.parts:
        if isinstance(part, AnswerAtLeast):
            rank = index.rank(part.item, part.code)
            masks[rank] = masks.get(rank, 0) | index.bit(part.item)
        else:
            tests.append(ready(part, index))
    if masks:
        tests.append(_any_at(masks))
    return tests[0] if len(tests) == 1 else _any_test(tuple(tests))


@ready.register
def _all_of(condition: AllOf, index: ItemIndex) -> Test:
    tests = tuple(ready(part, index) for part in condition.parts)

    def test(standing: Standing) -> int | None:
        used = 0
        for part in tests:
            found = part(standing)
            if found is None:
                return None
            used |= found
        return used

    return test


@ready.register
def _count_of(condition: CountOf, index: ItemIndex) -> Test:
    mask = index.mask(condition.items)
    rank = index.rank(condition.items[0], condition.code)

    def test(standing: Standing) -> int | None:
        found = standing.exactly[rank] & mask
        return found if found.bit_count() >= condition.count else None

    return test


@ready.register
def _spread(condition: SignSpread, index: ItemIndex) -> Test:
    rank = index.risk_rank(condition.code)

    def test(standing: Standing) -> int | None:
        signs = standing.at_least[rank] & index.signs
        levels = sum(1 for level in index.signs_by_level if signs & level)
        return signs if levels >= condition.levels else None

    return test


@ready.register
def _any_sign(condition: AnySignAt, index: ItemIndex) -> Test:
    return _any_at({index.risk_rank(condition.code): index.signs})


@ready.register
def _any_root(condition: AnyRootAt, index: ItemIndex) -> Test:
    return _any_at({index.risk_rank(condition.code): index.roots})


@ready.register
def _supports(_condition: StrongSupports, index: ItemIndex) -> Test:
    if index.strong_supports is None:
        raise ValueError("this instrument does not say what strong supports are")
    return ready(index.strong_supports, index)


@ready.register
def _provisional(_condition: IsProvisional, _index: ItemIndex) -> Test:
    return lambda standing: 0 if standing.provisional else None


@ready.register
def _short_form(_condition: IsShortForm, _index: ItemIndex) -> Test:
    return lambda standing: 0 if standing.short_form else None


def _any_at(masks: dict[int, int]) -> Test:
    if len(masks) == 1:
        ((rank, mask),) = masks.items()
        return lambda standing: standing.at_least[rank] & mask or None
    pairs = tuple(masks.items())

    def test(standing: Standing) -> int | None:
        used = 0
        for rank, mask in pairs:
            used |= standing.at_least[rank] & mask
        return used or None

    return test


def _any_test(tests: tuple[Test, ...]) -> Test:
    def test(standing: Standing) -> int | None:
        found = [used for part in tests if (used := part(standing)) is not None]
        if not found:
            return None
        together = 0
        for used in found:
            together |= used
        return together

    return test


def items_read(condition: Condition) -> frozenset[ItemId]:
    """The items a condition names; `spread` and the notes' conditions name none."""
    match condition:
        case AnswerAtLeast() | AnswerAtMost() | AnswerIs():
            return frozenset({condition.item})
        case CountOf():
            return frozenset(condition.items)
        case AnyOf() | AllOf():
            return frozenset().union(*(items_read(part) for part in condition.parts))
        case _:
            return frozenset()
