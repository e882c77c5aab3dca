"""`python3 run.py torture --minutes N`: the fault tests again and again, each round by a new seed."""

import argparse
import random
import subprocess
import sys
from time import monotonic

ROUND = (sys.executable, "-m", "pytest", "-q", "-m", "torture")


def main() -> int:
    """Run rounds until the time is over; the first round that finds something ends it."""
    asked = _arguments()
    until = monotonic() + asked.minutes * 60
    rounds = 0
    while rounds == 0 or monotonic() < until:
        rounds += 1
        seed = random.SystemRandom().randrange(2**31) if asked.seed is None else asked.seed
        print(f"--- round {rounds}, seed {seed}", flush=True)
        code = subprocess.call([*ROUND, f"--randomly-seed={seed}"])
        if code:
            print(f"Round {rounds} stopped. The same again: python3 run.py torture --seed {seed}")
            return code
    print(f"{rounds} {'round' if rounds == 1 else 'rounds'}, nothing found.")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long; a round is finished")
    parser.add_argument("--seed", type=int, help="this seed in every round, to see a fault again")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
