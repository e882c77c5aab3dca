"""Towns, villages and postcode districts for counting how far away a service is."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from vrn_desktop.content.entry_shape import Line, PackEntry, entry_of
from vrn_desktop.content.resource_files import PLACES_FILE, shipped_places_text
from vrn_desktop.content.yaml_document import PackFault, YamlDocument, quoted
from vrn_desktop.domain.directory.known_place import PlaceList
from vrn_desktop.domain.directory.service_record import Point

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class PlacesEntry(PackEntry):
    """A whole file of places."""

    towns: Annotated[dict[Line, tuple[Latitude, Longitude]], Field(min_length=1)]
    postcode_districts: dict[Line, Line] = Field(default_factory=dict)


def place_list_from_text(text: str, file_name: str) -> PlaceList:
    """The places of a file.

    Raises:
        ContentPackError: something is missing or of another kind, or a district names no town.
    """
    document = YamlDocument(text, file_name)
    entry = entry_of(PlacesEntry, document)
    for district, town in entry.postcode_districts.items():
        if town not in entry.towns:
            fault = PackFault(
                ("postcode_districts", district), f"there is no town {quoted(town)} under towns"
            )
            document.refuse(fault)
    return PlaceList(
        towns={name: Point(*point) for name, point in entry.towns.items()},
        districts=entry.postcode_districts,
    )


class ShippedPlaces:
    """The port Gazetteer over the file that ships."""

    def places(self) -> PlaceList:
        """All places."""
        return self._places

    @cached_property
    def _places(self) -> PlaceList:
        return place_list_from_text(shipped_places_text(), PLACES_FILE)
