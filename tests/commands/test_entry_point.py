"""The first argument names the command; a command never loads the window."""

import subprocess
import sys

import pytest

from tests.worked_cases import FILE
from vrn_desktop import __version__
from vrn_desktop.__main__ import COMMANDS, main


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(command in said for command in COMMANDS)


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"vrn-desktop {__version__}\n"


def test_a_command_gets_the_arguments_after_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-rules", str(FILE)]) == 0
    assert "10 agree" in capsys.readouterr().out


def test_bad_arguments_give_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check-rules"])
    assert left.value.code == 2
    assert "CASES.yaml" in capsys.readouterr().err


def test_check_rules_loads_neither_the_window_nor_the_store() -> None:
    program = (
        "import sys; from vrn_desktop.__main__ import main; code = main(sys.argv[1:]); "
        "heavy = {'PySide6', 'sqlalchemy', 'sqlcipher3', 'reportlab'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    done = subprocess.run(  # noqa: S603  our own interpreter and file
        [sys.executable, "-c", program, "check-rules", str(FILE), "--json"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
