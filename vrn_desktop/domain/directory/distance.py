"""Distances without spherical trigonometry: flat around the place asked for, less than 0.2 % off within 50 km."""

import math
from dataclasses import dataclass

from vrn_desktop.domain.directory.service_record import Point

_DEGREES = math.pi / 180
_FARTHEST_LATITUDE = 89.0
_MOST_LATITUDE, _MOST_LONGITUDE = 90, 180
_ROUND = 360.0


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map in degrees that holds everything within a distance."""

    south: float
    north: float
    west: float
    east: float


@dataclass(frozen=True, slots=True)
class FlatMap:
    """The ground around a place: kilometres of a degree there, and how eastern ones shrink northward."""

    latitude: float
    longitude: float
    north: float
    east: float
    shrinking: float

    @classmethod
    def around(cls, place: Point) -> "FlatMap":
        """The map for a place (lengths of a degree on the ellipsoid WGS 84)."""
        angle = max(-_FARTHEST_LATITUDE, min(_FARTHEST_LATITUDE, place.latitude)) * _DEGREES
        return cls(
            latitude=place.latitude,
            longitude=place.longitude,
            north=111.13295 - 0.55982 * math.cos(2 * angle) + 0.00117 * math.cos(4 * angle),
            east=_east(angle),
            # Half of the change per degree: what lies between is crossed at the middle's width.
            shrinking=(111.41288 * math.sin(angle) - 0.2805 * math.sin(3 * angle)) * _DEGREES / 2,
        )

    def squared(self, latitude: float, longitude: float) -> float:
        """The squared distance in square kilometres."""
        up = latitude - self.latitude
        north = up * self.north
        east = (longitude - self.longitude) * max(0.0, self.east - self.shrinking * up)
        return north * north + east * east

    def kilometres(self, place: Point) -> float:
        """How far a place is."""
        return math.sqrt(self.squared(place.latitude, place.longitude))

    def box(self, kilometres: float) -> Box:
        """Degrees that hold everything so far away, a little more to be sure."""
        up = min(kilometres / self.north * 1.001 + 1e-4, _ROUND)
        narrowest = min(self.east - self.shrinking * up, self.east + self.shrinking * up)
        across = _ROUND if narrowest <= 1 else min(kilometres / narrowest * 1.001 + 1e-4, _ROUND)
        return Box(
            south=self.latitude - up,
            north=self.latitude + up,
            west=self.longitude - across,
            east=self.longitude + across,
        )


def is_on_the_map(place: Point) -> bool:
    """Whether the numbers are degrees at all."""
    return abs(place.latitude) <= _MOST_LATITUDE and abs(place.longitude) <= _MOST_LONGITUDE


def _east(angle: float) -> float:
    return 111.41288 * math.cos(angle) - 0.0935 * math.cos(3 * angle)
