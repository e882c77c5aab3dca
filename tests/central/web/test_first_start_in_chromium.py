"""The first start in a real browser: code, own passphrase, security key, the office's keys, a second person."""

from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.central.browser import (
    ServedOffice,
    chromium,
    complaints_of,
    page,
    served_office,
    without_refusals,
)
from tests.central.office_people import FIRST_CODE
from tests.central.virtual_key import plug_in

__all__ = ["chromium", "page"]

OWN = "pewter lantern orchard drizzle"
OF_THE_KEYS = "harbour thimble velvet meadow"
OF_THE_SECOND = "saffron kettle bramble tundra"


@pytest.fixture
def served(tmp_path: Path) -> Generator[ServedOffice, None, None]:
    with served_office(tmp_path, first_start=True) as office:
        yield office


def first_person(page: Page) -> None:
    page.goto("/")
    page.get_by_label("The code that was printed").fill(FIRST_CODE.lower())
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_label("Your e-mail address").fill("Ada@office.invalid")
    page.get_by_label("Your passphrase", exact=True).fill(OWN)
    page.get_by_label("Your passphrase once more").fill(OWN)
    page.get_by_role("button", name="Set up the office").click()
    page.get_by_label("A name for this key").fill("Blue key")
    with page.expect_navigation():
        page.get_by_role("button", name="Add this key").click()


def test_the_first_person_sets_up_the_office_and_invites_a_second_who_comes_in(
    page: Page, served: ServedOffice, chromium: Browser
) -> None:
    plug_in(page)
    first_person(page)

    page.goto("/keys")
    expect(page.get_by_role("navigation", name="Pages")).to_be_visible()
    page.get_by_label("A passphrase for the keys").fill(OF_THE_KEYS)
    page.get_by_label("The passphrase for the keys once more").fill(OF_THE_KEYS)
    page.get_by_role("button", name="Make the keys").click()
    expect(page.get_by_role("status")).to_contain_text("keys are made")
    assert served.office.ring.is_unlocked

    page.goto("/people")
    page.get_by_label("Name").fill("Ben Example")
    page.get_by_label("E-mail address").fill("ben@office.invalid")
    page.get_by_label("Publisher").last.check()
    page.get_by_role("button", name="Invite", exact=True).click()
    link = page.locator(".code").inner_text()

    second = chromium.new_context(base_url=served.address).new_page()
    complaints = complaints_of(second)
    plug_in(second)
    second.goto(link)
    second.get_by_label("Your passphrase", exact=True).fill(OF_THE_SECOND)
    second.get_by_label("Your passphrase once more").fill(OF_THE_SECOND)
    second.get_by_role("button", name="Keep this passphrase").click()
    second.get_by_label("A name for this key").fill("Red key")
    with second.expect_navigation():
        second.get_by_role("button", name="Add this key").click()
    second.goto("/me")
    expect(second.get_by_role("link", name="Releases")).to_be_visible()
    expect(second.get_by_role("link", name="Sites")).to_have_count(0)
    answer = second.goto(link)
    assert answer is not None
    assert answer.status == 410
    second.context.close()
    assert without_refusals(complaints) == []


def test_signing_out_and_in_again_asks_for_passphrase_and_key_and_needs_no_mouse(
    page: Page, served: ServedOffice
) -> None:
    plug_in(page)
    first_person(page)
    page.goto("/me")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("status")).to_have_text("You are signed out.")
    answer = page.goto("/people")
    assert answer is not None
    assert page.url.endswith("/sign-in?then=%2Fpeople")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("ada@office.invalid")
    page.keyboard.press("Tab")
    page.keyboard.type(OWN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Use my security key")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
