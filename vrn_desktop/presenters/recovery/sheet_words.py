"""What is not right about words typed from a recovery sheet, said so that it can be put right."""

from vrn_desktop.application.ports.vault import (
    RecoverySheet,
    SheetFault,
    SheetFinding,
    prefixes,
)
from vrn_desktop.presenters.wording import listed

ORDINALS = ("first", "second", "third", "fourth")
ROW_NAMES = ("Row 1", "Row 2", "Row 3", "Row 4")


def finding_in_words(finding: SheetFinding) -> str:
    """One sentence that names row and words, and says what to do."""
    row = f"Row {finding.row}"
    words = listed([ORDINALS[place - 1] for place in finding.words])
    one = len(finding.words) == 1
    what = "word" if one else "words"
    sentences = {
        SheetFault.WORDS_MISSING: f"{row} needs four words with spaces between them.",
        SheetFault.WORD_UNKNOWN: (
            f"{row}: check how the {words} {what} {'is' if one else 'are'} spelled."
        ),
        SheetFault.WORDS_SWAPPED: f"{row}: the {words} {what} stand the other way round on the sheet.",
        SheetFault.ROW_ELSEWHERE: (
            f"{row} holds the words of row {finding.belongs_to}. Type each row in its own place."
        ),
        SheetFault.ROW_WRONG: (
            f"{row}: the {words} {what} on the sheet {'reads' if one else 'read'} differently."
            if finding.words
            else f"{row} does not fit this file. Check its words, and that this is the right sheet."
        ),
        SheetFault.OTHER_SHEET: (
            "These words belong to another file, or to a sheet that was replaced. Check the name on "
            "the sheet."
        ),
    }
    return sentences[finding.fault]


def typed_back(sheet: RecoverySheet, row: int, typed: str) -> SheetFinding | None:
    """What differs between one row (from 1) of a sheet at hand and what was typed; None if nothing."""
    wanted = [prefixes(" ".join(words)) for words in sheet.rows]
    words, right = prefixes(typed), wanted[row - 1]
    if words == right:
        return None
    if len(words) != len(right):
        return SheetFinding(fault=SheetFault.WORDS_MISSING, row=row)
    if words in wanted:
        place = wanted.index(words) + 1
        return SheetFinding(fault=SheetFault.ROW_ELSEWHERE, row=row, belongs_to=place)
    different = tuple(
        place
        for place, (one, other) in enumerate(zip(words, right, strict=True), start=1)
        if one != other
    )
    swapped = sorted(words) == sorted(right)
    if swapped and len(different) == len(("one", "other")):
        return SheetFinding(fault=SheetFault.WORDS_SWAPPED, row=row, words=different)
    return SheetFinding(fault=SheetFault.ROW_WRONG, row=row, words=different)
