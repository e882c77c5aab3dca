"""Small changes to a rule table, each of which a good test of the table has to notice."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from vrn_desktop.domain.condition import (
    AllOf,
    AnswerAtLeast,
    AnswerIs,
    AnyOf,
    AnyRootAt,
    AnySignAt,
    Condition,
    CountOf,
    SignSpread,
)
from vrn_desktop.domain.identifiers import AnswerCode
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.level_rule import EscalationRule, LevelRule, RuleSet

Rule = TypeVar("Rule")

_RISK = tuple(AnswerCode(code) for code in ("none", "some", "clear"))
_STRENGTH = tuple(AnswerCode(code) for code in ("weak", "partly", "strong"))


def mutants(instrument: Instrument) -> Iterator[tuple[str, Instrument]]:
    """Every mutant of the instrument's rule table, with what was changed."""
    for name, rules in _rule_sets(instrument.rule_set):
        yield name, replace(instrument, rule_set=rules)


def _rule_sets(rules: RuleSet) -> Iterator[tuple[str, RuleSet]]:
    for n, rule in enumerate(rules.level_rules):
        for what, level in _level_rule(rule):
            yield f"{rule.id} {what}", replace(rules, level_rules=_put(rules.level_rules, n, level))
    for n, escalation in enumerate(rules.escalation_rules):
        for what, turned in _escalation_rule(escalation, rules):
            changed = _put(rules.escalation_rules, n, turned)
            yield f"{escalation.id} {what}", replace(rules, escalation_rules=changed)
    for n, note in enumerate(rules.note_rules):
        for what, when in _conditions(note.when):
            noted = _put(rules.note_rules, n, (replace(note, when=when),))
            yield f"{note.id} {what}", replace(rules, note_rules=noted)
    yield from _supports(rules)


def _supports(rules: RuleSet) -> Iterator[tuple[str, RuleSet]]:
    if rules.strong_supports is not None:
        for what, when in _conditions(rules.strong_supports):
            yield f"supports {what}", replace(rules, strong_supports=when)


def _put(rules: tuple[Rule, ...], at: int, changed: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return rules[:at] + changed + rules[at + 1 :]


def _escalation_rule(
    rule: EscalationRule, rules: RuleSet
) -> Iterator[tuple[str, tuple[EscalationRule, ...]]]:
    yield "removed", ()
    for name, rank in rules.escalation_ranks.items():
        if name != rule.escalation and rank > 0:
            yield f"to {name}", (replace(rule, escalation=name),)
    for what, when in _conditions(rule.when):
        yield what, (replace(rule, when=when),)


def _level_rule(rule: LevelRule) -> Iterator[tuple[str, tuple[LevelRule, ...]]]:
    yield "removed", ()
    for kind in rule.involvement:
        fewer = tuple(each for each in rule.involvement if each != kind)
        yield f"without {kind}", (replace(rule, involvement=fewer),)
    if rule.unless is not None:
        yield "without unless", (replace(rule, unless=None),)
    for what, when in _conditions(rule.when):
        yield what, (replace(rule, when=when),)


def _conditions(condition: Condition) -> Iterator[tuple[str, Condition]]:
    match condition:
        case AnswerAtLeast() | AnswerIs():
            yield from _compared(condition)
        case AnyOf() | AllOf():
            yield from _joined(condition)
        case CountOf():
            yield from _counted(condition)
        case SignSpread(levels=levels):
            yield "spread wider", replace(condition, levels=levels + 1)
            yield "spread narrower", replace(condition, levels=levels - 1)
            yield "spread at clear", replace(condition, code=_RISK[2])
            yield "spread at none", replace(condition, code=_RISK[0])
        case AnySignAt() | AnyRootAt():
            yield "note at clear", replace(condition, code=_RISK[2])
            yield "note at none", replace(condition, code=_RISK[0])


def _compared(condition: AnswerAtLeast | AnswerIs) -> Iterator[tuple[str, Condition]]:
    item = condition.item
    if isinstance(condition, AnswerIs):
        yield f"{item}>=partly", AnswerAtLeast(item=item, code=_STRENGTH[1])
        yield f"{item}==partly", replace(condition, code=_STRENGTH[1])
        return
    for other in _RISK:
        if other != condition.code:
            yield f"{item}>={other}", replace(condition, code=other)


def _joined(condition: AnyOf | AllOf) -> Iterator[tuple[str, Condition]]:
    parts = condition.parts
    if len(parts) > 1:
        other = AllOf if isinstance(condition, AnyOf) else AnyOf
        yield f"{other.__name__}", other(parts=parts)
        for n, part in enumerate(parts):
            yield f"without {part}", replace(condition, parts=parts[:n] + parts[n + 1 :])
    for n, part in enumerate(parts):
        for what, changed in _conditions(part):
            yield what, replace(condition, parts=(*parts[:n], changed, *parts[n + 1 :]))


def _counted(condition: CountOf) -> Iterator[tuple[str, Condition]]:
    yield "one more", replace(condition, count=condition.count + 1)
    yield "one fewer", replace(condition, count=condition.count - 1)
    yield "partly counts", replace(condition, code=_STRENGTH[1])
    for item in condition.items:
        fewer = tuple(each for each in condition.items if each != item)
        yield f"without {item}", replace(condition, items=fewer)
