"""`python3 run.py torture --minutes N`: kills of every kind and the other fault tests, by new seeds each round."""

import argparse
import json
import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory  # noqa: TID251 - invented data on a folder of its own
from time import monotonic

from tests.torture.killing_session import KINDS

KILLS = 10
TESTS = "power cuts and flipped bits"
OTHER_TESTS = (
    *(sys.executable, "-m", "pytest", "-q", "-m", "torture"),
    "--ignore=tests/torture/test_kills.py",
)
COLUMNS = ("kind", "runs", "acknowledged", "lost", "unopenable")
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Row:
    """One kind of fault over all rounds; the other tests count as one run a round."""

    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    unopenable: int = 0

    @property
    def found_something(self) -> bool:
        return bool(self.lost or self.unopenable)


def main() -> int:
    """Run rounds until the time is over; the first round that finds something ends it."""
    asked = _arguments()
    until = monotonic() + asked.minutes * 60
    rows = {kind: Row() for kind in (*KINDS, TESTS)}
    rounds = 0
    while rounds == 0 or monotonic() < until:
        rounds += 1
        seed = random.SystemRandom().randrange(2**31) if asked.seed is None else asked.seed
        print(f"--- round {rounds}, seed {seed}", flush=True)
        for kind in KINDS:
            _kill(kind, seed, rows[kind])
        rows[TESTS].runs += 1
        rows[TESTS].lost += bool(
            subprocess.call([*OTHER_TESTS, f"--randomly-seed={seed}"], cwd=ROOT)
        )
        print(table(rows), flush=True)
        if any(row.found_something for row in rows.values()):
            print(f"Round {rounds} stopped. The same again: python3 run.py torture --seed {seed}")
            return 1
    print(f"{rounds} {'round' if rounds == 1 else 'rounds'}, nothing found.")
    return 0


def table(rows: dict[str, Row]) -> str:
    """The rows under their heading, in columns."""
    cells = [
        (kind, *(str(getattr(row, column)) for column in COLUMNS[1:])) for kind, row in rows.items()
    ]
    width = max(len(kind) for kind in rows)
    lines = [COLUMNS, *cells]
    return "\n".join(
        "  ".join((line[0].ljust(width), *(cell.rjust(12) for cell in line[1:]))) for line in lines
    )


def _kill(kind: str, seed: int, row: Row) -> None:
    session = (sys.executable, "-m", "tests.torture.killing_session")
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [*session, str(Path(folder) / "data"), kind, str(KILLS), str(seed)],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
        )
    if done.returncode:
        row.unopenable += 1
        return
    found = json.loads(done.stdout.splitlines()[-1])
    row.runs += found["runs"]
    row.acknowledged += found["acknowledged"]
    row.lost += found["lost"]
    row.unopenable += found["unopenable"]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long; a round is finished")
    parser.add_argument("--seed", type=int, help="this seed in every round, to see a fault again")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
