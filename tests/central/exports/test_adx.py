"""ADX, judged by lxml with the schema that travels beside the message."""

from collections.abc import Callable

import pytest
from lxml import etree  # type: ignore[import-untyped]  # has no stubs

from tests.central.exports.invented_release import invented_release
from vrn_desktop.central.exports.adx_message import NAMESPACE, adx_message, adx_period
from vrn_desktop.central.exports.adx_schema import adx_schema
from vrn_desktop.central.exports.tidy_rows import tidy_rows
from vrn_desktop.domain.programme_period import ProgrammeYear, Quarter, Week

VALUE = f"{{{NAMESPACE}}}dataValue"


def judged(message: "etree._Element") -> list[str]:
    schema = etree.XMLSchema(etree.fromstring(adx_schema(invented_release())))
    schema.validate(message)
    return [entry.message for entry in schema.error_log]


def message() -> "etree._Element":
    return etree.fromstring(adx_message(invented_release()))


def test_the_message_fits_its_schema_and_holds_every_published_number() -> None:
    read = message()
    assert judged(read) == []
    published = [row.number.value for row in tidy_rows(invented_release()) if row.number]
    assert [int(value.get("value")) for value in read.iter(VALUE)] == published


def test_the_period_is_exact_and_no_calendar_quarter() -> None:
    [group] = message()
    assert group.get("period") == "2026-09-28/P98D"
    assert adx_period(Quarter(2027, 1)) == "2027-01-04/P91D"
    assert adx_period(Week(2026, 47)) == "2026-11-16/P7D"
    assert adx_period(ProgrammeYear(2027)) == "2027-01-04/P364D"


def a_seven(read: "etree._Element") -> None:
    next(read.iter(VALUE)).set("value", "7")


def not_to_the_nearest_five(read: "etree._Element") -> None:
    next(read.iter(VALUE)).set("value", "413")


def a_bad_code(read: "etree._Element") -> None:
    next(read.iter(VALUE)).set("LEVEL", "quaternary")


def a_bad_table(read: "etree._Element") -> None:
    next(read.iter(VALUE)).set("dataElement", "VRN_TABLES_1_Z")


def a_cell_twice(read: "etree._Element") -> None:
    first = next(read.iter(VALUE))
    copy = etree.fromstring(etree.tostring(first))
    copy.set("value", "1000")
    first.addnext(copy)


def a_group_twice(read: "etree._Element") -> None:
    read.append(etree.fromstring(etree.tostring(read[0])))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (a_seven, "minInclusive"),
        (not_to_the_nearest_five, "pattern"),
        (a_bad_code, "enumeration"),
        (a_bad_table, "enumeration"),
        (a_cell_twice, "unique"),
        (a_group_twice, "unique"),
    ],
)
def test_the_schema_finds_a_planted_fault(
    change: Callable[["etree._Element"], None], said: str
) -> None:
    read = message()
    change(read)
    assert any(said in fault for fault in judged(read))
