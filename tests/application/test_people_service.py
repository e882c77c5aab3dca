"""Changes of people: made in the header, noted in the audit log, and never said to be undone when they count."""

import pytest

from tests.fake_store import FakeStore
from tests.fake_vault import PASSPHRASE, FakeUnlockedVault
from tests.invented_services import PRIYA, SAM, WORKPLACE
from tests.office import IVY
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DiskFullError, NotAllowedError, WrongPassphraseError
from vrn_desktop.domain.practitioner import Practitioner

NEW = "velvet anchor muffin pulley"


def office(
    me: Practitioner = PRIYA,
) -> tuple[PeopleService, FakeUnlockedVault, FakeStore]:
    vault, store = FakeUnlockedVault(me, (PRIYA, SAM, IVY)), FakeStore()
    records = store if me.role.may_read_records else None
    return PeopleService(OpenFile(vault=vault, records=records)), vault, store


def test_every_change_is_noted_and_the_file_remembers_the_header() -> None:
    people, vault, store = office()
    people.change(SAM.id, name="Sam Corrected", trained=False)
    people.reset(SAM.id, NEW)
    people.change_passphrase(PASSPHRASE, NEW)
    people.prepare_new_sheet()
    people.commit_new_sheet()
    people.show_before_sign_in(WORKPLACE)
    assert store.acts == [
        (Act.PERSON_CHANGED, SAM.id),
        (Act.PASSPHRASE_RESET, SAM.id),
        (Act.PASSPHRASE_CHANGED, PRIYA.id),
        (Act.SHEET_RENEWED, ""),
    ]
    assert store.header_seen == vault.generation


def test_a_new_passphrase_that_counts_is_not_said_to_have_failed_because_of_the_log() -> None:
    people, vault, store = office()
    store.refuses = DiskFullError("x")

    people.change_passphrase(PASSPHRASE, NEW)

    assert vault.passphrase == NEW
    assert [note.act for note in vault.notes] == [Act.PASSPHRASE_CHANGED]
    store.refuses = None
    people.change(SAM.id, name="Sam Corrected", trained=False)
    assert store.acts == [(Act.PASSPHRASE_CHANGED, PRIYA.id), (Act.PERSON_CHANGED, SAM.id)]


def test_an_administrator_changes_people_without_any_records() -> None:
    people, vault, store = office(IVY)
    people.change(SAM.id, name="Sam Corrected", trained=False)
    assert people.name_of(SAM.id) == "Sam Corrected"
    assert store.acts == []
    assert [(note.who, note.act, note.subject) for note in vault.notes] == [
        (IVY.id, Act.PERSON_CHANGED, SAM.id)
    ]


def test_a_practitioner_changes_nobody() -> None:
    people, vault, _store = office(SAM)
    with pytest.raises(NotAllowedError):
        people.reset(PRIYA.id, NEW)
    assert vault.generation == 1


def test_a_miss_while_the_file_is_open_is_noted_at_once() -> None:
    people, _vault, store = office()
    with pytest.raises(WrongPassphraseError):
        people.confirm_passphrase("not it")
    with pytest.raises(WrongPassphraseError):
        people.change_passphrase("not it", NEW)
    assert store.acts == [(Act.SIGN_IN_MISSED, f"{PRIYA.id} 1")] * 2
    store.refuses = DiskFullError("x")
    with pytest.raises(WrongPassphraseError):
        people.confirm_passphrase("not it")
