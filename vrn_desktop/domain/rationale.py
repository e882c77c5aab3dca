"""Why the rules suggest this level: each rule in words with the answers it rests on (F15)."""

from dataclasses import dataclass

from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.answer_in_words import AnswerInWords, counting_answers
from vrn_desktop.domain.identifiers import EscalationName, LevelName, RuleId
from vrn_desktop.domain.instrument import Instrument, ItemRole
from vrn_desktop.domain.level_outcome import LevelOutcome
from vrn_desktop.domain.level_rule import RuleSet
from vrn_desktop.domain.rule_evaluation import CompiledRules, FiredRule, compiled_rules
from vrn_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelReason:
    """One level rule that the worker is shown, in the table's words."""

    rule: RuleId
    level: LevelName
    text: str
    answers: tuple[AnswerInWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationReason:
    """One escalation rule that fired; always shown."""

    rule: RuleId
    escalation: EscalationName
    text: str
    answers: tuple[AnswerInWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark that changes no level; `flag` asks for something, such as a place concern."""

    rule: RuleId
    text: str
    flag: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rationale:
    """What a worker reads beside a level: strengths (TI-29), then reasons, highest level first.

    `silent_items` counts the items that were touched and have no answer; silence is neutral (F5).
    """

    strengths: tuple[AnswerInWords, ...]
    reasons: tuple[LevelReason, ...]
    escalations: tuple[EscalationReason, ...]
    notes: tuple[Note, ...]
    silent_items: int
    provisional: bool


def rationale(instrument: Instrument, sheet: AnswerSheet, outcome: LevelOutcome) -> Rationale:
    """The outcome of these answers in words."""
    rules = compiled_rules(instrument)
    standing = rules.index.standing(sheet)
    noted = {note.id: note for note in instrument.rule_set.note_rules}
    return Rationale(
        strengths=_strengths(instrument, sheet, standing, rules),
        reasons=_reasons(instrument, sheet, outcome, rules.fired(standing)),
        escalations=tuple(
            EscalationReason(
                rule=rule.id,
                escalation=rule.escalation,
                text=rule.text,
                answers=_answers(instrument, sheet, used),
            )
            for rule, used in rules.escalations(standing)
        ),
        notes=tuple(
            Note(rule=note, text=noted[note].text, flag=noted[note].flag) for note in outcome.notes
        ),
        silent_items=sum(1 for item in sheet if not sheet.spoken(item)),
        provisional=outcome.provisional,
    )


def _reasons(
    instrument: Instrument,
    sheet: AnswerSheet,
    outcome: LevelOutcome,
    fired: tuple[FiredRule, ...],
) -> tuple[LevelReason, ...]:
    if not fired:
        return (_resting_reason(instrument.rule_set, outcome.level),)
    shown = [each for each in fired if each.rule.id in outcome.shown]
    return tuple(
        LevelReason(
            rule=each.rule.id,
            level=each.rule.level,
            text=each.rule.text,
            answers=_answers(instrument, sheet, each.used),
        )
        for each in sorted(shown, key=lambda each: -each.rank)
    )


def _resting_reason(rules: RuleSet, level: LevelName) -> LevelReason:
    answered, missing = rules.when_core_answered, rules.when_core_missing
    rest = answered if level == answered.level else missing
    return LevelReason(rule=rest.id, level=rest.level, text=rest.text, answers=())


def _answers(instrument: Instrument, sheet: AnswerSheet, used: int) -> tuple[AnswerInWords, ...]:
    items = compiled_rules(instrument).index.items(used)
    return tuple(answer for item in items for answer in counting_answers(instrument, sheet, item))


def _strengths(
    instrument: Instrument, sheet: AnswerSheet, standing: Standing, rules: CompiledRules
) -> tuple[AnswerInWords, ...]:
    return tuple(
        answer
        for item in instrument.items
        if item.role is ItemRole.PROTECTIVE and standing.at_least[1] & rules.index.bit(item.id)
        for answer in counting_answers(instrument, sheet, item.id)
    )
