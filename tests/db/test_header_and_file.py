"""Header and store remember each other through every change of people (security.md 5.2, ADR 11)."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.invented_team import (
    ADMINISTRATOR,
    ASH,
    IVY,
    OTHER_PASSPHRASE,
    PASSPHRASES,
    ROWAN,
)
from tests.real_laptop import RealLaptop, acts_of, people_of
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.vault import NewPerson
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileRolledBackError, NotAllowedError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role

FERN = NewPerson(
    id=PractitionerId("fern"),
    name="Fern Specimen",
    role=Role.ADMINISTRATOR,
    trained=False,
    passphrase=OTHER_PASSPHRASE,
)


def correct(people: PeopleService) -> None:
    people.change(ASH, name="Ash Corrected", trained=True)


def reset(people: PeopleService) -> None:
    people.reset(ASH, OTHER_PASSPHRASE)


def remove(people: PeopleService) -> None:
    people.remove(ASH, date(2026, 11, 24))


def add(people: PeopleService) -> None:
    people.add(FERN)


def own_passphrase(people: PeopleService) -> None:
    people.change_passphrase(PASSPHRASES[ROWAN], OTHER_PASSPHRASE)


def new_sheet(people: PeopleService) -> None:
    people.prepare_new_sheet()
    people.commit_new_sheet()


@pytest.mark.parametrize("change", [correct, reset, remove, add, own_passphrase, new_sheet])
def test_t5_an_older_header_put_back_after_a_change_is_noticed(
    laptop: RealLaptop, change: Callable[[PeopleService], None]
) -> None:
    before = laptop.headers()
    opened = laptop.unlock(ROWAN)
    change(people_of(opened))
    opened.store.close()
    laptop.put_back(before)
    with pytest.raises(FileRolledBackError):
        laptop.unlock(ROWAN)


def test_an_unchanged_header_put_back_opens(laptop: RealLaptop) -> None:
    """The control: without a change of people the header of the morning still fits."""
    before = laptop.headers()
    laptop.unlock(ROWAN).store.close()
    laptop.put_back(before)
    laptop.lock(laptop.unlock(ROWAN))


def test_each_change_stands_in_the_log_once(laptop: RealLaptop) -> None:
    opened = laptop.unlock(ROWAN)
    before = len(acts_of(opened))
    for change in (correct, reset, add, new_sheet, own_passphrase):
        change(people_of(opened))
    noted = [
        (Act.PERSON_CHANGED, ASH),
        (Act.PASSPHRASE_RESET, ASH),
        (Act.PERSON_ADDED, "fern"),
        (Act.SHEET_RENEWED, ""),
        (Act.PASSPHRASE_CHANGED, ROWAN),
    ]
    assert acts_of(opened)[before:] == noted
    laptop.lock(opened)
    again = laptop.unlock(ROWAN, OTHER_PASSPHRASE)
    assert acts_of(again)[before:] == [*noted, (Act.LOCKED, ""), (Act.SIGNED_IN, "")]
    again.store.close()


def test_a_change_whose_entry_was_cut_off_is_noted_at_the_next_sign_in(laptop: RealLaptop) -> None:
    opened = laptop.unlock(ROWAN)
    opened.vault.change_passphrase(PASSPHRASES[ROWAN], OTHER_PASSPHRASE)
    opened.store.close()  # killed before the audit log had it
    again = laptop.unlock(ROWAN, OTHER_PASSPHRASE)
    assert acts_of(again)[-2:] == [(Act.PASSPHRASE_CHANGED, ROWAN), (Act.SIGNED_IN, "")]
    again.store.close()


def test_an_administrator_signs_in_opens_no_records_and_is_noted_all_the_same(
    laptop: RealLaptop,
) -> None:
    ivy = laptop.unlock(IVY)
    assert ivy.records is None
    with pytest.raises(NotAllowedError):
        _ = ivy.store
    people = people_of(ivy)
    people.add(FERN)
    people.change(ASH, name="Ash Corrected", trained=True)
    people.remove(ASH, date(2026, 11, 24))
    laptop.lock(ivy)
    assert laptop.unlock(FERN.id, OTHER_PASSPHRASE).records is None

    rowan = laptop.unlock(ROWAN)
    assert acts_of(rowan)[-4:] == [
        (Act.PERSON_ADDED, f"fern by {ADMINISTRATOR.id}"),
        (Act.PERSON_CHANGED, f"{ASH} by {ADMINISTRATOR.id}"),
        (Act.PERSON_REMOVED, f"{ASH} by {ADMINISTRATOR.id}"),
        (Act.SIGNED_IN, ""),
    ]
    laptop.lock(rowan)
    again = laptop.unlock(ROWAN)
    assert again.vault.notes == ()
    assert [act for act, _ in acts_of(again)].count(Act.PERSON_REMOVED) == 1
    again.store.close()


def test_an_administrator_resets_only_administrators(laptop: RealLaptop) -> None:
    people = people_of(laptop.unlock(IVY))
    with pytest.raises(NotAllowedError):
        people.reset(ROWAN, OTHER_PASSPHRASE)


def test_the_sheet_opens_a_new_passphrase_for_an_administrator_too(laptop: RealLaptop) -> None:
    rowan = laptop.unlock(ROWAN)
    people = people_of(rowan)
    sheet = people.prepare_new_sheet()
    people.commit_new_sheet()
    laptop.lock(rowan)
    way = laptop.service.recovery()
    access = way.open_with(" ".join(word for row in sheet.rows for word in row))
    assert way.sign_in(access, IVY, OTHER_PASSPHRASE).records is None
    again = laptop.unlock(ROWAN)
    assert (Act.PASSPHRASE_RESET, f"{IVY} by {IVY}") in acts_of(again)
    again.store.close()


def test_misses_and_a_jump_of_the_clock_are_noted_without_names(laptop: RealLaptop) -> None:
    for _ in range(2):
        with pytest.raises(WrongPassphraseError):
            laptop.unlock(ASH, "not the passphrase")
    with pytest.raises(WrongPassphraseError):
        laptop.service.recovery().open_with("these are not the words of the sheet at all")
    fresh = RealLaptop(laptop.folder, laptop.clock)  # the program was closed in between
    fresh.clock.now -= timedelta(days=400)
    opened = fresh.unlock(ROWAN)
    assert acts_of(opened)[-4:] == [
        (Act.SIGN_IN_MISSED, f"{ASH} 2"),
        (Act.SIGN_IN_MISSED, "sheet 1"),
        (Act.CLOCK_JUMPED, "behind"),
        (Act.SIGNED_IN, ""),
    ]
    opened.store.close()
    again = fresh.unlock(ROWAN)
    assert acts_of(again)[-1] == (Act.SIGNED_IN, "")
    assert [act for act, _ in acts_of(again)].count(Act.SIGN_IN_MISSED) == 2
    again.store.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"no json", b"[1]", b'{"nobody": 5}', b'{"ash": -1, "rowan": "x"}', b"\xff", b"{}"],
)
def test_a_count_of_misses_that_somebody_wrote_by_hand_is_left_out(
    laptop: RealLaptop, content: bytes
) -> None:
    (laptop.folder / "missed").write_bytes(content)
    opened = laptop.unlock(ROWAN)
    assert Act.SIGN_IN_MISSED not in [act for act, _ in acts_of(opened)]
    opened.store.close()


def test_a_backup_that_was_not_made_is_known_at_the_next_sign_in(laptop: RealLaptop) -> None:
    opened = laptop.unlock(ROWAN)
    assert not laptop.service.backup_missing(opened)
    laptop.lock(opened)
    laptop.clock.now += timedelta(days=1)
    opened = laptop.unlock(ROWAN)
    assert not laptop.service.backup_missing(opened)
    laptop.clock.now += timedelta(hours=1)
    (laptop.folder / "backups").rename(laptop.folder / "away")
    (laptop.folder / "backups").write_bytes(b"a file where the folder was")
    assert laptop.service.lock(opened) is not None
    (laptop.folder / "backups").unlink()
    (laptop.folder / "away").rename(laptop.folder / "backups")
    opened = laptop.unlock(ROWAN)
    assert laptop.service.backup_missing(opened)
    assert opened.vault.anchor.seq == opened.store.audit_head()[0] - 1
    laptop.service.back_up(opened)
    assert not laptop.service.backup_missing(opened)
    opened.store.close()


def test_the_sheet_brings_a_backup_to_a_new_laptop(laptop: RealLaptop, tmp_path: Path) -> None:
    rowan = laptop.unlock(ROWAN)
    people = people_of(rowan)
    sheet = people.prepare_new_sheet()
    people.commit_new_sheet()
    laptop.lock(rowan)
    stick = tmp_path / "stick"
    stick.mkdir()
    newest = laptop.service.backups()[0].path
    laptop.service.copy_out(newest, stick)

    folder = tmp_path / "new laptop"
    folder.mkdir()
    new = RealLaptop(folder, laptop.clock)
    way = new.service.recovery_of(stick / newest.name)
    assert way.describe().sheet_name == sheet.sheet_name
    access = way.open_with(" ".join(word for row in sheet.rows for word in row))
    assert IVY not in {person.id for person in way.people(access)}
    opened = way.sign_in(access, ASH, OTHER_PASSPHRASE)
    opened.write_down()
    assert (Act.PASSPHRASE_RESET, ASH) in acts_of(opened)
    new.lock(opened)
    new.unlock(ASH, OTHER_PASSPHRASE).store.close()
    with pytest.raises(NotAllowedError):
        new.service.recovery_of(stick / newest.name)
