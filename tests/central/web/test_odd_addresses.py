"""Addresses and numbers that no database would take are no page, and no fault either."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from tests.central.browser import served_office
from tests.central.office_people import add_person, session_token
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.web.central_app import build_app
from vrn_desktop.central.web.visit import cookie_name

NO_PAGE, HERE = 404, 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/releases/of/%00", NO_PAGE),
        ("/releases/drafts/%00", NO_PAGE),
        ("/sites/of/%00", NO_PAGE),
        ("/share/downloads/%00", NO_PAGE),
        ("/reports/%00.pdf", NO_PAGE),
        ("/log?before=999999999999999", HERE),
    ],
)
def test_an_odd_address_is_answered_in_words(
    engine: Engine, tmp_path: Path, address: str, status: int
) -> None:
    with served_office(tmp_path) as served:
        office = replace(served.office, engine=engine)
        person = add_person(engine, served.clock, "Ada Example", list(Role))
        client = TestClient(
            build_app(office), base_url=office.address, raise_server_exceptions=False
        )
        token = session_token(engine, served.clock, person, office.draw)
        client.cookies.set(cookie_name(office), token)
        assert client.get(address).status_code == status
