"""The shape of an instrument file: questions, codes, life stages, core items and factors."""

from typing import Annotated, Any, Literal

from pydantic import Field

from vrn_desktop.content.entry_shape import Identifier, Line, PackEntry, Text
from vrn_desktop.content.rule_entries import OverrideEntry, RulesEntry
from vrn_desktop.domain.identifiers import ItemId, LifeStageId, SectionId, StepId
from vrn_desktop.domain.instrument import Factor, Section, ShortForm, Step
from vrn_desktop.domain.life_stage import LifeStage, Respondent

Age = Annotated[int, Field(ge=0, le=150)]


class MetaEntry(PackEntry):
    """What the instrument is, its version, and what it must not be taken for."""

    id: Identifier
    title: Line
    version: Identifier
    status: Line
    not_a: tuple[Line, ...] = ()
    reading_age_target: str = ""
    do_now_status: str = ""
    copyright: str = ""
    licence: str = ""
    electronic_use: str = ""
    language: str = ""


class LifeStageEntry(PackEntry):
    """A life stage with its first and last age in whole years."""

    name: Line
    ages: tuple[Age, Age]
    respondent: Literal["carer", "young_person"]

    def to_domain(self, stage_id: str) -> LifeStage:
        """The life stage as the program uses it."""
        return LifeStage(
            id=LifeStageId(stage_id),
            name=self.name,
            first_age=self.ages[0],
            last_age=self.ages[1],
            respondent=Respondent(self.respondent),
        )


class AnswerCodesEntry(PackEntry):
    """The codes of each kind of answer, in order, and the ways of not answering."""

    risk: Annotated[tuple[Identifier, ...], Field(min_length=2)]
    protective: Annotated[tuple[Identifier, ...], Field(min_length=2)]
    red_flag: tuple[Identifier, ...] = ()
    missing: tuple[Identifier, ...]


class StepEntry(PackEntry):
    """A step of the process around the questions."""

    id: Identifier
    name: Line
    ask: Text
    sets: Identifier | None = None

    def to_domain(self) -> Step:
        """The step as the program uses it."""
        return Step(id=StepId(self.id), name=self.name, ask=self.ask, sets=self.sets)


class SectionEntry(PackEntry):
    """A part of the conversation."""

    id: Identifier
    title: Line
    intro_yp: Text | None
    skippable: bool
    reminder_required: bool = False
    practitioner_only: bool = False

    def to_domain(self) -> Section:
        """The section as the program uses it."""
        return Section(
            id=SectionId(self.id),
            title=self.title,
            intro=self.intro_yp,
            skippable=self.skippable,
            reminder_required=self.reminder_required,
            practitioner_only=self.practitioner_only,
        )


class ItemEntry(PackEntry):
    """A question with its wordings, or a safety flag; `section` when the id does not begin with it."""

    id: Identifier
    section: Identifier | None = None
    label: Line
    role: Literal["protective", "root", "sign", "involvement", "red_flag"]
    level: Identifier
    stages: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    sign: bool = False
    short: bool = False
    alone: bool = False
    trained: bool = False
    reminder_required: bool = False
    min_age_ask: Age | None = None
    show_if: Any = None
    practitioner: Text
    yp: Text | None
    carer: Text | None
    hint_yp: Text | None = None
    hint_carer: Text | None = None
    options: dict[Identifier, Line] | None = None
    options_carer: dict[Identifier, Line] | None = None
    why: Text | None = None
    factors: tuple[Identifier, ...] = ()
    concern: dict[Identifier, Any] = Field(default_factory=dict)
    escalation: Identifier | None = None
    do_now: Text | None = None
    before_leaving: bool = False
    family_contact_block: bool = False


class ShortFormEntry(PackEntry):
    """The short form for the street or a doorway."""

    name: Line
    minutes: Annotated[int, Field(ge=1, le=120)]
    stages: tuple[Identifier, ...]
    items: tuple[Identifier, ...]
    rules: Text | None = None

    def to_domain(self) -> ShortForm:
        """The short form as the program uses it."""
        return ShortForm(
            name=self.name,
            minutes=self.minutes,
            stages=frozenset(LifeStageId(stage) for stage in self.stages),
            items=tuple(ItemId(item) for item in self.items),
        )


class FactorEntry(PackEntry):
    """A risk or protective factor of the catalogue."""

    name: Line
    level: Identifier
    stages: tuple[Identifier, ...]
    sources: tuple[Identifier, ...]
    not_asked: bool = False

    def to_domain(self, factor_id: str, *, protective: bool) -> Factor:
        """The factor as the program uses it."""
        return Factor(
            id=factor_id,
            name=self.name,
            ecological_level=self.level,
            protective=protective,
            sources=self.sources,
        )


class FactorsEntry(PackEntry):
    """The catalogue of factors, and those left out on purpose."""

    risk: dict[Identifier, FactorEntry] = Field(default_factory=dict)
    protective: dict[Identifier, FactorEntry] = Field(default_factory=dict)
    excluded: tuple[Line, ...] = ()

    def to_domain(self) -> tuple[Factor, ...]:
        """The catalogue as the program uses it, risks first."""
        return (
            *(entry.to_domain(name, protective=False) for name, entry in self.risk.items()),
            *(entry.to_domain(name, protective=True) for name, entry in self.protective.items()),
        )


class InstrumentEntry(PackEntry):
    """A whole instrument file."""

    meta: MetaEntry
    life_stages: Annotated[dict[Identifier, LifeStageEntry], Field(min_length=1)]
    ecological_levels: Annotated[dict[Identifier, Line], Field(min_length=1)]
    answer_codes: AnswerCodesEntry
    universal_options: dict[Identifier, dict[Identifier, Line]]
    steps: tuple[StepEntry, ...]
    sections: Annotated[tuple[SectionEntry, ...], Field(min_length=1)]
    items: Annotated[tuple[ItemEntry, ...], Field(min_length=1)]
    short_form: ShortFormEntry
    core_items: dict[Identifier, tuple[Identifier, ...]]
    levels: Annotated[dict[Identifier, int], Field(min_length=2)]
    escalations: Annotated[dict[Identifier, int], Field(min_length=1)]
    level_names_shown_to_workers: dict[Identifier, Line] = Field(default_factory=dict)
    level_names_shown_to_young_people: None = None
    buffer: Any = None
    rules: RulesEntry
    override: OverrideEntry | None = None
    factors: FactorsEntry = FactorsEntry()
