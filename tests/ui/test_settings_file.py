"""The ini file of the settings, whole, cut short, foreign and edited by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from ui.settings_file import LONGEST_FILE, IniSettingsFile
from vrn_desktop.application.settings import ColourChoice, Settings, as_texts

UNUSUAL = Settings(text_percent=150, scheme=ColourChoice.CONTRAST, digit_shortcuts=False)


def test_a_missing_file_is_no_reason_for_a_notice(tmp_path: Path) -> None:
    read = IniSettingsFile(tmp_path).read()
    assert (read.settings, read.not_understood) == (Settings(), ())


def test_settings_come_back(tmp_path: Path) -> None:
    assert IniSettingsFile(tmp_path).write(UNUSUAL)
    read = IniSettingsFile(tmp_path).read()
    assert (read.settings, read.not_understood) == (UNUSUAL, ())
    assert [file.name for file in tmp_path.iterdir()] == ["ui.ini"]


def test_a_file_cut_at_any_byte_gives_settings(tmp_path: Path) -> None:
    IniSettingsFile(tmp_path).write(UNUSUAL)
    file = tmp_path / "ui.ini"
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        settings = IniSettingsFile(tmp_path).read().settings
        assert settings.text_percent in (100, 150)


@pytest.mark.parametrize(
    "foreign",
    [b"\x89PNG\r\n\x1a\n\x00\xff", b"<html></html>", b"\x00" * 64, b"%" * (LONGEST_FILE + 1), b""],
)
def test_a_foreign_file_is_told_and_left_aside(tmp_path: Path, foreign: bytes) -> None:
    (tmp_path / "ui.ini").write_bytes(foreign)
    read = IniSettingsFile(tmp_path).read()
    assert read.settings == Settings()
    assert read.not_understood


def test_one_hand_edited_key_falls_back_alone(tmp_path: Path) -> None:
    IniSettingsFile(tmp_path).write(UNUSUAL)
    file = tmp_path / "ui.ini"
    file.write_text(file.read_text().replace("contrast", "neon"), encoding="utf-8")
    read = IniSettingsFile(tmp_path).read()
    assert read.settings == replace(UNUSUAL, scheme=ColourChoice.SYSTEM)
    assert read.not_understood == ("scheme",)


def test_only_known_keys_are_ever_kept(tmp_path: Path) -> None:
    (tmp_path / "ui.ini").write_text("[recent]\nname=Somebody\n", encoding="utf-8")
    IniSettingsFile(tmp_path).write(UNUSUAL)
    kept = (tmp_path / "ui.ini").read_text(encoding="utf-8")
    assert "Somebody" not in kept
    lines = {line.partition("=")[0] for line in kept.splitlines() if "=" in line}
    assert lines == set(as_texts(UNUSUAL))


def test_a_place_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "ui.ini").mkdir()
    assert not IniSettingsFile(tmp_path).write(UNUSUAL)
    assert IniSettingsFile(tmp_path).read().settings == Settings()
