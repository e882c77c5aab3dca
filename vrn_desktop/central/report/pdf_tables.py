"""Tables on PDF pages: headings repeated on each page, every cell with its role."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

from vrn_desktop.central.report.figure import FigureTable
from vrn_desktop.central.report.page_flow import MARGIN, TEXT_WIDTH, PageFlow, broken_lines
from vrn_desktop.central.report.pdf_drawing import INK
from vrn_desktop.central.report.tagged_pages import BOLD, REGULAR, Element

_SIZE, _LEADING = 8.5, 11.0
_PAD, _GAP = 2.5, 9.0


def draw_table(flow: PageFlow, table: FigureTable, parent: Element) -> None:
    """The whole table; rows are never cut across pages."""
    element = parent.part("Table")
    widths = _widths(table)
    rows = [(row.heading, *row.cells) for row in table.rows]
    first = [_cells(rows[0], widths)] if rows else []
    flow.need(2 * _height(_cells(table.columns, widths)) + sum(map(_height, first)))
    flow.y -= 6
    _row(flow, _cells(table.columns, widths), widths, element, is_head=True)
    for row in rows:
        cells = _cells(row, widths)
        if flow.y - _height(cells) < 60:  # noqa: PLR2004 - the foot of the page
            flow.new_page()
            _row(flow, _cells(table.columns, widths), widths, element, is_head=True)
        _row(flow, cells, widths, element, is_head=False)


_Cell = list[str]


def _cells(texts: Sequence[str], widths: Sequence[float]) -> list[_Cell]:
    return [
        broken_lines(text, BOLD, _SIZE, width - _GAP) or [""]
        for text, width in zip(texts, widths, strict=True)
    ]


def _height(cells: Sequence[_Cell]) -> float:
    return max(len(cell) for cell in cells) * _LEADING + 2 * _PAD


def _row(
    flow: PageFlow,
    cells: Sequence[_Cell],
    widths: Sequence[float],
    table: Element,
    *,
    is_head: bool,
) -> None:
    row = table.part("TR")
    left, top = MARGIN, flow.y - _PAD
    for place, (lines, width) in enumerate(zip(cells, widths, strict=True)):
        if is_head:
            cell = row.part("TH", scope="Column")
        elif place == 0:
            cell = row.part("TH", scope="Row")
        else:
            cell = row.part("TD")
        with flow.pages.content_of(cell):
            flow.pages.setFillColorRGB(*INK)
            flow.pages.setFont(BOLD if is_head else REGULAR, _SIZE)
            for number, line in enumerate(lines):
                flow.pages.drawString(left, top - (number + 1) * _LEADING + 2.5, line)
        left += width
    flow.y -= _height(cells)
    flow.thin_rule()


def _widths(table: FigureTable) -> list[float]:
    """As wide as each column's longest text wants, all together as wide as the page."""
    columns = [
        [table.columns[place], *((row.heading, *row.cells)[place] for row in table.rows)]
        for place in range(len(table.columns))
    ]
    wanted = [
        min(max(stringWidth(text, BOLD, _SIZE) for text in texts) + _GAP, 0.45 * TEXT_WIDTH)
        for texts in columns
    ]
    least = [
        max(stringWidth(word, BOLD, _SIZE) for text in texts for word in (text.split() or [""]))
        + _GAP
        for texts in columns
    ]
    room = TEXT_WIDTH - sum(least)
    spare = [want - need for want, need in zip(wanted, least, strict=True)]
    total = sum(spare) or 1.0
    share = max(room, 0.0) / total
    return [need + more * share for need, more in zip(least, spare, strict=True)]
