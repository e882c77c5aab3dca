"""A site's whole way in a real browser: enrolled by six words, its numbers drafted, published by somebody else."""

from collections.abc import Generator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.routing import BaseRoute

from tests.central.browser import (
    ServedOffice,
    chromium,
    complaints_of,
    page,
    served_office,
    without_refusals,
)
from tests.exchange_messages import contribution, key_bytes
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.office.group_commit import GroupCommit
from vrn_desktop.central.office.spoken_words import words_of
from vrn_desktop.central.web.central_office import CentralOffice
from vrn_desktop.central.web.intake_routes import IntakeDesk, intake_routes
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.enrolment import Offer, read_offer, signed_request
from vrn_desktop.exchange.message_keys import SigningKey, fingerprint
from vrn_desktop.exchange.receipt import ReceiptOutcome, checked_receipt
from vrn_desktop.exchange.sealed_message import sealed_message
from vrn_desktop.exchange.table_pack import MessageKind

__all__ = ["chromium", "page"]

QUARTER = Quarter(2026, 3)
KEYS = "harbour thimble velvet meadow"
OTHER_SITES = 10


@pytest.fixture
def served(tmp_path: Path) -> Generator[ServedOffice, None, None]:
    desks: list[GroupCommit] = []

    def with_intake(office: CentralOffice) -> list[BaseRoute]:
        desks.append(GroupCommit(office.reception.take_in).__enter__())
        keys = office.key_arrivals
        return list(intake_routes(IntakeDesk(messages=desks[0], keys=keys, engine=office.engine)))

    with served_office(tmp_path, with_intake) as office:
        yield office
    for desk in desks:
        desk.__exit__(None, None, None)


def sent(served: ServedOffice, offer: Offer, key: SigningKey) -> None:
    """A site's quarter as its laptop posts it, with the centre's receipt checked."""
    said = contribution(MessageKind.Q, period=QUARTER, site=offer.site, seed=offer.site)
    raw = sealed_message(said, centre=offer.box, signer=key)
    answer = httpx2.post(f"{served.address}/v1/messages", content=raw)
    receipt = checked_receipt(answer.content, {fingerprint(offer.signer): offer.signer}.get)
    assert receipt.outcome is ReceiptOutcome.ACCEPTED


def enrolled_without_pages(served: ServedOffice, number: int) -> None:
    office, key = served.office, SigningKey.from_private(key_bytes(f"journey {number}"))
    raw = office.enrolment.offer(
        f"site-{number}", organisation="Sample", starts=QUARTER, address="", who="Ivy Invented"
    )
    office.key_arrivals.take(signed_request(read_offer(raw), key))
    office.enrolment.approve(fingerprint(key.public), who="Ivy Invented")
    sent(served, read_offer(raw), key)


def test_a_site_is_enrolled_and_its_numbers_are_published_by_two_people(
    page: Page, served: ServedOffice, chromium: Browser
) -> None:
    served.sign_in(page.context, "Ada Example", Role.INTAKE, Role.STATISTICIAN, Role.PUBLISHER)
    served.office.ring.found(KEYS, who="Ada Example")

    page.goto("/sites")
    page.get_by_label("Name of the site").fill("north-harbour")
    page.get_by_label("Who answers for it").fill("Sample Youth Trust")
    page.get_by_label("First quarter").fill(str(QUARTER))
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the file for this site").click()
    offer = read_offer(Path(download.value.path()).read_bytes())
    assert download.value.suggested_filename == "north-harbour.vrnoffer"

    key = SigningKey.from_private(key_bytes("journey"))
    asked = httpx2.post(f"{served.address}/v1/keys", content=signed_request(offer, key))
    assert asked.json() == {"key": "waits"}
    page.goto("/sites")
    words = words_of(device=key.public, centre_signer=offer.signer, site="north-harbour")
    expect(page.locator(".words")).to_have_text(" · ".join(words))
    page.get_by_label("I heard these six words").check()
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("status")).to_contain_text("The key is approved")

    sent(served, offer, key)
    page.goto("/releases")
    expect(page.locator("option")).to_be_disabled()
    for number in range(OTHER_SITES):
        enrolled_without_pages(served, number)

    page.goto("/releases")
    page.get_by_role("button", name="Make the draft").click()
    page.get_by_role("link", name="Look at the draft").click()
    expect(page.get_by_role("button", name="Publish")).to_have_count(0)
    draft = page.url

    other = chromium.new_context(base_url=served.address)
    served.sign_in(other, "Ben Example", Role.PUBLISHER, Role.AUDITOR)
    second = other.new_page()
    complaints = complaints_of(second)
    second.goto(draft)
    second.get_by_role("button", name=f"Publish {QUARTER}").click()
    expect(second.get_by_role("status")).to_have_text("Published.")
    second.get_by_role("link", name=str(QUARTER)).first.click()
    expect(second.get_by_role("heading", level=1)).to_have_text(f"Release of {QUARTER}")
    second.goto("/log")
    expect(second.get_by_role("row", name="Draft published")).to_contain_text("Ben Example")
    second.get_by_role("button", name="Sign out").click()
    refused = second.goto("/log")
    assert refused is not None
    assert second.url.endswith("/sign-in?then=%2Flog")
    other.close()
    assert without_refusals(complaints) == []
