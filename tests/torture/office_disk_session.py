"""Locks on a nearly full and on a full disk, and works on a read-only one, with a real vault and file."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from db import ballast
from tests.invented_services import WORKPLACE
from tests.invented_team import ASH, OTHER_PASSPHRASE, PASSPHRASES, ROWAN
from tests.real_laptop import RealLaptop, people_of
from tests.torture.full_disk_session import fill
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.young_person_service import YoungPersonService
from vrn_desktop.domain.errors import StorageError

ENOUGH_FOR_THE_HEADER = 96 * 1024


def name_of_trouble(act: Callable[[], object]) -> str:
    try:
        act()
    except StorageError as error:
        return type(error).__name__
    return "none"


def locked(laptop: RealLaptop, opened: OpenFile) -> str:
    trouble = laptop.service.lock(opened)
    return "none" if trouble is None else type(trouble).__name__


def main(folder: Path) -> None:
    """Say what happened, as JSON."""
    ballast.BALLAST_BYTES = 2**60
    filler = folder / "filler"
    said: dict[str, str | bool] = {}
    laptop = RealLaptop(folder)
    opened = laptop.create(laptop.prepare())
    person = YoungPersonService(opened, laptop.clock, lambda: "kim").add("Kim Invented", 14)
    laptop.lock(opened)

    laptop.clock.now += timedelta(hours=1)
    opened = laptop.unlock(ROWAN)
    before = opened.vault.anchor.seq
    fill(filler)
    os.truncate(filler, filler.stat().st_size - ENOUGH_FOR_THE_HEADER)
    said["nearly full"] = locked(laptop, opened)
    filler.unlink()
    opened = laptop.unlock(ROWAN)
    said["anchor kept"] = opened.vault.anchor.seq == before + 2
    said["told"] = laptop.service.backup_missing(opened)

    fill(filler)
    people = people_of(opened)
    said["change on full"] = name_of_trouble(
        lambda: people.change_passphrase(PASSPHRASES[ROWAN], OTHER_PASSPHRASE)
    )
    said["full"] = locked(laptop, opened)
    filler.unlink()
    laptop.lock(laptop.unlock(ROWAN))

    remount = ["mount", "-o", "remount,ro", str(folder)]
    subprocess.run(remount, check=True)
    opened = laptop.unlock(ASH)
    with opened.store.read() as work:
        said["read"] = work.workplaces.get() == WORKPLACE
    story = YoungPersonService(opened, laptop.clock, lambda: "").story(person.id)
    said["story"] = story.person == person
    said["change"] = name_of_trouble(
        lambda: people_of(opened).change_passphrase(PASSPHRASES[ASH], OTHER_PASSPHRASE)
    )
    said["backup"] = name_of_trouble(lambda: laptop.service.back_up(opened))
    said["locks"] = name_of_trouble(lambda: laptop.service.change_locks(laptop.unlock(ROWAN)))
    said["read only"] = locked(laptop, opened)
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
