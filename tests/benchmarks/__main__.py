"""`python3 run.py bench [NAME ...]`: the figures to reach, beside references of the same run."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.catalogue import NAMES, benchmark
from tests.benchmarks.figures import Figure, Figures, Options

WORK = Path(__file__).resolve().parent.parent.parent / "build" / "bench"
UNKNOWN_NAME = 2
OFFSCREEN_NOISE = "default.warning=false"
"""Without a screen Qt warns at every window that it cannot pass on size hints."""


def main(arguments: list[str]) -> int:
    """Measure what was asked for; 2 when a name is not known."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", OFFSCREEN_NOISE)
    asked = _asked(arguments)
    unknown = sorted(set(asked.names) - set(NAMES))
    if unknown:
        sys.stderr.write(f"No benchmark: {', '.join(unknown)}. There are: {', '.join(NAMES)}\n")
        return UNKNOWN_NAME
    if asked.json and len(asked.names) == 1:
        name = asked.names[0]
        print(json.dumps(benchmark(name).measure(_options(asked, name))))
        return 0
    wishes = [each for each in arguments if each not in NAMES and each != "--json"]
    results = {name: _in_its_own_process(name, wishes) for name in asked.names or NAMES}
    beside = _references()
    if asked.json:
        print(json.dumps({**results, "references": beside}))
        return 0
    for name, figures in results.items():
        measured = benchmark(name)
        _print_part(f"{name}: {measured.does}", figures, measured.goals)
    _print_part("references of this run", beside, {})
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(NAMES)}")
    parser.add_argument("--json", action="store_true", help="one JSON object on the last line")
    parser.add_argument("--work", type=Path, help="a folder to work in")
    parser.add_argument("--out", type=Path, help="where letters are written")
    parser.add_argument("--count", type=int, help="how many of a thing are made")
    return parser.parse_args(arguments)


def _options(asked: argparse.Namespace, name: str) -> Options:
    folder: Path | None = asked.out or asked.work
    if folder is None:
        return Options(work=_empty(WORK / name), count=asked.count)
    folder.mkdir(parents=True, exist_ok=True)
    return Options(work=folder.resolve(), count=asked.count)


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _in_its_own_process(name: str, wishes: list[str]) -> Figures:
    sys.stderr.write(f"measuring {name} ...\n")
    command = [sys.executable, "-m", "tests.benchmarks", name, "--json", *wishes]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    figures: Figures = json.loads(told.splitlines()[-1])
    return figures


def _references() -> Figures:
    from tests.benchmarks.references import references  # noqa: PLC0415 - a cold start stays cold

    sys.stderr.write("measuring the references ...\n")
    return references(_empty(WORK / "references"))


def _print_part(title: str, figures: Figures, goals: Mapping[str, str]) -> None:
    print(f"\n{title}")
    for key, value in figures.items():
        print(f"  {key:<30}{_shown(value):<34}{goals.get(key, '')}".rstrip())


def _shown(value: Figure) -> str:
    if isinstance(value, list):
        return " / ".join(f"{part:g}" for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {part:g}" for key, part in value.items())
    return value if isinstance(value, str) else f"{value:g}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
