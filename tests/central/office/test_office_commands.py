"""The office at the command line: a stick, a backup, and clear words where something does not fit."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from socket import socket

import pytest

from tests.central.office.invented_office import SITE, read_receipt
from tests.central_load import chain_of, weeks
from tests.central_server import PASSPHRASE_FILE, found_office
from vrn_desktop.central.__main__ import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found_office(f"sqlite:///{tmp_path / 'central.db'}", tmp_path, [SITE])
    return tmp_path


def options(folder: Path) -> list[str]:
    return ["--data", str(folder), "--passphrase-file", str(folder / PASSPHRASE_FILE)]


def test_a_stick_gets_the_same_receipts_however_often_it_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = folder / "stick"
    stick.mkdir()
    for number, raw in enumerate(reversed(chain_of(SITE, weeks(3)))):
        (stick / f"{number}.vrnagg").write_bytes(raw)
    (stick / "letter.txt").write_text("not ours", "utf-8")
    first = []
    for _ in range(2):
        assert main(["office", "--take-in", str(stick), *options(folder)]) == 0
        first.append([file.read_bytes() for file in sorted(stick.glob("*.vrnrcpt"))])
    assert first[0] == first[1]
    assert len({read_receipt(raw).digest for raw in first[0]}) == 3
    (stick / "cut.vrnagg").write_bytes(b"VRNAGG1\n")
    assert main(["office", "--take-in", str(stick), *options(folder)]) == 1
    (stick / "\x1b[2Jgone.vrnagg").write_bytes(b"VRNAGG1\n")
    assert main(["office", "--take-in", str(stick), *options(folder)]) == 1
    told = capsys.readouterr().out
    assert "Not taken: cut.vrnagg" in told
    assert "Not taken: ?[2Jgone.vrnagg" in told


def test_a_backup_is_a_whole_database_and_overwrites_nothing(folder: Path) -> None:
    copy = folder / "copy.db"
    assert main(["backup", "-o", str(copy), "--data", str(folder)]) == 0
    with closing(sqlite3.connect(copy)) as opened:
        assert opened.execute("SELECT site FROM sites").fetchall() == [(SITE.name,)]
    assert main(["backup", "-o", str(copy), "--data", str(folder)]) == 2


def test_a_backup_is_readable_by_its_account_alone_however_the_database_was_named(
    folder: Path,
) -> None:
    copy = folder / "copy.db"
    before = os.umask(0o022)
    try:
        url = f"sqlite:///{folder / 'central.db'}"
        assert main(["backup", "-o", str(copy), "--database-url", url]) == 0
    finally:
        os.umask(before)
    assert copy.stat().st_mode & 0o077 == 0


def test_what_does_not_fit_is_said_in_words_with_exit_code_2(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offer = ["enrol", "S 1", "--organisation", "x", "--starts", "2026-Q4", "-o", str(folder / "o")]
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for arguments, words in (
            (["serve", "--port", port, *options(folder)], "in use"),
            (["serve", "--database-url", "mysql://x/y", *options(folder)], "PostgreSQL"),
            (["serve", "--database-url", "nonsense", *options(folder)], "named like"),
            ([*offer, *options(folder)], "letters, digits"),
            (["revoke", "S999", "--data", str(folder)], "no key in force"),
        ):
            assert main(arguments) == 2
            assert words in capsys.readouterr().err
