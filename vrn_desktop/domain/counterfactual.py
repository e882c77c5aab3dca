"""What would change the level: single answers that were different, and core answers not given."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from vrn_desktop.domain.answer import AnswerSheet, Voice
from vrn_desktop.domain.answer_in_words import answer_text
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, LevelName
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.level_outcome import LevelOutcome
from vrn_desktop.domain.rule_evaluation import compiled_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """If this item's counting answer were `code`, the level would be `level`.

    `raises` says whether that level ranks higher than the one now.
    """

    item: ItemId
    label: str
    code: AnswerCode
    text: str
    level: LevelName
    raises: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterfactuals:
    """Changes of one answer that lead to another level; insufficient and primary count as two."""

    answered: tuple[AnswerChange, ...]
    unanswered_core: tuple[AnswerChange, ...]


def counterfactuals(
    instrument: Instrument,
    sheet: AnswerSheet,
    outcome: LevelOutcome,
    *,
    age: int,
    short_form: bool,
) -> Counterfactuals:
    """Every single answer that would lead to another level than the outcome's."""
    rules = compiled_rules(instrument)
    core_items = instrument.core_items.get(instrument.life_stage(age).id, ())
    core = rules.index.mask(core_items)
    now = rules.index.standing(sheet, core=core, short_form=short_form)
    ranks = instrument.rule_set.level_ranks

    def changes(item_id: ItemId) -> Iterator[AnswerChange]:
        item, bit = instrument.item(item_id), rules.index.bit(item_id)
        for rank, code in enumerate(instrument.codes_for(item)):
            if now.exactly[rank] & bit:
                continue
            level = rules.level(rules.index.with_rank(now, bit, rank, core=core), core=core)
            if level != outcome.level:
                yield AnswerChange(
                    item=item_id,
                    label=item.label,
                    code=code,
                    text=answer_text(instrument, item, code),
                    level=level,
                    raises=ranks[level] > ranks[outcome.level],
                )

    return Counterfactuals(
        answered=tuple(
            change for item in rules.index.items(now.answered) for change in changes(item)
        ),
        unanswered_core=tuple(
            change
            for item in core_items
            if not now.answered & rules.index.bit(item)
            for change in changes(item)
        ),
    )


def with_change(sheet: AnswerSheet, change: AnswerChange) -> AnswerSheet:
    """The sheet as it would be if that item's answer were the changed one, whoever gave it."""
    voices = MappingProxyType({str(Voice.YOUNG_PERSON): change.code})
    return AnswerSheet(by_item=MappingProxyType({**sheet.by_item, change.item: voices}))
