"""What the rules cost: a decision, all that is said about it, skip logic, a whole case file."""

import subprocess
import sys
from itertools import cycle
from pathlib import Path
from time import perf_counter

import yaml

from tests.benchmarks.figures import (
    Benchmark,
    Figures,
    Options,
    middle,
    middle_and_nearly_all,
    milliseconds,
)
from tests.benchmarks.invented import STAGE, chance, instrument_of, own_instrument, sheet
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.counterfactual import counterfactuals
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.rationale import rationale
from vrn_desktop.domain.rule_evaluation import evaluate
from vrn_desktop.domain.skip_logic import SkipLogic

AGE = 18
SIZES = (80, 200, 1000)
CASES = 10_000
SHEETS = 200


def measure(options: Options) -> Figures:
    """Every figure of the rules, with the program's own instrument and with invented ones."""
    instrument = own_instrument()
    source = chance()
    sheets = [sheet(instrument, source) for _ in range(SHEETS)]
    return {
        "decision_ms": _decision(instrument, sheets),
        "full_ms": _everything_said(instrument, sheets),
        "skip_logic_us": {str(size): _one_answer_s_effect(size) for size in SIZES},
        "check_rules_s": _case_file(instrument, options),
    }


def _decision(instrument: Instrument, sheets: list[AnswerSheet]) -> list[float]:
    turn = cycle(sheets)
    return middle_and_nearly_all(
        milliseconds(
            lambda: evaluate(instrument, next(turn), age=AGE, short_form=False), times=5 * SHEETS
        )
    )


def _everything_said(instrument: Instrument, sheets: list[AnswerSheet]) -> list[float]:
    turn = cycle(sheets)

    def say() -> None:
        answers = next(turn)
        outcome = evaluate(instrument, answers, age=AGE, short_form=False)
        rationale(instrument, answers, outcome)
        counterfactuals(instrument, answers, outcome, age=AGE, short_form=False)

    return middle_and_nearly_all(milliseconds(say, times=SHEETS))


def _one_answer_s_effect(size: int) -> float:
    """Microseconds to find and look at each question that one new answer may open or close."""
    instrument = instrument_of(size)
    skip = SkipLogic(instrument)
    answers = sheet(instrument, chance())
    turn = cycle(instrument.items[1::3])

    def look() -> None:
        for item in skip.affected_by(next(turn).id):
            skip.may_ask(
                item,
                answers,
                stage=STAGE,
                age=AGE,
                respondent=Respondent.YOUNG_PERSON,
                short_form=False,
                private=True,
                trained=True,
            )

    milliseconds(look, times=100)
    return round(middle([took * 1000 for took in milliseconds(look, times=3000)]), 1)


def _case_file(instrument: Instrument, options: Options) -> float:
    count = options.count or CASES
    file = options.work / "cases.yaml"
    _write_cases(instrument, file, count)
    began = perf_counter()
    command = [sys.executable, "-m", "vrn_desktop", "check-rules", str(file), "--json"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    took = perf_counter() - began
    if told.count('"override_status"') != count:
        raise RuntimeError("check-rules did not say something about every case")
    return round(took, 2)


def _write_cases(instrument: Instrument, file: Path, count: int) -> None:
    source = chance()
    cases = []
    for number in range(count):
        answers = sheet(instrument, source)
        given = {str(item): str(answers.code(item)) for item in answers}
        age = source.randint(5, 24)
        cases.append({"id": f"case-{number}", "age": age, "form": "full", "answers": given})
    file.write_text(yaml.dump({"vignettes": cases}, Dumper=yaml.CSafeDumper), "utf-8")


BENCHMARK = Benchmark(
    does="decisions, reasons, what would change them, skip logic, a file of cases",
    measure=measure,
    goals={
        "decision_ms": "median / p95; goal under 0.2",
        "full_ms": "median / p95; goal under 20",
        "skip_logic_us": "questions: microseconds; goal flat",
        "check_rules_s": f"{CASES} cases; goal under 10",
    },
)
