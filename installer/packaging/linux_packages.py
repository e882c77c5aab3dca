"""The Debian package and the portable archive: the same built folder, twice."""

import gzip
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from installer.environment import ROOT
from installer.packaging.building import BuiltBundle
from installer.packaging.system_needs import debian_packages, system_needs
from installer.system_libraries import SetUpError

LINUX = ROOT / "installer" / "linux"
NAME = "vrn-desktop"
PORTABLE_FLAG = "portable.flag"
READ_ME_PORTABLE = """\
VRN Desktop, portable. Start vrn-desktop in this folder.

What a team writes is kept in the folder "data" beside it, in one encrypted file, because the file
portable.flag lies here. Take the whole folder along; wait for the stick's light before pulling it out.
"""
CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: The VRN Desktop makers <makers@example.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: at-spi2-core, shared-mime-info
Section: misc
Priority: optional
Description: one careful conversation, local services and a safe letter
 Works without a network. What a team writes lies in one encrypted file on
 this computer; removing the package never touches it. The questions and
 rules are a draft for a safeguarding partnership to approve.
"""
COPYRIGHT = """\
VRN Desktop and everything bundled with it: the files LICENCE-*.txt, Qt.txt, LGPL-3.txt, GPL-3.txt,
SQLCipher.txt, Apache-2.0.txt, Python.txt and python-libraries.txt beside this one.
"""
PLACES = {
    "vrn-desktop.desktop": "usr/share/applications",
    "vrn-desktop.svg": "usr/share/icons/hicolor/scalable/apps",
    "vrn-desktop.xml": "usr/share/mime/packages",
}


def debian_dependencies(built: BuiltBundle) -> str:
    """What the built folder needs from Debian, found in its libraries."""
    needs = system_needs(built.folder)
    return needs.as_dependencies(debian_packages(needs.libraries))


def debian_package(
    built: BuiltBundle,
    version: str,
    depends: str,
    papers: Iterable[Path],
    folder: Path,
    *,
    quick: bool = False,
) -> Path:
    """Make the `.deb`, with licences and the bill of materials (`papers`) among its documents.

    `quick` packs loosely, for a package that is only installed here.

    Raises:
        SetUpError: dpkg-deb is not here or refused.
    """
    root = folder / f"{NAME}_{version}"
    shutil.rmtree(root, ignore_errors=True)
    installed = root / "usr" / "lib" / NAME
    shutil.copytree(built.folder, installed, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    for file, place in PLACES.items():
        (root / place).mkdir(parents=True)
        shutil.copy(LINUX / file, root / place / file)
    documents = root / "usr" / "share" / "doc" / NAME
    documents.mkdir(parents=True)
    for paper in papers:
        shutil.copy(paper, documents / name_of_paper(paper))
    (documents / "copyright").write_text(COPYRIGHT, "utf-8")
    manual = root / "usr" / "share" / "man" / "man1"
    manual.mkdir(parents=True)
    page = (LINUX / "vrn-desktop.1").read_bytes()
    (manual / "vrn-desktop.1.gz").write_bytes(gzip.compress(page, mtime=0))
    kilobytes = sum(f.lstat().st_size for f in root.rglob("*") if not f.is_dir()) // 1024
    control = CONTROL.format(name=NAME, version=version, kilobytes=kilobytes, depends=depends)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control, "utf-8")
    _rights_of_a_package(root)
    target = folder / f"{NAME}_{version}_amd64.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zgzip" if quick else "-Zxz"]
    command += ["--build", str(root), str(target)]
    if shutil.which("dpkg-deb") is None or subprocess.call(command, stdout=subprocess.DEVNULL):
        raise SetUpError("dpkg-deb could not make the package.")
    shutil.rmtree(root)
    return target


def portable_archive(
    built: BuiltBundle, version: str, papers: Iterable[Path], folder: Path
) -> Path:
    """Make the archive that keeps its data beside it."""
    target = folder / f"{NAME}-{version}-linux-portable.tar.xz"
    top = f"{NAME}-{version}"
    with tarfile.open(target, "w:xz", preset=6) as archive:
        archive.add(built.folder, top, filter=_nobodys)
        for paper in papers:
            archive.add(paper, f"{top}/documents/{name_of_paper(paper)}", filter=_nobodys)
        for name, text in ((PORTABLE_FLAG, ""), ("READ-ME-FIRST.txt", READ_ME_PORTABLE)):
            content = text.encode("utf-8")
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size = len(content)
            archive.addfile(entry, BytesIO(content))
    return target


def central_archive(built: BuiltBundle, version: str, folder: Path) -> Path:
    """The central office's program as an archive for a server."""
    target = folder / f"{built.bundle.name}-{version}-linux.tar.xz"
    with tarfile.open(target, "w:xz", preset=6) as archive:
        archive.add(built.folder, f"{built.bundle.name}-{version}", filter=_nobodys)
    return target


def name_of_paper(paper: Path) -> str:
    """Under which name it lies among the documents; one licence is named by its folder only."""
    return paper.name if paper.name != "LICENCE.txt" else f"LICENCE-{paper.parent.name}.txt"


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def _rights_of_a_package(root: Path) -> None:
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o111
        path.chmod(0o755 if runs else 0o644)
    root.chmod(0o755)
