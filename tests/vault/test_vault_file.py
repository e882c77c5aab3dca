"""Founding, describing and opening a vault."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from tests.founded_vault import Founded
from tests.invented_team import (
    ASH,
    HELP_LINES,
    IVY,
    OTHER_PASSPHRASE,
    PASSPHRASES,
    PRACTITIONER,
    ROWAN,
    SUPERVISOR,
)
from vrn_desktop.domain.errors import (
    FileDamagedError,
    FileMissingError,
    NotAllowedError,
    WrongPassphraseError,
)
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseTooEasyError
from vrn_desktop.vault import primitives
from vrn_desktop.vault.key_cost import FLOOR, KeyCost
from vrn_desktop.vault.vault_file import VaultFile


def test_an_empty_folder_is_a_first_run(tmp_path: Path) -> None:
    vault = VaultFile(tmp_path)
    assert not vault.exists()
    with pytest.raises(FileMissingError):
        vault.describe()


def test_a_store_without_a_header_is_no_first_run(tmp_path: Path) -> None:
    (tmp_path / "store-0003.db").write_bytes(b"x" * 4096)
    vault = VaultFile(tmp_path, cost=FLOOR)
    assert vault.exists()
    with pytest.raises(FileMissingError):
        vault.describe()
    with pytest.raises(NotAllowedError):
        vault.create(help_lines=HELP_LINES, people=(SUPERVISOR,))


def test_nothing_is_written_before_the_first_store_is_committed(tmp_path: Path) -> None:
    new = VaultFile(tmp_path, cost=FLOOR).create(help_lines=HELP_LINES, people=(SUPERVISOR,))
    assert new.unlocked.store is not None
    assert new.unlocked.store.path == tmp_path / "store-0001.db"
    assert list(tmp_path.iterdir()) == []
    committed = new.unlocked.commit_new_store()
    assert committed == new.unlocked.store
    assert {path.name for path in tmp_path.iterdir()} == {"header-a", "header-b"}
    opened = VaultFile(tmp_path, cost=FLOOR).unlock(ROWAN, PASSPHRASES[ROWAN])
    assert opened.store == committed


def test_the_first_person_is_a_supervisor(tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError):
        VaultFile(tmp_path, cost=FLOOR).create(help_lines=HELP_LINES, people=(PRACTITIONER,))


def test_an_easy_passphrase_founds_nothing(tmp_path: Path) -> None:
    easy = replace(SUPERVISOR, passphrase=f"{SUPERVISOR.name} 1")
    with pytest.raises(PassphraseTooEasyError) as refused:
        VaultFile(tmp_path, cost=FLOOR).create(help_lines=HELP_LINES, people=(easy,))
    assert "people here would know" in " ".join(refused.value.advice)


def test_ti_03_help_lines_are_readable_before_sign_in(founded: Founded) -> None:
    description = founded.vault.describe()
    assert description.help_lines == HELP_LINES
    assert [person.id for person in description.people] == [ASH, IVY, ROWAN]
    assert description.sheet_name == founded.sheet.sheet_name


def test_each_person_opens_with_their_own_passphrase_only(founded: Founded) -> None:
    for person in (ROWAN, ASH, IVY):
        assert founded.unlock(person).person.id == person
    with pytest.raises(WrongPassphraseError):
        founded.vault.unlock(ASH, PASSPHRASES[ROWAN])


def test_all_who_may_read_hold_the_same_database_key(founded: Founded) -> None:
    store = founded.unlock(ROWAN).store
    assert store is not None
    assert store == founded.unlock(ASH).store
    assert (len(store.key), len(store.salt)) == (32, 16)


def test_an_administrator_never_holds_the_database_key(founded: Founded) -> None:
    ivy = founded.unlock(IVY)
    assert ivy.store is None
    with pytest.raises(NotAllowedError):
        ivy.prepare_new_store(new_keys=False)
    with pytest.raises(NotAllowedError):
        ivy.prepare_new_store(new_keys=True)
    with pytest.raises(NotAllowedError):
        ivy.prepare_new_sheet()


def test_wrong_passphrases_and_unknown_people_do_not_open(founded: Founded) -> None:
    for passphrase in ("", " ", PASSPHRASES[ROWAN].upper(), PASSPHRASES[ROWAN] + "x", "\ud800"):
        with pytest.raises(WrongPassphraseError):
            founded.vault.unlock(ROWAN, passphrase)
    with pytest.raises(WrongPassphraseError):
        founded.vault.unlock(PractitionerId("nobody"), PASSPHRASES[ROWAN])


def test_an_unknown_name_derives_a_key_all_the_same(
    founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs: list[KeyCost] = []
    derive = primitives.slow_key

    def counting(passphrase: bytes, salt: bytes, cost: KeyCost) -> bytes:
        costs.append(cost)
        return derive(passphrase, salt, cost)

    monkeypatch.setattr(primitives, "slow_key", counting)
    for person in (PractitionerId("nobody"), ROWAN):
        with pytest.raises(WrongPassphraseError):
            founded.vault.unlock(person, "not the passphrase")
    assert costs == [FLOOR, FLOOR]


def test_the_same_passphrase_opens_however_it_was_typed(founded: Founded) -> None:
    composed = "crème brûlée naïve Å zebra"
    founded.unlock(ROWAN).change_passphrase(PASSPHRASES[ROWAN], composed)
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        typed = unicodedata.normalize(form, composed)
        assert founded.vault.unlock(ROWAN, typed).person.id == ROWAN
    wide = founded.vault.unlock(ROWAN, composed.replace("zebra", "ｚｅｂｒａ"))
    wide.change_passphrase(composed, "рябина تفاحة 日本語 walnut")
    assert founded.vault.unlock(ROWAN, "рябина تفاحة 日本語 walnut").person.id == ROWAN


def test_changing_a_passphrase_needs_the_present_one(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    with pytest.raises(WrongPassphraseError):
        rowan.change_passphrase("not the passphrase", OTHER_PASSPHRASE)
    with pytest.raises(PassphraseTooEasyError):
        rowan.change_passphrase(PASSPHRASES[ROWAN], "Summer2026!x")
    rowan.change_passphrase(PASSPHRASES[ROWAN], OTHER_PASSPHRASE)
    rowan.confirm_passphrase(OTHER_PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        founded.unlock(ROWAN)
    assert founded.vault.unlock(ROWAN, OTHER_PASSPHRASE).store == rowan.store


def test_keys_are_wrapped_again_when_the_cost_rises_and_never_cheaper(founded: Founded) -> None:
    dearer = KeyCost(memory_kib=FLOOR.memory_kib, passes=4)
    before = VaultFile(founded.folder, cost=dearer).unlock(ASH, PASSPHRASES[ASH]).header_copy
    assert before.count(b'"passes":4') == 2
    after = founded.unlock(ASH).header_copy
    assert after == before
    assert founded.unlock(ROWAN).header_copy.count(b'"passes":4') == 3


def test_a_damaged_copy_is_mended_at_sign_in(founded: Founded) -> None:
    whole = (founded.folder / "header-b").read_bytes()
    (founded.folder / "header-a").write_bytes(whole[:100])
    (founded.folder / "header-b.new").write_bytes(b"left over")
    founded.unlock(ASH)
    assert (founded.folder / "header-a").read_bytes() == whole
    assert {path.name for path in founded.folder.iterdir()} == {"header-a", "header-b"}
    for name in ("header-a", "header-b"):
        (founded.folder / name).write_bytes(b"")
    assert founded.vault.exists()
    with pytest.raises(FileDamagedError):
        founded.unlock(ASH)
