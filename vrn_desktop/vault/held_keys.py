"""Which of the vault's three keys each role holds, and the recovery sheet (security.md 3)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from vrn_desktop.domain.practitioner import Role


class KeyKind(StrEnum):
    """The three keys of a vault.

    `data` opens the database, `admin` authenticates who may open what, `hdr` authenticates the
    header and backups. An administrator never holds `data`, so IT staff cannot read records.
    """

    DATA = "data"
    ADMIN = "admin"
    HDR = "hdr"


SHEET = "sheet"
"""The recovery sheet stands where otherwise a person and their role stand."""

HELD_BY: Mapping[str, tuple[KeyKind, ...]] = MappingProxyType(
    {
        Role.PRACTITIONER: (KeyKind.DATA, KeyKind.HDR),
        Role.SUPERVISOR: (KeyKind.DATA, KeyKind.ADMIN, KeyKind.HDR),
        Role.ADMINISTRATOR: (KeyKind.ADMIN, KeyKind.HDR),
        SHEET: (KeyKind.DATA, KeyKind.ADMIN, KeyKind.HDR),
    }
)


def grant_bytes(holder: str) -> int:
    """How long a sealed grant is: HPKE's encapsulated key, the keys, the tag."""
    return 32 + 32 * len(HELD_BY[holder]) + 16
