"""`python3 run.py bench [NAME ...]`: the figures to reach, beside references of the same run."""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

from tests.benchmarks.catalogue import CATALOGUE
from tests.benchmarks.figures import Benchmark, Figure, Figures, Options
from tests.benchmarks.references import references

WORK = Path(__file__).resolve().parent.parent.parent / "build" / "bench"
UNKNOWN_NAME = 2


def main() -> int:
    """Measure what was asked for; 2 when a name is not known."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked = _arguments()
    unknown = sorted(set(asked.names) - set(CATALOGUE))
    if unknown:
        sys.stderr.write(f"No benchmark: {', '.join(unknown)}. There are: {', '.join(CATALOGUE)}\n")
        return UNKNOWN_NAME
    results: dict[str, Figures] = {}
    for name in asked.names or CATALOGUE:
        figures = CATALOGUE[name].measure(_options(asked, name))
        results[name] = figures
        if asked.json and asked.names:
            print(json.dumps(figures), flush=True)
    if asked.json and asked.names:
        return 0
    beside = references(_empty(WORK / "references"))
    if asked.json:
        print(json.dumps({**results, "references": beside}))
        return 0
    for name, figures in results.items():
        _print_table(name, CATALOGUE[name], figures)
    print("\nreferences of this run")
    for key, value in beside.items():
        print(f"  {key:<26}{_shown(value)}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="run.py bench",
        description=__doc__,
        epilog="; ".join(f"{name}: {each.does}" for name, each in CATALOGUE.items()),
    )
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="one JSON object per name, last line")
    parser.add_argument("--work", type=Path, help="an empty folder to work in")
    parser.add_argument("--out", type=Path, help="where letters are written")
    parser.add_argument("--count", type=int, help="how many of a thing are made")
    return parser.parse_args()


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


def _print_table(name: str, benchmark: Benchmark, figures: Figures) -> None:
    print(f"\n{name}: {benchmark.does}")
    for key, value in figures.items():
        goal = benchmark.goals.get(key, "")
        print(f"  {key:<26}{_shown(value):<34}{goal}")


def _shown(value: Figure) -> str:
    if isinstance(value, list):
        return " / ".join(f"{part:g}" for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {part:g}" for key, part in value.items())
    return value if isinstance(value, str) else f"{value:g}"


if __name__ == "__main__":
    sys.exit(main())
