"""A typed place is found: the whole words, one part of them, or the first half of a postcode."""

import pytest

from vrn_desktop.domain.directory.known_place import PlaceList, district_of, postcode_in
from vrn_desktop.domain.directory.service_record import Point

PLACES = PlaceList(
    towns={
        "Harbourton": Point(52.6, -1.1),
        "Maple Magna": Point(52.5, -1.0),
        "Kite Parva": Point(52.4, -1.2),
        "Kite Magna": Point(52.41, -1.21),
    },
    districts={"XZ3": "Harbourton"},
)


@pytest.mark.parametrize(
    ("words", "name", "about"),
    [
        ("harbourton", "Harbourton", False),
        ("  Maple ", "Maple Magna", False),
        ("Nowhere Estate, Harbourton", "Harbourton", False),
        ("xz3", "XZ3", True),
        ("12 High Street, XZ3 1AB", "XZ3", True),
    ],
)
def test_a_place_is_found(words: str, name: str, about: bool) -> None:
    place = PLACES.find(words)

    assert place is not None
    assert (place.name, place.about) == (name, about)


@pytest.mark.parametrize("words", ["", "  ", "Nowhere", "Kite", "ZZ9 9ZZ", ",,"])
def test_what_nobody_knows_or_could_be_two_places_is_not_guessed(words: str) -> None:
    assert PLACES.find(words) is None


def test_a_postcode_is_read_out_of_words() -> None:
    assert postcode_in("at 4 Harbour Street, xz12 3ab please") == "XZ12 3AB"
    assert postcode_in("near xz3") == "XZ3"
    assert postcode_in("nothing here") == ""
    assert district_of("XZ12 3AB") == "XZ12"
