"""The felt figure on a laptop that is busy with something else: two processes that never rest."""

import subprocess
import sys
from contextlib import ExitStack

from tests.benchmarks import bench_answer
from tests.benchmarks.figures import Benchmark, Figures, Options

BUSY = (sys.executable, "-c", "while True: pass")
BUSY_PROCESSES = 2


def measure(options: Options) -> Figures:
    """The same answers as `bench answer`, with the processes beside it."""
    with ExitStack() as ending:
        for _ in range(BUSY_PROCESSES):
            process = ending.enter_context(subprocess.Popen(BUSY))
            ending.callback(process.kill)
        return bench_answer.measure(options)


BENCHMARK = Benchmark(
    does="the answers of `answer` with two busy processes beside them",
    measure=measure,
    goals={
        "click_to_painted_ms": "median / p95; goal p95 under 50",
        "bare_commit_ms": "median / p95 of one row with the same settings, as busy",
    },
)
