"""The whole suite in one process: `python -m tests [PYTEST'S OPTIONS]`, as `run.py test` starts it."""

import os
import sys

import pytest


def main(arguments: list[str]) -> int:
    """Run the tests, say last which were not run, and give pytest's exit code."""
    return int(pytest.main(["-q", "-p", "tests.not_run", *arguments]))


if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # After thousands of windows in one process Qt's leftovers can crash the interpreter's own end, when
    # every test is done and reported. How the program itself ends is tested in processes of their own.
    os._exit(status)
