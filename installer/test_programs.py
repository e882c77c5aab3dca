"""Programs that some tests need beside Python: a compiler, mounts, a browser, a server, packagers."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.system_libraries import install_debian_packages, is_root, on_debian

POSTGRESQL_PROGRAMS = "usr/lib/postgresql/*/bin"
"""Debian keeps the server's own programs there, one folder a version, and not on the path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestProgram:
    """A program by the names it goes under, and the Debian packages that bring it."""

    __test__ = False  # its name begins like a test's, for pytest

    names: tuple[str, ...]
    packages: tuple[str, ...]

    def place(self) -> Path | None:
        """Where it lies here; None if it does not."""
        for name in self.names:
            found = shutil.which(name) or _among_postgresql_programs(name)
            if found is not None:
                return Path(found)
        return None


COMPILER = TestProgram(names=("cc",), packages=("gcc", "libc6-dev"))
UNSHARE = TestProgram(names=("unshare",), packages=("util-linux",))
MOUNT = TestProgram(names=("mount",), packages=("mount",))
CHROMIUM = TestProgram(
    names=("chromium", "chromium-browser", "google-chrome"), packages=("chromium",)
)
POSTGRESQL = TestProgram(names=("initdb",), packages=("postgresql",))
MAKENSIS = TestProgram(names=("makensis",), packages=("nsis",))
OBJDUMP = TestProgram(names=("objdump",), packages=("binutils",))
NEEDED = (COMPILER, UNSHARE, MOUNT, CHROMIUM, POSTGRESQL, MAKENSIS, OBJDUMP)


def missing_test_programs(needed: Sequence[TestProgram] = NEEDED) -> tuple[str, ...]:
    """Install, as root on Debian, what some tests need beside Python; what could not be installed.

    Elsewhere nothing is asked for: the tests that need it are named last as not run.
    """
    absent = [program for program in needed if program.place() is None]
    if not absent or not on_debian() or not is_root():
        return ()
    install_debian_packages([package for program in absent for package in program.packages])
    return tuple(program.names[0] for program in absent if program.place() is None)


def _among_postgresql_programs(name: str) -> str | None:
    """The newest server's program of that name."""
    folders = sorted(
        Path("/").glob(POSTGRESQL_PROGRAMS), key=lambda folder: _version(folder.parent.name)
    )
    found = [folder / name for folder in folders if (folder / name).is_file()]
    return str(found[-1]) if found else None


def _version(name: str) -> float:
    try:
        return float(name)
    except ValueError:
        return 0.0
