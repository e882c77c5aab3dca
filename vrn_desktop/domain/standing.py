"""Where each item stands: the most concerned voice counts, silence for nothing (F5, F10)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vrn_desktop.domain.answer import AnswerSheet, Silence
from vrn_desktop.domain.condition import Condition
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.instrument import Instrument, Item, ItemRole

_SILENT = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Which items stand at which answer, one bit per item; what every condition is tested against.

    `exactly[r]` and `at_least[r]` hold the items whose counting answer has rank r, or r and above,
    in the order of the codes (none < some < clear; weak < partly < strong).
    """

    answered: int
    exactly: tuple[int, ...]
    at_least: tuple[int, ...]
    short_form: bool = False
    provisional: bool = False


class _Place(NamedTuple):
    bit: int
    ranks: Mapping[str, int]
    counting: Callable[[list[int]], int]


class ItemIndex:
    """Gives every item of an instrument its bit and every code its rank."""

    def __init__(self, instrument: Instrument) -> None:
        self.strong_supports: Condition | None = instrument.rule_set.strong_supports
        self._items = tuple(item.id for item in instrument.items)
        self._places = {
            item.id: _place(instrument, item, 1 << position)
            for position, item in enumerate(instrument.items)
        }
        self._risk_ranks = {code: rank for rank, code in enumerate(instrument.risk_codes)}
        self._rank_count = max(len(instrument.codes_for(item)) for item in instrument.items)
        self.signs_by_level = _signs_by_level(instrument, self)
        self.signs = sum(self.signs_by_level)
        self.roots = self.mask(item.id for item in instrument.items if item.role is ItemRole.ROOT)

    def bit(self, item: ItemId) -> int:
        """The item's own bit."""
        return self._places[item].bit

    def mask(self, items: Iterable[ItemId]) -> int:
        """The bits of several items together."""
        return sum(self.bit(item) for item in set(items))

    def items(self, mask: int) -> tuple[ItemId, ...]:
        """The items of a mask, in the instrument's order."""
        return tuple(item for position, item in enumerate(self._items) if mask >> position & 1)

    def rank(self, item: ItemId, code: AnswerCode) -> int:
        """The rank of a code among the item's codes."""
        return self._places[item].ranks[code]

    def risk_rank(self, code: AnswerCode) -> int:
        """The rank of a code among the risk codes."""
        return self._risk_ranks[code]

    def standing(
        self,
        sheet: AnswerSheet,
        *,
        only: tuple[ItemId, ...] | None = None,
        core: int = 0,
        short_form: bool = False,
    ) -> Standing:
        """How the answers stand; `only` these items; `core` decides what is provisional.

        Raises:
            ValueError: the sheet holds an item or a code this instrument does not know. It is not
                passed over in silence, because it might be a worry.
        """
        exactly = [0] * self._rank_count
        chosen = (
            sheet.by_item.items()
            if only is None
            else [(item, sheet.by_item[item]) for item in only if item in sheet.by_item]
        )
        places = self._places
        for item, voices in chosen:
            try:
                bit, ranks, counting = places[item]
                if len(voices) == 1:
                    rank = ranks[next(iter(voices.values()))]
                else:
                    rank = _counting_rank([ranks[code] for code in voices.values()], counting)
            except KeyError:
                raise ValueError(f"this instrument does not know this answer to {item}") from None
            if rank != _SILENT:
                exactly[rank] |= bit
        return _standing(exactly, core=core, short_form=short_form)

    def with_rank(self, standing: Standing, bit: int, rank: int, *, core: int) -> Standing:
        """The same standing, if one item stood at this rank instead."""
        exactly = [mask & ~bit for mask in standing.exactly]
        exactly[rank] |= bit
        return _standing(exactly, core=core, short_form=standing.short_form)


def _standing(exactly: list[int], *, core: int, short_form: bool) -> Standing:
    at_least = exactly.copy()
    for rank in range(len(at_least) - 2, -1, -1):
        at_least[rank] |= at_least[rank + 1]
    answered = at_least[0]
    return Standing(
        answered=answered,
        exactly=tuple(exactly),
        at_least=tuple(at_least),
        short_form=short_form,
        provisional=short_form or bool(core & ~answered),
    )


def _counting_rank(ranks: list[int], counting: Callable[[list[int]], int]) -> int:
    spoken = [rank for rank in ranks if rank != _SILENT]
    return counting(spoken) if spoken else _SILENT


def _place(instrument: Instrument, item: Item, bit: int) -> _Place:
    ranks: dict[str, int] = dict.fromkeys(Silence, _SILENT)
    ranks |= {code: rank for rank, code in enumerate(instrument.codes_for(item))}
    return _Place(bit, ranks, min if item.role is ItemRole.PROTECTIVE else max)


def _signs_by_level(instrument: Instrument, index: ItemIndex) -> tuple[int, ...]:
    return tuple(
        index.mask(
            item.id
            for item in instrument.items
            if item.ecological_level == level and (item.is_sign or item.role is ItemRole.SIGN)
        )
        for level in instrument.ecological_levels
    )
