"""What the header was changed for travels in it, signed, until the audit log has it (ADR 11)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.founded_vault import Founded
from tests.invented_team import ASH, IVY, OTHER_PASSPHRASE, PASSPHRASES, PRACTITIONER, ROWAN
from vrn_desktop.application.ports.vault import AuditAnchor, HeaderNote, HelpLines, UnlockedVault
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileDamagedError, NotAllowedError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault.header import MOST_NOTES
from vrn_desktop.vault.header_changes import genuine_notes, noted
from vrn_desktop.vault.header_envelope import opened
from vrn_desktop.vault.header_reading import read
from vrn_desktop.vault.header_writing import written
from vrn_desktop.vault.person_keys import new_person_keys

TODAY = date(2026, 11, 24)


def said(vault: UnlockedVault) -> list[tuple[str, str]]:
    return [(note.act.value, note.subject) for note in vault.notes]


def test_every_change_of_people_keys_and_lines_leaves_a_note(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    rowan.change_passphrase(PASSPHRASES[ROWAN], OTHER_PASSPHRASE)
    rowan.add_person(replace(PRACTITIONER, id=PractitionerId("fern")))
    rowan.change_person(ASH, name="Ash Corrected", trained=True)
    rowan.reset_person(ASH, OTHER_PASSPHRASE)
    rowan.remove_person(IVY, TODAY)
    rowan.update_help_lines(HelpLines(setting="Elsewhere", lead_name="", lead_numbers=()))
    rowan.prepare_new_sheet()
    rowan.commit_new_sheet()
    rowan.prepare_new_store(new_keys=True)
    rowan.commit_new_store()
    everything = [
        ("passphrase_changed", ROWAN),
        ("person_added", "fern"),
        ("person_changed", ASH),
        ("passphrase_reset", ASH),
        ("person_removed", IVY),
        ("help_lines_changed", ""),
        ("sheet_renewed", ""),
        ("keys_rotated", ""),
    ]
    assert said(rowan) == everything
    assert [note.generation for note in rowan.notes] == list(
        range(rowan.generation - len(everything) + 1, rowan.generation + 1)
    )
    assert said(founded.vault.unlock(ASH, OTHER_PASSPHRASE)) == everything


def test_what_is_refused_leaves_none(founded: Founded) -> None:
    ivy = founded.unlock(IVY)
    with pytest.raises(NotAllowedError):
        ivy.reset_person(ROWAN, OTHER_PASSPHRASE)
    assert ivy.notes == ()


def test_the_anchor_lets_notes_go_only_when_they_are_written(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    rowan.remove_person(IVY, TODAY)
    rowan.record_anchor(AuditAnchor(seq=3))
    assert said(rowan) == [("person_removed", IVY)]
    rowan.record_anchor(AuditAnchor(seq=4), notes_written=True)
    assert said(rowan) == said(founded.unlock(ROWAN)) == []


def test_a_reset_by_the_sheet_is_signed_with_the_new_keys(founded: Founded) -> None:
    access = founded.vault.unlock_with_sheet(founded.words)
    ivy = access.reset_person(IVY, OTHER_PASSPHRASE)
    assert said(ivy) == said(founded.unlock(ROWAN)) == [("passphrase_reset", IVY)]


def test_a_note_in_somebody_elses_name_is_left_out(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    rowan.remove_person(IVY, TODAY)
    header = opened(rowan.header_copy).header
    (genuine,) = header.notes
    forged = (
        replace(genuine, who=ASH),
        replace(genuine, act=Act.PERSON_ADDED),
        replace(genuine, subject=ASH),
        replace(genuine, generation=genuine.generation + 1),
        replace(genuine, who=PractitionerId("nobody")),
    )
    for note in forged:
        assert genuine_notes(replace(header, notes=(note, genuine))) == (genuine,)
    other_vault = replace(header, vault_id=bytes(16), notes=(genuine,))
    assert genuine_notes(other_vault) == ()


def test_notes_are_written_and_read_the_same_and_the_oldest_go_first(founded: Founded) -> None:
    header, own = opened(founded.unlock(ROWAN).header_copy).header, new_person_keys()
    for number in range(MOST_NOTES + 3):
        header = noted(header, Act.PERSON_CHANGED, str(number), ROWAN, own)
    assert len(header.notes) == MOST_NOTES
    assert header.notes[-1].subject == str(MOST_NOTES + 2)
    assert read(written(header)) == header
    assert len(written(header)) < 200_000


def test_a_note_says_who_did_it_where_somebody_else_writes_it_down() -> None:
    note = HeaderNote(
        generation=2, who=IVY, act=Act.PERSON_REMOVED, subject=ASH, signature=bytes(64)
    )
    assert note.subject_written_by(IVY) == ASH
    assert note.subject_written_by(ROWAN) == f"{ASH} by {IVY}"
    assert replace(note, subject="").subject_written_by(ROWAN) == f"by {IVY}"


def test_notes_survive_a_restore_and_the_restore_is_one(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    backup = rowan.header_copy
    rowan.remove_person(IVY, TODAY)
    for new_keys in (False, True):
        copy = founded.vault.copy_in_backup(backup).unlock(ROWAN, PASSPHRASES[ROWAN])
        copy.prepare_new_store(new_keys=False)
        copy.commit_new_store()
        assert said(copy)[0] == ("person_removed", IVY)
        assert said(copy)[-1] == ("restored", "")
        if not new_keys:
            copy.prepare_new_store(new_keys=True)
            copy.commit_new_store()


def test_a_header_cut_down_by_its_notes_is_damaged(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    rowan.remove_person(IVY, TODAY)
    sealed = opened(rowan.header_copy)
    cut = replace(sealed, body=written(replace(sealed.header, notes=())))
    for name in ("header-a", "header-b"):
        (founded.folder / name).write_bytes(cut.data)
    with pytest.raises(FileDamagedError):
        founded.unlock(ROWAN)
