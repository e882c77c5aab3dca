"""The only place of the exchange that speaks to `cryptography`: sealing to the centre, signing, checking."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

KEY_BYTES = 32
SIGNATURE_BYTES = 64
SEAL_BYTES = 32 + 16
"""What sealing adds: HPKE's encapsulated key before the content, the tag after it."""

_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_FINGERPRINT_DIGITS = 32


class Signer(Protocol):
    """Somebody who can sign; where the private key lies is no matter of the exchange."""

    @property
    def public(self) -> bytes:
        """The 32 bytes that everybody may see."""
        ...

    def sign(self, data: bytes) -> bytes:
        """The Ed25519 signature over the data."""
        ...


class Opener(Protocol):
    """Somebody who can open what was sealed to one public key."""

    @property
    def public(self) -> bytes:
        """The 32 bytes that everybody may see."""
        ...

    def open(self, sealed: bytes, info: bytes) -> bytes | None:
        """The content; None when key, content or info differ."""
        ...


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key held in memory; its owner decides where it is kept (repr shows nothing of it)."""

    _key: Ed25519PrivateKey

    @classmethod
    def new(cls) -> "SigningKey":
        """A fresh key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_private(cls, raw: bytes) -> "SigningKey":
        """The key of 32 private bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    @property
    def public(self) -> bytes:
        """The half that everybody may see."""
        return self._key.public_key().public_bytes_raw()

    @property
    def private(self) -> bytes:
        """The 32 bytes to keep in the locked file."""
        return self._key.private_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """The signature over the data; the same data gives the same signature."""
        return self._key.sign(data)


@dataclass(frozen=True, slots=True)
class OpeningKey:
    """An X25519 key held in memory, to open what was sealed to the centre."""

    _key: X25519PrivateKey

    @classmethod
    def new(cls) -> "OpeningKey":
        """A fresh key."""
        return cls(X25519PrivateKey.generate())

    @classmethod
    def from_private(cls, raw: bytes) -> "OpeningKey":
        """The key of 32 private bytes."""
        return cls(X25519PrivateKey.from_private_bytes(raw))

    @property
    def public(self) -> bytes:
        """The half that everybody may see."""
        return self._key.public_key().public_bytes_raw()

    @property
    def private(self) -> bytes:
        """The 32 bytes to keep under the office's passphrase."""
        return self._key.private_bytes_raw()

    def open(self, sealed: bytes, info: bytes) -> bytes | None:
        """The content; None when key, content or info differ."""
        try:
            return _SUITE.decrypt(sealed, self._key, info=info)
        except (InvalidTag, ValueError):
            return None  # a ValueError: the encapsulated key is no point that keys can meet at


def sealed_to(public: bytes, content: bytes, info: bytes) -> bytes:
    """Seal to a public key (HPKE base mode: X25519, HKDF-SHA256, ChaCha20-Poly1305; RFC 9180)."""
    return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(public), info=info)


def signed_by(public: bytes, data: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature is this key's."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """A public key's short name: the first 128 bits of its SHA-256, as 32 hex digits."""
    return sha256(public).hexdigest()[:_FINGERPRINT_DIGITS]


KeyLookup = Callable[[str], bytes | None]
"""Gives the public key of a fingerprint, None if it is not trusted (any more)."""
