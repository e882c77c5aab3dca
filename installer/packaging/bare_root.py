"""A bare Debian to install into: proves that the package brings all it needs, upgrades, and leaves data alone."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from installer.packaging.building import BUILD
from installer.system_libraries import SetUpError, install_debian_packages, is_root

RELEASE = "bookworm"
BARE = BUILD / f"bare-{RELEASE}"
DATA = Path("srv") / "worker" / ".local" / "share" / "vrn-desktop"
STARTING_S = 60.0
LOOK_S = 0.2
SETTINGS = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/srv/worker", "LANG=C.UTF-8"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BareRoot:
    """A copy of the bare system, to be spoilt by one trial."""

    folder: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command inside, with a process table of its own and next to no surroundings."""
        return subprocess.run(
            self._inside(command), capture_output=True, text=True, check=False, env={}
        )

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start a command inside and let it go on."""
        return subprocess.Popen(
            self._inside(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={}
        )

    def must(self, what: str, *command: str) -> str:
        """Run a command that has to succeed.

        Raises:
            SetUpError: it did not; the text has the end of what it said.
        """
        done = self.run(*command)
        if done.returncode:
            said = "\n".join((done.stdout + done.stderr).splitlines()[-12:])
            raise SetUpError(f"In the bare system this did not work: {what}.\n{said}")
        return done.stdout

    def _inside(self, command: tuple[str, ...]) -> list[str]:
        unshare = shutil.which("unshare") or "unshare"
        apart = [unshare, "--mount", "--pid", "--fork", "--kill-child"]
        apart.append(f"--mount-proc={self.folder / 'proc'}")
        return [
            *apart,
            "/usr/sbin/chroot",
            str(self.folder),
            "/usr/bin/env",
            "-i",
            *SETTINGS,
            *command,
        ]


def bare_root(folder: Path) -> BareRoot | None:
    """A fresh copy; None where none can be made (not root, no debootstrap)."""
    if not is_root():
        return None
    if shutil.which("debootstrap") is None and not install_debian_packages(["debootstrap"]):
        return None
    finished = BARE / "finished"
    if not finished.exists():
        print("Making a bare Debian to install into, once.", flush=True)
        shutil.rmtree(BARE, ignore_errors=True)
        made = subprocess.run(
            ["debootstrap", "--variant=minbase", RELEASE, str(BARE)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
        if made.returncode:
            print("The bare Debian could not be made, so nothing is proved in one.")
            return None
        finished.touch()
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["cp", "-a", "--reflink=auto", str(BARE), str(folder)], check=True)
    return BareRoot(folder=folder)


def install(root: BareRoot, package: Path) -> None:
    """Install a package there, with what it depends on and nothing else."""
    shutil.copy(package, root.folder / "opt" / package.name)
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y")
    root.must("reading the list of packages", *quiet, "update")
    root.must(
        f"installing {package.name}",
        *(*quiet, "--no-install-recommends", "install", f"/opt/{package.name}"),
    )


def prove_in_bare_root(older: Path, newer: Path, portable: Path, folder: Path) -> list[str]:
    """Install the older one, use it, put the newer over it while in use, try all, remove it.

    Returns what was seen, line by line; an empty list where no bare system can be made.

    Raises:
        SetUpError: something did not come out.
    """
    root = bare_root(folder)
    if root is None:
        return []
    seen = []
    install(root, older)
    seen.append(f"{older.name} installed with its dependencies in a bare {RELEASE}")
    running = root.start("env", "QT_QPA_PLATFORM=offscreen", "vrn-desktop")
    try:
        _wait_for_data(root.folder / DATA, running)
        install(root, newer)
        if running.poll() is not None:
            raise SetUpError("The running program ended when the newer package came.")
    finally:
        running.kill()
        running.wait()
    seen.append(f"{newer.name} put over it while it was running and held its data folder")
    version = root.must("asking for the version", "vrn-desktop", "--version").strip()
    root.must("the self-test", "vrn-desktop", "--self-test", "/opt/proof")
    report = (root.folder / "opt" / "proof" / "self-test.txt").read_text("utf-8")
    seen += [f"{version}: the whole walk came out", *report.splitlines()]
    kept = root.folder / DATA / "kept.txt"
    kept.write_text("invented", "utf-8")
    before = _files(root.folder / DATA)
    root.must("removing the package", "dpkg", "--purge", "vrn-desktop")
    if _files(root.folder / DATA) != before:
        raise SetUpError("Removing the package touched the data folder.")
    left = [
        place
        for place in ("usr/lib/vrn-desktop", "usr/bin/vrn-desktop")
        if os.path.lexists(root.folder / place)
    ]
    if left:
        raise SetUpError(f"Removing the package left {', '.join(left)}.")
    seen.append("removed; the data folder is as it was")
    seen.append(_prove_portable(root, portable))
    shutil.rmtree(folder)
    return seen


def _prove_portable(root: BareRoot, portable: Path) -> str:
    """Start the unpacked archive: its data must come up beside it, and nowhere else."""
    place = root.folder / "srv" / "worker" / "stick"
    place.mkdir()
    subprocess.run(["tar", "-xf", str(portable), "-C", str(place)], check=True)
    (top,) = place.iterdir()
    usual = root.folder / DATA
    shutil.rmtree(usual)
    inside = f"/{(top / 'vrn-desktop').relative_to(root.folder)}"
    running = root.start("env", "QT_QPA_PLATFORM=offscreen", inside)
    try:
        _wait_for_data(top / "data", running)
    finally:
        running.kill()
        running.wait()
    if usual.exists():
        raise SetUpError("The portable program wrote outside its own folder.")
    return f"{portable.name}: unpacked and started, its data lies beside it and nowhere else"


def _wait_for_data(data: Path, running: "subprocess.Popen[bytes]") -> None:
    until = monotonic() + STARTING_S
    while not any(data.glob("*")):
        if running.poll() is not None or monotonic() > until:
            raise SetUpError("The program did not start in the bare system.")
        sleep(LOOK_S)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
