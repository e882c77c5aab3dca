"""The quarterly report: fixed structure, the same bytes for the same release, the promise as computed."""

import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pypdfium2
import pytest

from tests.central.dashboard.filled_office import Q1, Q4, Y25, the_releases
from tests.exchange_packs import shipped_pack, strict_pack
from vrn_desktop.central.published_table import Release
from vrn_desktop.central.report.figure import TOO_UNCERTAIN
from vrn_desktop.central.report.method_words import CANNOT_SAY, method_parts
from vrn_desktop.central.report.quarterly_report import Report, known_at, quarterly_report
from vrn_desktop.central.report.report_html import report_as_html
from vrn_desktop.central.report.report_pdf import report_as_pdf
from vrn_desktop.exchange.guarantee import guarantee_of
from vrn_desktop.exchange.guarantee_words import promises


def release_of_q1() -> Release:
    return next(release for release in the_releases() if release.period == Q1)


def report() -> Report:
    return quarterly_report(release_of_q1(), the_releases(), shipped_pack())


class OutsideLinks(HTMLParser):
    """Everything a page would load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("src", "href") and value and not value.startswith("#"):
                self.found.append(value)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_same_release_gives_the_same_bytes() -> None:
    backwards = tuple(reversed(the_releases()))
    again = quarterly_report(release_of_q1(), backwards, shipped_pack())
    assert report_as_html(report()) == report_as_html(again)
    assert report_as_pdf(report()) == report_as_pdf(again)


def test_what_is_published_later_changes_no_report() -> None:
    later = replace(
        the_releases()[1],
        id="later",
        edition=2,
        published_at=release_of_q1().published_at + timedelta(days=1),
        tables=(),
    )
    again = quarterly_report(release_of_q1(), (*the_releases(), later), shipped_pack())
    assert report_as_html(again) == report_as_html(report())


def test_a_correction_published_before_is_the_one_that_counts() -> None:
    earlier = next(release for release in the_releases() if release.period == Q4)
    corrected = replace(
        earlier, id="corrected", edition=2, published_at=earlier.published_at + timedelta(days=1)
    )
    known = known_at(release_of_q1(), (corrected, *the_releases()))
    assert [each.id for each in known if each.period == Q4] == ["corrected"]


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = report_as_html(report()).decode()
    links = OutsideLinks()
    links.feed(page)
    assert links.found == []
    assert "<script" not in page
    assert "http" not in re.sub(r"data:font/ttf;base64,[^)]*", "", page)


def test_page_and_pdf_say_the_same_in_the_same_order() -> None:
    made = report()
    page = report_as_html(made).decode()
    pdf = plain(text_of(report_as_pdf(made)))
    place = 0
    for step in made.steps:
        for figure in step.figures:
            assert f'id="{figure.id}"' in page
            place = pdf.find(plain(figure.title), place)
            assert place >= 0, figure.title
            for row in figure.table.rows:
                for cell in row.cells:
                    assert plain(cell) in pdf, (figure.id, cell)
    for sentence in CANNOT_SAY:
        assert plain(sentence) in pdf
    assert TOO_UNCERTAIN in pdf
    assert "52 of 60 sites" in pdf


def test_the_pdf_says_what_everything_is() -> None:
    pdf = report_as_pdf(report())
    for word in (b"/StructTreeRoot", b"/Marked true", b"/Lang (en-GB)", b"/DisplayDocTitle true"):
        assert word in pdf
    for role in (b"/H1", b"/H2", b"/H3", b"/Figure", b"/Table", b"/TH", b"/TD", b"/LI"):
        assert b"/S " + role in pdf
    assert pdf.count(b"/Alt (") == sum(len(step.figures) for step in report().steps)
    assert b"Helvetica" not in pdf


@pytest.mark.parametrize("pack", [shipped_pack(), strict_pack()])
def test_the_method_page_promises_what_the_pack_gives_and_no_more(pack: object) -> None:
    chosen = shipped_pack() if pack is shipped_pack() else strict_pack()
    said = " ".join(sentence for part in method_parts(chosen) for sentence in part.sentences)
    expected = promises(guarantee_of(chosen))
    assert re.findall(r"ε = ([\d.]+)", said) == [promise.loss for promise in expected]
    assert re.findall(r"factor of at most ([\d.]+)", said) == [p.odds_factor for p in expected]
    hundredths = re.findall(r"becomes at most ([\d.]+) in 100", said)
    assert hundredths == [promise.from_one_in_a_hundred for promise in expected]
    assert "anonymous" not in said


def test_a_report_is_made_of_a_quarter_only() -> None:
    year = next(release for release in the_releases() if release.period == Y25)
    with pytest.raises(TypeError):
        quarterly_report(year, the_releases(), shipped_pack())


def test_a_first_report_says_what_is_not_there_yet() -> None:
    first = the_releases()[0]
    made = quarterly_report(first, [first], shipped_pack())
    gaps = [gap for step in made.steps for gap in step.gaps]
    assert len(gaps) == 4
    assert all("yet" in gap or "second quarter" in gap for gap in gaps)
    assert b"Trends over quarters begin" in report_as_html(made)
