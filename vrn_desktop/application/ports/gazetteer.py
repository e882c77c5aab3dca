"""The port to the places that come with the program."""

from typing import Protocol

from vrn_desktop.domain.directory.known_place import PlaceList


class Gazetteer(Protocol):
    """Towns, villages and postcode districts around the people who use the program."""

    def places(self) -> PlaceList:
        """All of them; read once, when they are first asked for."""
        ...
