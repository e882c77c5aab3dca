"""What a DHIS2 must know before it takes our values: data elements, categories, combinations, data sets."""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

from vrn_desktop.central.exports.columns import LIST_TITLES
from vrn_desktop.central.exports.exchange_codes import (
    code_of,
    combo_code,
    data_set_code,
    option_combo_code,
    period_length,
    table_code,
)
from vrn_desktop.central.exports.release_words import (
    ABOUT_PERIODS,
    READ_BEFORE_USE,
    period_in_words,
)
from vrn_desktop.central.exports.tidy_rows import AREA, AREA_IN_WORDS, list_headings
from vrn_desktop.central.published_table import Heading, NetworkTable, Release
from vrn_desktop.exchange.table_pack import ListName

DHIS2_METADATA = "metadata.json"
PERIOD_DAYS = "VRN_PERIOD_DAYS"
_PERIOD_TYPES = {"week": "Weekly", "quarter": "Quarterly", "year": "Yearly"}
_BEGINNING = "1970-01-01"


def dhis2_metadata(release: Release) -> dict[str, Any]:
    """A metadata file to import with `identifier=CODE`, before the values."""
    by_table = {(table.spec, table.name): table for table in release.tables}
    combos = dict.fromkeys(_lists_of(table) for table in by_table.values())
    headings = list_headings(release)
    return {
        "attributes": [
            {
                "code": PERIOD_DAYS,
                "name": "VRN: days that a period really covers",
                "shortName": "VRN: days of the period",
                "description": ABOUT_PERIODS,
                "valueType": "TEXT",
                "dataSetAttribute": True,
            }
        ],
        "organisationUnits": [
            {
                "code": AREA,
                "name": AREA_IN_WORDS,
                "shortName": AREA_IN_WORDS,
                "openingDate": _BEGINNING,
            }
        ],
        **_categories(release),
        "categoryCombos": [_category_combo(lists) for lists in combos],
        "categoryOptionCombos": [
            combo for lists in combos for combo in _option_combos(lists, headings)
        ],
        "dataElements": [_data_element(table) for table in by_table.values()],
        "dataSets": _data_sets(release),
    }


def _categories(release: Release) -> dict[str, Any]:
    used = {name: headings for name, headings in list_headings(release).items() if headings}
    return {
        "categoryOptions": [
            _named(_option_code(name, heading.code), f"{LIST_TITLES[name]}: {heading.label}")
            for name, headings in used.items()
            for heading in headings
        ],
        "categories": [
            {
                **_named(code_of(f"VRN {name}"), f"VRN: {LIST_TITLES[name]}"),
                "dataDimensionType": "DISAGGREGATION",
                "categoryOptions": [_by_code(_option_code(name, h.code)) for h in headings],
            }
            for name, headings in used.items()
        ],
    }


def _category_combo(lists: tuple[ListName, ...]) -> dict[str, Any]:
    titles = " and ".join(LIST_TITLES[name] for name in lists)
    return {
        **_named(combo_code(lists), f"VRN: {titles}"),
        "dataDimensionType": "DISAGGREGATION",
        "categories": [_by_code(code_of(f"VRN {name}")) for name in lists],
    }


def _option_combos(
    lists: tuple[ListName, ...], all_headings: Mapping[ListName, tuple[Heading, ...]]
) -> Iterable[dict[str, Any]]:
    for headings in product(*(all_headings[name] for name in lists)):
        by_list = dict(zip(lists, headings, strict=True))
        yield {
            "code": option_combo_code({name: h.code for name, h in by_list.items()}),
            "name": ", ".join(heading.label for heading in headings),
            "categoryCombo": _by_code(combo_code(lists)),
            "categoryOptions": [
                _by_code(_option_code(name, heading.code)) for name, heading in by_list.items()
            ],
        }


def _data_element(table: NetworkTable) -> dict[str, Any]:
    """Never added up by DHIS2 itself: one person may count in several quarters, and cells are rounded."""
    code = table_code(table.spec, table.name)
    return {
        **_named(code, f"{table.title} ({table.spec}, {table.name})"),
        "description": " ".join(READ_BEFORE_USE),
        "domainType": "AGGREGATE",
        "valueType": "INTEGER_POSITIVE",
        "aggregationType": "NONE",
        "categoryCombo": _by_code(combo_code(_lists_of(table))),
    }


def _data_sets(release: Release) -> list[dict[str, Any]]:
    members: dict[str, list[NetworkTable]] = {}
    for table in release.tables:
        members.setdefault(data_set_code(table.spec, table.period), []).append(table)
    return [_data_set(code, tables) for code, tables in members.items()]


def _data_set(code: str, tables: list[NetworkTable]) -> dict[str, Any]:
    length = period_length(tables[0].period)
    elements: Mapping[str, None] = {table_code(t.spec, t.name): None for t in tables}
    periods: Mapping[str, None] = {period_in_words(table.period): None for table in tables}
    return {
        **_named(code, f"VRN: counts of a {length} ({tables[0].spec})"),
        "description": ABOUT_PERIODS,
        "periodType": _PERIOD_TYPES[length],
        "organisationUnits": [_by_code(AREA)],
        "dataSetElements": [
            {"dataSet": _by_code(code), "dataElement": _by_code(element)} for element in elements
        ],
        "attributeValues": [{"attribute": _by_code(PERIOD_DAYS), "value": "; ".join(periods)}],
    }


def _lists_of(table: NetworkTable) -> tuple[ListName, ...]:
    counted_by = {named.name for named in table.lists}
    return tuple(name for name in ListName if name in counted_by)


def _option_code(name: ListName, code: str) -> str:
    return code_of(f"{name} {code}")


def _named(code: str, name: str) -> dict[str, Any]:
    return {"code": code, "name": name, "shortName": code}


def _by_code(code: str) -> dict[str, str]:
    return {"code": code}
