"""Runs the program in a process of its own, with a home and a temporary folder that nobody else uses."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 100
_KEPT = ("PATH", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT", "VIRTUAL_ENV", "FONTCONFIG_FILE")


@dataclass(frozen=True)
class Places:
    """Where a process could leave something."""

    root: Path

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"

    def made(self) -> "Places":
        for folder in (self.home, self.temporary, *(self.root / name for name in XDG.values())):
            folder.mkdir(parents=True, mode=0o700)
        return self

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        temporary = {name: str(self.temporary) for name in ("TMPDIR", "TMP", "TEMP")}
        xdg = {variable: str(self.root / name) for variable, name in XDG.items()}
        return {
            **kept,
            **temporary,
            **xdg,
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
        }


XDG = {
    "XDG_DATA_HOME": "xdg/data",
    "XDG_CONFIG_HOME": "xdg/config",
    "XDG_CACHE_HOME": "xdg/cache",
    "XDG_STATE_HOME": "xdg/state",
    "XDG_RUNTIME_DIR": "xdg/run",
}


def run(*arguments: str, places: Places | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments; what it wrote and how it ended."""
    return subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, *arguments],
        cwd=ROOT,
        env=places.environment() if places else {**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_SECONDS,
        check=False,
    )


def traceback_in(done: subprocess.CompletedProcess[str]) -> bool:
    """Whether Python printed one, on either stream."""
    return "Traceback (most recent call last)" in done.stdout + done.stderr
