"""Conditions as written in pack files: `ITEM>=code`, any, all, spread; no negation (F3)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vrn_desktop.content.yaml_document import PackFault, Path, as_mapping, quoted
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
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.instrument import Instrument, ItemRole

_COMPARISON = re.compile(r"\s*([\w.\-]+)\s*(>=|<=|==|!=|<|>|=)\s*([\w.\-]+)\s*")
_OPERATORS: Mapping[str, type[AnswerAtLeast | AnswerAtMost | AnswerIs]] = {
    ">=": AnswerAtLeast,
    "<=": AnswerAtMost,
    "==": AnswerIs,
}
_NEGATIONS = frozenset({"not", "none_of", "unless", "except", "!=", "<"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The items a condition may name, with the role and the codes of each."""

    roles: Mapping[str, ItemRole]
    codes: Mapping[ItemRole, tuple[AnswerCode, ...]]
    has_supports: bool

    def codes_of(self, item: str) -> tuple[AnswerCode, ...]:
        """The codes of an item of this vocabulary."""
        return self.codes[self.roles[item]]


def vocabulary_of(instrument: Instrument) -> Vocabulary:
    """The vocabulary of an instrument already read."""
    return Vocabulary(
        roles={item.id: item.role for item in instrument.items},
        codes={item.role: instrument.codes_for(item) for item in instrument.items},
        has_supports=instrument.rule_set.strong_supports is not None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What may be written at one kind of place; `refused` says why a role may not be read there."""

    place: str
    words: frozenset[str]
    operators: frozenset[str] = frozenset({">="})
    refused: Mapping[ItemRole, str]


_SUPPORTS_ONLY = "only the strong supports may read a protective item (F4)"

RULE = Grammar(
    place="a rule",
    words=frozenset({"any", "all", "spread"}),
    refused={
        ItemRole.ROOT: "a rule may not read a root item (F8)",
        ItemRole.PROTECTIVE: _SUPPORTS_ONLY,
    },
)
NOTE = Grammar(
    place="a note",
    words=frozenset(
        {"any", "all", "spread", "any_sign_at", "any_root_at", "buffer", "provisional"}
    ),
    refused={},
)
SUPPORTS = Grammar(
    place="the strong supports",
    words=frozenset({"any", "all", "at_least"}),
    operators=frozenset({">=", "=="}),
    refused=dict.fromkeys(
        (ItemRole.ROOT, ItemRole.SIGN, ItemRole.INVOLVEMENT, ItemRole.RED_FLAG),
        "the strong supports may read protective items only (F3)",
    ),
)
SHOW_IF = Grammar(place="show_if", words=frozenset({"any", "all", "short_form"}), refused={})
MATCH = Grammar(
    place="a service match",
    words=frozenset({"any", "all"}),
    operators=frozenset({">=", "<="}),
    refused={},
)


class ConditionReader:
    """Reads the conditions of one kind of place."""

    def __init__(self, grammar: Grammar, vocabulary: Vocabulary) -> None:
        self._grammar = grammar
        self._vocabulary = vocabulary
        self._words: Mapping[str, Callable[[object, Path], Condition]] = {
            "any": lambda value, path: AnyOf(parts=self._parts(value, path)),
            "all": lambda value, path: AllOf(parts=self._parts(value, path)),
            "spread": self._spread,
            "at_least": self._count,
            "any_sign_at": lambda value, path: AnySignAt(code=self._risk_code(value, path)),
            "any_root_at": lambda value, path: AnyRootAt(code=self._risk_code(value, path)),
            "buffer": self._supports,
            "provisional": lambda value, path: _marked(IsProvisional(), value, path),
            "short_form": lambda value, path: _marked(IsShortForm(), value, path),
        }

    def read(self, value: object, path: Path) -> Condition:
        """The condition written at a place.

        Raises:
            PackFault: it is not a condition that may stand there.
        """
        if isinstance(value, str):
            return self._text(value, path)
        if not isinstance(value, Mapping) or not value:
            raise PackFault(
                path, f'{self._grammar.place} needs a condition, such as any: ["ITEM>=code"]'
            )
        parts = tuple(self._word(word, part, (*path, word)) for word, part in value.items())
        return parts[0] if len(parts) == 1 else AllOf(parts=parts)

    def read_any(self, values: object, path: Path) -> Condition:
        """A bare list, of which at least one has to hold."""
        return AnyOf(parts=self._parts(values, path))

    def _word(self, word: str, value: object, path: Path) -> Condition:
        if word in self._grammar.words:
            return self._words[word](value, path)
        if word in _NEGATIONS:
            raise PackFault(path, f"{quoted(word)} negates an answer; that cannot be written (F3)")
        raise PackFault(path, f"{quoted(word)} is not known in {self._grammar.place}")

    def _text(self, text: str, path: Path) -> Condition:
        if text == "short_form" and text in self._grammar.words:
            return IsShortForm()
        written = _COMPARISON.fullmatch(text)
        if written is None:
            raise PackFault(path, f"{quoted(text)} is not a condition of the form ITEM>=code")
        item, operator, code = written.groups()
        self._check_item(item, path)
        if operator not in self._grammar.operators:
            raise PackFault(path, self._refused_operator(operator))
        if operator == "<=" and self._vocabulary.roles[item] is not ItemRole.PROTECTIVE:
            raise PackFault(path, f"{quoted(text)} negates a risk answer; only >= may be used (F3)")
        return _OPERATORS[operator](item=ItemId(item), code=self._code(item, code, path))

    def _refused_operator(self, operator: str) -> str:
        allowed = " and ".join(sorted(self._grammar.operators, reverse=True))
        return f"'{operator}' cannot be used in {self._grammar.place}; only {allowed} may (F3)"

    def _check_item(self, item: str, path: Path) -> None:
        role = self._vocabulary.roles.get(item)
        if role is None:
            raise PackFault(path, f"there is no item {quoted(item)}")
        if role in self._grammar.refused:
            raise PackFault(path, f"{quoted(item)}: {self._grammar.refused[role]}")

    def _code(self, item: str, code: object, path: Path) -> AnswerCode:
        codes = self._vocabulary.codes_of(item)
        if not isinstance(code, str) or code not in codes:
            known = ", ".join(codes)
            raise PackFault(path, f"{quoted(code)} is not a code of {quoted(item)} ({known})")
        return AnswerCode(code)

    def _risk_code(self, code: object, path: Path) -> AnswerCode:
        codes = self._vocabulary.codes[ItemRole.SIGN]
        if not isinstance(code, str) or code not in codes:
            raise PackFault(path, f"{quoted(code)} is not a risk code ({', '.join(codes)})")
        return AnswerCode(code)

    def _parts(self, value: object, path: Path) -> tuple[Condition, ...]:
        if not isinstance(value, tuple) or not value:
            raise PackFault(path, "a list with at least one condition is expected here")
        return tuple(self.read(part, (*path, n)) for n, part in enumerate(value))

    def _spread(self, value: object, path: Path) -> Condition:
        found = as_mapping(value, path)
        _only_keys(found, {"at_least", "levels"}, path)
        levels = _whole(found["levels"], (*path, "levels"))
        code = self._risk_code(found["at_least"], (*path, "at_least"))
        return SignSpread(code=code, levels=levels)

    def _count(self, value: object, path: Path) -> Condition:
        found = as_mapping(value, path)
        _only_keys(found, {"n", "of", "code"}, path)
        items = found["of"]
        if not isinstance(items, tuple) or not items or len(set(map(str, items))) < len(items):
            raise PackFault((*path, "of"), "a list of different items is expected here")
        for n, item in enumerate(items):
            self._check_item(str(item), (*path, "of", n))
        count = _whole(found["n"], (*path, "n"))
        if count > len(items):
            raise PackFault((*path, "n"), f"{count} of {len(items)} items can never hold")
        code = self._code(items[0], found["code"], (*path, "code"))
        return CountOf(count=count, items=items, code=code)

    def _supports(self, value: object, path: Path) -> Condition:
        if not self._vocabulary.has_supports:
            raise PackFault(path, "this file does not say what strong supports are (buffer)")
        return _marked(StrongSupports(), value, path)


def _marked(condition: Condition, value: object, path: Path) -> Condition:
    if value is not True:
        raise PackFault(path, "only true may stand here; a negation cannot be written (F3)")
    return condition


def _whole(value: object, path: Path) -> int:
    if type(value) is not int or value < 1:
        raise PackFault(path, "a whole number of at least 1 is expected here")
    return value


def _only_keys(found: Mapping[str, object], keys: set[str], path: Path) -> None:
    for key in found:
        if key not in keys:
            raise PackFault((*path, key), f"the key {quoted(key)} is not known here")
    for key in sorted(keys):
        if key not in found:
            raise PackFault(path, f"the key {quoted(key)} is missing")
