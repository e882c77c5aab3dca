"""The quarterly report as a tagged PDF; the same report gives the same bytes."""

from vrn_desktop.central.report.figure import Figure, KeyFigure, Step
from vrn_desktop.central.report.page_flow import (
    HEADING,
    KEY_NUMBER,
    PARAGRAPH,
    SMALL,
    STEP,
    TITLE,
    PageFlow,
)
from vrn_desktop.central.report.pdf_tables import draw_table
from vrn_desktop.central.report.quarterly_report import Report
from vrn_desktop.central.report.tagged_pages import Element, TaggedPages


def report_as_pdf(report: Report) -> bytes:
    """The document."""
    title = f"Quarterly report: {report.title}"
    pages = TaggedPages(f"{title} · {report.network}")
    flow = PageFlow(pages, foot=f"{title} · {report.network}")
    _cover(flow, report, title)
    for number, step in enumerate(report.steps, start=1):
        if number > 1:
            flow.new_page()
        _step(flow, number, step)
    _closing(flow, report)
    flow.close_page()
    return pages.finish()


def _cover(flow: PageFlow, report: Report, title: str) -> None:
    part = flow.pages.document.part("Sect")
    flow.rule(6)
    flow.text(report.network, SMALL, part)
    flow.text(title, TITLE, part)
    flow.text(report.period, PARAGRAPH, part)
    flow.text(report.published, PARAGRAPH, part)
    if report.note:
        flow.text(report.note, PARAGRAPH, part)
    flow.y -= 16


def _heading(flow: PageFlow, key: str, title: str, part: Element) -> None:
    flow.rule()
    flow.pages.bookmarkPage(key)
    flow.pages.addOutlineEntry(title, key, level=0)
    flow.text(title, STEP, part, keep=80)


def _step(flow: PageFlow, number: int, step: Step) -> None:
    part = flow.pages.document.part("Sect")
    _heading(flow, f"step-{number}", f"Step {number}: {step.title}", part)
    for key in step.key_figures:
        _key_figure(flow, key, part)
    for gap in step.gaps:
        flow.text(gap, PARAGRAPH, part)
    for figure in step.figures:
        _figure(flow, figure, part)


def _key_figure(flow: PageFlow, key: KeyFigure, part: Element) -> None:
    flow.text(key.label, PARAGRAPH, part, keep=40)
    flow.text(key.words, KEY_NUMBER, part)
    if key.interval:
        flow.text(f"95% interval: {key.interval}", SMALL, part)
    if key.change:
        flow.text(key.change, SMALL, part)
    flow.y -= 4


def _figure(flow: PageFlow, figure: Figure, part: Element) -> None:
    drawing = figure.draw(640.0)
    flow.text(figure.title, HEADING, part, keep=drawing.height * 0.8 + 60)
    flow.text(figure.says, PARAGRAPH, part)
    flow.figure(figure.draw, f"{figure.title}. {figure.says} The numbers follow as a table.", part)
    draw_table(flow, figure.table, part)
    flow.y -= 4
    for note in (*figure.notes, figure.coverage):
        flow.text(note, SMALL, part)


def _closing(flow: PageFlow, report: Report) -> None:
    flow.new_page()
    share = flow.pages.document.part("Sect")
    _heading(flow, "share", "Step 4: Share and scale", share)
    for sentence in report.share:
        flow.text(sentence, PARAGRAPH, share)
    flow.y -= 24
    method = flow.pages.document.part("Sect")
    _heading(flow, "method", "How the numbers are made, and what they promise", method)
    for part in report.method:
        flow.text(part.title, HEADING, method, keep=30)
        flow.bullets(part.sentences, method)
    flow.y -= 24
    flow.need(200)
    limits = flow.pages.document.part("Sect")
    _heading(flow, "cannot-say", "What this report cannot say", limits)
    flow.bullets(report.cannot_say, limits)
