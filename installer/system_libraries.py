"""What Qt and the tests take from the system: what is missing, and how Debian and Ubuntu get it."""

import ctypes
import os
import platform
import shutil
import subprocess
from pathlib import Path

WITHOUT_A_WINDOW = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WITH_A_WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
RENAMED_FOR_64_BIT_TIME = {"libglib2.0-0"}
FIRST_RENAMED = {"debian": 13.0, "ubuntu": 24.04}


class SetUpError(Exception):
    """Something is missing on this computer; the text says what, in words for the person at it."""


def display_present() -> bool:
    """Whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if platform.system() == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def require_system_libraries(*, window: bool) -> None:
    """See that Qt finds its libraries; as root on Debian and Ubuntu install what is missing.

    Raises:
        SetUpError: libraries are missing; the text names them and how to get them.
    """
    if platform.system() != "Linux":
        return
    needed = {**WITHOUT_A_WINDOW, **(WITH_A_WINDOW if window else {})}
    if not _missing(needed):
        return
    if on_debian():
        everything = _missing({**WITHOUT_A_WINDOW, **WITH_A_WINDOW})
        install_debian_packages(debian_names(list(everything.values())))
    still_missing = _missing(needed)
    if still_missing:
        raise SetUpError(_how_to_get(still_missing))


def on_debian() -> bool:
    """Whether this system takes its packages from apt-get."""
    return shutil.which("apt-get") is not None


def install_debian_packages(names: list[str]) -> bool:
    """Install packages if we may (as root), saying so; False if it did not come about."""
    if not is_root():
        return False
    print(f"Installing what is needed from the system: {' '.join(names)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    install = ["apt-get", "install", "-y", "-qq", "-o", "Dpkg::Use-Pty=0"]
    install += ["--no-install-recommends", *names]
    return subprocess.call(install, env=quiet, stdout=subprocess.DEVNULL) == 0


def debian_names(names: list[str], release: str | None = None) -> list[str]:
    """The packages' names on this release: some were renamed when Debian moved to 64-bit time."""
    facts = _release_facts(_os_release() if release is None else release)
    family = "ubuntu" if "ubuntu" in facts.get("ID", "") + facts.get("ID_LIKE", "") else "debian"
    try:
        version = float(facts.get("VERSION_ID", "12"))
    except ValueError:
        version = FIRST_RENAMED[family]
    renamed = version >= FIRST_RENAMED[family]
    return [f"{name}t64" if renamed and name in RENAMED_FOR_64_BIT_TIME else name for name in names]


def is_root() -> bool:
    """Whether this process may install packages."""
    return os.name == "posix" and os.geteuid() == 0


def _os_release() -> str:
    file = Path("/etc/os-release")
    return file.read_text("utf-8") if file.is_file() else ""


def _release_facts(text: str) -> dict[str, str]:
    pairs = (line.partition("=") for line in text.splitlines() if "=" in line)
    return {name.strip(): value.strip().strip('"') for name, _, value in pairs}


def _missing(libraries: dict[str, str]) -> dict[str, str]:
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _how_to_get(missing: dict[str, str]) -> str:
    if on_debian():
        names = " ".join(debian_names(list(missing.values())))
        return (
            "Qt, which draws the windows, needs some libraries of the system. "
            f"Please install them, then try again:\n  sudo apt-get install {names}"
        )
    return (
        "Qt, which draws the windows, needs some libraries of the system. "
        f"Please install what provides these, then try again:\n  {' '.join(missing)}"
    )
