"""The recovery sheet: 128 bits as 16 words, in rows that know their place and their file.

Each row of four words carries 32 bits of the key and 12 check bits, which are bound to the row's
number and the vault's id: a wrong word, a swapped word or row and another laptop's sheet are named.
"""

import hashlib
from functools import cache
from itertools import combinations

from vrn_desktop.application.ports.vault import (
    SheetFault,
    SheetFinding,
    SheetNotMatchedError,
    SheetRow,
    prefixes,
)
from vrn_desktop.vault.word_lists import sheet_words

SEED_BYTES = 16
ROWS = 4
ROW_WORDS = 4
ROW_BYTES = SEED_BYTES // ROWS
WORD_BITS = 11
CHECK_BITS = 12

Places = tuple[int, ...]
"""Where the words of a row stand in the list."""


def rows_of(seed: bytes, vault_id: bytes) -> tuple[SheetRow, SheetRow, SheetRow, SheetRow]:
    """The four rows to print."""
    first, second, third, fourth = (
        _row_words(seed[ROW_BYTES * row : ROW_BYTES * (row + 1)], row + 1, vault_id)
        for row in range(ROWS)
    )
    return first, second, third, fourth


def check_row(row: int, typed: str, vault_id: bytes) -> SheetFinding | None:
    """What is not right about one typed row (from 1); None when it fits."""
    return _finding(row, prefixes(typed), vault_id)


def seed_of(typed: str, vault_id: bytes) -> bytes:
    """The 128 bits of 16 typed words; SheetNotMatchedError names what to look at."""
    words = prefixes(typed)
    if len(words) != ROWS * ROW_WORDS:
        short = min(len(words) // ROW_WORDS, ROWS - 1) + 1
        raise SheetNotMatchedError((SheetFinding(fault=SheetFault.WORDS_MISSING, row=short),))
    rows = [words[ROW_WORDS * row : ROW_WORDS * (row + 1)] for row in range(ROWS)]
    findings = [_finding(number, row, vault_id) for number, row in enumerate(rows, start=1)]
    faults = [finding.fault for finding in findings if finding is not None]
    if faults.count(SheetFault.ROW_WRONG) >= ROWS - 1 and len(faults) == ROWS:
        raise other_sheet()
    if faults:
        raise SheetNotMatchedError(tuple(f for f in findings if f is not None))
    return b"".join(_key_bits(_places(row)) for row in rows)


def other_sheet() -> SheetNotMatchedError:
    """The sheet belongs to another file, or was replaced by a newer one."""
    return SheetNotMatchedError((SheetFinding(fault=SheetFault.OTHER_SHEET, row=1),))


def _finding(row: int, words: tuple[str, ...], vault_id: bytes) -> SheetFinding | None:
    if len(words) != ROW_WORDS:
        return SheetFinding(fault=SheetFault.WORDS_MISSING, row=row)
    unknown = tuple(n for n, word in enumerate(words, start=1) if word not in _places_by_prefix())
    if unknown:
        return SheetFinding(fault=SheetFault.WORD_UNKNOWN, row=row, words=unknown)
    places = _places(words)
    if _fits(places, row, vault_id):
        return None
    for other in range(1, ROWS + 1):
        if other != row and _fits(places, other, vault_id):
            return SheetFinding(fault=SheetFault.ROW_ELSEWHERE, row=row, belongs_to=other)
    for one, two in combinations(range(ROW_WORDS), 2):
        if _fits(_swapped(places, one, two), row, vault_id):
            swapped = (one + 1, two + 1)
            return SheetFinding(fault=SheetFault.WORDS_SWAPPED, row=row, words=swapped)
    return SheetFinding(fault=SheetFault.ROW_WRONG, row=row)


def _row_words(key_bits: bytes, row: int, vault_id: bytes) -> SheetRow:
    number = int.from_bytes(key_bits, "big") << CHECK_BITS | _check(key_bits, row, vault_id)
    words = sheet_words()
    mask = (1 << WORD_BITS) - 1
    first, second, third, fourth = (
        words[number >> shift & mask] for shift in range(3 * WORD_BITS, -1, -WORD_BITS)
    )
    return first, second, third, fourth


def _number(places: Places) -> int:
    number = 0
    for place in places:
        number = number << WORD_BITS | place
    return number


def _key_bits(places: Places) -> bytes:
    return (_number(places) >> CHECK_BITS).to_bytes(ROW_BYTES, "big")


def _fits(places: Places, row: int, vault_id: bytes) -> bool:
    check = _number(places) & ((1 << CHECK_BITS) - 1)
    return check == _check(_key_bits(places), row, vault_id)


def _check(key_bits: bytes, row: int, vault_id: bytes) -> int:
    digest = hashlib.sha256(b"vrn sheet row" + vault_id + bytes([row]) + key_bits).digest()
    return int.from_bytes(digest[:2], "big") >> 16 - CHECK_BITS


def _swapped(places: Places, one: int, two: int) -> Places:
    order = list(places)
    order[one], order[two] = order[two], order[one]
    return tuple(order)


def _places(words: tuple[str, ...]) -> Places:
    return tuple(_places_by_prefix()[word] for word in words)


@cache
def _places_by_prefix() -> dict[str, int]:
    return {word[:4]: place for place, word in enumerate(sheet_words())}
