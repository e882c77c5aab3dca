"""Every fault that real feeds have becomes a warning that names row and field, and costs no service."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from tests.content.service_feeds.invented_feed import (
    faults_of,
    read_all,
    read_one,
    service,
    written,
)
from vrn_desktop.domain.directory.service_reading import ReadService, RefusedRow
from vrn_desktop.domain.directory.service_record import (
    CostOption,
    Point,
    ServicePhone,
    ServicePlace,
    ServiceSchedule,
    ServiceStatus,
)

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def at(**location: Any) -> dict[str, Any]:
    return {"service_at_locations": [{"id": "1", "location": {"id": "2", **location}}]}


def test_a_plain_service_has_no_warnings(tmp_path: Path) -> None:
    row = read_one(tmp_path)
    assert row.warnings == ()
    assert (row.record.name, row.record.organisation) == ("Lantern Drop-in", "Lantern Trust")
    assert row.record.id == "feed-1:b2f1c1f0-5c43-4a44-9a52-0b4d6f1d2a10"
    assert '"Lantern Trust"' in row.raw


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"id": None}, ["id"]),
        ({"name": ""}, ["name"]),
        ({"name": " \u200b\xa0"}, ["name"]),
        ({"id": {"a": 1}}, ["id", "id"]),
    ],
)
def test_a_row_without_id_or_name_is_refused_and_says_which(
    tmp_path: Path, fields: dict[str, Any], missing: list[str]
) -> None:
    good, row = read_all(written(tmp_path / "feed.json", service(), service(**fields)))
    assert isinstance(good, ReadService)
    assert isinstance(row, RefusedRow)
    named = [warning.field for warning in row.warnings if "needs it" in warning.reason]
    assert named == missing[:1]
    assert {warning.row for warning in row.warnings} == {"feed.json:2"}


@pytest.mark.parametrize(
    "identifier", [7, 0, "Outpost 7", "00000000-0000-0000-0000-000000000000", "x" * 199, 10**25]
)
def test_no_id_is_refused_for_its_form(tmp_path: Path, identifier: object) -> None:
    row = read_one(tmp_path, id=identifier)
    assert row.warnings == ()
    assert row.record.external_id == str(identifier)


AGES = [
    ({"minimum_age": -1, "maximum_age": -1}, (None, None), {"minimum_age", "maximum_age"}),
    ({"minimum_age": None, "maximum_age": None}, (None, None), set()),
    ({"minimum_age": 11, "maximum_age": 99}, (11, None), set()),
    ({"min_age": "13", "max_age": 104}, (13, None), set()),
    ({"minimum_age": 18.0, "maximum_age": 25.5}, (18, 25), {"maximum_age"}),
    ({"minimum_age": 30, "maximum_age": 12}, (None, None), {"minimum_age"}),
    ({"minimum_age": "teens"}, (None, None), {"minimum_age"}),
    ({"minimum_age": 0, "maximum_age": 0}, (0, None), {"maximum_age"}),
    (
        {"eligibilitys": [{"minimum_age": 5}, {"minimum_age": 9, "maximum_age": 12}]},
        (5, None),
        set(),
    ),
    ({"eligibilitys": [{"minimum_age": 5, "maximum_age": 9}]}, (5, 9), set()),
    ({"minimum_age": True}, (None, None), {"minimum_age"}),
]


@pytest.mark.parametrize(("fields", "ages", "warned"), AGES)
def test_ages_that_are_not_stated_limit_nothing(
    tmp_path: Path, fields: dict[str, Any], ages: tuple[int | None, int | None], warned: set[str]
) -> None:
    row = read_one(tmp_path, **fields)
    assert (row.record.first_age, row.record.last_age) == ages
    assert set(faults_of(row)) == warned


def test_an_id_that_stands_twice_is_read_twice_and_the_later_names_the_earlier(
    tmp_path: Path,
) -> None:
    feed = written(tmp_path / "feed.json", service(id="A"), service(id="a", name="Later"))
    first, second = read_all(feed)
    assert isinstance(second, ReadService)
    assert first.warnings == ()
    assert faults_of(second) == {
        "id": "this id stood already at feed.json:1; this later row counts"
    }


POINTS = [
    ({"latitude": 52.63, "longitude": -1.13}, Point(52.63, -1.13), None),
    ({"latitude": "52.63", "longitude": "-1.13"}, Point(52.63, -1.13), None),
    ({"latitude": -1.13, "longitude": 52.63}, Point(52.63, -1.13), "swapped"),
    ({"latitude": 100, "longitude": 101}, None, "no such latitude"),
    ({"latitude": 52.63, "longitude": 200}, None, "no such longitude"),
    ({"latitude": 0, "longitude": 0}, None, "in the sea"),
    ({"latitude": 25.76, "longitude": -80.19}, Point(25.76, -80.19), "not in the United Kingdom"),
    ({"latitude": "x", "longitude": 1}, None, "not a number"),
    ({"geometry": {"coordinates": [-1.13, 52.63]}}, Point(52.63, -1.13), None),
    ({"geometry": {"coordinates": "here"}}, None, None),
]


@pytest.mark.parametrize(("fields", "point", "reason"), POINTS)
def test_swapped_and_impossible_coordinates(
    tmp_path: Path, fields: dict[str, Any], point: Point | None, reason: str | None
) -> None:
    row = read_one(tmp_path, **at(name="Hall", **fields))
    assert row.record.places[0].point == point
    if reason is not None:
        (warning,) = row.warnings
        assert reason in warning.reason
        assert warning.field.startswith("service_at_locations[0].location.l")


def schedule_of(folder: Path, **fields: Any) -> tuple[ServiceSchedule, dict[str, str]]:
    row = read_one(folder, schedules=[fields])
    return row.record.schedules[0], faults_of(row)


def test_days_of_the_month_in_a_weekly_schedule_are_dropped(tmp_path: Path) -> None:
    found, faults = schedule_of(tmp_path, freq="WEEKLY", byday="TH,FR", bymonthday="2,3")
    assert (found.byday, found.bymonthday) == (("TH", "FR"), ())
    assert list(faults) == ["schedules[0].bymonthday"]


def test_every_second_week_without_a_first_day_is_only_words(tmp_path: Path) -> None:
    found, faults = schedule_of(
        tmp_path, freq="WEEKLY", byday="MO", interval=2, description="Every other Monday"
    )
    assert found == ServiceSchedule(description="Every other Monday")
    assert list(faults) == ["schedules[0].interval"]


@pytest.mark.parametrize("clock", ["8:00m", "6:300pm", "25:00", "noon", 8])
def test_a_broken_clock_is_only_words(tmp_path: Path, clock: object) -> None:
    found, faults = schedule_of(
        tmp_path, freq="WEEKLY", byday="MO", opens_at=clock, closes_at="17:00"
    )
    assert found == ServiceSchedule(description=f"MO {clock} - 17:00")
    assert list(faults) == ["schedules[0].opens_at"]


CLOCKS = [
    ({"opens_at": "18:00Z", "dtstart": "2026-07-06"}, time(19, 0)),
    ({"opens_at": "18:00Z", "dtstart": "2026-01-05"}, time(18, 0)),
    ({"opens_at": "2026-07-06T18:00:00Z"}, time(19, 0)),
    ({"opens_at": "9am"}, time(9, 0)),
    ({"opens_at": "12:30 pm"}, time(12, 30)),
    ({"opens_at": "12:05am"}, time(0, 5)),
    ({"opens_at": "24:00"}, time(0, 0)),
    ({"opens_at": "10.15"}, time(10, 15)),
]


@pytest.mark.parametrize(("fields", "clock"), CLOCKS)
def test_times_in_utc_and_of_half_days_are_the_clock_in_london(
    tmp_path: Path, fields: dict[str, Any], clock: time
) -> None:
    found, _ = schedule_of(tmp_path, freq="WEEKLY", byday="MO", **fields)
    assert found.opens_at == clock


def test_other_ways_to_write_a_week(tmp_path: Path) -> None:
    row = read_one(
        tmp_path,
        regular_schedules=[{"weekday": "Monday", "opens_at": "22:00", "closes_at": "02:00"}],
        holiday_schedules=[{"closed": True, "start_date": "2026-12-25"}],
        schedules=[{"freq": "DAILY"}, {"freq": "MONTHLY", "byday": "2TU,-1FR"}, {"freq": "YEARLY"}],
    )
    daily, monthly, weekly, holiday = row.record.schedules
    assert (daily.freq, daily.byday) == ("WEEKLY", WEEK)
    assert (monthly.freq, monthly.byday) == ("MONTHLY", ("2TU", "-1FR"))
    assert (weekly.freq, weekly.byday, weekly.closes_at) == ("WEEKLY", ("MO",), time(2, 0))
    assert holiday.is_closure
    assert (holiday.valid_from, holiday.valid_to) == (date(2026, 12, 25), date(2026, 12, 25))
    assert list(faults_of(row)) == ["schedules[2].freq"]


@pytest.mark.parametrize(
    "shape",
    [
        {"phones": [{"number": "01632 960001"}]},
        {"contacts": [{"phones": [{"number": "01632 960001", "type": "voice"}]}]},
        {"contacts": [{"telephone": "01632 960001"}]},
        {"contact": {"phone": "01632 960001"}},
        {"service_at_locations": [{"phones": [{"number": "01632 960001"}]}]},
        {"locations": [{"contacts": [{"phones": [{"number": "01632 960001"}]}]}]},
        {"organization": {"name": "Lantern", "phones": [{"number": "01632 960001"}]}},
        {"phones": [{"number": '"01632 960001"'}, {"number": "01632 960 001"}]},
        {"phones": [{"number": "01632 960009", "type": "fax"}, {"number": "01632 960001"}]},
    ],
)
def test_a_number_is_found_wherever_a_dialect_puts_it(
    tmp_path: Path, shape: dict[str, Any]
) -> None:
    assert read_one(tmp_path, **shape).record.phones == (ServicePhone(number="01632 960001"),)


def test_a_number_or_postcode_in_the_prose_is_pointed_out_and_not_taken(tmp_path: Path) -> None:
    row = read_one(tmp_path, description="Ring 01632 960 123 or come to LE1 1AA.")
    assert row.record.phones == ()
    assert row.record.places == ()
    assert [warning.reason for warning in row.warnings] == [
        "a telephone number stands only in the text",
        "a postcode stands only in the text",
    ]


@pytest.mark.parametrize(
    ("url", "page", "warned"),
    [
        ("lantern.example/help", "https://lantern.example/help", True),
        ("http://lantern.example", "http://lantern.example", False),
        ("https://lantern.example/a b", "https://lantern.example/a%20b", False),
        ("javascript:alert(1)", "", True),
        ("ask at the desk", "", True),
        ("https://user@lantern.example", "", True),
    ],
)
def test_pages_are_completed_with_https(tmp_path: Path, url: str, page: str, warned: bool) -> None:
    row = read_one(tmp_path, url=url)
    assert (row.record.url, "url" in faults_of(row)) == (page, warned)


@pytest.mark.parametrize(
    ("email", "kept", "warned"),
    [
        ("help\xa0@lantern.example", "help@lantern.example", True),
        ("mailto:help@lantern.example", "help@lantern.example", True),
        ("help@lantern.example", "help@lantern.example", False),
        ("email-example_com", "", True),
    ],
)
def test_email_addresses_are_cleaned(tmp_path: Path, email: str, kept: str, warned: bool) -> None:
    row = read_one(tmp_path, email=email)
    assert (row.record.email, "email" in faults_of(row)) == (kept, warned)


def test_the_assurer_stands_in_the_raw_record_only(tmp_path: Path) -> None:
    row = read_one(tmp_path, assurer_email="who@assurer.example", assured_by="Ann Assurer")
    assert "assurer.example" in row.raw
    assert "ssurer" not in repr(row.record)


def test_a_picture_inside_a_description_is_dropped_and_said(tmp_path: Path) -> None:
    picture = (
        '<p>Come in</p><img src="data:image/png;base64,' + "iVBORw0KGgo" * 13_200 + '"><p>!</p>'
    )
    row = read_one(tmp_path, description=picture)
    assert row.record.description == "Come in\n\n!"
    assert row.record.description_html == "<p>Come in</p><p>!</p>"
    assert len(row.raw) < 5_000
    assert "a picture inside the text was dropped" in [w.reason for w in row.warnings]


@pytest.mark.parametrize("field", ["name", "description", "fees", "alert"])
def test_every_text_has_its_longest(tmp_path: Path, field: str) -> None:
    row = read_one(tmp_path, **{field: "word " * 200_000})
    assert len(getattr(row.record, field)) <= 20_000
    assert field in faults_of(row)


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\x07", "\u2066", "&#x202e;", "&#8203;"])
def test_unseen_characters_are_taken_out_and_said(tmp_path: Path, sign: str) -> None:
    row = read_one(tmp_path, name=f"Lan{sign}tern", description=f"Wel{sign}come")
    assert (row.record.name, row.record.description) == ("Lantern", "Welcome")
    assert set(faults_of(row)) == {"name", "description"}


def test_an_unknown_status_is_active_and_said(tmp_path: Path) -> None:
    row = read_one(tmp_path, status="open")
    assert row.record.status is ServiceStatus.ACTIVE
    assert list(faults_of(row)) == ["status"]


def test_prices_in_words_and_numbers(tmp_path: Path) -> None:
    row = read_one(
        tmp_path,
        cost_options=[{"option": "A session", "amount": "£3.50"}, {"amount": -2}, {"amount": 0}],
    )
    assert row.record.costs == (CostOption(amount=3.5, words="A session"), CostOption(amount=0))
    assert list(faults_of(row)) == ["cost_options[1].amount"]


def test_terms_languages_areas_and_referral(tmp_path: Path) -> None:
    row = read_one(
        tmp_path,
        service_taxonomys=[{"taxonomy": {"name": "Sport"}}],
        attributes=[{"taxonomy_term": {"name": "Mentoring"}}],
        languages=[{"language": "Gujarati"}, {"name": "Urdu"}],
        service_areas=[{"service_area": "England"}],
        needs_referral=True,
    )
    record = row.record
    assert set(record.terms) == {"Sport", "Mentoring"}
    assert (record.languages, record.national) == (("Gujarati", "Urdu"), True)
    assert record.self_referral is False
    assert set(record.categories) == {"activities", "mentoring"}


def test_the_family_hubs_names_are_understood(tmp_path: Path) -> None:
    hub = {
        "eligibilities": [{"minimumAge": 5, "maximumAge": 11}],
        "costOptions": [{"amountDescription": "Free"}],
        "assuredDate": "2026-03-17T10:42:11.246Z",
        "locations": [{"postCode": "LE1 1AA", "address1": "1 Road", "stateProvince": "Leics"}],
    }
    record = read_one(tmp_path, **hub).record
    assert (record.first_age, record.last_age) == (5, 11)
    assert record.assured_on == date(2026, 3, 17)
    assert record.places == (ServicePlace(address=("1 Road", "Leics"), postcode="LE1 1AA"),)
    assert record.costs == (CostOption(words="Free"),)


@pytest.mark.parametrize("odd", [5, True, "word", [[]], [1, "x", None, {}], {"a": {"b": []}}])
def test_no_field_of_the_wrong_kind_costs_the_service(tmp_path: Path, odd: Any) -> None:
    names = "description status url email organization schedules service_areas contacts phones"
    names += " languages service_at_locations locations cost_options attributes minimum_age fees"
    names += " eligibilitys assured_date last_modified holiday_schedules vrn_categories"
    row = read_one(tmp_path, **dict.fromkeys(names.split(), odd))
    assert row.record.name == "Lantern Drop-in"


def test_endless_warnings_are_cut(tmp_path: Path) -> None:
    places = [{"location": {"latitude": 99, "longitude": 200, "lat": n}} for n in range(50)]
    row = read_one(tmp_path, service_at_locations=places, contacts=[{"telephone": "x"}] * 20)
    assert len(row.warnings) <= 61
    assert row.warnings[-1].reason == "there is more that is not right in this row"


def test_a_text_of_digits_is_a_text(tmp_path: Path) -> None:
    assert read_one(tmp_path, description="7" * 9_000).record.description == "7" * 9_000


def test_fields_of_a_vendor_are_passed_over_and_kept_in_the_raw_record(tmp_path: Path) -> None:
    vendor = {"pc_targetAudience": [{"name": "Carers"}], "pc_metadata": {"a": {"b": 1}}}
    row = read_one(tmp_path, fees="", accreditations="", minimum_age=None, **vendor)
    assert row.warnings == ()
    assert row.record.fees == ""
    assert "pc_targetAudience" in row.raw
