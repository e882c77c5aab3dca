"""Wrong tries are counted for whoever made them, as the office's own proxy names them and nobody else."""

from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from tests.central.browser import ServedOffice, served_office
from tests.central.office_people import QUICK_GUESSES, add_person
from vrn_desktop.central.accounts.passphrases import hashed
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.accounts.sign_in import MOST_FROM_ONE_ADDRESS
from vrn_desktop.central.commands.serving import behind_proxy
from vrn_desktop.central.store.people_tables import PEOPLE
from vrn_desktop.central.web.central_app import build_app

PROXY, STRANGER, OURS = "192.0.2.1", "198.51.100.7", "198.51.100.8"
OWN = "pewter lantern orchard drizzle"
SENT_ON, REFUSED = 303, 422


@pytest.fixture
def served(tmp_path: Path) -> Generator[ServedOffice, None, None]:
    with served_office(tmp_path) as office:
        person = add_person(office.engine, office.clock, "Ada Example", [Role.INTAKE])
        held = hashed(OWN, QUICK_GUESSES, office.office.draw)
        with office.engine.begin() as connection:
            connection.execute(update(PEOPLE).where(PEOPLE.c.id == person).values(passphrase=held))
        yield office


class Browser:
    """Somebody who signs in from an address."""

    def __init__(self, served: ServedOffice, peer: str, says: str) -> None:
        self.client = TestClient(
            behind_proxy(build_app(served.office), PROXY),
            base_url=served.address,
            follow_redirects=False,
            client=(peer, 50000),
            headers={"x-forwarded-for": says},
        )
        page = self.client.get("/sign-in").text
        self.word = page.partition('name="form_word" value="')[2].partition('"')[0]

    def tries(self, email: str, passphrase: str) -> tuple[int, bool]:
        """The answer's status, and whether it says that there were too many tries."""
        form = {"email": email, "passphrase": passphrase, "form_word": self.word}
        answer = self.client.post("/sign-in", data=form)
        return answer.status_code, "too many tries" in answer.text


def test_forty_wrong_tries_of_a_stranger_keep_nobody_else_out(served: ServedOffice) -> None:
    stranger = Browser(served, PROXY, STRANGER)
    for number in range(MOST_FROM_ONE_ADDRESS):
        assert stranger.tries(f"nobody{number}@office.invalid", "wrong") == (REFUSED, False)
    assert stranger.tries("nobody@office.invalid", "wrong") == (REFUSED, True)
    forged = Browser(served, PROXY, f"203.0.113.9, {STRANGER}")
    assert forged.tries("nobody@office.invalid", "wrong") == (REFUSED, True)
    ours = Browser(served, PROXY, OURS)
    assert ours.tries("ada.example@office.invalid", OWN) == (SENT_ON, False)


def test_nobody_but_the_proxy_says_who_comes(served: ServedOffice) -> None:
    answers = [
        Browser(served, STRANGER, f"203.0.113.{number}").tries(f"n{number}@office.invalid", "wrong")
        for number in range(MOST_FROM_ONE_ADDRESS + 1)
    ]
    assert answers[-1] == (REFUSED, True)
