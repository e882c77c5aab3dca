"""The worked cases that ship come out as a practitioner expects, and strange answers are refused."""

import pytest

from tests.talk_safe import answers, talk_safe, voices
from tests.worked_cases import worked_cases
from vrn_desktop.commands.check_rules import differences, result_of
from vrn_desktop.content.case_reader import WorkedCase
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.rule_evaluation import compiled_rules, evaluate, is_worse


@pytest.mark.parametrize("case", worked_cases(), ids=lambda case: case.id)
def test_a_worked_case_comes_out_as_expected(case: WorkedCase) -> None:
    assert case.expected
    assert list(differences(case.expected, result_of(talk_safe(), case))) == []


def test_there_are_ten_worked_cases() -> None:
    assert len(worked_cases()) == 10


def test_ti_27_the_most_concerned_voice_counts() -> None:
    told = voices("H01", carer="none", young_person="clear")
    assert evaluate(talk_safe(), told, age=9, short_form=False).level == "tertiary"


def test_ti_27_a_silent_voice_does_not_hide_another() -> None:
    told = voices("H01", carer="clear", young_person="declined")
    assert evaluate(talk_safe(), told, age=9, short_form=False).level == "tertiary"


def test_the_weakest_word_about_a_support_counts() -> None:
    supports = answers(B02="strong", B03="strong", C01="some", D01="some")
    for voice, code in (("young_person", "strong"), ("carer", "weak")):
        supports = supports.with_answer(ItemId("B01"), AnswerCode(code), voice)
    assert "S16" in evaluate(talk_safe(), supports, age=9, short_form=False).fired


@pytest.mark.parametrize("sheet", [answers(H01="terrible"), answers(Z99="clear")])
def test_an_answer_the_instrument_does_not_know_is_never_passed_over(sheet: AnswerSheet) -> None:
    with pytest.raises(ValueError, match="does not know"):
        evaluate(talk_safe(), sheet, age=15, short_form=False)


def test_an_age_without_a_life_stage_is_refused() -> None:
    with pytest.raises(ValueError, match="life stage"):
        evaluate(talk_safe(), answers(), age=200, short_form=False)


def test_the_rule_table_is_made_ready_once() -> None:
    assert compiled_rules(talk_safe()) is compiled_rules(talk_safe())


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [
        (answers(), answers(R06="some"), True),
        (answers(R06="some"), answers(R06="clear"), True),
        (answers(R06="not_asked"), answers(R06="some"), True),
        (answers(R06="clear"), answers(R06="some"), False),
        (answers(R06="clear"), answers(R06="declined"), False),
        (voices("R06", carer="some"), voices("R06", carer="some", worker="none"), False),
        (voices("R06", carer="some"), voices("R06", carer="some", worker="clear"), True),
        (answers(), answers(R09="clear"), False),
    ],
)
def test_an_answer_is_worse_when_the_most_concerned_voice_says_more(
    before: AnswerSheet, after: AnswerSheet, *, worse: bool
) -> None:
    assert is_worse(talk_safe(), before, after, ItemId("R06")) is worse
