"""SDMX-CSV 2.0: the published counts as statistical offices exchange them (data.csv)."""

from vrn_desktop.central.exports.exchange_codes import table_code
from vrn_desktop.central.exports.sdmx_structure import ATTRIBUTES, DIMENSIONS, STRUCTURE_ID
from vrn_desktop.central.exports.tidy_csv import csv_bytes
from vrn_desktop.central.exports.tidy_rows import AREA, TidyRow, tidy_rows
from vrn_desktop.central.published_table import Release
from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.exchange.table_pack import ListName

SDMX_DATA = "data.csv"
_INFORMATION = "I"


def sdmx_csv(release: Release) -> bytes:
    """One line for each cell; a hidden one has no value and the status Q.

    Raises:
        ReleaseFaultError: the release breaks the rules of what may be shown.
    """
    header = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "TIME_PERIOD", "OBS_VALUE"]
    return csv_bytes([*header, *ATTRIBUTES], (_line(row) for row in tidy_rows(release)))


def _line(row: TidyRow) -> list[str]:
    number = row.number
    said = {
        "CONF_LOW": "" if number is None else str(number.low),
        "CONF_HIGH": "" if number is None else str(number.high),
        "PRECISION": row.precision.value,
        "OBS_STATUS": "Q" if number is None else "A",
        "VRN_STATUS": row.observation.value,
        "SITES_REPORTING": str(row.sites_reporting),
        "SITES_EXPECTED": str(row.sites_expected),
        "RELEASE": str(row.release),
        "EDITION": str(row.edition),
        "PERIOD_FROM": row.period.first_day.isoformat(),
        "PERIOD_TO": row.period.last_day.isoformat(),
    }
    return [
        *("datastructure", STRUCTURE_ID, _INFORMATION),
        *(_frequency(row.period), AREA, table_code(row.spec, row.table)),
        *(row.codes[name] for name in ListName),
        *(str(row.period), "" if number is None else str(number.value)),
        *(said[name] for name in ATTRIBUTES),
    ]


def _frequency(period: Period) -> str:
    if isinstance(period, Week):
        return "W"
    return "Q" if isinstance(period, Quarter) else "A"
