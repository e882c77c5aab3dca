"""The window over a disk that is full while answering, and then over one that was made read-only.

Run by `tests.torture.small_disk` on a disk of its own; says what happened as JSON.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from db import ballast
from tests.invented_team import PRACTITIONER
from tests.opened_program import OpenedProgram, found_office
from tests.torture.full_disk_session import fill
from ui.application import make_application
from ui.conversation.conversation_screen import ConversationScreen
from vrn_desktop.bootstrap.program_start import begin_program
from vrn_desktop.bootstrap.time_and_identifiers import now
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.self_test.asking import ask, session_of, the_screening
from vrn_desktop.self_test.stage import StepFailedError
from vrn_desktop.self_test.talk_steps import begin, opening
from vrn_desktop.vault.data_folder import DataFolder, made_ready
from vrn_desktop.vault.instance_lock import InstanceLock
from vrn_desktop.vault.unsafe_places import volume_of

READ_ONLY = "The folder can’t be written to."
FIRST, SECOND = ItemId("B01"), ItemId("B02")


def answer(program: OpenedProgram, code: str) -> None:
    program.stage.click(f"answers-{code}")


def item_on(program: OpenedProgram) -> str | None:
    screen = program.window.findChild(ConversationScreen)
    assert isinstance(screen, ConversationScreen)
    return screen.intents.state.page.item


def kept(program: OpenedProgram) -> dict[str, str | None]:
    services = session_of(program.shell).services
    screening = the_screening(program.stage, program.shell)
    answers = ask(program.stage, program.shell, lambda: services.screenings.load(screening)).answers
    return {str(item): answers.code(item) for item in (FIRST, SECOND)}


def lock(program: OpenedProgram) -> bool:
    program.shell.lock()
    program.stage.wait(lambda: program.restarts == 1, "it is locked")
    program.close()
    return program.unexpected() == ""


def main(folder: Path) -> None:
    ballast.BALLAST_BYTES = 2**60  # no ballast: the disk is full at once
    data = folder / "data"
    data.mkdir()
    application = make_application()
    found_office(data)
    made_ready(DataFolder(path=data), volume_of(data))
    InstanceLock(data, now()).release()
    full = answer_on_a_full_disk(application, data, folder / "filler")
    remount = ["mount", "-o", "remount,ro", str(folder)]
    subprocess.run(remount, check=True)  # noqa: S603  the system's own
    sys.stdout.write(json.dumps({**full, **read_on_a_read_only_disk(application, data)}) + "\n")


def answer_on_a_full_disk(application: QApplication, data: Path, filler: Path) -> dict[str, object]:
    said: dict[str, object] = {}
    program = OpenedProgram(application, data)
    program.unlock(PRACTITIONER)
    begin(program.stage)
    opening(program.stage)
    program.stage.find("intro", QWidget)
    program.stage.click("footer-continue")
    program.stage.find("question", QWidget)
    answer(program, "strong")
    program.stage.wait(lambda: "Saved on this laptop" in program.words(), "it is saved")
    program.stage.click("footer-continue")
    program.stage.wait(lambda: item_on(program) == SECOND, "the next question is there")

    fill(filler)
    answer(program, "weak")
    answer(program, "partly")
    program.stage.wait(lambda: program.stage.is_there("notSaved"), "it says that it is not saved")
    said["strip"] = "Not saved yet" in program.words()
    said["tick while full"] = "Saved on this laptop" in program.words()
    filler.unlink()
    program.stage.wait(lambda: not program.stage.is_there("notSaved"), "it is saved")
    said["tick once there is room"] = "Saved on this laptop" in program.words()
    said["calm"] = lock(program)

    program = OpenedProgram(application, data)
    program.unlock(PRACTITIONER)
    said["kept"] = kept(program)
    fill(filler)
    said["locks on a full disk"] = lock(program)
    filler.unlink()
    return said


def read_on_a_read_only_disk(application: QApplication, data: Path) -> dict[str, object]:
    said: dict[str, object] = {}
    begun = begin_program(data)
    said["trouble at start"] = type(begun.trouble).__name__
    program = OpenedProgram(application, data)
    program.unlock(PRACTITIONER)
    said["place on a read-only disk"] = program.shell.place
    said["readable"] = kept(program)
    program.stage.click("home-start")
    program.at_rest()
    said["page still there"] = program.stage.is_there("new-conversation")
    begin_anew(program)
    buttons = program.window.findChildren(QAbstractButton)
    said["says why"] = any(READ_ONLY in button.text() for button in buttons)
    said["locks on a read-only disk"] = lock(program)
    return said


def begin_anew(program: OpenedProgram) -> None:
    if program.stage.is_there("new-someone"):
        program.stage.click("new-someone")
    program.stage.write("new-name", "Kim Example")
    program.stage.write("new-age", "14")
    program.stage.click("new-begin")
    program.at_rest()


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except StepFailedError as failure:
        sys.stderr.write(f"{failure}\n")
        os._exit(1)  # the store thread would wait for ever
