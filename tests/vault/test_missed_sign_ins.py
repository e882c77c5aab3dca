"""Sign-ins that did not fit are counted by id beside the file, and never stand in anybody's way."""

from pathlib import Path

import pytest

from tests.founded_vault import Founded
from tests.invented_team import ASH
from tests.power_cut_disk import PowerCutDisk
from vrn_desktop.domain.errors import WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault.missed_sign_ins import MOST, NAME, MissedSignIns


def test_misses_outlive_the_program_and_name_nobody(founded: Founded) -> None:
    for person in (ASH, ASH, PractitionerId("nobody")):
        with pytest.raises(WrongPassphraseError):
            founded.vault.unlock(person, "not the passphrase")
    assert founded.vault.missed_sign_ins() == {ASH: 2}
    assert b"Ash" not in (founded.folder / "missed").read_bytes()
    founded.vault.forget_missed_sign_ins()
    assert founded.vault.missed_sign_ins() == {}


def test_a_full_disk_loses_the_count_and_nothing_else() -> None:
    disk = PowerCutDisk(full_after=0)
    missed = MissedSignIns(disk, Path("folder"))
    missed.add(ASH)
    assert missed.counts() == {}


def test_the_count_ends_somewhere() -> None:
    disk = PowerCutDisk()
    disk.write(Path("folder") / NAME, b'{"ash": %d}' % (MOST - 1))
    missed = MissedSignIns(disk, Path("folder"))
    for _ in range(3):
        missed.add(ASH)
    assert missed.counts() == {ASH: MOST}
