"""Answers and a rule table give a level, an escalation and every rule that fired (domain.md 4)."""

from dataclasses import dataclass
from functools import lru_cache

from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.condition_evaluation import Test, ready
from vrn_desktop.domain.escalation import FiredEscalation
from vrn_desktop.domain.identifiers import EscalationName, ItemId, LevelName, LifeStageId, RuleId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.level_outcome import LevelOutcome
from vrn_desktop.domain.level_rule import EscalationRule, LevelRule, NoteRule
from vrn_desktop.domain.standing import ItemIndex, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredRule:
    """A level rule that fired, its rank, and the items (as bits) it rests on."""

    rule: LevelRule
    rank: int
    used: int


class CompiledRules:
    """One instrument's rule table made ready; built once, asked at every answer, all of it."""

    def __init__(self, instrument: Instrument) -> None:
        rules = instrument.rule_set
        self.index = ItemIndex(instrument)
        self._rule_set = rules
        self._core = {
            stage: self.index.mask(items) for stage, items in instrument.core_items.items()
        }
        self._level_rules = tuple(
            (
                rule,
                rules.level_ranks[rule.level],
                ready(rule.when, self.index),
                None if rule.unless is None else ready(rule.unless, self.index),
            )
            for rule in rules.level_rules
        )
        self._highest_first = sorted(self._level_rules, key=lambda made: -made[1])
        self._escalation_rules = tuple(
            (rule, ready(rule.when, self.index)) for rule in rules.escalation_rules
        )
        self._note_rules = tuple((rule, ready(rule.when, self.index)) for rule in rules.note_rules)
        self._calm = min(rules.escalation_ranks, key=rules.escalation_ranks.__getitem__)

    def core(self, stage: LifeStageId) -> int:
        """The core items of a life stage, as bits."""
        return self._core.get(stage, 0)

    def fired(self, standing: Standing) -> tuple[FiredRule, ...]:
        """Every level rule that fires, in the table's order."""
        return tuple(
            FiredRule(rule=rule, rank=rank, used=used)
            for rule, rank, when, unless in self._level_rules
            if (used := when(standing)) is not None and not _held_back(unless, standing)
        )

    def escalations(self, standing: Standing) -> tuple[tuple[EscalationRule, int], ...]:
        """Every escalation rule that fires with the items it rests on, in the table's order."""
        return tuple(
            (rule, used)
            for rule, when in self._escalation_rules
            if (used := when(standing)) is not None
        )

    def notes(self, standing: Standing) -> tuple[NoteRule, ...]:
        """Every note that applies; none of them moves a level (domain.md section 4)."""
        return tuple(rule for rule, when in self._note_rules if when(standing) is not None)

    def level(self, standing: Standing, *, core: int) -> LevelName:
        """The level alone: the highest that fires, else one of the two resting levels (F6)."""
        for rule, _, when, unless in self._highest_first:
            if when(standing) is not None and not _held_back(unless, standing):
                return rule.level
        rest = self._rule_set
        return (
            rest.when_core_missing if core & ~standing.answered else rest.when_core_answered
        ).level

    def escalation(self, fired: tuple[tuple[EscalationRule, int], ...]) -> EscalationName:
        """The highest escalation of the rules that fired, or the calm one when none did."""
        ranks = self._rule_set.escalation_ranks
        return max(
            (rule.escalation for rule, _ in fired), key=ranks.__getitem__, default=self._calm
        )

    def outcome(self, standing: Standing, *, core: int) -> LevelOutcome:
        """Everything the rules say about these answers."""
        fired = self.fired(standing)
        escalations = self.escalations(standing)
        escalation_ids = tuple(rule.id for rule, _ in escalations)
        level, level_ids, shown_ids = self._level_reading(fired, standing, core)
        return LevelOutcome(
            level=level,
            escalation=self.escalation(escalations),
            provisional=standing.provisional,
            fired=level_ids + escalation_ids,
            shown=shown_ids + escalation_ids,
            notes=tuple(rule.id for rule in self.notes(standing)),
            involvement=tuple(dict.fromkeys(kind for f in fired for kind in f.rule.involvement)),
            rule_set_version=self._rule_set.version,
        )

    def _level_reading(
        self, fired: tuple[FiredRule, ...], standing: Standing, core: int
    ) -> tuple[LevelName, tuple[RuleId, ...], tuple[RuleId, ...]]:
        if fired:
            level = max(fired, key=lambda each: each.rank).rule.level
            return level, tuple(each.rule.id for each in fired), shown_rules(fired)
        rest = self._rule_set
        rule = rest.when_core_missing if core & ~standing.answered else rest.when_core_answered
        return rule.level, (rule.id,), (rule.id,)


def shown_rules(fired: tuple[FiredRule, ...]) -> tuple[RuleId, ...]:
    """Rules at the winning level, and a lower one only if it adds an answer (F15)."""
    used_at: dict[int, int] = {}
    for each in fired:
        used_at[each.rank] = used_at.get(each.rank, 0) | each.used
    used_above: dict[int, int] = {}
    above = 0
    for rank in sorted(used_at, reverse=True):
        used_above[rank] = above
        above |= used_at[rank]
    top = max(used_at, default=0)
    return tuple(
        each.rule.id for each in fired if each.rank == top or each.used & ~used_above[each.rank]
    )


def _held_back(unless: Test | None, standing: Standing) -> bool:
    return unless is not None and unless(standing) is not None


@lru_cache(maxsize=8)
def compiled_rules(instrument: Instrument) -> CompiledRules:
    """The instrument's rule table made ready, built on first use and kept."""
    return CompiledRules(instrument)


def evaluate(
    instrument: Instrument, sheet: AnswerSheet, *, age: int, short_form: bool
) -> LevelOutcome:
    """What the rules suggest for these answers at this age in whole years; never a verdict (F18).

    Raises:
        ValueError: no life stage covers the age, or the instrument does not know an answer.
    """
    rules = compiled_rules(instrument)
    core = rules.core(instrument.life_stage(age).id)
    return rules.outcome(rules.index.standing(sheet, core=core, short_form=short_form), core=core)


def fired_escalations(instrument: Instrument, sheet: AnswerSheet) -> tuple[FiredEscalation, ...]:
    """The escalation rules these answers call for, in table order; asked at every answer (TI-05).

    Age and form play no part in it (F9).
    """
    rules = compiled_rules(instrument)
    return tuple(
        FiredEscalation(
            rule_id=rule.id,
            name=rule.escalation,
            text=rule.text,
            evidence=frozenset(rules.index.items(used)),
        )
        for rule, used in rules.escalations(rules.index.standing(sheet))
    )


def is_worse(instrument: Instrument, before: AnswerSheet, after: AnswerSheet, item: ItemId) -> bool:
    """Whether the counting answer to one item says more of a worry than it did; silence says none (F5)."""
    index = compiled_rules(instrument).index
    was, now = (index.standing(sheet, only=(item,)) for sheet in (before, after))
    return any(late & ~early for early, late in zip(was.at_least, now.at_least, strict=True))
