"""Passphrases of the office's people: hard enough to guess, kept as Argon2id."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from zxcvbn import zxcvbn

LEAST_CHARACTERS = 12
LEAST_GUESSES = 10**11
_JUDGED_CHARACTERS = 72
"""zxcvbn refuses longer texts."""
LONGEST = 500

_SALT_BYTES, _HASH_BYTES = 16, 32

USE_MORE_CHARACTERS = "Use at least 12 characters. Four words are easier to remember than signs."
ADD_WORDS = (
    "This could be guessed. Add another word or two that have nothing to do with each other, and"
    " leave out names, places and dates."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessCost:
    """What one guess costs: Argon2id's memory, passes and lanes (RFC 9106, second choice)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


class PassphraseTooEasyError(Exception):
    """The passphrase could be guessed; `advice` says what to change."""

    def __init__(self, advice: tuple[str, ...]) -> None:
        super().__init__("the passphrase is too easy to guess")
        self.advice = advice


def refuse_easy(passphrase: str, known: tuple[str, ...] = ()) -> None:
    """Judge a passphrase that somebody chose themselves.

    Args:
        passphrase: what they chose.
        known: words anybody would try first, such as their name and e-mail address.

    Raises:
        PassphraseTooEasyError: it is short, or a patient guesser would find it.
    """
    text = _normalised(passphrase)
    if len(text) < LEAST_CHARACTERS:
        raise PassphraseTooEasyError((USE_MORE_CHARACTERS,))
    parts = [part for name in known for part in (name, *name.split())]
    judged = zxcvbn(text[:_JUDGED_CHARACTERS], user_inputs=parts)
    if judged["guesses"] < LEAST_GUESSES:
        raise PassphraseTooEasyError((ADD_WORDS,))


def hashed(passphrase: str, cost: GuessCost, draw: Callable[[int], bytes]) -> str:
    """What is kept of a passphrase, in PHC form."""
    derive = Argon2id(
        salt=draw(_SALT_BYTES),
        length=_HASH_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return derive.derive_phc_encoded(_normalised(passphrase).encode("utf-8"))


def fits(passphrase: str, kept: str | None, cost: GuessCost) -> bool:
    """Whether this is the passphrase; takes as long for somebody who is not here or has none."""
    try:
        Argon2id.verify_phc_encoded(
            _normalised(passphrase).encode("utf-8"), kept or _nobodys_passphrase(cost)
        )
    except InvalidKey:
        return False
    return kept is not None


@cache
def _nobodys_passphrase(cost: GuessCost) -> str:
    return hashed("nobody signs in with this", cost, bytes)


def _normalised(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase)
