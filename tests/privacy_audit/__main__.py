"""`python3 run.py audit-privacy`: measures what an attacker can tell, beside what is promised; 1 on a breach."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.privacy_audit import mechanism, whole_quarter
from tests.privacy_audit.attacker import Finding, measured
from tests.privacy_audit.draws_of_both import agreement_of_samplers
from vrn_desktop.exchange.guarantee import Window, guarantee_of

RUNS, RUNS_OF_LONGER, QUARTERS, DRAWS, SEED = 100_000, 25_000, 20_000, 1_000_000, 2026
LEAST_P = 0.001
_PROMISE = guarantee_of(mechanism.PACK)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was measured, and the most that is promised."""

    name: str
    finding: Finding
    promised: float

    @property
    def is_breach(self) -> bool:
        """Whether the runs prove a larger loss than is promised."""
        return self.finding.loss > self.promised


def main(arguments: list[str]) -> int:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="run.py audit-privacy")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--quarters", type=int, default=QUARTERS)
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args(arguments)
    _say("promised  measured  seen with/without the person   runs a world   what was attacked")
    breaches = 0
    for line in _lines(asked.runs, asked.quarters, asked.seed):
        _say(_in_words(line))
        breaches += line.is_breach
    for scale, p, who in agreement_of_samplers(asked.draws, asked.seed):
        _say(f"noise of scale {scale:2}: {asked.draws:,} draws of {who}, G-test p = {p:.4f}")
        breaches += p <= LEAST_P
    _say(f"{breaches or 'No'} {'breach' if breaches == 1 else 'breaches'}.")
    return 1 if breaches else 0


def _lines(runs: int, quarters: int, seed: int) -> Iterator[Line]:
    for name, draw in mechanism.SAMPLERS.items():
        for stretch in mechanism.STRETCHES:
            number = runs if stretch.window is Window.QUARTER else runs * RUNS_OF_LONGER // RUNS
            worlds = (
                mechanism.observations(stretch, draw, number, seed, present=present)
                for present in (True, False)
            )
            found = measured(*worlds)
            yield Line(f"the drawing, {stretch.window}, {name}", found, _promised(stretch.window))
    whole_quarter.learn_what_is_usual()
    worlds = (
        whole_quarter.observations(quarters, seed, present=present) for present in (True, False)
    )
    yield Line("a whole quarter, end to end", measured(*worlds), _promised(Window.QUARTER))


def _promised(window: Window) -> float:
    return float(_PROMISE.of(window))


def _in_words(line: Line) -> str:
    found = line.finding
    mark = "  BREACH" if line.is_breach else ""
    return (
        f"{line.promised:8.2f}  {found.loss:8.3f}  {found.with_person:13.4f} / {found.without:.4f}"
        f"   {found.runs:12,}   {line.name}; {found.event}{mark}"
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
