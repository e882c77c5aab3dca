"""DHIS2 `dataValueSets` JSON: one file for each data set and period, to be imported by code."""

from collections.abc import Mapping
from typing import Any

from vrn_desktop.central.exports.exchange_codes import (
    by_data_set,
    data_set_code,
    headings_of,
    option_combo_code,
    remark,
    table_code,
)
from vrn_desktop.central.exports.tidy_rows import AREA, TidyRow, tidy_rows
from vrn_desktop.central.published_table import Release
from vrn_desktop.domain.programme_period import Period

DEFAULT_COMBO = "default"


def dhis2_values(release: Release) -> Mapping[str, dict[str, Any]]:
    """The value sets by file name, such as `VRN_TABLES_1_QUARTER-2026Q4.json`.

    A hidden cell has no value. In a correction it is marked as deleted, so that a number which an
    earlier edition showed does not stay behind.

    Raises:
        ReleaseFaultError: the release breaks the rules of what may be shown.
    """
    sets = {}
    for (spec, period), rows in by_data_set(tidy_rows(release)).items():
        data_set, written = data_set_code(spec, period), dhis2_period(period)
        sets[f"{data_set}-{written}.json"] = {
            "dataSet": data_set,
            "completeDate": release.published_at.date().isoformat(),
            "period": written,
            "orgUnit": AREA,
            "attributeOptionCombo": DEFAULT_COMBO,
            "dataValues": [_value(row) for row in rows if row.number or row.edition > 1],
        }
    return sets


def dhis2_period(period: Period) -> str:
    """`2026W47`, `2026Q4` or `2026`: DHIS2's spelling; its quarters are calendar quarters, ours are not."""
    return str(period).replace("-", "")


def _value(row: TidyRow) -> dict[str, Any]:
    named = {
        "dataElement": table_code(row.spec, row.table),
        "categoryOptionCombo": option_combo_code(headings_of(row)),
    }
    if row.number is None:
        return {**named, "comment": remark(row), "deleted": True}
    return {**named, "value": str(row.number.value), "comment": remark(row)}
