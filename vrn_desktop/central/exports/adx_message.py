"""ADX (IHE QRPH Aggregate Data Exchange): the published numbers as XML, `urn:ihe:qrph:adx:2015`."""

from xml.etree import ElementTree as ET

from vrn_desktop.central.exports.exchange_codes import (
    by_data_set,
    data_set_code,
    remark,
    table_code,
)
from vrn_desktop.central.exports.tidy_rows import AREA, TidyRow, list_headings, tidy_rows
from vrn_desktop.central.published_table import Release
from vrn_desktop.domain.programme_period import Period
from vrn_desktop.exchange.table_pack import ListName

NAMESPACE = "urn:ihe:qrph:adx:2015"
ADX_MESSAGE = "adx.xml"


def adx_message(release: Release) -> bytes:
    """One group for each data set and period; a hidden cell has no `dataValue`, since ADX asks for a value.

    Raises:
        ReleaseFaultError: the release breaks the rules of what may be shown.
    """
    root = ET.Element(
        "adx",
        {"xmlns": NAMESPACE, "exported": release.published_at.isoformat(timespec="seconds")},
    )
    lists = lists_used(release)
    for (spec, period), rows in by_data_set(tidy_rows(release)).items():
        values = [row for row in rows if row.number is not None]
        if values:
            attributes = {
                "orgUnit": AREA,
                "period": adx_period(period),
                "dataSet": data_set_code(spec, period),
                "completeDate": release.published_at.date().isoformat(),
                "edition": str(release.edition),
            }
            group = ET.SubElement(root, "group", attributes)
            for row in values:
                _add_value(group, row, lists)
    return xml_bytes(root)


def adx_period(period: Period) -> str:
    """First day and length, such as `2026-09-28/P98D`: exact, so that nobody takes it for a calendar quarter."""
    days = (period.last_day - period.first_day).days + 1
    return f"{period.first_day.isoformat()}/P{days}D"


def lists_used(release: Release) -> tuple[ListName, ...]:
    """The lists that any table of the release counts by."""
    return tuple(name for name, headings in list_headings(release).items() if headings)


def xml_bytes(root: ET.Element) -> bytes:
    """Indented, UTF-8, a line end last."""
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _add_value(group: ET.Element, row: TidyRow, lists: tuple[ListName, ...]) -> None:
    if row.number is None:
        return
    attributes = {
        "dataElement": table_code(row.spec, row.table),
        "value": str(row.number.value),
        **{name.upper(): row.codes[name] for name in lists},
    }
    value = ET.SubElement(group, "dataValue", attributes)
    ET.SubElement(value, "annotation").text = remark(row)
