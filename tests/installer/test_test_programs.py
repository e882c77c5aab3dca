"""What tests need beside Python is found, or named where it cannot be had."""

from pathlib import Path

import pytest

from installer import test_programs
from installer.test_programs import TestProgram, missing_test_programs

NOWHERE = TestProgram(names=("no-such-program-here",), packages=("no-such-package",))


def placed(folder: Path, name: str) -> Path:
    program = folder / name
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_bytes(b"#!/bin/sh\n")
    program.chmod(0o755)
    return program


def test_a_program_is_found_under_any_of_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = placed(tmp_path, "google-chrome")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert test_programs.CHROMIUM.place() == browser


def test_the_newest_postgresql_server_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("9.6", "15", "17"):
        placed(tmp_path, f"usr/lib/postgresql/{version}/bin/initdb")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(test_programs, "Path", lambda text: tmp_path if text == "/" else Path(text))
    assert test_programs.POSTGRESQL.place() == tmp_path / "usr/lib/postgresql/17/bin/initdb"


def test_what_could_not_be_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(test_programs, "on_debian", lambda: True)
    monkeypatch.setattr(test_programs, "is_root", lambda: True)
    monkeypatch.setattr(test_programs, "install_debian_packages", asked.append)
    assert missing_test_programs((NOWHERE,)) == ("no-such-program-here",)
    assert asked == [["no-such-package"]]


def test_nothing_is_installed_where_we_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(test_programs, "is_root", lambda: False)
    monkeypatch.setattr(test_programs, "install_debian_packages", asked.append)
    assert missing_test_programs((NOWHERE,)) == ()
    assert asked == []
