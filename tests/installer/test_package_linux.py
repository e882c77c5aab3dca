"""The Debian package and the portable archive: what they need, what they hold, where data goes."""

import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from installer.packaging.building import BuiltBundle
from installer.packaging.bundle_parts import DESKTOP
from installer.packaging.linux_packages import LINUX, debian_package, portable_archive
from installer.packaging.system_needs import SystemNeeds, needs_told
from vrn_desktop.exchange import enrolment, receipt, sealed_message
from vrn_desktop.vault.data_folder import chosen

OF_QT = """
Dynamic Section:
  NEEDED               libGL.so.1
  NEEDED               libQt6Core.so.6
  NEEDED               libc.so.6
Version References:
  required from libc.so.6:
    0x069691b4 0x00 03 GLIBC_2.34
    0x09691a75 0x00 02 GLIBC_2.2.5
"""
OF_PYTHON = "  NEEDED               libm.so.6\n    0x0 0x00 04 GLIBC_2.9\n"

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")


@pytest.fixture
def built(tmp_path: Path) -> BuiltBundle:
    folder = tmp_path / "dist" / "vrn-desktop"
    (folder / "_internal").mkdir(parents=True)
    (folder / "vrn-desktop").write_text("#!/bin/sh\n")
    (folder / "vrn-desktop").chmod(0o700)
    (folder / "_internal" / "data.txt").write_text("invented")
    return BuiltBundle(bundle=DESKTOP, folder=folder, modules=())


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    place = tmp_path / "words"
    place.mkdir()
    (place / "LICENCE.txt").write_text("a licence")
    return place / "LICENCE.txt"


def test_what_the_libraries_ask_of_the_system_is_found_and_what_is_bundled_is_not_asked() -> None:
    needs = needs_told((OF_QT, OF_PYTHON), present={"libQt6Core.so.6"})
    assert needs.libraries == ("libGL.so.1", "libc.so.6", "libm.so.6")
    assert needs.glibc == (2, 34), "2.9 is older than 2.34"


def test_the_line_of_dependencies_names_the_c_library_with_its_version_and_printing() -> None:
    needs = SystemNeeds(libraries=(), glibc=(2, 34))
    assert needs.as_dependencies(["libc6", "libgl1", "libglib2.0-0t64"]) == (
        "libc6 (>= 2.34), libcups2, libgl1, libglib2.0-0"
    )


@needs_dpkg
def test_the_package_holds_program_menu_icon_manual_types_and_licences(
    built: BuiltBundle, paper: Path, tmp_path: Path
) -> None:
    package = debian_package(built, "1.2.3", "libc6 (>= 2.34)", [paper], tmp_path, quick=True)
    listed = subprocess.run(  # noqa: S603 - a program of the system over our own file
        ["dpkg-deb", "--contents", str(package)],  # noqa: S607
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for place in (
        "./usr/lib/vrn-desktop/_internal/data.txt",
        "./usr/bin/vrn-desktop -> ../lib/vrn-desktop/vrn-desktop",
        "./usr/share/applications/vrn-desktop.desktop",
        "./usr/share/icons/hicolor/scalable/apps/vrn-desktop.svg",
        "./usr/share/mime/packages/vrn-desktop.xml",
        "./usr/share/man/man1/vrn-desktop.1.gz",
        "./usr/share/doc/vrn-desktop/LICENCE-words.txt",
        "./usr/share/doc/vrn-desktop/copyright",
    ):
        assert place in listed
    files = [line for line in listed.splitlines() if line.startswith("-")]
    (program,) = (line for line in files if line.endswith("/lib/vrn-desktop/vrn-desktop"))
    assert program.startswith("-rwxr-xr-x root/root"), "everybody may start it, only root change it"
    assert "postinst" not in listed
    assert not list(tmp_path.glob("vrn-desktop_1.2.3")), "no working folder is left"


@needs_dpkg
def test_the_package_runs_nothing_when_it_is_installed_or_removed(
    built: BuiltBundle, paper: Path, tmp_path: Path
) -> None:
    package = debian_package(built, "1.2.3", "libc6", [paper], tmp_path, quick=True)
    control = tmp_path / "control"
    command = ["dpkg-deb", "--control", str(package), str(control)]
    subprocess.run(command, check=True)  # noqa: S603 - a program of the system over our own file
    assert [file.name for file in control.iterdir()] == ["control"]
    text = (control / "control").read_text()
    assert "Version: 1.2.3\n" in text
    assert "Depends: libc6\n" in text


def test_the_portable_archive_keeps_its_data_beside_it(
    built: BuiltBundle, paper: Path, tmp_path: Path
) -> None:
    archive = portable_archive(built, "1.2.3", [paper], tmp_path)
    with tarfile.open(archive) as packed:
        assert {entry.uid for entry in packed} == {0}
        packed.extractall(tmp_path / "stick", filter="data")
    program = tmp_path / "stick" / "vrn-desktop-1.2.3"
    folder = chosen(asked=None, environ={}, program=program, windows=False)
    assert folder.portable
    assert folder.path == program / "data"
    assert (program / "documents" / "LICENCE-words.txt").is_file()


def test_every_kind_of_file_that_is_carried_has_a_type() -> None:
    patterns = set(re.findall(r'glob pattern="(.*?)"', (LINUX / "vrn-desktop.xml").read_text()))
    endings = (
        sealed_message.FILE_ENDING, receipt.FILE_ENDING, enrolment.OFFER_ENDING,
        enrolment.REQUEST_ENDING, enrolment.ROTATION_ENDING, ".vrnpack",
    )  # fmt: skip
    assert patterns == {f"*{ending}" for ending in endings}


def test_the_manual_and_the_menu_name_the_program() -> None:
    assert "\nExec=vrn-desktop\n" in (LINUX / "vrn-desktop.desktop").read_text()
    manual = (LINUX / "vrn-desktop.1").read_text()
    for option in ("data\\-folder", "self\\-test", "check\\-rules", "directory check"):
        assert option in manual
