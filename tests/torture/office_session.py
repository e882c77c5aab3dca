"""Sets a file up, changes a passphrase or the locks, and promises it when the use case has ended."""

import os
import sys
from pathlib import Path

from db import ballast
from tests.invented_team import ASH, OTHER_PASSPHRASE, PASSPHRASES, ROWAN
from tests.real_laptop import RealLaptop, people_of
from tests.torture.logged_disk import ACKNOWLEDGED


def set_up(laptop: RealLaptop) -> None:
    laptop.create(laptop.prepare())


def change_locks(laptop: RealLaptop) -> None:
    laptop.service.change_locks(laptop.unlock(ROWAN))


def change_passphrase(laptop: RealLaptop) -> None:
    people_of(laptop.unlock(ASH)).change_passphrase(PASSPHRASES[ASH], OTHER_PASSPHRASE)


WORK = {"set up": set_up, "change locks": change_locks, "change passphrase": change_passphrase}


def main(folder: Path, what: str) -> None:
    """Do it, and promise that it is done."""
    ballast.BALLAST_BYTES = 2**60  # no room for it: its megabytes say nothing about a power cut
    promises = os.open(folder / ACKNOWLEDGED, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    WORK[what](RealLaptop(folder))
    os.write(promises, b"done\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
