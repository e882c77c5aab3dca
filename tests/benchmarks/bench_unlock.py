"""What unlocking costs beyond the key derivation, which is slow on purpose."""

import subprocess
import sys

from tests.benchmarks.figures import Benchmark, Figures, Options, middle
from tests.benchmarks.invented_office import set_up
from tests.benchmarks.references import bare_key_derivation
from vrn_desktop.vault.key_cost import USUAL

TIMES = 5


def measure(options: Options) -> Figures:
    """Unlock in fresh processes, in turns with the bare derivation at the same cost."""
    folder = options.work / "data"
    if not (folder / "header-a").exists():
        folder.mkdir()
        set_up(folder)
    command = [sys.executable, "-m", "tests.benchmarks.unlock_once", str(folder)]
    unlocked, bare = [], []
    for _ in range(options.count or TIMES):
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        unlocked.append(float(told))
        bare.append(bare_key_derivation(USUAL, times=1))
    beyond = [both - alone for both, alone in zip(unlocked, bare, strict=True)]
    return {
        "unlock_ms": middle(unlocked),
        "bare_argon2id_ms": middle(bare),
        "beyond_derivation_ms": middle(beyond),
    }


BENCHMARK = Benchmark(
    does="from the passphrase to the open file, in a process that has only shown the unlock window",
    measure=measure,
    goals={"beyond_derivation_ms": "median of the differences; goal under 150"},
)
