"""The Windows installer, compiled here with invented content: it has never been run on a Windows."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from installer.packaging.windows_packages import (
    SCRIPT,
    four_numbers,
    portable_zip,
    version_resource,
    windows_installer,
)
from installer.system_libraries import SetUpError
from vrn_desktop.vault.data_folder import chosen

WINDOWS_PROGRAM = b"MZ"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "vrn-desktop"
    (folder / "_internal").mkdir(parents=True)
    (folder / "vrn-desktop.exe").write_bytes(b"invented program")
    (folder / "_internal" / "part.dll").write_bytes(b"invented library")
    (folder / "documents").mkdir()
    (folder / "documents" / "LGPL-3.txt").write_text("a licence")
    return folder


@pytest.mark.skipif(shutil.which("makensis") is None, reason="needs makensis")
def test_the_installer_compiles_without_a_warning(built: Path, tmp_path: Path) -> None:
    made = windows_installer(built, "1.2.3", tmp_path)
    content = made.read_bytes()
    assert content.startswith(WINDOWS_PROGRAM)
    assert "1.2.3.0".encode("utf-16-le") in content or "1.2.3".encode("utf-16-le") in content


@pytest.mark.skipif(shutil.which("makensis") is None, reason="needs makensis")
def test_an_installer_over_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetUpError, match="makensis refused"):
        windows_installer(tmp_path / "not there", "1.2.3", tmp_path)


def script_section(name: str) -> str:
    found = re.search(
        rf'^Section "{name}"\n(.*?)^SectionEnd', SCRIPT.read_text("utf-8"), re.M | re.S
    )
    assert found
    return found.group(1)


def test_installing_is_for_one_user_and_needs_no_administrator() -> None:
    script = SCRIPT.read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert "$PROGRAMFILES" not in script


def test_installing_and_upgrading_never_touch_data() -> None:
    assert "${DATA}" not in script_section("VRN Desktop")
    assert "!insertmacro RequireClosed" in script_section("VRN Desktop")


def test_data_is_removed_only_when_clearly_asked() -> None:
    section = script_section("Uninstall")
    assert section.count("${DATA}") == 2, "once in the question, once after the answer"
    before, _, after = section.partition('${If} $RemoveData == "yes"')
    assert 'RMDir /r "${DATA}"' not in before
    assert 'RMDir /r "${DATA}"' in after
    assert "MB_DEFBUTTON2" in before, "a hurried key press keeps the data"
    assert 'RMDir /r "$INSTDIR"' not in section, "what a person put there stays"


def test_the_portable_zip_keeps_its_data_beside_it(built: Path, tmp_path: Path) -> None:
    packed = portable_zip(built, "1.2.3", tmp_path)
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "stick")
    program = tmp_path / "stick" / "vrn-desktop-1.2.3"
    folder = chosen(asked=None, environ={}, program=program, windows=True)
    assert folder.path == program / "data"
    assert (program / "_internal" / "part.dll").read_bytes() == b"invented library"


def test_windows_is_told_the_version_in_four_numbers() -> None:
    assert four_numbers("0.1.0") == (0, 1, 0, 0)
    with pytest.raises(SetUpError, match="cannot take"):
        four_numbers("0.1.0rc1")
    told = version_resource("vrn-desktop", "VRN Desktop", "0.1.0")
    assert "filevers=(0, 1, 0, 0)" in told
    assert 'StringStruct("FileVersion", "0.1.0")' in told
    compile(told, "version.txt", "eval")
