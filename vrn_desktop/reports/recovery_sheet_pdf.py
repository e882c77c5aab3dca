"""The recovery sheet on paper: sixteen words in four numbered rows, and where to keep them."""

from datetime import date

from vrn_desktop.application.ports.vault import RecoverySheet

TITLE = "Recovery sheet"
MEANING = (
    "These 16 words open the encrypted file when a passphrase is forgotten. "
    "Anyone who has them and the laptop can read everything in it."
)
ROW = "Row {number}"
KEEP_HEADING = "Where to keep it"
KEEP = (
    "In a sealed envelope, in a locked cabinet.",
    "Never in the laptop bag, and never beside the laptop.",
    "Do not copy it, scan it or take a photo of it.",
)
SHEET = "Sheet: {name}"
ORGANISATION = "Organisation: {name}"
MADE_ON = "Made on: {day}"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEALED = "Sealed by: ______________________     On: ______________________"


class RecoverySheetPdfRenderer:
    """Makes the port `RecoverySheetRenderer` real; ReportLab is loaded with the first sheet."""

    def render(self, sheet: RecoverySheet, *, organisation: str, made_on: date) -> bytes:
        """The sheet as tagged PDF of one page."""
        from vrn_desktop.reports.recovery_sheet_drawing import (  # noqa: PLC0415 - keeps the start quick
            SheetTexts,
            draw_sheet,
        )

        about = (
            SHEET.format(name=sheet.sheet_name),
            ORGANISATION.format(name=organisation),
            MADE_ON.format(day=f"{made_on.day} {MONTHS[made_on.month - 1]} {made_on.year}"),
        )
        rows = tuple(
            (ROW.format(number=number), row) for number, row in enumerate(sheet.rows, start=1)
        )
        return draw_sheet(
            SheetTexts(
                title=TITLE,
                about=about,
                meaning=MEANING,
                rows=rows,
                keep_heading=KEEP_HEADING,
                keep=KEEP,
                sealed=SEALED,
            )
        )
