"""The two private keys of a person, and how their passphrase wraps them (security.md 3)."""

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from vrn_desktop.domain.errors import WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.vault import primitives
from vrn_desktop.vault.header import KEY_BYTES, NONCE_BYTES, SALT_BYTES, PersonEntry, WrappedKeys
from vrn_desktop.vault.key_cost import KeyCost
from vrn_desktop.vault.passphrases import normalised


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKeys:
    """Grants are sealed to `box`; `sign` signs audit entries."""

    box: X25519PrivateKey
    sign: Ed25519PrivateKey

    @property
    def box_public(self) -> bytes:
        """The half of `box` that everybody may see."""
        return self.box.public_key().public_bytes_raw()

    @property
    def sign_public(self) -> bytes:
        """The half of `sign` that everybody may see."""
        return self.sign.public_key().public_bytes_raw()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whose keys these are: no wrapped key can be moved to another person, role or vault."""

    vault_id: bytes
    person: PractitionerId
    role: Role


def new_person_keys() -> PersonKeys:
    """A new pair of pairs."""
    return PersonKeys(box=primitives.new_box_key(), sign=primitives.new_sign_key())


def wrap(keys: PersonKeys, passphrase: str, holder: Holder, cost: KeyCost) -> WrappedKeys:
    """Seal the private keys under a passphrase, with a fresh salt."""
    salt = primitives.random_bytes(SALT_BYTES)
    nonce = primitives.random_bytes(NONCE_BYTES)
    bound = _bound(holder, cost, salt, keys.box_public, keys.sign_public)
    wrap_key, commit_key = _passphrase_keys(passphrase, salt, cost)
    private = keys.box.private_bytes_raw() + keys.sign.private_bytes_raw()
    sealed = primitives.sealed(wrap_key, nonce, private, bound)
    commitment = primitives.mac(commit_key, primitives.framed(bound, nonce, sealed))
    return WrappedKeys(cost=cost, salt=salt, nonce=nonce, sealed=sealed, commitment=commitment)


def unwrap(entry: PersonEntry, vault_id: bytes, passphrase: str) -> PersonKeys:
    """Open the private keys; WrongPassphraseError.

    The commitment is checked first: no crafted content opens under two passphrases.
    """
    wrapped = entry.wrapped
    holder = Holder(vault_id=vault_id, person=entry.id, role=entry.role)
    bound = _bound(holder, wrapped.cost, wrapped.salt, entry.box_key, entry.sign_key)
    wrap_key, commit_key = _passphrase_keys(passphrase, wrapped.salt, wrapped.cost)
    expected = primitives.mac(commit_key, primitives.framed(bound, wrapped.nonce, wrapped.sealed))
    if not primitives.same(expected, wrapped.commitment):
        raise WrongPassphraseError("the passphrase does not fit")
    private = primitives.unsealed(wrap_key, wrapped.nonce, wrapped.sealed, bound)
    if private is None:
        raise WrongPassphraseError("the passphrase does not fit")
    return PersonKeys(
        box=X25519PrivateKey.from_private_bytes(private[:KEY_BYTES]),
        sign=Ed25519PrivateKey.from_private_bytes(private[KEY_BYTES:]),
    )


def spend_as_long(passphrase: str, cost: KeyCost) -> None:
    """Take the time of an unlock for somebody who is not there."""
    _passphrase_keys(passphrase, bytes(SALT_BYTES), cost)


def _passphrase_keys(passphrase: str, salt: bytes, cost: KeyCost) -> tuple[bytes, bytes]:
    text = normalised(passphrase).encode("utf-8", errors="surrogatepass")
    slow = primitives.slow_key(text, salt, cost)
    return primitives.derived_key(slow, b"vrn wrap"), primitives.derived_key(slow, b"vrn commit")


def _bound(
    holder: Holder, cost: KeyCost, salt: bytes, box_public: bytes, sign_public: bytes
) -> bytes:
    parameters = f"argon2id {cost.memory_kib} {cost.passes} {cost.lanes}"
    return primitives.framed(
        b"vrn person keys",
        holder.vault_id,
        holder.person.encode("utf-8"),
        holder.role.encode("utf-8"),
        parameters.encode("ascii"),
        salt,
        box_public,
        sign_public,
    )
