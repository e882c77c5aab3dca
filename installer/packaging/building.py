"""One program as a folder: built in an environment of its own, and looked at before anything is packed."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.environment import ROOT, Environment, clean_surroundings
from installer.packaging.bundle_parts import Bundle, among
from installer.system_libraries import SetUpError

BUILD = ROOT / "build" / "package"
LOCK = ROOT / "installer" / "package.lock"
SPEC = ROOT / "installer" / "packaging" / "bundle.spec"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltBundle:
    """The folder of a built program, and the Python modules in it."""

    bundle: Bundle
    folder: Path
    modules: tuple[str, ...]

    @property
    def program(self) -> Path:
        """What is started."""
        return self.folder / self.bundle.name

    @property
    def size(self) -> int:
        """All its files in bytes."""
        return sum(file.lstat().st_size for file in self.folder.rglob("*") if not file.is_dir())


def building_environment() -> Environment:
    """The environment that bundles are built in: hashed pins, none of the tests' parts."""
    environment = Environment(folder=BUILD / "environment", lock=LOCK)
    environment.prepare()
    return environment


def build(environment: Environment, bundle: Bundle) -> BuiltBundle:
    """Build one program; gently, because others work on this machine too.

    Raises:
        SetUpError: it could not be built, or something is in it that must not be.
    """
    print(f"Building {bundle.name}. This takes two or three minutes.", flush=True)
    folder = BUILD / "dist" / bundle.name
    shutil.rmtree(folder, ignore_errors=True)
    command = [str(environment.python), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(BUILD / "dist"), "--workpath", str(BUILD / "work"), str(SPEC)]
    surroundings = {**clean_surroundings(os.environ), "VRN_BUNDLE": bundle.name}
    gently = shutil.which("nice")
    built = subprocess.call([gently, *command] if gently else command, env=surroundings, cwd=ROOT)
    listed = BUILD / "dist" / f"{bundle.name}-modules.txt"
    if built or not listed.is_file():
        raise SetUpError(f"{bundle.name} could not be built.")
    modules = tuple(listed.read_text("utf-8").split())
    strangers = misplaced((*modules, *compiled_modules(folder / "_internal")), bundle)
    if strangers:
        raise SetUpError(f"{bundle.name} holds what it must not: {', '.join(strangers)}.")
    return BuiltBundle(bundle=bundle, folder=folder, modules=modules)


def compiled_modules(folder: Path) -> tuple[str, ...]:
    """The modules of a build that are libraries, by their names: they lie beside the others, as files."""
    names = []
    for file in sorted((*folder.rglob("*.so*"), *folder.rglob("*.pyd"), *folder.rglob("*.dll"))):
        folders = [
            part
            for part in file.relative_to(folder).parent.parts
            if part != "lib-dynload" and not part.startswith("python3.")
        ]
        names.append(".".join((*folders, file.name.partition(".")[0])))
    return tuple(names)


def misplaced(modules: Iterable[str], bundle: Bundle) -> tuple[str, ...]:
    """The modules of a build that must not be in it: of the other program, of tests, of the build."""
    return tuple(module for module in modules if among(module, bundle.left_out))
