"""What a rule or a skip condition asks of the answers. No negation of a risk answer can be written (F3)."""

from dataclasses import dataclass
from typing import TypeAlias

from vrn_desktop.domain.identifiers import AnswerCode, ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAtLeast:
    """`ITEM>=code`: the most concerned voice answered this code or a more concerned one."""

    item: ItemId
    code: AnswerCode


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAtMost:
    """`ITEM<=code`: a protective answer this weak or weaker. Only matching of services may use it."""

    item: ItemId
    code: AnswerCode


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerIs:
    """`ITEM==code`: exactly this answer. Only the strong-supports condition may use it."""

    item: ItemId
    code: AnswerCode


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOf:
    """`at_least: {n, of, code}`: at least n of these items are answered with exactly this code."""

    count: int
    items: tuple[ItemId, ...]
    code: AnswerCode


@dataclass(frozen=True, slots=True, kw_only=True)
class SignSpread:
    """`spread`: early signs at this code or above in at least so many ecological levels."""

    code: AnswerCode
    levels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnySignAt:
    """Some sign item stands at this code or above. Notes only."""

    code: AnswerCode


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyRootAt:
    """Some root item (stress or unfairness around the person) stands at this code or above. Notes only."""

    code: AnswerCode


@dataclass(frozen=True, slots=True, kw_only=True)
class StrongSupports:
    """The rule set's own buffer condition holds (`buffer: true`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsProvisional:
    """The result rests on limited information (F17). Notes only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsShortForm:
    """The conversation uses the short form. Skip logic only."""


Condition: TypeAlias = (
    AnswerAtLeast
    | AnswerAtMost
    | AnswerIs
    | AnyOf
    | AllOf
    | CountOf
    | SignSpread
    | AnySignAt
    | AnyRootAt
    | StrongSupports
    | IsProvisional
    | IsShortForm
)
