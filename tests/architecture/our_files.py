"""The files of this project, as the architecture tests look at them."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTION = ("vrn_desktop", "ui", "db", "resources")
MADE_HERE = frozenset({".git", ".venv", "__pycache__", "demo-output", "build", "dist"})


def our_files() -> tuple[Path, ...]:
    """Every file under version control; without git, every file that is not made here."""
    git = shutil.which("git")
    if git is not None:
        command = [git, "-C", str(ROOT), "ls-files", "-z"]
        listed = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own folder
        if listed.returncode == 0:
            names = listed.stdout.decode().split("\0")
            return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())
    return tuple(
        file
        for file in ROOT.rglob("*")
        if file.is_file() and not MADE_HERE & set(file.relative_to(ROOT).parts)
    )


def python_files(*rooms: str) -> tuple[Path, ...]:
    """Our Python files, all of them or those of some top-level folders."""
    return tuple(
        file
        for file in our_files()
        if file.suffix == ".py" and (not rooms or file.relative_to(ROOT).parts[0] in rooms)
    )


def shown(file: Path) -> str:
    """A file's path as people of the project write it."""
    return file.relative_to(ROOT).as_posix()
