"""A person's wrapped keys open with their passphrase, where they belong, and nowhere else."""

from dataclasses import replace

import pytest

from tests.founded_vault import Founded
from tests.invented_team import ASH, OTHER_PASSPHRASE, PASSPHRASES
from vrn_desktop.domain.errors import NotAllowedError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.vault.header import Header, PersonEntry
from vrn_desktop.vault.header_envelope import opened
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.person_keys import Holder, new_person_keys, unwrap, wrap
from vrn_desktop.vault.vault_keys import GrantInfo, grant, new_vault_keys


@pytest.fixture(scope="session")
def header(original: Founded) -> Header:
    return opened((original.folder / "header-a").read_bytes()).header


@pytest.fixture(scope="session")
def ash(header: Header) -> PersonEntry:
    return next(person for person in header.people if person.id == ASH)


def refused(entry: PersonEntry, vault_id: bytes) -> bool:
    try:
        unwrap(entry, vault_id, PASSPHRASES[ASH])
    except WrongPassphraseError:
        return True
    return False


def test_keys_open_where_they_belong(header: Header, ash: PersonEntry) -> None:
    keys = unwrap(ash, header.vault_id, PASSPHRASES[ASH])
    assert (keys.box_public, keys.sign_public) == (ash.box_key, ash.sign_key)


def test_keys_are_bound_to_person_role_vault_and_public_keys(
    header: Header, ash: PersonEntry
) -> None:
    for other in (
        replace(ash, id=PractitionerId("fern")),
        replace(ash, role=Role.SUPERVISOR),
        replace(ash, sign_key=bytes(32)),
        replace(ash, box_key=bytes(32)),
    ):
        assert refused(other, header.vault_id)
    assert refused(ash, bytes(16))


def test_content_that_opens_is_refused_without_its_commitment(
    header: Header, ash: PersonEntry
) -> None:
    """Otherwise one crafted content could open under several passphrases."""
    wrapped = replace(ash.wrapped, commitment=bytes(32))
    assert refused(replace(ash, wrapped=wrapped), header.vault_id)


def test_wrapping_again_shares_nothing_but_the_keys() -> None:
    keys = new_person_keys()
    holder = Holder(vault_id=bytes(16), person=ASH, role=Role.PRACTITIONER)
    one, two = (wrap(keys, OTHER_PASSPHRASE, holder, FLOOR) for _ in range(2))
    assert one.salt != two.salt
    assert one.nonce != two.nonce
    assert one.sealed != two.sealed


def test_keys_that_are_not_held_cannot_be_granted() -> None:
    keys = new_vault_keys()
    public_key = new_person_keys().box_public
    info = GrantInfo(vault_id=bytes(16), who="fern", holder=Role.SUPERVISOR, epoch=1)
    for lacking in (replace(keys, admin=None), replace(keys, data=None)):
        with pytest.raises(NotAllowedError):
            grant(lacking, public_key, info)
