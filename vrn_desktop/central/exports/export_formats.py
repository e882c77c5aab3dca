"""What a release can be written as, and whom each format is for."""

from collections.abc import Mapping
from enum import StrEnum


class Format(StrEnum):
    """What a release can be written as."""

    CSV = "csv"
    CSVW = "csvw"
    DHIS2 = "dhis2"
    ADX = "adx"
    SDMX = "sdmx"
    ALL = "all"


FORMAT_WORDS: Mapping[Format, tuple[str, str]] = {
    Format.CSV: (
        "CSV with a Frictionless description",
        (
            "For spreadsheets, R and Python: plain tables, with a description that programs check"
            " them against. Start here."
        ),
    ),
    Format.CSVW: (
        "CSV on the Web",
        "The same tables with the W3C's description, for catalogues of linked data.",
    ),
    Format.DHIS2: (
        "DHIS2",
        (
            "For a health office that runs DHIS2: first what the numbers are called, then the numbers,"
            " both imported by code. Not tried on a live DHIS2: use its dry run first."
        ),
    ),
    Format.ADX: (
        "ADX",
        "XML for exchange between health information systems (IHE QRPH), with its schema.",
    ),
    Format.SDMX: (
        "SDMX-CSV",
        "For statistical offices: SDMX-CSV 2.0, with its structure and code lists.",
    ),
    Format.ALL: ("Everything", "All formats in one zip file."),
}
"""For each format its name and whom it is for."""
