"""What a built folder needs from the system, read out of the libraries in it, as Debian's packages."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.system_libraries import SetUpError

ELF = b"\x7fELF"
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_RENAMED = re.compile(r"t64$")
LOADED_WHEN_NEEDED = ("libcups2",)
"""Printing is asked for by name while the program runs, so no library names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemNeeds:
    """Libraries that are not in the folder, and the oldest C library that has all it calls."""

    libraries: tuple[str, ...]
    glibc: tuple[int, int]

    def as_dependencies(self, packages: Iterable[str]) -> str:
        """The line of a Debian package, with the names of before the move to 64-bit time.

        Debian 13 and Ubuntu 24.04 still provide those names.
        """
        plain = {_RENAMED.sub("", package) for package in packages} - {"libc6"}
        first = f"libc6 (>= {self.glibc[0]}.{self.glibc[1]})"
        return ", ".join((first, *sorted({*plain, *LOADED_WHEN_NEEDED})))


def system_needs(folder: Path) -> SystemNeeds:
    """Read every library and program of a folder.

    Raises:
        SetUpError: `objdump` is not here.
    """
    if shutil.which("objdump") is None:
        raise SetUpError("Packages need objdump. Please install binutils, then try again.")
    files = [file for file in folder.rglob("*") if file.is_file() and _is_elf(file)]
    reports = []
    for file in files:
        read = subprocess.run(
            ["objdump", "-p", str(file)], capture_output=True, text=True, check=True
        )
        reports.append(read.stdout)
    return needs_told(reports, present={file.name for file in folder.rglob("*.so*")})


def needs_told(reports: Iterable[str], *, present: set[str]) -> SystemNeeds:
    """The needs out of what `objdump -p` says of each file; `present` are the names in the folder."""
    texts = list(reports)
    named = {name for text in texts for name in _NEEDED.findall(text)}
    versions = {(int(a), int(b)) for text in texts for a, b in _GLIBC.findall(text)}
    return SystemNeeds(
        libraries=tuple(sorted(named - present)), glibc=max(versions, default=(2, 0))
    )


def debian_packages(libraries: Iterable[str]) -> tuple[str, ...]:
    """Which packages of this Debian bring these libraries.

    Raises:
        SetUpError: one of them belongs to no package here.
    """
    listed = subprocess.run(["ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places = dict(re.findall(r"^\s+(\S+) \(.*x86-64.*\) => (\S+)$", listed, re.MULTILINE)[::-1])
    packages = set()
    for library in libraries:
        if library.startswith("ld-linux"):
            continue
        package = _owner(places.get(library, ""))
        if not package:
            raise SetUpError(f"No package of this system brings {library}.")
        packages.add(package)
    return tuple(sorted(packages))


def _owner(place: str) -> str:
    """Debian may know a file by its place before or after /lib became a part of /usr."""
    for path in (place, place.removeprefix("/usr"), f"/usr{place}", str(Path(place).resolve())):
        asked = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        if place and asked.returncode == 0:
            return asked.stdout.partition(":")[0]
    return ""


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(ELF)) == ELF
