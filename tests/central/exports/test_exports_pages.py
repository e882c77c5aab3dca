"""The page Downloads in a real browser: every format with its size, every file with its checksum."""

from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.central.browser import ServedOffice, chromium, page, served
from tests.central.exports.invented_release import invented_release, with_cell_shown
from tests.central.exports.published_office import publish_as_they_are
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.exports.export_formats import FORMAT_WORDS, Format
from vrn_desktop.central.exports.zip_file import zipped
from vrn_desktop.domain.programme_period import Week

__all__ = ["chromium", "page", "served"]


def downloaded(page: Page, link: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link, exact=True).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_every_format_and_every_file_is_downloaded_as_it_was_published(
    page: Page, served: ServedOffice
) -> None:
    corrected = invented_release(2, edition=2)
    publish_as_they_are(served.engine, [invented_release(1), corrected])
    served.sign_in(page.context, "Ada Example", Role.AUDITOR)
    page.goto(f"/share/downloads/{corrected.id}")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("28 September 2026")
    for one in Format:
        name, content = downloaded(page, f"Download {FORMAT_WORDS[one][0]}")
        assert name == f"vrn-counts-2026-q4-edition-2-{one}.zip"
        assert content == zipped(corrected, one).content
    page.get_by_text("Single files, with checksums").click()
    name, content = downloaded(page, "sdmx/data.csv")
    assert name == "vrn-counts-2026-q4-edition-2-sdmx-data.csv"
    expect(page.get_by_text(sha256(content).hexdigest())).to_be_visible()
    page.goto("/share/downloads/invented-1-1")
    expect(page.get_by_text("use the newest edition below")).to_be_visible()


def test_nothing_published_and_a_release_with_a_fault_are_said_in_words(
    page: Page, served: ServedOffice
) -> None:
    served.sign_in(page.context, "Ada Example", Role.AUDITOR)
    page.goto("/share/downloads")
    expect(page.get_by_text("Nothing has been published yet.")).to_be_visible()
    faulty = with_cell_shown(invented_release(9, Week(2026, 47)), "P", 0, shown=7)
    publish_as_they_are(served.engine, [faulty])
    page.goto("/share/downloads")
    expect(page.get_by_role("alert")).to_contain_text("no file is made from it")
    for path in ("all.zip", "files/counts.csv", "nothing.zip"):
        answer = page.request.get(f"/share/downloads/{faulty.id}/{path}")
        assert answer.status == 404


def test_downloads_are_for_people_who_signed_in(page: Page, served: ServedOffice) -> None:
    publish_as_they_are(served.engine, [invented_release(1)])
    page.goto("/share/downloads/invented-1-1/all.zip")
    assert "/sign-in" in page.url
