"""One unlocking in a process as the unlock window leaves it; prints how many milliseconds it took."""

import sys
from pathlib import Path
from time import perf_counter, sleep

import ui.application  # noqa: F401 - what the window has brought in before anybody unlocks
from tests.benchmarks.invented_office import program_over
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_team import PASSPHRASES, PRACTITIONER

TYPING_S = 3.0


def main(folder: Path) -> None:
    """From the passphrase to the use cases of the open file; slow parts come in while it is typed."""
    program = program_over(folder)
    program.prepare()
    sleep(TYPING_S)
    began = perf_counter()
    opened = program.file.unlock(PRACTITIONER.id, PASSPHRASES[PRACTITIONER.id])
    services = program.services_for(opened, ImmediateTaskRunner())
    services.content.instrument()
    services.workplaces.workplace()
    print((perf_counter() - began) * 1000)
    program.file.lock(opened)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
