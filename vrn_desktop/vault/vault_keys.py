"""The three keys of a vault in one epoch, what is derived from them, and how they are granted."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from vrn_desktop.domain.errors import FileDamagedError, NotAllowedError
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.vault import primitives
from vrn_desktop.vault.header import KEY_BYTES
from vrn_desktop.vault.held_keys import HELD_BY, SHEET, KeyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultKeys:
    """The keys somebody holds; `data` or `admin` is missing where the role does not hold it."""

    hdr: bytes = field(repr=False)
    data: bytes | None = field(repr=False)
    admin: bytes | None = field(repr=False)

    @property
    def header_mac_key(self) -> bytes:
        """Authenticates the header."""
        return primitives.derived_key(self.hdr, b"vrn header mac")

    @property
    def backup_mac_key(self) -> bytes:
        """Authenticates a backup's manifest."""
        return primitives.derived_key(self.hdr, b"vrn backup mac")

    @property
    def roster_mac_key(self) -> bytes | None:
        """Authenticates who may open what; only for those who manage people."""
        return self.admin and primitives.derived_key(self.admin, b"vrn roster mac")

    def store_key(self, epoch: int) -> bytes | None:
        """The raw database key; None for an administrator."""
        return self.data and primitives.derived_key(self.data, f"sqlcipher:{epoch}".encode("ascii"))

    def held(self) -> dict[KeyKind, bytes]:
        """The keys that are there, by kind."""
        kinds = {KeyKind.DATA: self.data, KeyKind.ADMIN: self.admin, KeyKind.HDR: self.hdr}
        return {kind: key for kind, key in kinds.items() if key is not None}

    def may_grant(self, holder: str) -> bool:
        """Whether these keys include all that a role, or the sheet, holds."""
        return set(HELD_BY[holder]) <= self.held().keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantInfo:
    """What a grant is bound to: it opens in this vault, for this holder, in this epoch only."""

    vault_id: bytes
    who: str
    holder: Role | str
    epoch: int

    def framed(self) -> bytes:
        """The info of HPKE."""
        return primitives.framed(
            b"vrn grant",
            self.vault_id,
            self.who.encode("utf-8"),
            self.holder.encode("utf-8"),
            str(self.epoch).encode("ascii"),
        )


def new_vault_keys() -> VaultKeys:
    """The keys of a new epoch."""
    data, admin, hdr = (primitives.random_bytes(KEY_BYTES) for _ in range(3))
    return VaultKeys(data=data, admin=admin, hdr=hdr)


def grant(keys: VaultKeys, public_key: bytes, info: GrantInfo) -> bytes:
    """Seal a holder's keys to their public key; NotAllowedError without all of these keys."""
    if not keys.may_grant(info.holder):
        raise NotAllowedError("this role cannot hand out keys it does not hold")
    held = keys.held()
    content = b"".join(held[kind] for kind in HELD_BY[info.holder])
    return primitives.granted(public_key, content, info.framed())


def take(box: X25519PrivateKey, sealed: bytes, info: GrantInfo) -> VaultKeys:
    """The keys granted to a holder; FileDamagedError when the grant is another's or was changed."""
    content = primitives.taken(box, sealed, info.framed())
    kinds = HELD_BY[info.holder]
    if content is None or len(content) != KEY_BYTES * len(kinds):
        raise FileDamagedError("the keys granted to this person cannot be opened")
    held = {kind: content[KEY_BYTES * n : KEY_BYTES * (n + 1)] for n, kind in enumerate(kinds)}
    return VaultKeys(
        hdr=held[KeyKind.HDR], data=held.get(KeyKind.DATA), admin=held.get(KeyKind.ADMIN)
    )


def sheet_key(seed: bytes, vault_id: bytes) -> X25519PrivateKey:
    """The private key that the recovery sheet's 128 bits stand for."""
    label = primitives.framed(b"vrn recovery sheet", vault_id)
    return X25519PrivateKey.from_private_bytes(primitives.derived_key(seed, label))


def sheet_info(vault_id: bytes, epoch: int) -> GrantInfo:
    """What the sheet's grant is bound to."""
    return GrantInfo(vault_id=vault_id, who=SHEET, holder=SHEET, epoch=epoch)
