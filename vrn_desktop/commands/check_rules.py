"""`vrn-desktop check-rules`: worked cases through the rule table, beside what was expected of it."""

import argparse
import gc
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from vrn_desktop.content.case_reader import CASE_BYTES, WorkedCase, cases_from_text
from vrn_desktop.content.pack_reader import instrument_from_text, text_of
from vrn_desktop.content.resource_files import INSTRUMENT_FILE, shipped_instrument_text
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.override import OverrideStatus, OverrideVerdict, decide_override
from vrn_desktop.domain.rule_evaluation import evaluate

FINE, FINDING, BAD_INPUT = 0, 1, 2

Result: TypeAlias = dict[str, object]


def main(arguments: list[str]) -> int:
    """Check the cases of a file: 0 all agree, 1 something differs, 2 a file is refused."""
    given = _parser().parse_args(arguments)
    gc.disable()  # a large file makes millions of values that all stay; collecting triples the time
    try:
        instrument = _instrument(given.instrument)
        text = text_of(Path(given.cases), given.cases, max_bytes=CASE_BYTES)
        cases = cases_from_text(text, given.cases, instrument)
        return _report(instrument, cases, as_json=given.json)
    except ContentPackError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    finally:
        gc.enable()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vrn-desktop check-rules",
        description="Run worked cases through the rules and say whether they agree.",
        epilog="Exit code: 0 all agree, 1 something differs, 2 a file is refused.",
    )
    parser.add_argument("cases", metavar="CASES.yaml", help="the file of worked cases")
    parser.add_argument(
        "--instrument", metavar="FILE", help="another instrument than the one that ships"
    )
    parser.add_argument("--json", action="store_true", help="print one list of objects")
    return parser


def _instrument(file: str | None) -> Instrument:
    if file is None:
        return instrument_from_text(shipped_instrument_text(), INSTRUMENT_FILE)
    return instrument_from_text(text_of(Path(file), file), file)


def result_of(instrument: Instrument, case: WorkedCase) -> Result:
    """What the rules say of a case, by the names of decisions.md 17."""
    outcome = evaluate(instrument, case.sheet, age=case.age, short_form=case.short_form)
    verdict = OverrideVerdict(status=OverrideStatus.NONE, final_level=outcome.level)
    if case.wanted is not None:
        verdict = decide_override(
            instrument.rule_set,
            outcome.level,
            case.wanted.to,
            reason=case.wanted.reason,
            supervisor_approved=case.wanted.supervisor_approved,
        )
    return {
        "id": case.id,
        "level": outcome.level,
        "escalation": outcome.escalation,
        "provisional": outcome.provisional,
        "fired": list(outcome.fired),
        "shown": list(outcome.shown),
        "notes": list(outcome.notes),
        "involvement": list(outcome.involvement),
        "final_level": verdict.final_level,
        "override_status": str(verdict.status),
    }


def differences(expected: Mapping[str, object], result: Result) -> Iterator[str]:
    """Each expectation the result does not meet, in words; lists compare as sets."""
    for name, wanted in expected.items():
        found = result[name]
        if isinstance(found, list) and isinstance(wanted, tuple):
            if set(found) != set(wanted):
                yield f"{name}: expected {_listed(wanted)}, got {_listed(found)}"
        elif found != wanted:
            yield f"{name}: expected {_said(wanted)}, got {_said(found)}"


def _report(instrument: Instrument, cases: tuple[WorkedCase, ...], *, as_json: bool) -> int:
    results = [result_of(instrument, case) for case in cases]
    differing = unexpected = 0
    for case, result in zip(cases, results, strict=True):
        found = list(differences(case.expected or {}, result))
        differing += bool(found)
        unexpected += case.expected is None
        if not as_json:
            print(_line(result, agrees=None if case.expected is None else not found))
        for difference in found:
            where = sys.stderr if as_json else sys.stdout
            print(f"    {named(case.id)}: {difference}", file=where)
    if as_json:
        print(json.dumps(results, indent=1))
    else:
        agreeing = len(cases) - differing - unexpected
        print(
            f"{len(cases)} cases: {agreeing} agree, {differing} differ, "
            f"{unexpected} without an expectation."
        )
    return FINDING if differing else FINE


def _line(result: Result, *, agrees: bool | None) -> str:
    mark = {True: "agrees", False: "DIFFERS", None: "no expectation"}[agrees]
    parts = [
        f"{named(str(result['id']))}: {mark}. level {result['level']}, escalation {result['escalation']}",
        "provisional" if result["provisional"] else "",
        f"fired {_listed(result['fired'])}",
        f"shown {_listed(result['shown'])}",
        f"notes {_listed(result['notes'])}",
        f"involvement {_listed(result['involvement'])}",
        f"final level {result['final_level']} ({result['override_status']})",
    ]
    return "; ".join(part for part in parts if part)


def named(case_id: str) -> str:
    """A case's id on one line, whatever it holds."""
    return case_id if case_id.isprintable() else repr(case_id)


def _listed(values: object) -> str:
    names = [str(value) for value in values] if isinstance(values, list | tuple) else []
    return " ".join(names) or "nothing"


def _said(value: object) -> str:
    return str(value).lower() if isinstance(value, bool | None) else str(value)
