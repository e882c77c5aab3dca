"""The recovery sheet on paper: every word in its row, and where to keep it."""

from datetime import date

from tests.reports.pdf_reader import fonts_of, is_tagged, page_count, text_of
from tests.reports.watched_writing import files_written
from vrn_desktop.application.ports.vault import RecoverySheet
from vrn_desktop.reports.pdf_fonts import shape
from vrn_desktop.reports.recovery_sheet_pdf import RecoverySheetPdfRenderer
from vrn_desktop.reports.text_flow import flow

ROWS = (
    ("apple", "bench", "candle", "dolphin"),
    ("engine", "feather", "garden", "hammer"),
    ("island", "jacket", "kettle", "lantern"),
    ("meadow", "needle", "orchard", "pumpkin"),
)
SHEET = RecoverySheet(sheet_name="K7F2-9Q", rows=ROWS)


def sheet(organisation: str = "Ashfield Outreach") -> bytes:
    return RecoverySheetPdfRenderer().render(
        SHEET, organisation=organisation, made_on=date(2026, 11, 24)
    )


def test_the_words_stand_in_numbered_rows() -> None:
    text = text_of(sheet())
    for number, row in enumerate(ROWS, start=1):
        assert f"Row {number} {' '.join(row)}" in text


def test_it_says_which_file_it_opens_and_where_to_keep_it() -> None:
    text = text_of(sheet())
    assert "Sheet: K7F2-9Q" in text
    assert "Organisation: Ashfield Outreach" in text
    assert "Made on: 24 November 2026" in text
    assert "locked cabinet" in text
    assert "Never in the laptop bag" in text


def test_it_is_one_page_whatever_the_organisation_is_called() -> None:
    assert page_count(sheet("A very long name " * 200)) == 1
    assert is_tagged(sheet())
    assert all(fonts_of(sheet()).values())


def test_its_words_are_kept_nowhere() -> None:
    with files_written() as written:
        sheet()
    assert written == []
    assert shape.cache_info().currsize == 0
    assert flow.cache_info().currsize == 0
