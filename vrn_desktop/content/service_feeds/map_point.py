"""A point on the map as feeds write it; swapped degrees are put right, impossible ones dropped."""

from vrn_desktop.content.service_feeds.feed_fields import FeedFields
from vrn_desktop.domain.directory.service_record import Point

_MOST_LATITUDE, _MOST_LONGITUDE = 90, 180
_UK_LATITUDES = (49.0, 61.5)
_UK_LONGITUDES = (-9.0, 2.5)
_PAIR = 2


def point_of(fields: FeedFields) -> Point | None:
    """The point of a place in degrees, None where there is none that can be right."""
    latitude, longitude = fields.number("latitude", "lat"), fields.number("longitude", "lng", "lon")
    if latitude is None and longitude is None:
        latitude, longitude = _of_geometry(fields)
    if latitude is None or longitude is None:
        return None
    if not _in_uk(latitude, longitude) and _in_uk(longitude, latitude):
        fields.warn("latitude", "latitude and longitude were swapped and were put right")
        latitude, longitude = longitude, latitude
    if abs(latitude) > _MOST_LATITUDE:
        fields.warn("latitude", "there is no such latitude: the point was dropped")
        return None
    if abs(longitude) > _MOST_LONGITUDE:
        fields.warn("longitude", "there is no such longitude: the point was dropped")
        return None
    if latitude == longitude == 0:
        fields.warn("latitude", "0, 0 is in the sea: the point was dropped")
        return None
    if not _in_uk(latitude, longitude):
        fields.warn("latitude", "the point is not in the United Kingdom")
    return Point(latitude, longitude)


def _of_geometry(fields: FeedFields) -> tuple[float | None, float | None]:
    """The point of GeoJSON, which writes the longitude first."""
    geometry = fields.child("geometry")
    pair = geometry.values.get("coordinates")
    if pair is None:
        return None, None
    if not isinstance(pair, list) or len(pair) < _PAIR:
        geometry.warn("coordinates", "a longitude and a latitude are expected here")
        return None, None
    both = FeedFields({"longitude": pair[0], "latitude": pair[1]}, fields.notes, geometry.place)
    return both.number("latitude"), both.number("longitude")


def _in_uk(latitude: float, longitude: float) -> bool:
    return (
        _UK_LATITUDES[0] <= latitude <= _UK_LATITUDES[1]
        and _UK_LONGITUDES[0] <= longitude <= _UK_LONGITUDES[1]
    )
