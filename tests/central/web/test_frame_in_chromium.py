"""The frame of the pages in a real browser: navigation by role, headers, plain errors."""

from playwright.sync_api import Page, expect

from tests.central.browser import ServedOffice, chromium, page, served
from vrn_desktop.central.accounts.roles import Role

__all__ = ["chromium", "page", "served"]


def test_a_page_that_is_not_there_says_so_plainly_inside_the_frame(
    page: Page, served: ServedOffice
) -> None:
    served.sign_in(page.context, "Ada Example", Role.AUDITOR)
    answer = page.goto("/nowhere")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading")).to_have_text("There is no such page")
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
