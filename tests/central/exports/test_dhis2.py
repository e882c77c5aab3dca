"""DHIS2 value sets, held to a JSON schema made from the field names of DHIS2's own samples."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.architecture.our_files import ROOT
from tests.central.exports.invented_release import invented_release
from vrn_desktop.central.exports.dhis2_metadata import dhis2_metadata
from vrn_desktop.central.exports.dhis2_values import dhis2_period, dhis2_values
from vrn_desktop.central.exports.tidy_rows import tidy_rows
from vrn_desktop.central.published_table import Release
from vrn_desktop.domain.programme_period import ProgrammeYear, Quarter, Week

SET_FIELDS = {"dataSet", "completeDate", "period", "orgUnit", "attributeOptionCombo", "dataValues"}
VALUE_FIELDS = {
    *("dataElement", "period", "orgUnit", "categoryOptionCombo", "attributeOptionCombo"),
    *("value", "storedBy", "created", "lastUpdated", "comment", "followup", "deleted"),
}
SAMPLES = ROOT.parent / "shared" / "corpora" / "aggregate" / "dhis2"


def value_sets(release: Release) -> list[dict[str, Any]]:
    """As a reader of the files has them."""
    return [json.loads(json.dumps(one)) for one in dhis2_values(release).values()]


def schema_for(release: Release) -> Draft202012Validator:
    """The shape of a value set, with the codes that the metadata file brings."""
    metadata = dhis2_metadata(release)
    codes = {kind: [one["code"] for one in metadata[kind]] for kind in metadata}
    value = {
        "type": "object",
        "additionalProperties": False,
        "required": ["dataElement", "categoryOptionCombo", "comment"],
        "properties": {
            "dataElement": {"enum": codes["dataElements"]},
            "categoryOptionCombo": {"enum": codes["categoryOptionCombos"]},
            "value": {"type": "string", "pattern": "^[1-9][0-9]*[05]$"},
            "comment": {"type": "string", "maxLength": 255},
            "deleted": {"const": True},
        },
        "oneOf": [{"required": ["value"]}, {"required": ["deleted"]}],
    }
    return Draft202012Validator(
        {
            "type": "object",
            "additionalProperties": False,
            "required": sorted(SET_FIELDS),
            "properties": {
                "dataSet": {"enum": codes["dataSets"]},
                "completeDate": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
                "period": {"type": "string", "pattern": "^[0-9]{4}(W[0-9]{2}|Q[1-4])?$"},
                "orgUnit": {"enum": codes["organisationUnits"]},
                "attributeOptionCombo": {"const": "default"},
                "dataValues": {"type": "array", "items": value},
            },
        }
    )


def judged(release: Release, one: dict[str, Any]) -> list[str]:
    """What the schema finds, and cells that stand twice."""
    faults = [error.message for error in schema_for(release).iter_errors(one)]
    return faults + ["a cell stands twice"] * (len(keys(one)) - len(set(keys(one))))


def keys(one: dict[str, Any]) -> list[tuple[str, str]]:
    return [(value["dataElement"], value["categoryOptionCombo"]) for value in one["dataValues"]]


def test_a_value_set_has_the_fields_of_the_samples_and_nothing_else() -> None:
    release = invented_release()
    [one] = value_sets(release)
    assert list(schema_for(release).iter_errors(one)) == []
    assert set(one) == SET_FIELDS
    assert {field for value in one["dataValues"] for field in value} <= VALUE_FIELDS
    assert one["dataSet"] == "VRN_TABLES_1_QUARTER"
    assert one["completeDate"] == "2027-01-25"
    assert one["period"] == "2026Q4"


def test_every_published_number_is_there_once_as_text_with_its_circumstances() -> None:
    release = invented_release()
    [one] = value_sets(release)
    rows = [row for row in tidy_rows(release) if row.number]
    assert [value["value"] for value in one["dataValues"]] == [
        str(row.number.value) for row in rows if row.number
    ]
    assert len(set(keys(one))) == len(rows)
    first = rows[0]
    assert first.number
    assert one["dataValues"][0]["comment"] == (
        f"95% {first.number.low}-{first.number.high}; precision {first.precision.value};"
        " 52 of 60 sites; edition 1"
    )


def test_a_correction_takes_back_what_an_earlier_edition_may_have_shown() -> None:
    release = invented_release(edition=2)
    [one] = value_sets(release)
    assert list(schema_for(release).iter_errors(one)) == []
    taken_back = [value for value in one["dataValues"] if "deleted" in value]
    hidden = [row for row in tidy_rows(release) if row.number is None]
    assert len(taken_back) == len(hidden) > 0
    assert all("value" not in value for value in taken_back)


def a_number_for_a_text(one: dict[str, Any]) -> None:
    one["dataValues"][0]["value"] = 420


def a_seven(one: dict[str, Any]) -> None:
    one["dataValues"][0]["value"] = "7"


def a_bad_code(one: dict[str, Any]) -> None:
    one["dataValues"][0]["categoryOptionCombo"] = "LAS_QUATERNARY"


def a_cell_twice(one: dict[str, Any]) -> None:
    one["dataValues"].append(one["dataValues"][0] | {"value": "1000"})


def another_spelling(one: dict[str, Any]) -> None:
    one["completedDate"] = one.pop("completeDate")


@pytest.mark.parametrize(
    "change",
    [a_number_for_a_text, a_seven, a_bad_code, a_cell_twice, another_spelling],
    ids=lambda one: one.__name__,
)
def test_the_schema_finds_a_planted_fault(change: Callable[[dict[str, Any]], None]) -> None:
    release = invented_release()
    [one] = value_sets(release)
    assert judged(release, one) == []
    change(one)
    assert judged(release, one) != []


@pytest.mark.parametrize("period", [Quarter(2026, 4), ProgrammeYear(2026), Week(2026, 47)])
def test_the_metadata_names_everything_once_and_refers_to_nothing_else(
    period: Quarter | ProgrammeYear | Week,
) -> None:
    metadata = dhis2_metadata(invented_release(1, period))
    codes: list[str] = []
    for kind, things in metadata.items():
        own = [thing["code"] for thing in things]
        assert len(set(own)) == len(own), kind
        assert all(len(code) <= 50 for code in own)
        codes += own
    for kind in ("categoryOptions", "dataElements"):
        names = [thing["name"] for thing in metadata[kind]]
        assert len(set(names)) == len(names)
    assert set(referred(metadata)) <= set(codes)


def referred(value: Any) -> set[str]:
    """Every code that something else is referred to by."""
    if isinstance(value, dict):
        own = {value["code"]} if set(value) == {"code"} else set()
        return own.union(*(referred(one) for one in value.values()))
    if isinstance(value, list):
        return set().union(*(referred(one) for one in value))
    return set()


def test_the_metadata_says_that_quarters_are_not_calendar_quarters() -> None:
    [data_set] = dhis2_metadata(invented_release())["dataSets"]
    assert "not a calendar quarter" in data_set["description"]
    assert "28 September 2026 to 3 January 2027" in data_set["attributeValues"][0]["value"]
    assert data_set["periodType"] == "Quarterly"
    assert Quarter(2026, 4).first_day != date(2026, 10, 1)


def test_periods_are_spelt_as_dhis2_has_them() -> None:
    assert dhis2_period(Quarter(2026, 4)) == "2026Q4"
    assert dhis2_period(Week(2026, 5)) == "2026W05"
    assert dhis2_period(ProgrammeYear(2026)) == "2026"


@pytest.mark.corpora
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs the shared sample data")
def test_the_field_names_are_those_of_dhis2s_own_samples() -> None:
    from_json = {
        field
        for place in SAMPLES.glob("*.json")
        for value in json.loads(place.read_text("utf-8"))["dataValues"]
        for field in value
    }
    text = "".join(place.read_text("utf-8") for place in SAMPLES.glob("*dataValueSet*.xml"))
    release = invented_release(edition=2)
    [one] = value_sets(release)
    written = {field for value in one["dataValues"] for field in value}
    assert {"dataElement", "value", "comment"} <= from_json & written
    for field in (set(one) - {"dataValues"}) | written:
        assert f' {field}="' in text, field
