"""The one door, run.py: which Python it takes, what it says, what its exit codes mean."""

import ast
import subprocess
import sys

import pytest

from tests.architecture.our_files import ROOT

DOOR = ROOT / "run.py"


def door(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DOOR), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our door


def said_to(version: tuple[int, int]) -> str:
    names: dict[str, object] = {"__name__": "run"}
    exec(compile(DOOR.read_text("utf-8"), "run.py", "exec"), names)  # noqa: S102 - our own file
    complaint = names["complaint"]
    assert callable(complaint)
    return str(complaint(version))


def test_old_pythons_can_read_the_door() -> None:
    ast.parse(DOOR.read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_these_pythons_fit(version: tuple[int, int]) -> None:
    assert said_to(version) == ""


@pytest.mark.parametrize(
    ("version", "why"),
    [((3, 10), "too old"), ((2, 7), "too old"), ((3, 15), "not made for it yet")],
)
def test_another_python_is_told_what_is_needed(version: tuple[int, int], why: str) -> None:
    said = said_to(version)
    assert "needs Python 3.11 to 3.14" in said
    assert why in said


def test_help_names_every_command() -> None:
    helped = door("--help")
    assert helped.returncode == 0
    for command in ("setup", "central", "test", "check", "bench", "torture", "package"):
        assert f"\n  {command} " in helped.stdout


def test_an_unknown_command_is_refused_with_the_list() -> None:
    refused = door("tset")
    assert refused.returncode == 2
    assert "does not know: tset" in refused.stderr
    assert "setup" in refused.stderr


def test_package_takes_no_arguments() -> None:
    refused = door("package", "--windows")
    assert refused.returncode == 2
    assert "does not know: package --windows" in refused.stderr
