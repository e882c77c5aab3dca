"""`directory check` counts services and refused rows, names what is wrong, and touches nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.content.service_feeds.invented_feed import service, written
from vrn_desktop.__main__ import main as program
from vrn_desktop.commands.directory import FINE, REFUSED, UNREADABLE, main


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    code = main(["check", str(path), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_feed_with_warnings_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feed = written(tmp_path / "feed.json", service(), service(id="2", minimum_age=-1))
    code, said = checked(feed, capsys)
    assert (code, said["services"], said["refused"]) == (FINE, 2, 0)
    assert said["warnings"] == [
        {
            "row": "feed.json:2",
            "field": "minimum_age",
            "reason": "a negative age is taken as not stated",
        }
    ]


def test_a_refused_row_is_counted_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = written(tmp_path / "feed.json", service(), service(name=None), service(id="", name=" "))
    code, said = checked(feed, capsys)
    assert (code, said["services"], said["refused"]) == (REFUSED, 1, 2)
    assert [(w["row"], w["field"]) for w in said["warnings"]] == [
        ("feed.json:2", "name"),
        ("feed.json:3", "id"),
        ("feed.json:3", "name"),
    ]


@pytest.mark.parametrize("content", [b"", b'{"contents": [', b"\0\1", b"[1, 2]", b"hello"])
def test_what_cannot_be_read_is_one_sentence_and_no_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (tmp_path / "feed.json").write_bytes(content)
    assert main(["check", str(tmp_path / "feed.json"), "--json"]) == UNREADABLE
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("feed.json: ")
    assert len(said.err.splitlines()) == 1


def test_a_path_that_is_not_there_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nothing")]) == UNREADABLE
    assert capsys.readouterr().err.startswith("nothing: it cannot be read: ")


def test_the_plain_form_says_place_and_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = written(tmp_path / "feed.json", service(url="lantern.example"))
    assert program(["directory", "check", str(feed)]) == FINE
    assert capsys.readouterr().out.splitlines() == [
        "feed.json:1, url: the address had no scheme and was completed with https",
        "1 services, 0 rows refused, 1 warnings.",
    ]


def test_checking_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    feed = written(tmp_path / "feed.json", service())
    assert main(["check", str(feed)]) == FINE
    assert list(home.iterdir()) == []
    assert sorted(file.name for file in tmp_path.iterdir()) == ["feed.json", "home"]
