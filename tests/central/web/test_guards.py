"""No page without its guard, no form without our word, no page for another role, no cookie for a script."""

from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import text
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from tests.central.browser import ServedOffice, served_office
from tests.central.office_people import add_person, session_token
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.web.all_pages import ALL_ROUTES
from vrn_desktop.central.web.central_app import build_app
from vrn_desktop.central.web.guards import GuardedPage
from vrn_desktop.central.web.static_files import STATIC
from vrn_desktop.central.web.visit import cookie_name

OPEN = {
    "/start",
    "/sign-in",
    "/sign-in/key",
    "/sign-in/add-key",
    "/sign-out",
    "/sign-in/provider",
    "/sign-in/provider/back",
    "/invitation",
}
SEEN_BY_AUDITORS = {"/people", "/log"}


@pytest.fixture
def served(tmp_path: Path) -> Generator[ServedOffice, None, None]:
    with served_office(tmp_path) as office:
        yield office


@pytest.fixture
def client(served: ServedOffice) -> TestClient:
    app = build_app(served.office)
    return TestClient(app, base_url=served.address, follow_redirects=False)


def signed_in(served: ServedOffice, client: TestClient, *roles: Role) -> None:
    person = add_person(served.engine, served.clock, "Ada Example", roles)
    token = session_token(served.engine, served.clock, person, served.office.draw)
    client.cookies.set(cookie_name(served.office), token)


def guard_of(route: Route) -> GuardedPage:
    guard = getattr(route.endpoint, "__self__", None)
    assert isinstance(guard, GuardedPage), route.path
    return guard


def test_every_page_stands_behind_a_guard_and_only_the_ways_in_are_open() -> None:
    assert {route.path for route in ALL_ROUTES if guard_of(route).is_open} == OPEN
    assert all(isinstance(mount, Mount) for mount in STATIC)


def test_whatever_changes_something_asks_for_a_role_that_may() -> None:
    changing = [route for route in ALL_ROUTES if "POST" in (route.methods or ())]
    for route in changing:
        guard = guard_of(route)
        own = route.path.startswith("/me")
        assert guard.is_open or own or guard.roles, route.path
        assert Role.AUDITOR not in guard.roles, route.path


def test_nobody_opens_a_page_without_signing_in(client: TestClient) -> None:
    for path in sorted({route.path for route in ALL_ROUTES} - OPEN):
        answer = client.get(path.replace("{", "").replace("}", ""))
        said = (answer.status_code, answer.headers.get("location", "")[:8])
        assert said in ((303, "/sign-in"), (405, "")), path


def test_another_role_is_told_plainly_and_shown_nothing(
    served: ServedOffice, client: TestClient
) -> None:
    signed_in(served, client, Role.AUDITOR)
    for path in ("/sites", "/keys", "/sites/brought"):
        answer = client.get(path)
        assert answer.status_code == 403
        assert "belongs to another role" in answer.text
    assert client.get("/people").status_code == 200


def test_a_form_without_our_word_or_from_another_site_changes_nothing(
    served: ServedOffice, client: TestClient
) -> None:
    signed_in(served, client, Role.INTAKE)
    form = {"name": "Zoe Example", "email": "zoe@office.invalid", "role": "intake"}
    without = client.post("/people/invite", data=form)
    page = client.get("/people").text
    word = page.partition('name="form_word" value="')[2].partition('"')[0]
    elsewhere = client.post(
        "/people/invite", data={**form, "form_word": word}, headers={"sec-fetch-site": "cross-site"}
    )
    assert [answer.status_code for answer in (without, elsewhere)] == [403, 403]
    assert "Zoe Example" not in client.get("/people").text
    assert client.post("/people/invite", data={**form, "form_word": word}).status_code == 200


def test_every_answer_carries_the_headers_that_keep_it_to_itself(client: TestClient) -> None:
    for path in ("/sign-in", "/nowhere", "/static/central.css"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"


def test_a_fault_inside_is_told_plainly_with_the_same_headers_and_nothing_of_the_inside(
    served: ServedOffice,
) -> None:
    client = TestClient(
        build_app(served.office), base_url=served.address, raise_server_exceptions=False
    )
    with served.engine.begin() as connection:
        connection.execute(text("DROP TABLE people"))
    answer = client.get("/invitation")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "people" not in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_a_look_without_the_body_is_answered_like_the_page(client: TestClient) -> None:
    for path in ("/sign-in", "/invitation", "/start"):
        assert client.head(path).status_code == client.get(path).status_code


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: TestClient) -> None:
    cookie = client.get("/sign-in").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_an_address_of_another_name_leads_to_the_right_one(
    served: ServedOffice, client: TestClient
) -> None:
    answer = client.get("/sign-in", headers={"host": "other.invalid"})
    assert answer.headers["location"] == f"{served.address}/sign-in"
    assert client.post("/sign-in", headers={"host": "other.invalid"}).status_code == 421


def test_after_signing_in_nobody_is_sent_to_another_site(client: TestClient) -> None:
    for then in ("//evil.invalid", "https://evil.invalid", "/\\evil.invalid", "javascript:1"):
        page = client.get("/sign-in", params={"then": then}).text
        assert 'name="then" value="/"' in page
