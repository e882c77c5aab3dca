"""Places of every dialect; where a secret one is stands nowhere in its service."""

from pathlib import Path
from typing import Any

import pytest

from tests.content.service_feeds.invented_feed import faults_of, read_one
from vrn_desktop.domain.directory.service_record import PlaceKind, ServicePlace


def at(**location: Any) -> dict[str, Any]:
    return {"service_at_locations": [{"id": "1", "location": {"id": "2", **location}}]}


def test_a_refuge_has_neither_address_nor_point(tmp_path: Path) -> None:
    house = at(
        name="Rowan House",
        latitude=52.63,
        longitude=-1.13,
        addresses=[{"address_1": "12 Hidden Road", "city": "Leicester", "postal_code": "LE1 1AA"}],
    )
    row = read_one(
        tmp_path, name="Rowan refuge", description="At 12 Hidden Road, LE1 1AA.", **house
    )
    assert row.record.places == (ServicePlace(masked=True),)
    assert row.record.description == "At (address kept back), (address kept back)."
    assert "its address is kept back" in faults_of(row)["service_at_locations[0].location"]
    masked = at(mask_exact_address=True, name="Hall", latitude=52.63, longitude=-1.13)
    assert read_one(tmp_path, **masked).record.places == (ServicePlace(masked=True),)


@pytest.mark.parametrize("how", ["asked for", "a refuge"])
def test_no_text_of_a_service_says_where_its_secret_place_is(tmp_path: Path, how: str) -> None:
    asked = how == "asked for"
    place = {
        "name": "Rowan House",
        "addresses": [
            {"address_1": "12 Hidden Lane", "city": "Leicester", "postal_code": "LE1 1AA"}
        ],
        "accessibility": [{"description": "Ramp at 12, Hidden  Lane"}],
    }
    open_place = {"location": {"name": "Hall", "addresses": [{"address_1": "1 High Road"}]}}
    twice = {"location": {"name": "Door", "addresses": [{"address_1": "Hidden Lane 12"}]}}
    secret = {"location": place | ({"mask_exact_address": True} if asked else {})}
    row = read_one(
        tmp_path,
        name="Quiet nights" if asked else "Rowan refuge",
        description="<p>At 12 <strong>Hidden</strong> Lane. Come to Rowan House.</p>",
        alert="The bell of Hidden Lane is broken",
        fees="Pay at LE1 1AA",
        application_process="Ring at 12 HIDDEN LANE",
        wait_time="Wait at Hidden Lane",
        url="https://maps.example/?q=12+Hidden+Lane",
        schedules=[{"description": "Open house at 12 hidden lane LE11AA"}],
        service_areas=[{"name": "LE1 1AA"}, {"name": "Leicester"}],
        cost_options=[{"option": "Ask at 12 Hidden Lane"}],
        contacts=[{"phones": [{"number": "01632 960123", "description": "12 Hidden Lane"}]}],
        service_at_locations=[secret, open_place, twice],
    )
    told = str(row.record).casefold()
    assert [word for word in ("hidden", "rowan house", "le1 1aa", "le11aa") if word in told] == []
    assert row.record.areas == ("Leicester",)
    assert row.record.phones[0].number == "01632 960123"
    assert [place.masked for place in row.record.places] == (
        [True, False, True] if asked else [True] * 2
    )


def test_places_of_every_dialect(tmp_path: Path) -> None:
    v1 = {
        "location": {"name": "Hall", "physical_addresses": [{"address_1": "1 Road", "city": "L"}]}
    }
    outpost = {"name": "Hut", "address_1": "2 Road", "postal_code": "le11aa", "country": "GB"}
    row = read_one(
        tmp_path,
        service_at_locations=[v1],
        locations=[outpost, {"location_type": "virtual", "name": "Online"}],
    )
    assert row.record.places == (
        ServicePlace(name="Hall", address=("1 Road", "L")),
        ServicePlace(name="Hut", address=("2 Road",), postcode="LE1 1AA"),
        ServicePlace(name="Online", kind=PlaceKind.VIRTUAL),
    )
    assert row.warnings == ()
