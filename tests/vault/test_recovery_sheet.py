"""The recovery sheet: its words open this file, and what is not right about them is named."""

import pytest

from tests.founded_vault import Founded
from tests.invented_team import ASH, OTHER_PASSPHRASE, PASSPHRASES, ROWAN
from tests.seeded import seeded
from vrn_desktop.application.ports.vault import (
    RecoverySheet,
    SheetFault,
    SheetFinding,
    SheetNotMatchedError,
)
from vrn_desktop.domain.errors import NotAllowedError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault.recovery_sheet import check_row, rows_of, seed_of
from vrn_desktop.vault.word_lists import sheet_words

VAULT = b"the vault's id.."
SEED = bytes(range(16))
TRIES = 500


def words_of(seed: bytes = SEED, vault: bytes = VAULT) -> list[str]:
    return [word for row in rows_of(seed, vault) for word in row]


def findings(words: list[str], vault: bytes = VAULT) -> tuple[SheetFinding, ...]:
    with pytest.raises(SheetNotMatchedError) as refused:
        seed_of(" ".join(words), vault)
    return refused.value.findings


def test_sixteen_words_in_four_rows_give_the_key_back() -> None:
    draw = seeded(16)
    for _ in range(200):
        seed, vault = draw.randbytes(16), draw.randbytes(16)
        rows = rows_of(seed, vault)
        assert [len(row) for row in rows] == [4, 4, 4, 4]
        assert seed_of(" ".join(words_of(seed, vault)), vault) == seed


def test_four_letters_suffice_in_any_case_and_with_any_marks() -> None:
    words = words_of()
    for typed in (
        " ".join(word[:4] for word in words),
        "\n".join(word.upper() for word in words),
        ", ".join(word.title() + "." for word in words),
        " ".join(f"{n}) {word}xyz" if len(word) > 3 else word for n, word in enumerate(words, 1)),
    ):
        assert seed_of(typed, VAULT) == SEED


def test_each_row_is_checked_as_it_is_typed() -> None:
    for number, row in enumerate(rows_of(SEED, VAULT), start=1):
        assert check_row(number, " ".join(row), VAULT) is None
        other = number % 4 + 1
        assert check_row(other, " ".join(row), VAULT) == SheetFinding(
            fault=SheetFault.ROW_ELSEWHERE, row=other, belongs_to=number
        )


def test_missing_and_unknown_words_are_named() -> None:
    words = words_of()
    assert findings(words[:9]) == (SheetFinding(fault=SheetFault.WORDS_MISSING, row=3),)
    assert findings([]) == (SheetFinding(fault=SheetFault.WORDS_MISSING, row=1),)
    words[6] = "qqqq"
    assert findings(words) == (SheetFinding(fault=SheetFault.WORD_UNKNOWN, row=2, words=(3,)),)
    assert check_row(1, "only three words", VAULT) == SheetFinding(
        fault=SheetFault.WORDS_MISSING, row=1
    )


def test_one_wrong_word_is_caught_and_its_row_named() -> None:
    draw = seeded(500)
    missed = 0
    for _ in range(TRIES):
        words = words_of(draw.randbytes(16))
        place = draw.randrange(16)
        words[place] = draw.choice([word for word in sheet_words() if word != words[place]])
        row = place // 4
        finding = check_row(row + 1, " ".join(words[4 * row : 4 * row + 4]), VAULT)
        if finding is None:
            missed += 1  # about 1 in 4,096: then the sealed keys refuse it
        else:
            assert findings(words) == (finding,)
    assert missed <= 3


def test_two_swapped_words_are_named() -> None:
    words = words_of()
    words[4], words[6] = words[6], words[4]
    assert findings(words) == (SheetFinding(fault=SheetFault.WORDS_SWAPPED, row=2, words=(1, 3)),)


def test_two_swapped_rows_are_named() -> None:
    words = words_of()
    assert findings(words[4:8] + words[:4] + words[8:]) == (
        SheetFinding(fault=SheetFault.ROW_ELSEWHERE, row=1, belongs_to=2),
        SheetFinding(fault=SheetFault.ROW_ELSEWHERE, row=2, belongs_to=1),
    )


def test_another_laptops_sheet_is_refused_by_name() -> None:
    draw = seeded(5000)
    named = 0
    for _ in range(TRIES):
        found = findings(words_of(draw.randbytes(16), draw.randbytes(16)))
        named += [finding.fault for finding in found] == [SheetFault.OTHER_SHEET]
    assert named >= TRIES - 5


def test_no_word_of_the_sheet_is_in_its_repr() -> None:
    sheet = RecoverySheet(sheet_name="AAAA-0000", rows=rows_of(SEED, VAULT))
    assert sheet.rows[2][0] not in repr(sheet)


def test_the_sheet_opens_the_vault_and_resets_a_person(founded: Founded) -> None:
    store = founded.unlock(ROWAN).store
    old_key = founded.unlock(ASH).public_keys(ASH)
    access = founded.vault.unlock_with_sheet(founded.words)
    assert [person.name for person in access.people] == [
        *("Ash Sample", "Ivy Invented", "Rowan Example"),
    ]
    ash = access.reset_person(ASH, OTHER_PASSPHRASE)
    assert ash.person.id == ASH
    assert ash.store == store
    assert ash.public_keys(ASH)[1:] == old_key
    assert founded.vault.unlock(ASH, OTHER_PASSPHRASE).store == store
    with pytest.raises(WrongPassphraseError):
        founded.unlock(ASH)
    assert founded.unlock(ROWAN).store == store
    with pytest.raises(NotAllowedError):
        access.reset_person(PractitionerId("nobody"), OTHER_PASSPHRASE)


def test_rows_are_checked_against_the_vault_in_the_folder(founded: Founded) -> None:
    assert founded.vault.check_sheet_row(3, " ".join(founded.sheet.rows[2])) is None
    finding = founded.vault.check_sheet_row(1, " ".join(rows_of(SEED, VAULT)[0]))
    assert finding is not None


def test_a_replaced_sheet_opens_nothing_any_more(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    new = rowan.prepare_new_sheet()
    founded.vault.unlock_with_sheet(founded.words)
    rowan.commit_new_sheet()
    with pytest.raises(SheetNotMatchedError) as refused:
        founded.vault.unlock_with_sheet(founded.words)
    assert refused.value.findings[0].fault is SheetFault.OTHER_SHEET
    words = " ".join(word for row in new.rows for word in row)
    assert founded.vault.unlock_with_sheet(words).reset_person(ROWAN, OTHER_PASSPHRASE).store
    with pytest.raises(ValueError, match="no sheet was prepared"):
        rowan.commit_new_sheet()
    assert PASSPHRASES[ROWAN] not in repr(rowan)
