"""A header edited from outside, with its checksum made anew, opens nothing and gives nobody more."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.founded_vault import Founded
from tests.invented_team import ASH, IVY, PASSPHRASES, ROWAN
from vrn_desktop.domain.errors import FileDamagedError, StorageError, WrongPassphraseError
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.vault.header_changes import with_entry
from vrn_desktop.vault.header_envelope import SealedHeader, opened
from vrn_desktop.vault.header_reading import read
from vrn_desktop.vault.header_seal import seal
from vrn_desktop.vault.strict_fields import canonical
from vrn_desktop.vault.vault_keys import GrantInfo, VaultKeys, grant, new_vault_keys, take

Values = dict[str, Any]


def edit(founded: Founded, change: Callable[[Values], None]) -> None:
    """Change both copies as somebody with a text editor and the source code could."""
    sealed = opened((founded.folder / "header-a").read_bytes())
    values = json.loads(sealed.body)
    change(values)
    body = canonical(values)
    data = SealedHeader(header=read(body), body=body, mac=sealed.mac).data
    for name in ("header-a", "header-b"):
        (founded.folder / name).write_bytes(data)


def entry(values: Values, person: str) -> Values:
    found: Values = next(one for one in values["people"] if one["id"] == person)
    return found


def weaken(values: Values) -> None:
    entry(values, ROWAN)["wrapped"]["cost"].update(lanes=1)


def swap_wrapped(values: Values) -> None:
    entry(values, ROWAN)["wrapped"] = entry(values, ASH)["wrapped"]


def swap_sign_key(values: Values) -> None:
    entry(values, ROWAN)["sign"] = entry(values, ASH)["sign"]


def swap_salt(values: Values) -> None:
    entry(values, ROWAN)["wrapped"]["salt"] = values["salt"]


@pytest.mark.parametrize("change", [weaken, swap_wrapped, swap_sign_key, swap_salt])
def test_what_the_passphrase_is_bound_to_cannot_be_edited(
    founded: Founded, change: Callable[[Values], None]
) -> None:
    edit(founded, change)
    with pytest.raises(WrongPassphraseError):
        founded.unlock(ROWAN)


def drop_person(values: Values) -> None:
    values["people"] = [one for one in values["people"] if one["id"] != IVY]


def set_epoch(values: Values) -> None:
    values["epoch"] = 2


def set_store(values: Values) -> None:
    values["store"] = 9


def set_salt(values: Values) -> None:
    values["salt"] = entry(values, ASH)["wrapped"]["salt"]


def set_help(values: Values) -> None:
    values["help"]["lead_numbers"] = ["07700 900999"]


def set_generation(values: Values) -> None:
    values["generation"] = 1000


def lower_cost_for_new_people(values: Values) -> None:
    values["cost"]["lanes"] = 1


@pytest.mark.parametrize(
    "change",
    [
        *(drop_person, set_epoch, set_store, set_salt, set_help, set_generation),
        lower_cost_for_new_people,
    ],
)
def test_what_the_header_authenticates_cannot_be_edited(
    founded: Founded, change: Callable[[Values], None]
) -> None:
    edit(founded, change)
    for person in (ROWAN, ASH):
        with pytest.raises(FileDamagedError):
            founded.unlock(person)
    with pytest.raises(FileDamagedError):
        founded.vault.unlock_with_sheet(founded.words)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_a_role_raised_from_outside_opens_nothing(founded: Founded, role: Role) -> None:
    def raise_role(values: Values) -> None:
        ash, rowan = entry(values, ASH), entry(values, ROWAN)
        ash["role"] = role.value
        if role is Role.SUPERVISOR:
            ash["grant"] = rowan["grant"]

    edit(founded, raise_role)
    with pytest.raises(StorageError):
        founded.unlock(ASH)


def test_an_administrators_grant_holds_no_data_key(founded: Founded) -> None:
    ivy = founded.unlock(IVY)
    assert ivy._keys.data is None  # type: ignore[attr-defined]  # reaches into the implementation
    assert ivy._keys.admin is not None  # type: ignore[attr-defined]  # as above
    assert founded.unlock(ASH)._keys.admin is None  # type: ignore[attr-defined]  # as above


def test_a_practitioner_with_keys_cannot_raise_themselves_unseen(founded: Founded) -> None:
    """They hold the header key; the roster's MAC needs the admin key, and supervisors check it."""
    ash = founded.unlock(ASH)
    keys: VaultKeys = ash._keys  # type: ignore[attr-defined]  # what a changed program could use
    header = opened(ash.header_copy).header
    own = next(person for person in header.people if person.id == ASH)
    forged = seal(with_entry(header, replace(own, name="Rowan Example", trained=True)), keys)
    for name in ("header-a", "header-b"):
        (founded.folder / name).write_bytes(forged.data)
    with pytest.raises(FileDamagedError):
        founded.unlock(ROWAN)
    with pytest.raises(FileDamagedError):
        founded.unlock(IVY)


def test_a_grant_opens_for_its_holder_vault_role_and_epoch_only(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    own = rowan._own  # type: ignore[attr-defined]  # reaches into the implementation
    keys = new_vault_keys()
    info = GrantInfo(vault_id=b"v" * 16, who="rowan", holder=Role.SUPERVISOR, epoch=1)
    sealed = grant(keys, own.box_public, info)
    assert take(own.box, sealed, info) == keys
    for other in (
        replace(info, vault_id=b"w" * 16),
        replace(info, who="ash"),
        replace(info, holder="sheet"),
        replace(info, epoch=2),
    ):
        with pytest.raises(FileDamagedError):
            take(own.box, sealed, other)


def test_many_wrong_passphrases_open_nothing(founded: Founded) -> None:
    for attempt in range(15):
        with pytest.raises(WrongPassphraseError):
            founded.vault.unlock(ASH, f"{PASSPHRASES[ASH]} {attempt}")
    assert founded.unlock(ASH).store
