"""Keeps cells of our tables from being run as formulas by a spreadsheet, and undoes that on reading."""

import re

_GUARD = "'"
_DANGEROUS = re.compile("'*[=+\\-@\t\r\N{FULLWIDTH EQUALS SIGN}\uff0b\uff0d\uff20]")
_GUARDED = re.compile("'+[=+\\-@\t\r\N{FULLWIDTH EQUALS SIGN}\uff0b\uff0d\uff20]")
_HARMLESS = re.compile(r"-?\d+(\.\d+)?|\+[\d ()]+")


def guarded(cell: str) -> str:
    """A cell that a spreadsheet shows and never runs: plain numbers and telephone numbers stay as they are."""
    if _DANGEROUS.match(cell) and not _HARMLESS.fullmatch(cell):
        return f"{_GUARD}{cell}"
    return cell


def without_guard(cell: str) -> str:
    """The cell as it was before it was guarded."""
    return cell[1:] if cell[0] == _GUARD and _GUARDED.match(cell) else cell
