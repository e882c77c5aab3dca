"""The shipped rule table gives at every threshold and clause what domain.md section 4 says."""

import pytest

from tests.boundary_table import (
    Row,
    answers_of,
    escalation_of,
    fired_of,
    involvement_of,
    level_of,
    rows,
)
from tests.talk_safe import calm, talk_safe
from vrn_desktop.domain.instrument import ItemRole
from vrn_desktop.domain.rule_evaluation import evaluate, fired_escalations


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.answers.replace(" ", "-"))
def test_the_table_at_this_boundary(row: Row) -> None:
    outcome = evaluate(talk_safe(), calm(**answers_of(row)), age=15, short_form=False)
    fired, notes = fired_of(row)
    assert set(outcome.fired) == fired
    assert set(outcome.notes) == notes
    assert outcome.level == level_of(fired)
    assert outcome.escalation == escalation_of(fired)
    assert set(outcome.involvement) == involvement_of(fired)
    assert not outcome.provisional


def test_the_table_asks_every_risk_item_and_flag_at_some_and_clear() -> None:
    single = [answers_of(row) for row in rows()]
    for item in talk_safe().items:
        if item.role is not ItemRole.PROTECTIVE:
            assert {item.id: "some"} in single
            assert {item.id: "clear"} in single


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.answers.replace(" ", "-"))
def test_ti_05_escalations_are_the_same_at_every_answer_as_after_the_talk(row: Row) -> None:
    sheet = calm(**answers_of(row))
    fired = fired_escalations(talk_safe(), sheet)
    outcome = evaluate(talk_safe(), sheet, age=15, short_form=False)
    assert tuple(one.rule_id for one in fired) == tuple(r for r in outcome.fired if r[0] == "X")
    assert all(one.evidence and one.text for one in fired)


def test_an_escalation_names_the_answers_it_rests_on() -> None:
    (fired,) = fired_escalations(talk_safe(), calm(G01="clear", F02="clear"))
    assert fired.evidence == {"G01", "F02"}
