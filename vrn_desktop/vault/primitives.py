"""Every use of the `cryptography` library, each primitive once and with one choice of parameters."""

import os
import struct

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import constant_time, hashes, hmac, hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vrn_desktop.vault.key_cost import KeyCost

KEY_BYTES = 32

_HPKE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def random_bytes(length: int) -> bytes:
    """Bytes from the operating system."""
    return os.urandom(length)


def framed(*parts: bytes) -> bytes:
    """Several parts as one, so that no other parts give the same bytes (4-byte lengths)."""
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)


def slow_key(passphrase: bytes, salt: bytes, cost: KeyCost) -> bytes:
    """The key of a passphrase (Argon2id, RFC 9106)."""
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(passphrase)


def derived_key(key: bytes, label: bytes) -> bytes:
    """Another key for one purpose (HKDF-SHA256)."""
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=label).derive(key)


def mac(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA256."""
    keyed = hmac.HMAC(key, hashes.SHA256())
    keyed.update(data)
    return keyed.finalize()


def same(one: bytes, other: bytes) -> bool:
    """Whether two MACs are equal, in the same time wherever they differ."""
    return constant_time.bytes_eq(one, other)


def sealed(key: bytes, nonce: bytes, data: bytes, bound: bytes) -> bytes:
    """AES-256-GCM with associated data."""
    return AESGCM(key).encrypt(nonce, data, bound)


def unsealed(key: bytes, nonce: bytes, data: bytes, bound: bytes) -> bytes | None:
    """The content, or None when key, content or associated data differ."""
    try:
        return AESGCM(key).decrypt(nonce, data, bound)
    except InvalidTag:
        return None


def granted(public_key: bytes, data: bytes, info: bytes) -> bytes:
    """Seal to somebody's public key (HPKE: X25519, HKDF-SHA256, AES-256-GCM)."""
    return _HPKE.encrypt(data, X25519PublicKey.from_public_bytes(public_key), info=info)


def taken(private_key: X25519PrivateKey, grant: bytes, info: bytes) -> bytes | None:
    """What was sealed to this key, or None when key, content or info differ."""
    try:
        return _HPKE.decrypt(grant, private_key, info=info)
    except InvalidTag:
        return None


def signed_by(public_key: bytes, data: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature is this key's."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, data)
    except InvalidSignature:
        return False
    return True


def new_box_key() -> X25519PrivateKey:
    """A key that grants are sealed to."""
    return X25519PrivateKey.generate()


def new_sign_key() -> Ed25519PrivateKey:
    """A key that audit entries are signed with."""
    return Ed25519PrivateKey.generate()
