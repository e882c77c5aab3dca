"""A pytest part that says last of all which tests were not run here, and what they would need."""

import sys
from collections import Counter

import pytest

_NOT_RUN: Counter[str] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember why a test was left out."""
    if report.skipped and not hasattr(report, "wasxfail") and isinstance(report.longrepr, tuple):
        _NOT_RUN[report.longrepr[2].removeprefix("Skipped: ")] += 1


def pytest_unconfigure() -> None:
    """Say it after pytest's own closing line."""
    for reason, count in sorted(_NOT_RUN.items()):
        sys.stdout.write(f"not run: {count} {'test' if count == 1 else 'tests'}, {reason}\n")
