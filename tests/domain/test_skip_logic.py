"""Skip logic limits asking, and says why; what an answer affects is known beforehand."""

import pytest

from tests.talk_safe import answers, calm, talk_safe
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.condition import AnswerAtLeast, IsShortForm
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, LifeStageId
from vrn_desktop.domain.instrument import ItemRole
from vrn_desktop.domain.life_stage import LifeStage, Respondent
from vrn_desktop.domain.skip_logic import AskVerdict, SkipLogic, holds


def ask(
    item: str,
    sheet: AnswerSheet | None = None,
    *,
    age: int = 15,
    short_form: bool = False,
    private: bool = True,
    trained: bool = True,
) -> AskVerdict:
    stage: LifeStage = talk_safe().life_stage(age)
    return SkipLogic(talk_safe()).may_ask(
        ItemId(item),
        sheet or AnswerSheet(),
        stage=stage.id,
        age=age,
        respondent=stage.respondent,
        short_form=short_form,
        private=private,
        trained=trained,
    )


@pytest.mark.parametrize(
    ("verdict", "item", "age"),
    [
        (AskVerdict.ASK, "B01", 15),
        (AskVerdict.ASK, "C07", 8),
        (AskVerdict.WRONG_STAGE, "C07", 15),
        (AskVerdict.WRONG_STAGE, "F05", 10),
        (AskVerdict.ASK, "F05", 11),
        (AskVerdict.TOO_YOUNG, "H02", 12),
        (AskVerdict.ASK, "H02", 13),
        (AskVerdict.CONDITION_NOT_MET, "H03", 15),
        (AskVerdict.NO_WORDING, "R01", 15),
    ],
)
def test_who_may_be_asked_what(verdict: AskVerdict, item: str, age: int) -> None:
    assert ask(item, age=age) is verdict


def test_ti_01_without_privacy_everything_marked_alone_is_left_out() -> None:
    for item in talk_safe().items:
        if item.role is not ItemRole.RED_FLAG:
            verdict = ask(item.id, calm(), private=False)
            assert (verdict is AskVerdict.ASK) <= (not item.alone)
    assert ask("H01", private=False) is AskVerdict.NOT_PRIVATE
    assert ask("E01", private=False) is AskVerdict.ASK


def test_ti_39_only_trained_workers_see_trained_items() -> None:
    assert ask("G04", trained=False) is AskVerdict.NOT_TRAINED
    assert ask("H02", trained=False) is AskVerdict.NOT_TRAINED
    assert ask("G04", trained=True) is AskVerdict.ASK


def test_ti_04_a_safety_flag_is_never_asked() -> None:
    flags = [item.id for item in talk_safe().items if item.role is ItemRole.RED_FLAG]
    assert flags
    assert all(ask(flag) is AskVerdict.NO_WORDING for flag in flags)


def test_a_wording_is_needed_for_whoever_answers() -> None:
    verdict = SkipLogic(talk_safe()).may_ask(
        ItemId("E04"),
        AnswerSheet(),
        stage=LifeStageId("EA"),
        age=12,
        respondent=Respondent.CARER,
        short_form=False,
        private=True,
        trained=True,
    )
    assert verdict is AskVerdict.NO_WORDING


@pytest.mark.parametrize(
    ("item", "opener"),
    [
        ("H03", {"H01": "some"}),
        ("H03", {"H02": "some"}),
        ("H03", {"E01": "clear"}),
        ("H03", {"E04": "some"}),
        ("H03", {"C02": "some"}),
        ("H04", {"H01": "some"}),
        ("H06", {"H05": "some"}),
        ("H08", {"E01": "some"}),
        ("H08", {"F04": "some"}),
        ("H08", {"E05": "clear"}),
    ],
)
def test_an_answer_opens_the_question_that_waits_for_it(item: str, opener: dict[str, str]) -> None:
    assert ask(item, answers(**opener)) is AskVerdict.ASK
    assert ask(item, answers(**dict.fromkeys(opener, "none"))) is AskVerdict.CONDITION_NOT_MET
    assert ask(item, answers(**dict.fromkeys(opener, "declined"))) is AskVerdict.CONDITION_NOT_MET


def test_ti_44_the_short_form_asks_its_own_items_and_payback_always() -> None:
    short = talk_safe().short_form.items
    asked = [i.id for i in talk_safe().items if ask(i.id, short_form=True) is AskVerdict.ASK]
    assert asked == [item for item in short if item != "H03"]
    assert ask("H03", answers(H01="some"), short_form=True) is AskVerdict.ASK
    assert ask("D01", short_form=True) is AskVerdict.NOT_IN_SHORT_FORM
    assert ask("H08", short_form=False) is AskVerdict.CONDITION_NOT_MET


def test_what_an_answer_affects_is_exactly_what_reads_it() -> None:
    logic = SkipLogic(talk_safe())
    assert logic.affected_by(ItemId("H01")) == ("H03", "H04", "H08")
    assert logic.affected_by(ItemId("B01")) == ()
    for item in talk_safe().items:
        opened = {
            other.id
            for other in talk_safe().items
            if ask(other.id, answers(**{item.id: talk_safe().codes_for(item)[-1]}))
            is not ask(other.id)
        }
        assert opened <= set(logic.affected_by(item.id))


def test_a_condition_on_its_own() -> None:
    hurt = AnswerAtLeast(item=ItemId("H01"), code=AnswerCode("some"))
    assert holds(hurt, answers(H01="clear"), talk_safe(), short_form=False)
    assert not holds(hurt, answers(H01="none"), talk_safe(), short_form=False)
    assert holds(IsShortForm(), answers(), talk_safe(), short_form=True)
    assert not holds(IsShortForm(), answers(), talk_safe(), short_form=False)
