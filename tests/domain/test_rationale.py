"""What a worker reads beside a level: strengths, reasons with their answers, notes, silence."""

from hypothesis import given

from tests.invented_answers import AGES, sheets
from tests.talk_safe import answers, calm, talk_safe, voices
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.answer_in_words import answer_text, counting_answers
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.rationale import Rationale, rationale
from vrn_desktop.domain.rule_evaluation import evaluate


def reasons_for(sheet: AnswerSheet, age: int = 15) -> Rationale:
    outcome = evaluate(talk_safe(), sheet, age=age, short_form=False)
    return rationale(talk_safe(), sheet, outcome)


@given(sheet=sheets(), age=AGES)
def test_f15_every_shown_rule_is_named_and_no_other(sheet: AnswerSheet, age: int) -> None:
    outcome = evaluate(talk_safe(), sheet, age=age, short_form=False)
    said = rationale(talk_safe(), sheet, outcome)
    named = {reason.rule for reason in said.reasons} | {one.rule for one in said.escalations}
    assert named == set(outcome.shown)
    assert [note.rule for note in said.notes] == list(outcome.notes)
    levels = [talk_safe().rule_set.level_ranks[reason.level] for reason in said.reasons]
    assert levels == sorted(levels, reverse=True)


def test_f15_a_reason_names_the_answers_it_used_in_words() -> None:
    said = reasons_for(calm(E01="clear", H01="some"))
    first = said.reasons[0]
    assert first.rule == "T11"
    assert [(a.label, a.text, a.voice) for a in first.answers] == [
        ("Being bullied or threatened", "A lot, or it really hurts or scares me", "young_person"),
        (
            "Been hurt or very scared by someone",
            "Yes, but it was small, or over a year ago",
            "young_person",
        ),
    ]


def test_a_lower_reason_stands_after_the_higher_ones() -> None:
    said = reasons_for(calm(F04="some", H01="clear"))
    assert [reason.rule for reason in said.reasons] == ["T01", "S04"]
    assert [reason.level for reason in said.reasons] == ["tertiary", "secondary"]


def test_escalation_reasons_are_always_there() -> None:
    said = reasons_for(calm(R03="clear"))
    assert [(one.rule, one.escalation) for one in said.escalations] == [
        ("X01", "immediate_999"),
        ("X02", "consult_today"),
    ]
    assert said.escalations[0].answers[0].text == "Yes"


def test_an_unsure_flag_reads_as_unsure() -> None:
    assert reasons_for(calm(R05="some")).escalations[0].answers[0].text == "Unsure or worried"
    assert answer_text(talk_safe(), talk_safe().item(ItemId("R05")), AnswerCode("none")) == "No"


def test_ti_29_strengths_come_with_their_words_and_weak_ones_do_not() -> None:
    said = reasons_for(answers(B01="strong", B02="partly", B03="weak", B04="declined"))
    assert [(a.item, a.text) for a in said.strengths] == [
        ("B01", "Yes, there is"),
        ("B02", "One or two things"),
    ]


def test_ti_27_each_voice_reads_as_it_was_asked() -> None:
    sheet = voices("C02", carer="clear", young_person="clear", worker="some")
    found = counting_answers(talk_safe(), sheet, ItemId("C02"))
    assert [(a.voice, a.code) for a in found] == [("carer", "clear"), ("young_person", "clear")]
    e01 = counting_answers(talk_safe(), voices("E01", carer="clear"), ItemId("E01"))
    assert e01[0].text == "A lot, or it really hurts or scares them"


def test_only_the_voice_that_counts_is_named() -> None:
    found = counting_answers(talk_safe(), voices("H01", carer="none", child="clear"), ItemId("H01"))
    assert [(a.voice, a.code) for a in found] == [("child", "clear")]
    assert counting_answers(talk_safe(), voices("H01", carer="declined"), ItemId("H01")) == ()


def test_f5_silence_is_counted_and_nothing_else() -> None:
    said = reasons_for(answers(H01="declined", C01="dont_know", E01="none"))
    assert said.silent_items == 2
    assert said.provisional
    assert [reason.rule for reason in said.reasons] == ["I01"]


def test_with_every_core_answer_calm_the_resting_reason_is_given() -> None:
    said = reasons_for(calm())
    assert [(reason.rule, reason.level) for reason in said.reasons] == [("P01", "primary")]
    assert said.reasons[0].text.startswith("No clear signs of violence now")


def test_a_note_can_ask_for_a_place_concern() -> None:
    notes = reasons_for(calm(F01="clear")).notes
    assert [note.flag for note in notes if note.rule == "N03"] == ["context_concern"]
