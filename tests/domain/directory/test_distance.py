"""Flat distances are near enough to those on the ball, and a box holds what it should."""

import math

from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.domain.directory.distance import FlatMap, is_on_the_map
from vrn_desktop.domain.directory.service_record import Point

PLACES = st.builds(Point, st.floats(50, 59), st.floats(-7, 2))
NEAR = st.builds(Point, st.floats(-0.44, 0.44), st.floats(-0.7, 0.7))


def on_the_ellipsoid(one: Point, other: Point) -> float:
    """Kilometres by the lengths of a degree at the middle of both (good to 0.01 % at 50 km)."""
    middle = math.radians((one.latitude + other.latitude) / 2)
    square = 0.00669437999
    part = 1 - square * math.sin(middle) ** 2
    north = math.radians(other.latitude - one.latitude) * 6378.137 * (1 - square) / part**1.5
    east = math.radians(other.longitude - one.longitude) * 6378.137 / part**0.5 * math.cos(middle)
    return math.hypot(north, east)


@given(PLACES, NEAR)
def test_the_error_is_under_a_fifth_of_a_percent_within_fifty_kilometres(
    place: Point, step: Point
) -> None:
    other = Point(place.latitude + step.latitude, place.longitude + step.longitude)
    real = on_the_ellipsoid(place, other)
    if real <= 50:
        assert abs(FlatMap.around(place).kilometres(other) - real) <= 0.002 * real + 1e-6


@given(PLACES, NEAR, st.floats(0, 100))
def test_a_box_holds_everything_within_its_distance(place: Point, step: Point, km: float) -> None:
    other = Point(place.latitude + step.latitude, place.longitude + step.longitude)
    around = FlatMap.around(place)
    box = around.box(km)
    if around.kilometres(other) <= km:
        assert box.south <= other.latitude <= box.north
        assert box.west <= other.longitude <= box.east


def test_an_endless_box_holds_the_whole_map() -> None:
    box = FlatMap.around(Point(52.6, -1.1)).box(math.inf)
    assert (box.south, box.north, box.west, box.east) < (-90, 90, -180, 180)
    assert box.north > 90
    assert box.east > 180


def test_a_latitude_of_a_hundred_is_on_no_map() -> None:
    assert is_on_the_map(Point(52.6, -1.1))
    assert not is_on_the_map(Point(100.0, 0.0))
    assert not is_on_the_map(Point(math.nan, 0.0))
