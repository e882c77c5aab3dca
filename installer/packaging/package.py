"""What `run.py package` does: build, prove, pack, prove again, and say sizes and figures."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from installer.environment import ROOT, Environment
from installer.packaging.bare_root import prove_in_bare_root
from installer.packaging.building import (
    BUILD,
    MEGABYTE,
    BuiltBundle,
    build,
    building_environment,
)
from installer.packaging.bundle_parts import CENTRAL, DESKTOP
from installer.packaging.linux_packages import (
    central_archive,
    debian_dependencies,
    debian_package,
    name_of_paper,
    portable_archive,
)
from installer.packaging.proving import central_answers, self_test
from installer.packaging.start_up import start_up
from installer.packaging.windows_packages import (
    portable_zip,
    version_resource,
    windows_installer,
)
from installer.system_libraries import SetUpError

PACKAGES = BUILD / "packages"
REPORT = PACKAGES / "report.txt"
OLDER = "0.0.1"
"""An invented earlier version of the same folder, to try that a newer package goes over it."""

UNPACKED_GOAL, PACKED_GOAL = 180, 75


def make_packages(*, say: Callable[[str], None] = print) -> None:
    """Everything, in order; the report lies beside the packages.

    Raises:
        SetUpError: something could not be built or did not come out; the text says what.
    """
    environment = building_environment()
    shutil.rmtree(PACKAGES, ignore_errors=True)
    PACKAGES.mkdir(parents=True)
    told: list[str] = []

    def tell(line: str) -> None:
        told.append(line)
        say(line)

    try:
        _desktop(environment, tell)
        _central(environment, tell)
    finally:
        REPORT.write_text("\n".join(told) + "\n", "utf-8")
    say(f"The packages and report.txt lie in {PACKAGES.relative_to(ROOT)}.")


def _desktop(environment: Environment, tell: Callable[[str], None]) -> None:
    version = version_of()
    if sys.platform == "win32":
        facts = BUILD / "version.txt"
        facts.write_text(version_resource(DESKTOP.name, "VRN Desktop", version), "utf-8")
        os.environ["VRN_VERSION_RESOURCE"] = str(facts)  # where bundle.spec looks for it
    built = build(environment, DESKTOP)
    tell(f"{DESKTOP.name} {version}: {len(built.modules)} modules, none of the central office's")
    tell(_size("unpacked", built.size, UNPACKED_GOAL))
    for line in self_test(built, BUILD / "self-test").splitlines():
        tell(f"  {line}")
    papers = _papers(environment, built)
    if sys.platform == "linux":
        _linux(environment, built, version, papers, tell)
    elif sys.platform == "win32":
        _into_documents(papers, built.folder)
        for packed in (
            windows_installer(built.folder, version, PACKAGES),
            portable_zip(built.folder, version, PACKAGES),
        ):
            tell(_size(packed.name, packed.stat().st_size, PACKED_GOAL))
    else:
        tell("no packages are made for this system: the folder alone")


def _linux(
    environment: Environment,
    built: BuiltBundle,
    version: str,
    papers: tuple[Path, ...],
    tell: Callable[[str], None],
) -> None:
    for line in start_up(built, _founded(environment)):
        tell(line)
    depends = debian_dependencies(built)
    tell(f"needs from Debian: {depends}")
    older = debian_package(built, OLDER, depends, papers, BUILD, quick=True)
    newer = debian_package(built, version, depends, papers, PACKAGES)
    archive = portable_archive(built, version, papers, PACKAGES)
    for packed in (newer, archive):
        tell(_size(packed.name, packed.stat().st_size, PACKED_GOAL))
    seen = prove_in_bare_root(older, newer, archive, BUILD / "root")
    for line in seen or ("NOT RUN: no bare Debian can be made here (needs root and debootstrap)",):
        tell(f"  {line}")
    older.unlink()


def _central(environment: Environment, tell: Callable[[str], None]) -> None:
    built = build(environment, CENTRAL)
    tell(f"{CENTRAL.name} {version_of()}: {len(built.modules)} modules, none of Qt")
    data = BUILD / "central-data"
    shutil.rmtree(data, ignore_errors=True)
    answers = central_answers(built, data)
    tell(f"{CENTRAL.name}: {built.size / MEGABYTE:.0f} MB unpacked; {answers}")
    _papers(environment, built)
    if sys.platform == "linux":
        packed = central_archive(built, version_of(), PACKAGES)
        tell(f"{packed.name}: {packed.stat().st_size / MEGABYTE:.0f} MB")


def _founded(environment: Environment) -> Path:
    """A data folder of an invented office, so that the first window asks for the passphrase."""
    data = BUILD / "start-up"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    founding = "import sys, pathlib; from tests.benchmarks.invented_office import set_up; "
    founding += "set_up(pathlib.Path(sys.argv[1]))"
    if environment.run(["-c", founding, str(data)], offscreen=True):
        raise SetUpError("The invented office for measuring the start could not be made.")
    return data


def version_of() -> str:
    """The one version number, read without importing the program."""
    text = (ROOT / "vrn_desktop" / "__init__.py").read_text("utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def _papers(environment: Environment, built: BuiltBundle) -> tuple[Path, ...]:
    """The licences and the bill of materials, as files to lie beside the program."""
    name = built.bundle.name
    bill = PACKAGES / f"{name}-{version_of()}.cdx.json"
    written = environment.run(["-m", "installer.packaging.bill_of_materials", name, str(bill)])
    if written:
        raise SetUpError("The bill of materials could not be written.")
    resources = ROOT / "resources"
    licences = [file for part in ("licences", "fonts", "icons", "words")
                for file in sorted((resources / part).glob("*.txt"))]  # fmt: skip
    return (bill, *(file for file in licences if part_is_licence(file)))


def part_is_licence(file: Path) -> bool:
    """Word lists are texts too, but no licences."""
    return file.parent.name == "licences" or "LICENCE" in file.name


def _into_documents(papers: tuple[Path, ...], folder: Path) -> None:
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    for paper in papers:
        shutil.copy(paper, documents / name_of_paper(paper))


def _size(what: str, size: int, goal: int) -> str:
    megabytes = size / MEGABYTE
    verdict = "" if megabytes < goal else ", MORE THAN THE GOAL"
    return f"{what}: {megabytes:.0f} MB (goal {goal}{verdict})"
