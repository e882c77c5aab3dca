"""Two lives of one process: work with words of somebody, lock, and look into the memory of what follows.

The words are looked for in their disguise only, so that looking for them puts them nowhere.
Usage: python -m tests.end_to_end.locking_session FOLDER
"""

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vrn_desktop.vault.process_hardening import PR_SET_DUMPABLE, harden

if TYPE_CHECKING:
    from ui.shell import Shell
    from vrn_desktop.self_test.stage import Stage

LIFE = "VRN_TEST_LIFE"
MASK = 0x5A
DISGUISE = bytes(byte ^ MASK for byte in range(256))
CHUNK = 1 << 20


def disguised(word: str) -> bytes:
    return word.encode().translate(DISGUISE)


def undisguised(word: bytes) -> str:
    return word.translate(DISGUISE).decode()


NAME = b'\x0b">;-4<3492'
WORDS = b'+";78?(w63=2.25/)?'
"""Made up, as `disguised` leaves them."""


def hits(disguise: bytes) -> int:
    """How often a word stands in the memory of this process, in UTF-8 or UTF-16."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # else only root may read it
    wide = bytes(part for byte in disguise for part in (byte, MASK))
    count = 0
    with (
        Path("/proc/self/maps").open(encoding="ascii") as maps,
        Path("/proc/self/mem").open("rb", buffering=0) as memory,
    ):
        for line in maps.read().splitlines():
            span, rights, *_rest = line.split()
            if not rights.startswith("r") or "[v" in line:
                continue
            start, end = (int(edge, 16) for edge in span.split("-"))
            count += _hits_between(memory.fileno(), start, end, (disguise, wide))
    return count


def _hits_between(memory: int, start: int, end: int, needles: tuple[bytes, ...]) -> int:
    count = 0
    while start < end:
        try:
            chunk = os.pread(memory, min(CHUNK + 64, end - start), start)
        except OSError:
            return count
        masked = chunk.translate(DISGUISE)
        count += sum(masked.count(needle) for needle in needles)
        start += CHUNK
    return count


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps({"process": os.getpid(), **facts}) + "\n")
    sys.stdout.flush()


def work(shell: "Shell", stage: "Stage") -> None:
    """Sign in and write down somebody's words."""
    from tests.invented_team import PASSPHRASES, PRACTITIONER  # noqa: PLC0415 - in this life only
    from vrn_desktop.self_test.set_up_steps import sign_in  # noqa: PLC0415

    passphrase = PASSPHRASES[PRACTITIONER.id]
    os.environ[LIFE] = disguised(passphrase).hex()
    sign_in(stage, PRACTITIONER.name, passphrase)
    stage.click("home-start")
    stage.write("new-name", undisguised(NAME))
    stage.write("new-age", "15")
    stage.click("new-begin")
    stage.click("privacy-who-nobody")
    stage.click("privacy-private-private")
    stage.click("header-telling")
    stage.write("telling-words-area", undisguised(WORDS))
    say(life=1, hits=[hits(NAME), hits(WORDS), hits(disguised(passphrase))])


def look_around(shell: "Shell", stage: "Stage") -> None:
    """What there is after locking, seen from inside."""
    passphrase = bytes.fromhex(os.environ[LIFE])
    links = [os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()]
    say(
        life=2,
        hits=[hits(NAME), hits(WORDS), hits(passphrase)],
        unlock=stage.is_there("unlock-go"),
        signed_in=shell.session is not None,
        store_files=[link for link in links if "store-" in link],
        loaded=sorted({"sqlalchemy", "sqlcipher3", "reportlab"} & set(sys.modules)),
    )


def main(folder: Path) -> int:
    harden(os.environ)
    from PySide6.QtCore import Qt, QTimer  # noqa: PLC0415 - after hardening, as in the program
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from ui.application import make_application, open_shell  # noqa: PLC0415
    from vrn_desktop.bootstrap.program_start import begin_program  # noqa: PLC0415
    from vrn_desktop.self_test.stage import Stage  # noqa: PLC0415

    application = make_application()
    program = begin_program(folder)
    if program.trouble is not None:
        say(trouble=type(program.trouble).__name__)
        return 1
    shell = open_shell(application, program)
    shell.window.show()
    shell.window.activateWindow()
    QTest.qWaitForWindowActive(shell.window)
    stage = Stage(shell.window, folder)
    if LIFE in os.environ:
        look_around(shell, stage)
        sys.stdin.read()  # the asker looks from outside and then lets go
        return 0
    work(shell, stage)
    ctrl_l = (shell.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTimer.singleShot(0, lambda: QTest.keyClick(*ctrl_l))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
