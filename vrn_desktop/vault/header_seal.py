"""Puts a header's two MACs on it, and checks them once somebody's keys are open."""

from dataclasses import replace

from vrn_desktop.domain.errors import FileDamagedError
from vrn_desktop.vault import primitives
from vrn_desktop.vault.header import Header
from vrn_desktop.vault.header_envelope import SealedHeader, opened
from vrn_desktop.vault.header_writing import roster, written
from vrn_desktop.vault.vault_keys import VaultKeys


def seal(header: Header, keys: VaultKeys) -> SealedHeader:
    """A header ready to be written.

    Who lacks the admin key leaves the roster's MAC as it is: a practitioner cannot change who may
    open what without every supervisor's program seeing it.
    """
    roster_key = keys.roster_mac_key
    if roster_key is not None:
        header = replace(header, roster_mac=primitives.mac(roster_key, roster(header)))
    body = written(header)
    sealed = SealedHeader(header=header, body=body, mac=primitives.mac(keys.header_mac_key, body))
    # Nothing is written that this program could not read again, such as a name of a thousand letters.
    return opened(sealed.data)


def check(sealed: SealedHeader, keys: VaultKeys) -> None:
    """FileDamagedError when the header was changed by somebody without the keys."""
    expected = primitives.mac(keys.header_mac_key, sealed.body)
    if not primitives.same(expected, sealed.mac):
        raise FileDamagedError("the header was changed from outside")
    roster_key = keys.roster_mac_key
    if roster_key is None:
        return
    expected = primitives.mac(roster_key, roster(sealed.header))
    if not primitives.same(expected, sealed.header.roster_mac):
        raise FileDamagedError("the list of people was changed from outside")
