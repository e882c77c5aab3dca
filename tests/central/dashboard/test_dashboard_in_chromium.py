"""The dashboard in a real browser: every page readable when narrow, large and dark, by keyboard, on paper."""

import re
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.central.browser import (
    PATIENCE_MS,
    ServedOffice,
    chromium,
    complaints_of,
    served_office,
    without_refusals,
)
from tests.central.dashboard.filled_office import LATE_SITE, Q1, Q2, fill
from vrn_desktop.central.accounts.roles import Role

__all__ = ["chromium"]

PAGES = ("/problem", "/what-works", "/is-it-working", "/share", "/quality")
DRAFT = f"/problem?period=not-published-{Q2}"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Generator[ServedOffice, None, None]:
    folder: Path = tmp_path_factory.mktemp("office")
    with served_office(folder) as office:
        fill(office.engine, office.clock)
        yield office


@pytest.fixture
def page(chromium: Browser, filled: ServedOffice) -> Generator[Page, None, None]:
    context = chromium.new_context(base_url=filled.address, locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    complaints = complaints_of(page)
    yield page
    context.close()
    assert without_refusals(complaints) == []


def sign_in(page: Page, filled: ServedOffice, request: pytest.FixtureRequest, *roles: Role) -> None:
    """Each test's person is another one."""
    filled.sign_in(page.context, f"Ada {len(request.node.name)} {request.node.name}"[:30], *roles)


def overflowing(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


def test_every_page_fits_a_narrow_screen_and_letters_twice_as_large(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request, Role.STATISTICIAN, Role.PUBLISHER)
    for width in (320, 640, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for path in PAGES:
            page.goto(path)
            assert not overflowing(page), (path, width)
            charts = page.locator("svg.chart:visible")
            kinds = {charts.nth(number).get_attribute("class") for number in range(charts.count())}
            assert len(kinds) <= 1, (path, width)
            if width != 640:
                assert kinds <= {"chart narrow" if width == 320 else "chart wide"}, (path, width)


def test_each_chart_has_the_numbers_of_the_table_behind_it(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request)
    seen = 0
    for path in PAGES:
        page.goto(path)
        figures = page.locator("section.figure")
        for place in range(figures.count()):
            figure = figures.nth(place)
            in_table = set(re.findall(r"\d[\d,.]*", table_text(figure)))
            for kind in ("wide", "narrow"):
                said = figure.locator(f"svg.{kind} :is(rect, circle) > title").all_text_contents()
                for words in said:
                    # after the label: the number and its interval
                    numbers = re.findall(r"\d[\d,.]*", words.rpartition(": ")[2].replace("95%", ""))
                    assert set(numbers) <= in_table, (path, words)
                    seen += len(numbers)
    assert seen > 500


def table_text(figure: Locator) -> str:
    return " ".join(figure.locator("tbody :is(td, th)").all_text_contents())


def test_the_table_behind_a_chart_opens_by_keyboard(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request)
    page.goto("/problem")
    figure = page.locator("#levels")
    expect(figure.locator("table")).to_be_hidden()
    figure.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(figure.locator("table")).to_be_visible()
    expect(figure.get_by_role("columnheader", name="95% interval", exact=True)).to_be_visible()
    expect(figure.locator("svg.wide")).to_have_attribute("role", "img")
    expect(
        page.get_by_role("img", name="Young people counted, by prevention level")
    ).to_be_visible()


def test_missing_sites_and_uncertain_numbers_are_said(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request)
    page.goto("/problem")
    expect(page.get_by_text("52 of 60 sites").first).to_be_visible()
    by_setting = page.locator("#levels-by-setting svg.wide")
    assert "too uncertain to show" in (by_setting.text_content() or "")
    page.goto("/is-it-working")
    caveat = "It shows a difference, not its cause"
    expect(page.locator("#difference-white").get_by_text(caveat)).to_be_visible()


def test_a_quarter_is_chosen_without_script_and_stands_beside_the_one_before(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request)
    page.goto("/problem")
    expect(page.locator(".key-figures .change").first).to_contain_text("the quarter before")
    page.get_by_role("combobox", name="Quarter").select_option("2025-Q4")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#levels .coverage")).to_contain_text("Quarter 4 of 2025")


def test_numbers_not_published_are_for_statisticians_and_say_so(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request, Role.PUBLISHER)
    page.goto(DRAFT)
    expect(page.locator("#levels .coverage")).to_contain_text("Quarter 1 of 2026")
    assert str(Q2) not in page.content()
    page.context.clear_cookies()
    filled.sign_in(page.context, "Stat Example", Role.STATISTICIAN)
    page.goto(DRAFT)
    expect(page.locator("#levels .coverage")).to_contain_text("Quarter 2 of 2026")
    expect(page.get_by_text("Not published.")).to_be_visible()


def test_which_site_is_late_is_shown_to_those_who_look_after_sites_only(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request, Role.PUBLISHER)
    page.goto("/quality")
    assert LATE_SITE not in page.content()
    page.context.clear_cookies()
    filled.sign_in(page.context, "Ina Example", Role.INTAKE)
    page.goto("/quality")
    expect(page.get_by_role("row", name=re.compile(LATE_SITE))).to_be_visible()


def test_a_learning_note_is_kept_and_read(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request, Role.PUBLISHER)
    page.goto("/share")
    page.get_by_text("Write a note").click()
    page.get_by_label("What changed, and why").fill("Youth workers now meet families at school.")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.get_by_text("Youth workers now meet families at school.")).to_be_visible()


def test_the_report_of_a_release_is_kept_as_a_page_and_as_pdf(
    page: Page, filled: ServedOffice, request: pytest.FixtureRequest
) -> None:
    sign_in(page, filled, request)
    page.goto("/share")
    row = page.get_by_role("row", name=re.compile("Quarter 1 of 2026"))
    pdf = page.request.get(str(row.get_by_role("link", name="PDF").get_attribute("href")))
    html = page.request.get(str(row.get_by_role("link", name="Page").get_attribute("href")))
    assert pdf.body().startswith(b"%PDF-1.7")
    assert f"vrn-report-{Q1}" in html.headers["content-disposition"]
    with_nothing_else = page.context.new_page()
    requests: list[str] = []
    with_nothing_else.on("request", lambda asked: requests.append(asked.url))
    with_nothing_else.set_content(html.text())
    expect(with_nothing_else.get_by_role("heading", level=1)).to_contain_text("Quarter 1 of 2026")
    assert [url for url in requests if not url.startswith("data:")] == []
    files = str(row.get_by_role("link", name="Files").get_attribute("href"))
    assert page.request.get(files).status == 200
    assert page.request.get("/reports/nothing.pdf").status == 404
