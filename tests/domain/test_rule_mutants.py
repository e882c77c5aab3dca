"""The boundary table and the worked cases together notice every small change to the rule table."""

from collections.abc import Iterator

from tests.boundary_table import answers_of, rows
from tests.rule_mutants import mutants
from tests.talk_safe import calm, talk_safe
from tests.worked_cases import worked_cases
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.level_outcome import LevelOutcome
from vrn_desktop.domain.rule_evaluation import CompiledRules

SAID_TWICE = {
    "T01 without harmed",
    "T02 without harmed",
    "T04 without witness",
    "T07 without causing_harm",
    "T08 without causing_harm",
    "T11 without harmed",
    "T12 without causing_harm",
}
"""Where these rules fire, a lower rule always fires too and says the same involvement."""

Question = tuple[AnswerSheet, int, bool]


def questions() -> list[Question]:
    """Every row of the table and every worked case, as what the rules are asked."""
    asked = [(calm(**answers_of(row)), 15, False) for row in rows()]
    return asked + [(case.sheet, case.age, case.short_form) for case in worked_cases()]


def said(instrument: Instrument, asked: list[Question]) -> Iterator[LevelOutcome]:
    """What an instrument's rules say, one after the other."""
    rules = CompiledRules(instrument)
    for sheet, age, short_form in asked:
        core = rules.core(instrument.life_stage(age).id)
        standing = rules.index.standing(sheet, core=core, short_form=short_form)
        yield rules.outcome(standing, core=core)


def test_every_mutant_of_the_rule_table_is_noticed() -> None:
    asked = questions()
    truth = list(said(talk_safe(), asked))
    made = list(mutants(talk_safe()))
    survivors = {
        name
        for name, mutant in made
        if all(a == b for a, b in zip(truth, said(mutant, asked), strict=True))
    }
    assert len(made) > 400
    assert survivors == SAID_TWICE
