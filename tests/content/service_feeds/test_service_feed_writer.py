"""What is exported is valid, complete, safe in spreadsheets, and reads back as the same services."""

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator, FormatChecker

from tests.benchmarks.invented_directory import invented_services
from tests.content.service_feeds.invented_feed import (
    SOURCE,
    read_all,
    read_one,
    records_in,
    service,
    written,
)
from tests.content.service_feeds.messy_services import messy_services
from tests.starter_directory import starter_directory
from vrn_desktop.content.service_feeds.category_words import shipped_category_words
from vrn_desktop.content.service_feeds.exported_service import ExportedIds, exported_service
from vrn_desktop.content.service_feeds.service_feed_writer import ServiceFeedWriter
from vrn_desktop.content.service_feeds.service_mapping import ServiceMapping
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import ServicePlace, ServiceRecord, service_id
from vrn_desktop.domain.directory.starter_records import starter_services
from vrn_desktop.domain.identifiers import SourceId

SCHEMA = json.loads((Path(__file__).parent / "oruk-3.0-service.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
Write = Callable[[Iterable[ServiceRecord], Path], int]


def faults(nested: dict[str, Any]) -> list[str]:
    return [f"{list(error.path)}: {error.message}" for error in VALIDATOR.iter_errors(nested)]


def invented_records(count: int) -> list[ServiceRecord]:
    mapping = ServiceMapping(SOURCE, shipped_category_words())
    rows = [mapping.read(entry, f"f:{n}") for n, entry in enumerate(invented_services(count))]
    return [row.record for row in rows if isinstance(row, ReadService)]


def through_json(folder: Path, records: list[ServiceRecord]) -> list[ServiceRecord]:
    ServiceFeedWriter().write_json(records, folder / "out.json")
    return records_in(folder / "out.json")


def through_folder(folder: Path, records: list[ServiceRecord]) -> list[ServiceRecord]:
    target = folder / f"package-{len(list(folder.iterdir()))}"
    ServiceFeedWriter().write_package(records, target)
    return records_in(target)


def through_zip(folder: Path, records: list[ServiceRecord]) -> list[ServiceRecord]:
    ServiceFeedWriter().write_package(records, folder / "out.zip")
    return records_in(folder / "out.zip")


WAYS = [through_json, through_folder, through_zip]


@pytest.mark.parametrize("through", WAYS)
def test_invented_services_come_back_identical(
    tmp_path: Path, through: Callable[[Path, list[ServiceRecord]], list[ServiceRecord]]
) -> None:
    records = invented_records(300)
    assert through(tmp_path, records) == records


@pytest.mark.parametrize("through", WAYS)
@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(raw=messy_services())
def test_whatever_a_feed_held_comes_back_identical_after_export(
    tmp_path: Path,
    through: Callable[[Path, list[ServiceRecord]], list[ServiceRecord]],
    raw: dict[str, Any],
) -> None:
    records = records_in(written(tmp_path / "in.json", raw))
    assert through(tmp_path, records) == records


@settings(deadline=None, max_examples=150)
@given(raw=messy_services())
def test_whatever_a_feed_held_is_exported_valid_against_the_schema_with_formats(
    raw: dict[str, Any],
) -> None:
    row = ServiceMapping(SOURCE, shipped_category_words()).read(raw, "f:1")
    assert isinstance(row, ReadService)
    assert faults(exported_service(row.record, ExportedIds())) == []


def test_the_schema_with_formats_does_refuse(tmp_path: Path) -> None:
    nested = exported_service(read_one(tmp_path).record, ExportedIds())
    assert faults(nested) == []
    assert len(faults({**nested, "id": "7", "url": "not a page", "status": "open"})) == 3


def test_the_envelope_counts_what_it_holds(tmp_path: Path) -> None:
    assert ServiceFeedWriter().write_json(invented_records(3), tmp_path / "out.json") == 3
    page = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert (page["total_items"], len(page["contents"]), page["empty"]) == (3, 3, False)
    ServiceFeedWriter().write_json([], tmp_path / "out.json")
    assert records_in(tmp_path / "out.json") == []


def all_text(folder: Path, records: list[ServiceRecord]) -> str:
    ServiceFeedWriter().write_json(records, folder / "text.json")
    ServiceFeedWriter().write_package(records, folder / "text")
    files = [folder / "text.json", *(folder / "text").iterdir()]
    return "\n".join(file.read_text("utf-8") for file in files)


def test_people_masked_addresses_and_entries_for_workers_are_never_exported(
    tmp_path: Path,
) -> None:
    seen = read_one(
        tmp_path,
        assurer_email="assurer@secret.example",
        assured_by="Assurer Surname",
        description="Our refuge is at 12 Hidden Road, LE1 1AA.",
        locations=[
            {"name": "Hidden House", "latitude": 52.61, "longitude": -1.12}
            | {"address_1": "12 Hidden Road", "postal_code": "LE1 1AA"}
        ],
    ).record
    local = replace(
        seen,
        external_id="local-1",
        description="A safe house at 12 Hidden Road, LE1 1AA",
        places=(
            ServicePlace(name="Hidden House", address=("12 Hidden Road",), postcode="LE1 1AA"),
        ),
        checked_by="Colleague Surname",
    )
    workers = replace(seen, external_id="w", name="Only for workers", workers_only=True)
    text = all_text(tmp_path, [seen, local, workers])
    for secret in ("secret.example", "Surname", "Hidden", "LE1", "52.61", "Only for workers"):
        assert secret not in text
    assert "mask_exact_address" in text


def test_the_starter_directory_comes_back_but_for_what_workers_keep(tmp_path: Path) -> None:
    records = [found.record for found in starter_services(starter_directory())]
    back = {record.external_id: record for record in through_zip(tmp_path, records)}
    assert back.keys() == {one.external_id for one in records if not one.workers_only}
    for record in records:
        if record.workers_only:
            continue
        again = back[record.external_id]
        assert set(record.categories) <= set(again.categories)
        no_last_age = record.last_age is not None and record.last_age >= 99
        expected = replace(
            record,
            id=again.id,
            source=SOURCE,
            categories=again.categories,
            last_age=None if no_last_age else record.last_age,
        )
        assert again == expected


FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=1", "''@x", "+44 1632 960 001"]


def test_no_cell_of_a_package_begins_like_a_formula(tmp_path: Path) -> None:
    records = [
        read_one(tmp_path, id=f"id {n}", name=text, fees=text, alert=text).record
        for n, text in enumerate(FORMULAS)
    ]
    ServiceFeedWriter().write_package(records, tmp_path / "package")
    with (tmp_path / "package" / "services.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [row["name"] for row in rows]
    assert names == [*(f"'{text}" for text in FORMULAS[:-1]), "+44 1632 960 001"]
    assert records_in(tmp_path / "package") == records


def test_two_exports_of_the_same_services_are_the_same_bytes(tmp_path: Path) -> None:
    records = invented_records(20)
    for name in ("one.zip", "two.zip"):
        ServiceFeedWriter().write_package(records, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def failing(records: list[ServiceRecord]) -> Iterable[ServiceRecord]:
    yield from records
    raise OSError("the disk is full")


@pytest.mark.parametrize("name", ["out.json", "out.zip", "out"])
def test_an_export_that_fails_leaves_nothing_and_the_old_file_whole(
    tmp_path: Path, name: str
) -> None:
    writer, target = ServiceFeedWriter(), tmp_path / name
    write: Write = writer.write_json if name.endswith("json") else writer.write_package
    if name != "out":
        write(invented_records(2), target)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(OSError, match="disk is full"):
        write(failing(invented_records(1)), target)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_package_is_not_written_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("keep", "utf-8")
    with pytest.raises(FileExistsError):
        ServiceFeedWriter().write_package([], tmp_path / "mine")
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["diary.txt"]


def test_every_row_of_a_package_fills_the_columns_that_the_standard_asks_for(
    tmp_path: Path,
) -> None:
    records = [
        *invented_records(30),
        read_one(tmp_path, organization=None, locations=["Hall"]).record,
    ]
    ServiceFeedWriter().write_package(records, tmp_path / "package")
    described = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))
    assert len(described["resources"]) == 17
    keys: dict[str, set[str]] = {}
    rows: dict[str, list[dict[str, str]]] = {}
    for resource in described["resources"]:
        file = tmp_path / "package" / resource["path"]
        with file.open(encoding="utf-8", newline="") as stream:
            rows[resource["name"]] = list(csv.DictReader(stream))
        keys[resource["name"]] = {row["id"] for row in rows[resource["name"]]}
        assert len(keys[resource["name"]]) == len(rows[resource["name"]])
    for resource in described["resources"]:
        schema = resource["schema"]
        wanted = [f["name"] for f in schema["fields"] if f["constraints"]["required"]]
        for row in rows[resource["name"]]:
            assert [name for name in wanted if not row[name]] == []
            for key in schema["foreignKeys"]:
                linked = row[key["fields"]]
                assert not linked or linked in keys[key["reference"]["resource"]]


def test_a_place_that_only_says_that_it_is_masked_stays_so(tmp_path: Path) -> None:
    at = {"location": {"id": "1", "mask_exact_address": True, "name": "A house", "latitude": 52.6}}
    record = read_one(tmp_path, service_at_locations=[at]).record
    assert record.places == (ServicePlace(masked=True),)
    assert through_json(tmp_path, [record]) == [record]
    assert all(not row.warnings for row in read_all(tmp_path / "out.json"))
    assert service()["id"] == record.external_id


def test_a_refuge_of_our_own_leaves_without_its_address_in_any_text(tmp_path: Path) -> None:
    place = ServicePlace(address=("12 Hidden Lane",), postcode="LE1 1AA", accessibility=("Ramp",))
    record = replace(
        read_one(tmp_path).record,
        name="Rowan refuge",
        places=(place,),
        alert="The bell of Hidden Lane is broken",
        note="Ring at LE1 1AA",
        url="https://maps.example/?q=12%20Hidden%20Lane",
    )
    ServiceFeedWriter().write_json([record], tmp_path / "out.json")
    ServiceFeedWriter().write_package([record], tmp_path / "package")
    files = [tmp_path / "out.json", *(tmp_path / "package").iterdir()]
    told = "".join(file.read_text("utf-8") for file in files)
    assert "Rowan refuge" in told
    assert "Hidden" not in told
    assert "LE1 1AA" not in told


def test_a_service_that_two_feeds_hold_is_exported_under_two_ids(tmp_path: Path) -> None:
    one = read_one(tmp_path).record
    other = replace(one, id=service_id(SourceId("feed-2"), one.external_id))
    back = through_folder(tmp_path, [one, other])
    assert back[0] == one
    assert len({record.external_id for record in back}) == 2
    assert back[1] == replace(one, id=back[1].id, external_id=back[1].external_id)
