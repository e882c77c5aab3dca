"""The instrument: sections, questions and wordings, skip logic, core items and the rule table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from vrn_desktop.domain.condition import Condition
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationName,
    ItemId,
    LifeStageId,
    SectionId,
    StepId,
)
from vrn_desktop.domain.level_rule import RuleSet
from vrn_desktop.domain.life_stage import LifeStage, Respondent


class ItemRole(StrEnum):
    """What an answer stands for. Root items never move the level (domain.md D6)."""

    PROTECTIVE = "protective"
    ROOT = "root"
    SIGN = "sign"
    INVOLVEMENT = "involvement"
    RED_FLAG = "red_flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One question as it is asked of one respondent, its answers in the order they are shown."""

    question: str
    options: tuple[tuple[AnswerCode, str], ...]
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question, or one worker-only safety flag (role red_flag, no wording)."""

    id: ItemId
    section: SectionId
    label: str
    role: ItemRole
    ecological_level: str
    stages: frozenset[LifeStageId]
    is_sign: bool = False
    short: bool = False
    alone: bool = False
    trained: bool = False
    min_age_ask: int | None = None
    show_if: Condition | None = None
    practitioner: str = ""
    wordings: Mapping[Respondent, Wording] = field(default_factory=lambda: MappingProxyType({}))
    why: str = ""
    reminder_required: bool = False
    factors: tuple[str, ...] = ()
    concern: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    escalation: EscalationName | None = None
    do_now: str = ""
    before_leaving: bool = False
    family_contact_block: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the conversation; the young person may skip any part that is skippable."""

    id: SectionId
    title: str
    intro: str | None
    skippable: bool
    reminder_required: bool = False
    practitioner_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the process around the questions (A1 to A4, M, Z1 to Z8). Never scored."""

    id: StepId
    name: str
    ask: str
    sets: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForm:
    """The short form for the street or a doorway (TI-44: from 11 years)."""

    name: str
    minutes: int
    stages: frozenset[LifeStageId]
    items: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A risk or protective factor of the catalogue, with the sources it is taken from."""

    id: str
    name: str
    ecological_level: str
    protective: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Instrument:
    """One version of the questions and rules, as approved (or still a draft: see `status`).

    Read once and compared by identity, so that what is worked out from it can be kept beside it.
    `flag_codes` are the answers of safety flags; left empty they are the risk codes.
    """

    id: str
    title: str
    version: str
    status: str
    risk_codes: tuple[AnswerCode, ...]
    protective_codes: tuple[AnswerCode, ...]
    silence_texts: Mapping[str, Mapping[str, str]]
    life_stages: tuple[LifeStage, ...]
    ecological_levels: Mapping[str, str]
    steps: tuple[Step, ...]
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    short_form: ShortForm
    core_items: Mapping[LifeStageId, tuple[ItemId, ...]]
    rule_set: RuleSet
    factors: tuple[Factor, ...] = ()
    flag_codes: tuple[AnswerCode, ...] = ()
    _items_by_id: Mapping[ItemId, Item] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_id = MappingProxyType({item.id: item for item in self.items})
        object.__setattr__(self, "_items_by_id", by_id)

    def item(self, item_id: ItemId) -> Item:
        """The item of this id.

        Raises:
            KeyError: the instrument has no such item.
        """
        return self._items_by_id[item_id]

    def life_stage(self, age: int) -> LifeStage:
        """The life stage of an age in whole years.

        Raises:
            ValueError: no stage of this instrument covers the age.
        """
        for stage in self.life_stages:
            if stage.covers(age):
                return stage
        raise ValueError("no life stage of this instrument covers the age")

    def codes_for(self, item: Item) -> tuple[AnswerCode, ...]:
        """The item's answer codes, least concerned first for risks, strongest last for supports."""
        if item.role is ItemRole.PROTECTIVE:
            return self.protective_codes
        if item.role is ItemRole.RED_FLAG and self.flag_codes:
            return self.flag_codes
        return self.risk_codes
