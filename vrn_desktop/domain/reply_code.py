"""The code on a tear-off reply slip: short, easy to read aloud, and it tells when it was misread.

It stands for one letter and for nothing else: no name, number or day can be worked out from it.
"""

import hashlib
from typing import NewType

from vrn_desktop.domain.errors import DomainError

ReplyCode = NewType("ReplyCode", str)

_SIGNS = "23456789BCDFGHJKMNPQRSTUVWXYZ"
"""Figures and capitals without the pairs people mix up (0 O, 1 I L) and without vowels that make words."""
_LENGTH = 6
_FIRST_PART = 3
_IGNORED = str.maketrans("", "", " -\u2010\u2011\u2012\u2013\u00a0.\t")


class ReplyCodeUnreadableError(DomainError):
    """What was typed is no code of a reply slip: too short, a sign that never stands in one, misread."""


def reply_code_from(random_id: str) -> ReplyCode:
    """A code from a random identifier, shown as `ABC-DEFG`; the last sign checks the others."""
    number = int.from_bytes(hashlib.sha256(random_id.encode("utf-8")).digest(), "big")
    signs = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_SIGNS))
        signs.append(place)
    return _shown([*signs, _check(signs)])


def read_reply_code(typed: str) -> ReplyCode:
    """The code as it was typed or heard; small letters, spaces and dashes do not matter.

    Raises:
        ReplyCodeUnreadableError: it cannot be the code of any slip.
    """
    plain = typed.translate(_IGNORED).upper()
    if len(plain) != _LENGTH + 1 or any(sign not in _SIGNS for sign in plain):
        raise ReplyCodeUnreadableError("a code has seven figures and letters")
    places = [_SIGNS.index(sign) for sign in plain]
    if _check(places[:-1]) != places[-1]:
        raise ReplyCodeUnreadableError("one of the seven was misread")
    return _shown(places)


def _check(places: list[int]) -> int:
    """Weighted by place over a prime number of signs: one wrong sign or two swapped ones never fit."""
    weighted = (weight * place for weight, place in enumerate(places, start=2))
    return -sum(weighted) % len(_SIGNS)


def _shown(places: list[int]) -> ReplyCode:
    signs = "".join(_SIGNS[place] for place in places)
    return ReplyCode(f"{signs[:_FIRST_PART]}-{signs[_FIRST_PART:]}")
