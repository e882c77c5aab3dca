"""The recovery copy of the office's keys: a file that sixteen words on paper open.

File and paper lie in two places. With both, any computer gets the keys back, under a new passphrase;
with one of them alone nobody does. The words carry 176 random bits, so that guessing is no way in.
"""

import json
from collections.abc import Iterable
from datetime import datetime

from vrn_desktop.central.office.key_pair import KeyPair
from vrn_desktop.central.office.passphrase_seal import (
    LEAST,
    SALT_BYTES,
    random_bytes,
    sealed,
    slow_key,
    unsealed,
)
from vrn_desktop.central.office.spoken_words import word_list
from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey

FILE_ENDING = ".vrnkeys"
WORDS = 16

_FIRST_LINE = b"VRNKEYS1\n"
_PURPOSE = b"vrn-central/key copy/1"
_LETTERS_THAT_TELL = 4
_BITS_A_WORD = 11


class KeyCopyError(Exception):
    """The file and the words do not give keys; says what to look at."""


def new_words() -> tuple[str, ...]:
    """Sixteen words to write down, drawn by the operating system."""
    number = int.from_bytes(random_bytes(WORDS * _BITS_A_WORD // 8))
    mask = (1 << _BITS_A_WORD) - 1
    return tuple(word_list()[number >> place * _BITS_A_WORD & mask] for place in range(WORDS))


def key_copy(pairs: Iterable[KeyPair], words: Iterable[str]) -> bytes:
    """The file to keep beside the paper with these words."""
    plain = [
        {
            "number": pair.number,
            "begins": pair.begins_at.isoformat(),
            "ends": pair.ends_at.isoformat() if pair.ends_at else None,
            "box": pair.box.private.hex(),
            "signer": pair.signer.private.hex(),
        }
        for pair in pairs
    ]
    salt = random_bytes(SALT_BYTES)
    key = slow_key(" ".join(words), salt, LEAST)
    return _FIRST_LINE + salt + sealed(key, json.dumps(plain).encode("ascii"), _PURPOSE)


def pairs_in_copy(raw: bytes, typed: str) -> tuple[KeyPair, ...]:
    """The keys behind a file and its words; the first four letters of each word are enough.

    Raises:
        KeyCopyError: it is no such file, or the words are not its words.
    """
    if not raw.startswith(_FIRST_LINE):
        raise KeyCopyError("this is no copy of an office's keys")
    salt, box = raw[len(_FIRST_LINE) :][:SALT_BYTES], raw[len(_FIRST_LINE) + SALT_BYTES :]
    content = unsealed(slow_key(" ".join(_whole(typed)), salt, LEAST), box, _PURPOSE)
    if content is None:
        raise KeyCopyError("these are not the words of this file, or the file was changed")
    return tuple(
        KeyPair(
            number=each["number"],
            begins_at=datetime.fromisoformat(each["begins"]),
            ends_at=datetime.fromisoformat(each["ends"]) if each["ends"] else None,
            box=OpeningKey.from_private(bytes.fromhex(each["box"])),
            signer=SigningKey.from_private(bytes.fromhex(each["signer"])),
        )
        for each in json.loads(content)
    )


def _whole(typed: str) -> tuple[str, ...]:
    by_beginning = {word[:_LETTERS_THAT_TELL]: word for word in word_list()}
    begun = [word[:_LETTERS_THAT_TELL] for word in typed.casefold().split()]
    if len(begun) != WORDS:
        raise KeyCopyError(f"sixteen words are needed, not {len(begun)}")
    for number, beginning in enumerate(begun, start=1):
        if beginning not in by_beginning:
            raise KeyCopyError(f"word {number} is not in the list")
    return tuple(by_beginning[beginning] for beginning in begun)
