"""`vrn-central publish`: shows what waits, and publishes only for another person with their passphrase."""

from pathlib import Path

import pytest
from sqlalchemy import update

from tests.central.office_people import QUICK_GUESSES, repeating_bytes
from tests.central.publishing.test_two_people import Press
from vrn_desktop.central.__main__ import main
from vrn_desktop.central.accounts.passphrases import hashed
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.people_tables import PEOPLE
from vrn_desktop.central.store.schema import create_schema

OWN = "pewter lantern orchard drizzle"


def test_the_same_rule_of_two_people_holds_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'central.db'}")
    create_schema(engine)
    press = Press(engine)
    draft = press.drafted(press.ada)
    with engine.begin() as connection:
        kept = hashed(OWN, QUICK_GUESSES, repeating_bytes())
        connection.execute(update(PEOPLE).values(passphrase=kept))
    engine.dispose()
    secret = tmp_path / "passphrase"
    secret.write_text(OWN + "\n", encoding="utf-8")

    def published(*more: str) -> int:
        return main(["publish", *more, "--data", str(tmp_path), "--passphrase-file", str(secret)])

    assert published() == 0
    assert "2026-Q4, edition 1, made by Ada Example" in capsys.readouterr().out
    assert published(draft, "--email", "ada.example@office.invalid") == 1
    assert "Another person" in capsys.readouterr().err
    assert published(draft, "--email", "nobody@office.invalid") == 2
    assert published(draft, "--email", "ben.example@office.invalid") == 0
    assert "is published" in capsys.readouterr().out
    assert published() == 0
    assert capsys.readouterr().out == "No draft waits.\n"
