"""The machine's own references, measured in the same run: figures mean something only beside them."""

import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlcipher3 import dbapi2

from db.cipher_settings import SETTINGS
from tests.benchmarks.figures import Figures, middle, middle_and_nearly_all, milliseconds
from vrn_desktop.vault.key_cost import USUAL, KeyCost

BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.instance().quit)

application = QApplication(sys.argv)
window = Window()
window.show()
application.exec()
"""


def references(work: Path) -> Figures:
    """Every reference of this machine, in milliseconds; other people's programs if installed."""
    return {
        "load_before": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else 0.0,
        "bare_commit_ms": bare_commit(work),
        "bare_argon2id_ms": bare_key_derivation(USUAL),
        "bare_qt_window_ms": bare_window(),
        "keepassxc": _keepassxc(),
        "libreoffice_40_letters_cpu_s": _office_letters(work),
    }


def bare_commit(work: Path, times: int = 200) -> list[float]:
    """One row of an answer's size committed by bare SQLCipher with the store's own settings."""
    file = work / "bare-commit.db"
    file.unlink(missing_ok=True)
    connection = dbapi2.connect(str(file), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(48)}'\"")
    for name, value, _ in SETTINGS:
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    connection.execute(
        "CREATE TABLE answer (id INTEGER PRIMARY KEY, item TEXT, code TEXT, at TEXT)"
    )

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO answer (item, code, at) VALUES ('H01', 'some', ?)", ["t" * 32]
        )
        connection.execute("COMMIT")

    took = milliseconds(commit, times=times)
    connection.close()
    file.unlink()
    return middle_and_nearly_all(took)


def bare_key_derivation(cost: KeyCost, times: int = 5) -> float:
    """Argon2id at a cost, and nothing else."""

    def derive() -> None:
        Argon2id(
            salt=b"s" * 16,
            length=32,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(b"a passphrase of four words")

    return middle(milliseconds(derive, times=times))


def bare_window(times: int = 5) -> float:
    """A new process, an empty Qt window, its first paint."""

    def start() -> None:
        subprocess.run([sys.executable, "-c", BARE_WINDOW], check=True)

    return middle(milliseconds(start, times=times))


def _office_letters(work: Path, count: int = 40) -> float | str:
    """Seconds of CPU that LibreOffice takes for so many one-page letters from a cold start."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return "absent here"
    sources = [work / f"letter-{number}.html" for number in range(count)]
    for source in sources:
        source.write_text("<h1>Hello Sam</h1>" + "<p>Some people who may help.</p>" * 12, "utf-8")
    before = os.times()
    profile = f"-env:UserInstallation={(work / 'office-profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(work)]
    subprocess.run([*convert, *map(str, sources)], check=True, capture_output=True)
    after = os.times()
    return round(
        after.children_user + after.children_system - before.children_user - before.children_system,
        2,
    )


def _keepassxc() -> str:
    return "installed; start it beside ours" if shutil.which("keepassxc") else "absent here"
