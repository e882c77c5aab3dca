"""The self-test tells a file that anybody can read from an encrypted one, and reads its letters back."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.self_test import proofs
from vrn_desktop.self_test.proofs import NAMES, ProofFailedError, letter_proof
from vrn_desktop.self_test.store_proof import StoreNotEncryptedError, store_proof


def store_in(folder: Path, *, encrypted: bool) -> None:
    with closing(dbapi2.connect(str(folder / "store-0001.db"))) as connection:
        if encrypted:
            connection.execute("PRAGMA key = 'invented'")
        connection.execute("CREATE TABLE words (word TEXT)")


def test_an_encrypted_store_is_proved_with_its_librarys_version(tmp_path: Path) -> None:
    store_in(tmp_path, encrypted=True)
    assert store_proof(tmp_path).startswith("SQLCipher 4.")


def test_a_store_that_anybody_can_read_fails_the_self_test(tmp_path: Path) -> None:
    store_in(tmp_path, encrypted=False)
    with pytest.raises(StoreNotEncryptedError, match=r"store-0001\.db can be read"):
        store_proof(tmp_path)


def test_no_store_at_all_proves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreNotEncryptedError, match="left no file"):
        store_proof(tmp_path)


def test_every_language_of_the_letter_is_tried_with_a_name_of_its_own() -> None:
    assert set(NAMES) == set(ShippedLetterWordings().languages(LetterKind.YOUNG_PERSON))


@pytest.mark.parametrize("language", NAMES)
def test_a_letter_is_read_back(language: str) -> None:
    assert "lines read back" in letter_proof(language)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_letter_that_says_something_else_fails(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proofs, "_text_of", lambda _pages: "nothing of it")
    with pytest.raises(ProofFailedError, match="cannot be read back"):
        letter_proof(language)
