"""The rule table of an instrument file made into a rule set; one that breaks F3 to F12 is refused."""

from collections.abc import Iterator, Mapping

from vrn_desktop.content.condition_text import (
    NOTE,
    RULE,
    SUPPORTS,
    ConditionReader,
    Vocabulary,
)
from vrn_desktop.content.instrument_entries import InstrumentEntry
from vrn_desktop.content.rule_entries import (
    EscalationRuleEntry,
    LevelRuleEntry,
    NoteRuleEntry,
    OverrideEntry,
    RestingRuleEntry,
)
from vrn_desktop.content.yaml_document import PackFault, Path, quoted
from vrn_desktop.domain.condition import Condition, StrongSupports
from vrn_desktop.domain.identifiers import EscalationName, LevelName, RuleId
from vrn_desktop.domain.level_rule import (
    EscalationRule,
    LevelRule,
    NoteRule,
    RestingRule,
    RuleSet,
)

_RULES: Path = ("rules",)
_RANK0: Path = ("rules", "rank0")


def rule_set_of(entry: InstrumentEntry, vocabulary: Vocabulary) -> RuleSet:
    """The rule table as the program uses it.

    Raises:
        PackFault: a name, a rank or a condition that cannot stand.
    """
    _check_ranks(entry)
    _check_ids(entry)
    answered, missing = _resting_rules(entry)
    return RuleSet(
        version=entry.meta.version,
        level_ranks={LevelName(name): rank for name, rank in entry.levels.items()},
        escalation_ranks={EscalationName(name): rank for name, rank in entry.escalations.items()},
        level_titles=_titles(entry),
        level_rules=tuple(_level_rules(entry, ConditionReader(RULE, vocabulary))),
        escalation_rules=tuple(
            _escalation_rule(rule, ("rules", "escalation", n), entry, vocabulary)
            for n, rule in enumerate(entry.rules.escalation)
        ),
        note_rules=tuple(
            _note_rule(rule, ("rules", "notes", n), vocabulary)
            for n, rule in enumerate(entry.rules.notes)
        ),
        when_core_answered=_resting_rule(answered),
        when_core_missing=_resting_rule(missing),
        strong_supports=supports_of(entry, vocabulary),
    )


def supports_of(entry: InstrumentEntry, vocabulary: Vocabulary) -> Condition | None:
    """What strong supports are in this file, if it says so."""
    if entry.buffer is None:
        return None
    return ConditionReader(SUPPORTS, vocabulary).read(entry.buffer, ("buffer",))


def _check_ranks(entry: InstrumentEntry) -> None:
    above = [rank for rank in entry.levels.values() if rank != 0]
    for name, rank in entry.levels.items():
        if rank < 0 or (rank > 0 and above.count(rank) > 1):
            raise PackFault(("levels", name), f"the rank of {quoted(name)} is not its own")
    ranks = list(entry.escalations.values())
    for name, rank in entry.escalations.items():
        if rank < 0 or ranks.count(rank) > 1:
            raise PackFault(("escalations", name), f"the rank of {quoted(name)} is not its own")
    if 0 not in ranks:
        raise PackFault(("escalations",), "no escalation has rank 0: the calm one is missing")


def _check_ids(entry: InstrumentEntry) -> None:
    met: set[str] = set()
    for rule_id, path in _all_ids(entry):
        if rule_id in met:
            raise PackFault((*path, "id"), f"there are two rules {quoted(rule_id)}")
        met.add(rule_id)


def _all_ids(entry: InstrumentEntry) -> Iterator[tuple[str, Path]]:
    rules = entry.rules
    groups: Mapping[
        str,
        tuple[LevelRuleEntry | RestingRuleEntry | NoteRuleEntry | EscalationRuleEntry, ...],
    ] = {
        **rules.groups(),
        "rank0": rules.rank0,
        "notes": rules.notes,
        "escalation": rules.escalation,
    }
    for group, entries in groups.items():
        for n, rule in enumerate(entries):
            yield rule.id, ("rules", group, n)


def _level_rules(entry: InstrumentEntry, reader: ConditionReader) -> Iterator[LevelRule]:
    top = max(entry.levels.values())
    for group, rules in entry.rules.groups().items():
        _check_group(entry, group)
        for n, rule in enumerate(rules):
            path: Path = ("rules", group, n)
            yield LevelRule(
                id=RuleId(rule.id),
                level=LevelName(group),
                when=reader.read(rule.when, (*path, "when")),
                text=rule.text,
                involvement=rule.involvement,
                unless=_unless(rule, entry, (*path, "unless"), top=entry.levels[group] == top),
            )


def _check_group(entry: InstrumentEntry, group: str) -> None:
    if group not in entry.levels:
        raise PackFault((*_RULES, group), f"the group {quoted(group)} is not the name of a level")
    if entry.levels[group] == 0:
        raise PackFault((*_RULES, group), f"{quoted(group)} has rank 0: its rule belongs in rank0")


def _unless(
    rule: LevelRuleEntry, entry: InstrumentEntry, path: Path, *, top: bool
) -> Condition | None:
    if rule.unless is None:
        return None
    if rule.unless != "buffer":
        raise PackFault(path, "only 'unless: buffer' may stand here; no answer can be negated (F3)")
    if entry.buffer is None:
        raise PackFault(path, "this file does not say what strong supports are (buffer)")
    if top:
        raise PackFault(path, "strong supports never hold back the highest level (F4)")
    return StrongSupports()


def _escalation_rule(
    rule: EscalationRuleEntry, path: Path, entry: InstrumentEntry, vocabulary: Vocabulary
) -> EscalationRule:
    if entry.escalations.get(rule.to, 0) == 0:
        raise PackFault((*path, "to"), f"{quoted(rule.to)} is not an escalation above rank 0")
    return EscalationRule(
        id=RuleId(rule.id),
        escalation=EscalationName(rule.to),
        when=ConditionReader(RULE, vocabulary).read(rule.when, (*path, "when")),
        text=rule.text,
    )


def _note_rule(rule: NoteRuleEntry, path: Path, vocabulary: Vocabulary) -> NoteRule:
    return NoteRule(
        id=RuleId(rule.id),
        when=ConditionReader(NOTE, vocabulary).read(rule.when, (*path, "when")),
        text=rule.text,
        flag=rule.flag,
    )


def _resting_rule(rule: RestingRuleEntry) -> RestingRule:
    return RestingRule(id=RuleId(rule.id), level=LevelName(rule.level), text=rule.text)


def _titles(entry: InstrumentEntry) -> Mapping[LevelName, str]:
    shown = entry.level_names_shown_to_workers
    for name in shown:
        if name not in entry.levels:
            path = ("level_names_shown_to_workers", name)
            raise PackFault(path, f"there is no level {quoted(name)}")
    return {LevelName(name): shown.get(name, name) for name in entry.levels}


def _resting_rules(entry: InstrumentEntry) -> tuple[RestingRuleEntry, RestingRuleEntry]:
    """The rule for answered core items and the one for missing ones.

    They stand in this order, unless the override block names the two levels in the other one.
    """
    rules = entry.rules.rank0
    if len({rule.level for rule in rules}) != 2 or len(rules) != 2:  # noqa: PLR2004  answered, missing
        reason = "rank0 needs two rules of two levels: core items answered, and not enough known"
        raise PackFault(_RANK0, reason)
    for n, rule in enumerate(rules):
        if entry.levels.get(rule.level) != 0:
            reason = f"{quoted(rule.level)} is not a level of rank 0"
            raise PackFault((*_RANK0, n, "level"), reason)
    answered, missing = rules
    if entry.override is not None:
        _check_needs(entry.override)
        ways = entry.override.special_ways()
        _check_ways(ways, tuple(entry.levels))
        if ways.get(f"{answered.level}_to_{missing.level}") == "downward":
            return missing, answered
    return answered, missing


def _check_needs(override: OverrideEntry) -> None:
    if override.upward.needs:
        raise PackFault(("override", "upward", "needs"), "a change upward needs nothing (F12)")
    if set(override.downward.needs) != {"reason", "supervisor_approved"}:
        raise PackFault(
            ("override", "downward", "needs"),
            "a change downward needs a reason and supervisor_approved (F12)",
        )


def _check_ways(ways: Mapping[str, str], levels: tuple[str, ...]) -> None:
    known = {f"{was}_to_{to}" for was in levels for to in levels}
    known |= {f"any_to_{to}_from_{was}" for was in levels for to in levels}
    for way in ways:
        if way not in known:
            raise PackFault(("override", way), f"{quoted(way)} does not name two levels")
