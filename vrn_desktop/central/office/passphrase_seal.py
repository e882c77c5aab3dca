"""How the office's private keys lie under a passphrase: Argon2id and AES-256-GCM of the one library."""

import os
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12

LEAST_MEMORY_KIB, MOST_MEMORY_KIB = 64 * 1024, 2 * 1024 * 1024
LEAST_PASSES, MOST_PASSES = 3, 16
MOST_LANES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCost:
    """What one guess costs (Argon2id, RFC 9106), inside bounds: ValueError outside them.

    A changed database can neither make guessing cheap nor hang the machine.
    """

    memory_kib: int
    passes: int = LEAST_PASSES
    lanes: int = 4

    def __post_init__(self) -> None:
        if not (
            LEAST_MEMORY_KIB <= self.memory_kib <= MOST_MEMORY_KIB
            and LEAST_PASSES <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        ):
            raise ValueError("the key cost lies outside its bounds")


LEAST = KeyCost(memory_kib=LEAST_MEMORY_KIB)
USUAL = KeyCost(memory_kib=256 * 1024)
"""A server has more memory than a laptop; this takes well under a second on an old one."""


def random_bytes(length: int) -> bytes:
    """Bytes from the operating system."""
    return os.urandom(length)


def slow_key(passphrase: str, salt: bytes, cost: KeyCost) -> bytes:
    """The key of a passphrase, the same however its accents were typed."""
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(unicodedata.normalize("NFC", passphrase).encode("utf-8"))


def sealed(key: bytes, content: bytes, bound: bytes) -> bytes:
    """The content under a key, bound to what it is for; the nonce stands before it."""
    nonce = random_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, bound)


def unsealed(key: bytes, box: bytes, bound: bytes) -> bytes | None:
    """The content; None when key, content or purpose differ."""
    try:
        return AESGCM(key).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        return None  # a ValueError: too short to hold a nonce
