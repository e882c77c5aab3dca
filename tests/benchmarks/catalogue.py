"""The benchmarks by name, in the order of the table; `bench_NAME.py` of this folder measures each."""

from importlib import import_module

from tests.benchmarks.figures import Benchmark

NAMES = (
    "start",
    "unlock",
    "answer",
    "busy",
    "cover",
    "store",
    "rules",
    "letters",
    "directory",
    "central",
)


def benchmark(name: str) -> Benchmark:
    """One benchmark, loaded only when it is asked for, because a cold start is part of some."""
    found: Benchmark = import_module(f"tests.benchmarks.bench_{name}").BENCHMARK
    return found
