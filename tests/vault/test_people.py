"""Who may let people in, reset and remove them, and what each change leaves behind."""

from dataclasses import replace
from datetime import date

import pytest

from tests.founded_vault import Founded
from tests.invented_team import (
    ADMINISTRATOR,
    ASH,
    HELP_LINES,
    IVY,
    OTHER_PASSPHRASE,
    PASSPHRASES,
    PRACTITIONER,
    ROWAN,
    SUPERVISOR,
)
from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.errors import NotAllowedError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseTooEasyError
from vrn_desktop.domain.practitioner import Role

FERN = PractitionerId("fern")
NEWCOMER = replace(PRACTITIONER, id=FERN, name="Fern Fictional", passphrase=OTHER_PASSPHRASE)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("role", list(Role))
def test_a_supervisor_adds_any_role(founded: Founded, role: Role) -> None:
    rowan = founded.unlock(ROWAN)
    added = rowan.add_person(replace(NEWCOMER, role=role))
    assert added in rowan.people
    fern = founded.vault.unlock(FERN, OTHER_PASSPHRASE)
    assert fern.person == added
    assert (fern.store == rowan.store) is (role is not Role.ADMINISTRATOR)


def test_an_administrator_adds_administrators_only(founded: Founded) -> None:
    ivy = founded.unlock(IVY)
    for role in (Role.PRACTITIONER, Role.SUPERVISOR):
        with pytest.raises(NotAllowedError):
            ivy.add_person(replace(NEWCOMER, role=role))
    ivy.add_person(replace(NEWCOMER, role=Role.ADMINISTRATOR))
    assert founded.vault.unlock(FERN, OTHER_PASSPHRASE).store is None


def test_a_practitioner_changes_nobody(founded: Founded) -> None:
    ash = founded.unlock(ASH)
    before = ash.header_copy
    for change in (
        lambda: ash.add_person(NEWCOMER),
        lambda: ash.reset_person(IVY, OTHER_PASSPHRASE),
        lambda: ash.remove_person(IVY, TODAY),
        lambda: ash.change_person(ASH, name="Ash Sample", trained=True),
        lambda: ash.update_help_lines(HELP_LINES),
        ash.prepare_new_sheet,
        lambda: ash.prepare_new_store(new_keys=True),
    ):
        with pytest.raises(NotAllowedError):
            change()
    assert ash.header_copy == before


def test_nobody_is_added_twice_or_with_an_easy_passphrase(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    with pytest.raises(NotAllowedError):
        rowan.add_person(replace(NEWCOMER, id=ASH))
    with pytest.raises(PassphraseTooEasyError):
        rowan.add_person(replace(NEWCOMER, passphrase=f"{NEWCOMER.name} {HELP_LINES.setting}"))


def test_a_reset_gives_new_keys_and_keeps_the_old_public_ones(founded: Founded) -> None:
    signature = founded.unlock(ASH).sign(b"an audit entry")
    rowan = founded.unlock(ROWAN)
    first = rowan.public_keys(ASH)
    rowan.reset_person(ASH, OTHER_PASSPHRASE)
    assert rowan.public_keys(ASH)[1:] == first
    ash = founded.vault.unlock(ASH, OTHER_PASSPHRASE)
    assert ash.person.signing_key == rowan.public_keys(ASH)[0] != first[0]
    assert rowan.signed_by(ASH, b"an audit entry", signature)
    assert rowan.signed_by(ASH, b"another", ash.sign(b"another"))
    assert not rowan.signed_by(ASH, b"an audit entry!", signature)
    assert not rowan.signed_by(ROWAN, b"an audit entry", signature)
    with pytest.raises(WrongPassphraseError):
        founded.unlock(ASH)


def test_a_role_changes_with_new_keys_only(founded: Founded) -> None:
    founded.unlock(ROWAN).reset_person(ASH, OTHER_PASSPHRASE, Role.ADMINISTRATOR)
    ash = founded.vault.unlock(ASH, OTHER_PASSPHRASE)
    assert ash.person.role is Role.ADMINISTRATOR
    assert ash.store is None


def test_an_administrator_resets_administrators_only(founded: Founded) -> None:
    ivy = founded.unlock(IVY)
    for person in (ROWAN, ASH):
        with pytest.raises(NotAllowedError):
            ivy.reset_person(person, OTHER_PASSPHRASE)
        with pytest.raises(NotAllowedError):
            ivy.reset_person(person, OTHER_PASSPHRASE, Role.ADMINISTRATOR)


def test_the_last_supervisor_stays(founded: Founded) -> None:
    ivy, rowan = founded.unlock(IVY), founded.unlock(ROWAN)
    with pytest.raises(NotAllowedError):
        ivy.remove_person(ROWAN, TODAY)
    for change in (
        lambda: rowan.remove_person(ROWAN, TODAY),
        lambda: rowan.reset_person(ROWAN, OTHER_PASSPHRASE),
    ):
        with pytest.raises(NotAllowedError):
            change()
    rowan.add_person(replace(NEWCOMER, role=Role.SUPERVISOR))
    fern = founded.vault.unlock(FERN, OTHER_PASSPHRASE)
    fern.remove_person(ROWAN, TODAY)
    with pytest.raises(WrongPassphraseError):
        founded.unlock(ROWAN)


def test_who_has_left_cannot_sign_in_and_stays_verifiable(founded: Founded) -> None:
    signature = founded.unlock(ASH).sign(b"an audit entry")
    rowan = founded.unlock(ROWAN)
    due = [rowan.rotation_due]
    rowan.remove_person(ASH, TODAY)
    assert [*due, rowan.rotation_due] == [False, True]
    gone = next(person for person in rowan.people if person.id == ASH)
    assert gone.left_on == TODAY
    assert gone.has_left
    assert rowan.signed_by(ASH, b"an audit entry", signature)
    with pytest.raises(WrongPassphraseError):
        founded.unlock(ASH)
    assert ASH not in {person.id for person in founded.vault.describe().people}
    for change in (
        lambda: rowan.add_person(replace(NEWCOMER, id=ASH)),
        lambda: rowan.reset_person(ASH, OTHER_PASSPHRASE),
        lambda: rowan.remove_person(ASH, TODAY),
    ):
        with pytest.raises(NotAllowedError):
            change()


def test_ti_39_a_supervisor_marks_a_worker_as_trained(founded: Founded) -> None:
    assert not founded.unlock(ASH).person.trained
    founded.unlock(ROWAN).change_person(ASH, name="Ash Specimen", trained=True)
    ash = founded.unlock(ASH)
    assert ash.person.trained
    assert ash.person.name == "Ash Specimen"


def test_help_lines_and_anchor_are_kept_over_a_lock(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    lines = replace(HELP_LINES, lead_name="Juniper Made-Up", lead_numbers=("01632 960999",))
    rowan.update_help_lines(lines)
    assert founded.vault.describe().help_lines == lines
    ash = founded.unlock(ASH)
    anchor = AuditAnchor(seq=41, hash=bytes(range(32)), commit_counter=977)
    ash.record_anchor(anchor)
    later = founded.unlock(IVY)
    assert later.anchor == anchor
    assert later.help_lines == lines
    assert later.generation == ash.generation == rowan.generation + 1


def test_passphrases_and_keys_never_stand_in_a_repr(founded: Founded) -> None:
    store = founded.unlock(ROWAN).store
    assert store is not None
    for shown in (repr(SUPERVISOR), repr(ADMINISTRATOR), repr(store)):
        assert not any(passphrase in shown for passphrase in PASSPHRASES.values())
        assert repr(store.key) not in shown
