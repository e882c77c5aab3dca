"""Invented instruments and answers of any size, the same ones in every run."""

import random
from types import MappingProxyType

from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.domain.answer import AnswerSheet, Silence
from vrn_desktop.domain.condition import AnswerAtLeast
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationName,
    ItemId,
    LevelName,
    LifeStageId,
    RuleId,
    SectionId,
)
from vrn_desktop.domain.instrument import Instrument, Item, ItemRole, Section, ShortForm, Wording
from vrn_desktop.domain.level_rule import LevelRule, RestingRule, RuleSet
from vrn_desktop.domain.life_stage import LifeStage, Respondent

STAGE = LifeStageId("ADULT")
SECTION = SectionId("A")
CODES = tuple(AnswerCode(code) for code in ("none", "some", "clear"))
QUIET, RAISED = LevelName("quiet"), LevelName("raised")
FOLLOWS_ONE_IN = 3
SEED = 20261122


def own_instrument() -> Instrument:
    """The instrument the program ships with."""
    return ShippedContentLibrary().instrument()


def chance() -> random.Random:
    """A source of chance that is the same in every run."""
    return random.Random(SEED)


def sheet(instrument: Instrument, source: random.Random) -> AnswerSheet:
    """A whole conversation's answers; one in five is silence."""
    answers = {}
    for item in instrument.items:
        codes = (*instrument.codes_for(item), AnswerCode(Silence.DECLINED))
        answers[item.id] = MappingProxyType({"young_person": source.choice(codes)})
    return AnswerSheet(by_item=MappingProxyType(answers))


def instrument_of(size: int) -> Instrument:
    """An instrument of so many questions, of which every third follows the one before it."""
    items = tuple(_item(number) for number in range(size))
    return Instrument(
        id="invented",
        title="Invented",
        version="1",
        status="invented",
        risk_codes=CODES,
        protective_codes=CODES,
        silence_texts=MappingProxyType({}),
        life_stages=(
            LifeStage(
                id=STAGE,
                name="Adult",
                first_age=18,
                last_age=24,
                respondent=Respondent.YOUNG_PERSON,
            ),
        ),
        ecological_levels=MappingProxyType({"self": "Self"}),
        steps=(),
        sections=(Section(id=SECTION, title="A", intro=None, skippable=True),),
        items=items,
        short_form=ShortForm(name="Short", minutes=5, stages=frozenset(), items=()),
        core_items=MappingProxyType({STAGE: (items[0].id,)}),
        rule_set=_rule_set(items),
    )


def _item(number: int) -> Item:
    follows = number % FOLLOWS_ONE_IN == FOLLOWS_ONE_IN - 1
    before = ItemId(f"Q{number - 1}")
    return Item(
        id=ItemId(f"Q{number}"),
        section=SECTION,
        label=f"Question {number}",
        role=ItemRole.SIGN,
        ecological_level="self",
        stages=frozenset({STAGE}),
        show_if=AnswerAtLeast(item=before, code=CODES[1]) if follows else None,
        wordings=MappingProxyType(
            {Respondent.YOUNG_PERSON: Wording(question="?", options=((CODES[0], "No"),))}
        ),
    )


def _rule_set(items: tuple[Item, ...]) -> RuleSet:
    return RuleSet(
        version="1",
        level_ranks=MappingProxyType({QUIET: 0, RAISED: 1}),
        escalation_ranks=MappingProxyType({EscalationName("calm"): 0}),
        level_titles=MappingProxyType({QUIET: "Quiet", RAISED: "Raised"}),
        level_rules=tuple(
            LevelRule(
                id=RuleId(f"R-{item.id}"),
                level=RAISED,
                when=AnswerAtLeast(item=item.id, code=CODES[-1]),
                text="Invented.",
            )
            for item in items
        ),
        escalation_rules=(),
        note_rules=(),
        when_core_answered=RestingRule(id=RuleId("P"), level=QUIET, text="Invented."),
        when_core_missing=RestingRule(id=RuleId("I"), level=QUIET, text="Invented."),
        strong_supports=None,
    )
