"""The places that ship are around Leicester, and a faulty file is refused with the place."""

import pytest

from vrn_desktop.content.place_list import ShippedPlaces, place_list_from_text
from vrn_desktop.domain.directory.distance import FlatMap
from vrn_desktop.domain.errors import ContentPackError

FARTHEST_KM = 61


def test_every_town_that_ships_lies_around_leicester() -> None:
    places = ShippedPlaces().places()
    around = FlatMap.around(places.towns["Leicester"])

    far = {n for n, point in places.towns.items() if around.kilometres(point) > FARTHEST_KM}
    assert far == set()
    assert {"Oakham", "Hinckley", "Melton Mowbray", "Loughborough"} <= set(places.towns)


def test_every_postcode_district_of_the_county_says_about() -> None:
    places = ShippedPlaces().places()

    for number in [*range(1, 20), 65, 67]:
        found = places.find(f"LE{number} 1AA")
        assert found is not None
        assert (found.name, found.about) == (f"LE{number}", True)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("towns: {A: [52.0, -1.0]}\npostcode_districts: {X1: B}", 2, "there is no town 'B'"),
        ("towns: {A: [152.0, -1.0]}", 1, "less than or equal to 90"),
        ("towns: {A: [52.0]}", 1, "this list is too short"),
        ("towns: {}", 1, ""),
        ("villages: {A: [52.0, -1.0]}", 1, "the key 'towns' is missing"),
    ],
)
def test_a_faulty_file_is_refused_with_the_place(text: str, line: int, reason: str) -> None:
    with pytest.raises(ContentPackError) as refused:
        place_list_from_text(text, "places.yaml")

    assert str(refused.value).startswith(f"places.yaml:{line}: ")
    assert reason in str(refused.value)
