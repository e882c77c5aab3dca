"""The samples that standards and councils publish: each is read by name, or refused with a clear sentence."""

import json
from pathlib import Path

import pytest

from tests.architecture.our_files import ROOT
from tests.content.service_feeds.invented_feed import SOURCE, read_all, records_in
from vrn_desktop.domain.directory.service_facts import facts_of
from vrn_desktop.domain.directory.service_query import ServiceQuery, WhyNotShown
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError, ReadService
from vrn_desktop.domain.directory.service_record import ServiceRecord, service_id
from vrn_desktop.domain.directory.why_not_shown import Search

SAMPLES = ROOT.parent / "shared" / "corpora" / "oruk"
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="they need the shared sample data"),
]
NAMED = {
    "oruk-3.0-examples/service_full.json": (1, "Community Counselling"),
    "oruk-3.0-examples/service_list.json": (1, "Community Counselling"),
    "oruk-3.0-examples/organization_full.json": (1, "Community Counselling"),
    "oruk-3.0-examples/service_at_location_list.json": (1, "Community Counselling"),
    "oruk-3.0-examples/csv": (1, "Community Counselling"),
    "hsds-3.0-examples/service_full.json": (1, "Community Counselling"),
    "hsds-3.0-examples/csv": (1, "Community Counselling"),
    "hsds-mock-api-data": (3, "Community Counselling"),
    "dfe-fh-fixtures": (1, "string"),
    "oruk-validator-mocks/V3.0-UK-Test/service_list.json": (128, "Community Counselling"),
}


@pytest.mark.parametrize("sample", sorted(NAMED))
def test_an_example_gives_the_services_that_it_holds(sample: str) -> None:
    records = records_in(SAMPLES / sample)
    assert (len(records), records[0].name) == NAMED[sample]


def outcome(path: Path) -> str:
    try:
        rows = read_all(path)
    except FeedUnreadableError as error:
        return "refused" if len(str(error).splitlines()) == 1 else "a refusal that is no sentence"
    named = [warning for row in rows for warning in row.warnings]
    assert all(warning.reason and ":" in warning.row for warning in named)
    return "read"


def test_every_sample_is_read_or_refused_with_a_sentence() -> None:
    files = [path for path in SAMPLES.rglob("*") if path.suffix in {".json", ".csv"}]
    folders = [path for path in SAMPLES.rglob("*") if path.is_dir()]
    outcomes = [outcome(path) for path in (*files, *folders)]
    assert len(files) > 300
    assert {"read", "refused"} == set(outcomes)


def test_the_faults_of_the_official_example_are_named() -> None:
    (row,) = read_all(SAMPLES / "oruk-3.0-examples" / "service_full.json")
    assert {warning.field.rpartition(".")[2] for warning in row.warnings} == {
        "postal_code",
        "latitude",
        "bymonthday",
    }


def test_rows_without_a_name_are_the_only_ones_refused() -> None:
    rows = read_all(SAMPLES / "oruk-validator-mocks" / "V3.0-UK-Fail" / "service_list.json")
    assert [isinstance(row, ReadService) for row in rows] == [False] * 4
    assert {warning.field for row in rows for warning in row.warnings} == {"name"}


def contract(path: Path) -> ServiceRecord:
    """A commissioned service of the justice ministry, which has a shape of its own, as a record of ours."""
    held = json.loads(path.read_text("utf-8"))
    return ServiceRecord(
        id=service_id(SOURCE, held["contract_reference"]),
        source=SOURCE,
        external_id=held["contract_reference"],
        name=held["intervention_title"],
        first_age=held["eligibility"]["minimum_age"],
        last_age=held["eligibility"]["maximum_age"],
    )


def left_out(age: int, records: list[ServiceRecord]) -> set[str]:
    search = Search(ServiceQuery(age=age))
    return {
        record.external_id
        for record in records
        if WhyNotShown.AGE in search.reasons(facts_of(record), gone=False)
    }


def test_a_boy_of_17_gets_no_service_for_adults_and_a_man_of_30_none_for_18_to_25() -> None:
    folder = SAMPLES / "uk-moj-crs-contracts"
    records = [contract(path) for path in sorted(folder.glob("*.json"))]
    assert len(records) == 130
    assert left_out(17, records) == {record.external_id for record in records}
    young = {record.external_id for record in records if record.last_age == 25}
    assert len(young) == 2
    assert left_out(30, records) == young
