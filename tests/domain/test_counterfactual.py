"""What would change the level: every change named changes it, and none is forgotten."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invented_answers import AGES, sheets, with_voices
from tests.talk_safe import answers, calm, talk_safe
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.counterfactual import Counterfactuals, counterfactuals, with_change
from vrn_desktop.domain.rule_evaluation import evaluate


def changes_of(sheet: AnswerSheet, age: int = 15, *, short_form: bool = False) -> Counterfactuals:
    outcome = evaluate(talk_safe(), sheet, age=age, short_form=short_form)
    return counterfactuals(talk_safe(), sheet, outcome, age=age, short_form=short_form)


@settings(max_examples=60)
@given(sheet=sheets(), age=AGES, short_form=st.booleans())
def test_making_a_named_change_gives_the_named_level(
    sheet: AnswerSheet, age: int, *, short_form: bool
) -> None:
    before = evaluate(talk_safe(), sheet, age=age, short_form=short_form)
    found = changes_of(sheet, age, short_form=short_form)
    ranks = talk_safe().rule_set.level_ranks
    for change in (*found.answered, *found.unanswered_core):
        changed = with_change(sheet, change)
        after = evaluate(talk_safe(), changed, age=age, short_form=short_form)
        assert after.level == change.level != before.level
        assert change.raises == (ranks[after.level] > ranks[before.level])


@settings(max_examples=60)
@given(sheet=sheets(), age=AGES)
def test_no_change_of_a_given_answer_is_forgotten(sheet: AnswerSheet, age: int) -> None:
    before = evaluate(talk_safe(), sheet, age=age, short_form=False)
    named = {(change.item, change.code) for change in changes_of(sheet, age).answered}
    for item in talk_safe().items:
        for code in talk_safe().codes_for(item) if sheet.spoken(item.id) else ():
            after = evaluate(
                talk_safe(),
                with_voices(sheet, item.id, {"young_person": code}),
                age=age,
                short_form=False,
            )
            assert ((item.id, code) in named) == (after.level != before.level)


def test_the_one_answer_behind_a_level_is_found() -> None:
    found = changes_of(calm(H07="clear"))
    lowering = [change for change in found.answered if not change.raises]
    assert [(c.item, c.code, c.level) for c in lowering] == [
        ("H07", "none", "primary"),
        ("H07", "some", "secondary"),
    ]
    assert lowering[0].label == "Arrest, caution or court for violence"
    assert lowering[0].text == "No, or it was dropped"


def test_two_reasons_for_a_level_mean_that_no_single_answer_lowers_it() -> None:
    found = changes_of(calm(H01="clear", C02="clear"))
    assert [change for change in found.answered if not change.raises] == []


def test_d9_supports_can_be_what_would_change_it() -> None:
    found = changes_of(calm(C01="some", D01="some", B02="strong", B03="strong"))
    assert ("B01", "strong", "primary") in [(c.item, c.code, c.level) for c in found.answered]


def test_the_last_missing_core_answer_would_make_it_primary() -> None:
    core = [item for item in talk_safe().core_items[talk_safe().life_stage(15).id] if item != "H05"]
    found = changes_of(answers(**dict.fromkeys(core, "none")))
    assert [(c.item, c.code, c.level, c.raises) for c in found.unanswered_core] == [
        ("H05", "none", "primary", False),
        ("H05", "some", "secondary", True),
        ("H05", "clear", "tertiary", True),
    ]


def test_an_answered_core_item_is_not_among_the_missing() -> None:
    assert changes_of(calm()).unanswered_core == ()
