"""The formal properties F1 to F17 of domain.md section 4 hold for every set of answers."""

from random import Random
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invented_answers import AGES, codes, sheets, with_voices
from tests.talk_safe import answers, calm, talk_safe
from vrn_desktop.domain.answer import AnswerSheet, Silence, is_silent
from vrn_desktop.domain.identifiers import AnswerCode, EscalationName
from vrn_desktop.domain.instrument import Item, ItemRole
from vrn_desktop.domain.level_outcome import LevelOutcome
from vrn_desktop.domain.rule_evaluation import evaluate

RULES = talk_safe().rule_set
PROTECTIVE = [item for item in talk_safe().items if item.role is ItemRole.PROTECTIVE]
ROOTS = [item for item in talk_safe().items if item.role is ItemRole.ROOT]
FLAGS = [item for item in talk_safe().items if item.role is ItemRole.RED_FLAG]
WORRIES = [item for item in talk_safe().items if item.role is not ItemRole.PROTECTIVE]
SILENCES = st.sampled_from([AnswerCode(silence) for silence in Silence])


def outcome_of(sheet: AnswerSheet, age: int = 15, *, short_form: bool = False) -> LevelOutcome:
    return evaluate(talk_safe(), sheet, age=age, short_form=short_form)


def ranks(outcome: LevelOutcome) -> tuple[int, int]:
    return RULES.level_ranks[outcome.level], RULES.escalation_ranks[outcome.escalation]


@given(sheet=sheets(), age=AGES, short_form=st.booleans())
def test_f1_every_set_of_answers_gives_one_level_and_one_escalation(
    sheet: AnswerSheet, age: int, *, short_form: bool
) -> None:
    outcome = outcome_of(sheet, age, short_form=short_form)
    assert outcome.level in RULES.level_ranks
    assert outcome.escalation in RULES.escalation_ranks
    assert outcome.fired
    assert outcome.rule_set_version == talk_safe().version


def test_f1_no_answers_at_all_are_not_enough_known() -> None:
    outcome = outcome_of(AnswerSheet())
    assert (outcome.level, outcome.escalation) == ("insufficient", "none")


@given(sheet=sheets(), age=AGES, order=st.randoms(use_true_random=False))
def test_f2_the_order_of_entry_does_not_matter(sheet: AnswerSheet, age: int, order: Random) -> None:
    mixed = []
    for item in sheet:
        given_voices = list(sheet.voices(item).items())
        order.shuffle(given_voices)
        mixed.append((item, MappingProxyType(dict(given_voices))))
    order.shuffle(mixed)
    again = AnswerSheet(by_item=MappingProxyType(dict(mixed)))
    assert outcome_of(again, age) == outcome_of(sheet, age)


@settings(max_examples=300)
@given(sheet=sheets(), data=st.data(), item=st.sampled_from(WORRIES), age=AGES)
def test_f3_raising_a_worry_never_lowers_level_or_escalation(
    sheet: AnswerSheet, data: st.DataObject, item: Item, age: int
) -> None:
    order = talk_safe().codes_for(item)
    spoken = sheet.spoken(item.id)
    floor = max((order.index(code) for code in spoken), default=0)
    raised = data.draw(st.sampled_from(order[floor:]))
    before = outcome_of(sheet, age)
    after = outcome_of(with_voices(sheet, item.id, {"young_person": raised}), age)
    assert ranks(after)[0] >= ranks(before)[0]
    assert ranks(after)[1] >= ranks(before)[1]


@given(sheet=sheets(), data=st.data(), item=st.sampled_from(PROTECTIVE), age=AGES)
def test_f4_supports_only_ever_hold_back_the_early_signs_rule(
    sheet: AnswerSheet, data: st.DataObject, item: Item, age: int
) -> None:
    other = with_voices(sheet, item.id, {"young_person": data.draw(codes(item))})
    before, after = outcome_of(sheet, age), outcome_of(other, age)
    assert before.escalation == after.escalation
    assert (before.level == "tertiary") == (after.level == "tertiary")
    assert set(before.fired) ^ set(after.fired) <= {"S16", "P01", "I01"}


@given(sheet=sheets(), age=AGES, data=st.data())
def test_f5_the_four_ways_of_not_answering_are_the_same(
    sheet: AnswerSheet, age: int, data: st.DataObject
) -> None:
    swapped = AnswerSheet(
        by_item={
            item: {
                voice: data.draw(SILENCES) if is_silent(code) else code
                for voice, code in sheet.voices(item).items()
            }
            for item in sheet
        }
    )
    assert outcome_of(swapped, age) == outcome_of(sheet, age)


@given(sheet=sheets(), item=st.sampled_from(talk_safe().items), silence=SILENCES, age=AGES)
def test_f5_silence_is_the_same_as_never_having_come_to_it(
    sheet: AnswerSheet, item: Item, silence: AnswerCode, age: int
) -> None:
    silent = with_voices(sheet, item.id, {"young_person": silence})
    assert outcome_of(silent, age) == outcome_of(with_voices(sheet, item.id, {}), age)


@given(age=AGES, data=st.data(), silence=SILENCES)
def test_f6_primary_needs_every_core_answer(
    age: int, data: st.DataObject, silence: AnswerCode
) -> None:
    core = talk_safe().core_items[talk_safe().life_stage(age).id]
    sheet = answers(**dict.fromkeys(core, "none"))
    assert outcome_of(sheet, age).level == "primary"
    missing = data.draw(st.sampled_from(core))
    fewer = outcome_of(with_voices(sheet, missing, {"young_person": silence}), age)
    assert (fewer.level, fewer.provisional) == ("insufficient", True)


@given(sheet=sheets(), age=AGES)
def test_f6_missing_answers_never_stand_in_the_way_of_a_higher_level(
    sheet: AnswerSheet, age: int
) -> None:
    outcome = outcome_of(with_voices(sheet, WORRIES[0].id, {}), age)
    told = outcome_of(with_voices(sheet, WORRIES[0].id, {"young_person": AnswerCode("none")}), age)
    assert ranks(outcome) == ranks(told)


@given(sheet=sheets(), flag=st.sampled_from(FLAGS), age=AGES)
def test_f7_a_flag_gives_at_least_its_escalation(sheet: AnswerSheet, flag: Item, age: int) -> None:
    marked = outcome_of(with_voices(sheet, flag.id, {"worker": AnswerCode("clear")}), age)
    unsure = outcome_of(with_voices(sheet, flag.id, {"worker": AnswerCode("some")}), age)
    assert flag.escalation is not None
    assert ranks(marked)[1] >= RULES.escalation_ranks[flag.escalation]
    assert ranks(unsure)[1] >= RULES.escalation_ranks[EscalationName("consult_today")]


@given(sheet=sheets(), item=st.sampled_from(ROOTS), data=st.data(), age=AGES)
def test_f8_root_items_never_move_anything(
    sheet: AnswerSheet, item: Item, data: st.DataObject, age: int
) -> None:
    other = with_voices(sheet, item.id, {"young_person": data.draw(codes(item))})
    before, after = outcome_of(sheet, age), outcome_of(other, age)
    assert before.fired == after.fired
    assert (before.level, before.escalation) == (after.level, after.escalation)
    assert before.provisional == after.provisional


@given(sheet=sheets(), age=AGES, other_age=AGES)
def test_f9_age_decides_only_which_core_items_apply(
    sheet: AnswerSheet, age: int, other_age: int
) -> None:
    before, after = outcome_of(sheet, age), outcome_of(sheet, other_age)
    assert ranks(before) == ranks(after)
    assert set(before.fired) ^ set(after.fired) <= {"P01", "I01"}


@given(sheet=sheets(), item=st.sampled_from(talk_safe().items), data=st.data(), age=AGES)
def test_f10_a_second_voice_never_lowers_anything(
    sheet: AnswerSheet, item: Item, data: st.DataObject, age: int
) -> None:
    added = {**sheet.voices(item.id), "another": data.draw(codes(item))}
    before = outcome_of(sheet, age)
    after = outcome_of(with_voices(sheet, item.id, added), age)
    if item.role is ItemRole.PROTECTIVE and not sheet.spoken(item.id):
        return  # a first word about a support may make supports strong (D9)
    assert ranks(after) >= ranks(before)
    assert ranks(after)[1] >= ranks(before)[1]


def test_f11_an_answer_counts_at_a_stage_where_it_is_never_asked() -> None:
    assert outcome_of(answers(H02="clear"), age=4).level == "tertiary"
    assert outcome_of(answers(C07="clear"), age=30).escalation == "consult_today"


@given(sheet=sheets(), age=AGES)
def test_f15_every_rule_at_the_winning_level_is_shown_and_every_escalation(
    sheet: AnswerSheet, age: int
) -> None:
    outcome = outcome_of(sheet, age)
    first = {"tertiary": "T", "secondary": "S", "primary": "P", "insufficient": "I"}[outcome.level]
    assert set(outcome.shown) <= set(outcome.fired)
    assert {rule for rule in outcome.fired if rule[0] in {first, "X"}} <= set(outcome.shown)


def test_f15_a_lower_rule_is_shown_only_if_it_adds_an_answer() -> None:
    assert outcome_of(calm(H01="clear")).shown == ("T01", "X09")
    assert outcome_of(calm(H01="clear", F04="some")).shown == ("T01", "S04", "X05", "X09")
    spread = outcome_of(calm(E01="clear", G01="clear", D01="some"))
    assert spread.shown == ("T11", "S16", "X09")


@given(sheet=sheets(), age=AGES)
def test_f17_the_short_form_is_always_provisional(sheet: AnswerSheet, age: int) -> None:
    outcome = outcome_of(sheet, age, short_form=True)
    assert outcome.provisional
    assert "N05" in outcome.notes


@given(sheet=sheets(), age=AGES)
def test_f17_a_missing_core_answer_makes_it_provisional(sheet: AnswerSheet, age: int) -> None:
    core = talk_safe().core_items[talk_safe().life_stage(age).id]
    missing = any(not sheet.spoken(item) for item in core)
    assert outcome_of(sheet, age).provisional is missing
