"""The folder .venv: made from the lock file with hashes, left alone while nothing changed."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.system_libraries import SetUpError, install_debian_packages, on_debian

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = ROOT / "pyproject.toml"
PIP_PLACES = frozenset({"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"})
ENOUGH_OF_A_COMPLAINT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """One `.venv`, made from one lock.

    Its stamp is written last, so that a set-up that stopped half-way is never taken for done.
    """

    folder: Path = ROOT / ".venv"
    lock: Path = ROOT / "installer" / "requirements.lock"

    def prepare(self) -> None:
        """Make the environment what the lock describes; quick when it is so already.

        Raises:
            SetUpError: something is missing here; the text says what.
        """
        wanted = self._wanted_state()
        found = self.stamp.read_text("utf-8") if self.stamp.is_file() else ""
        if found == wanted and self.python.exists():
            return
        print(
            f"Setting up {self.folder.name}. The first time this takes a minute or two.", flush=True
        )
        self.stamp.unlink(missing_ok=True)
        same_python = found.partition("\n")[0] == wanted.partition("\n")[0]
        if not (same_python and self._works() and self._install()):
            self._make()
            if not self._install(last_try=True):
                raise SetUpError("The libraries could not be installed.")
        self.stamp.write_text(wanted, "utf-8")

    @property
    def stamp(self) -> Path:
        """The file that says from which lock and which Python this environment was finished."""
        return self.folder / "set-up-from.txt"

    @property
    def programs(self) -> Path:
        """Where the environment keeps its programs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.programs / ("python.exe" if os.name == "nt" else "python")

    def run(self, arguments: list[str], *, folder: Path = ROOT, offscreen: bool = False) -> int:
        """Run the environment's Python and give its exit code back."""
        return _call([str(self.python), *arguments], folder=folder, offscreen=offscreen)

    def run_tool(self, name: str, *arguments: str) -> int:
        """Run one of the environment's programs in the project's folder."""
        program = self.programs / (f"{name}.exe" if os.name == "nt" else name)
        return _call([str(program), *arguments], folder=ROOT, offscreen=False)

    def _wanted_state(self) -> str:
        """Python and place, whose change needs a fresh environment; then what to install."""
        contents = hashlib.sha256(self.lock.read_bytes() + PYPROJECT.read_bytes()).hexdigest()
        version = ".".join(map(str, sys.version_info[:3]))
        return f"Python {version} of {sys.base_prefix} for {ROOT}\n{contents}\n"

    def _works(self) -> bool:
        if not self.python.exists():
            return False
        try:
            return _quietly([str(self.python), "-c", "import pip"]).returncode == 0
        except OSError:
            return False

    def _make(self) -> None:
        if importlib.util.find_spec("ensurepip") is None:
            _provide_venv()
        print("  1 of 3  a fresh environment", flush=True)
        try:
            if self.folder.exists():
                shutil.rmtree(self.folder)
        except OSError as problem:
            raise SetUpError(
                f"The old environment cannot be removed ({problem.strerror}). "
                f"Please close the program and delete the folder {self.folder.name}."
            ) from problem
        made = _quietly([sys.executable, "-m", "venv", str(self.folder)])
        if made.returncode:
            raise SetUpError(f"Python could not make an environment here:\n{_end_of(made)}")

    def _install(self, *, last_try: bool = False) -> bool:
        pip = [str(self.python), "-m", "pip", "install", "--quiet", "--no-input"]
        pip += ["--disable-pip-version-check", "--no-warn-script-location"]
        print("  2 of 3  the libraries, each checked against its hash", flush=True)
        libraries = _quietly([*pip, "--require-hashes", "-r", str(self.lock)])
        if libraries.returncode:
            return _say_why(libraries, last_try=last_try)
        print("  3 of 3  the program itself", flush=True)
        ours = _quietly([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
        if ours.returncode:
            return _say_why(ours, last_try=last_try)
        return _quietly([str(self.python), "-m", "pip", "check"]).returncode == 0


def _provide_venv() -> None:
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not on_debian():
        raise SetUpError("This Python lacks its modules venv and ensurepip. Please install them.")
    if not install_debian_packages([package]):
        raise SetUpError(
            "Python cannot make environments here yet. Please install this, then try again:\n"
            f"  sudo apt-get install {package}"
        )
    importlib.invalidate_caches()


def _say_why(result: subprocess.CompletedProcess[str], *, last_try: bool) -> bool:
    if last_try:
        raise SetUpError(
            "The libraries could not be installed. The first time needs the internet.\n"
            f"{_end_of(result)}"
        )
    print("          that did not go well; starting again from nothing", flush=True)
    return False


def _end_of(result: subprocess.CompletedProcess[str]) -> str:
    lines = (result.stdout + result.stderr).strip().splitlines()
    errors = [line for line in lines if line.startswith("ERROR")]
    return "\n".join(f"  {line}" for line in (errors or lines)[-ENOUGH_OF_A_COMPLAINT:])


def _quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=clean_surroundings(os.environ),
        text=True,
        capture_output=True,
        check=False,
    )


def _call(command: list[str], *, folder: Path, offscreen: bool) -> int:
    surroundings = clean_surroundings(os.environ)
    if offscreen:
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    code = subprocess.call(command, cwd=folder, env=surroundings)
    return code if code >= 0 else 128 - code


def clean_surroundings(outer: Mapping[str, str]) -> dict[str, str]:
    """What a child gets: no foreign Python settings, no foreign place to install to, UTF-8."""
    kept = {
        name: value
        for name, value in outer.items()
        if not name.startswith("PYTHON") and name not in PIP_PLACES
    }
    spoken = kept.get("LC_ALL") or kept.get("LC_CTYPE") or kept.get("LANG") or ""
    if os.name == "posix" and "utf" not in spoken.lower():
        kept["LC_ALL"] = "C.UTF-8"
    return kept
