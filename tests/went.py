"""Stands for the window: remembers where a presenter wanted to go."""

from dataclasses import dataclass, field

from vrn_desktop.presenters.navigation_presenter import Place, Route


@dataclass
class Went:
    """Hand it over as `go`; `last` is where it led."""

    routes: list[Route] = field(default_factory=list)

    def __call__(self, route: Route) -> None:
        self.routes.append(route)

    @property
    def last(self) -> Route:
        return self.routes[-1]

    @property
    def places(self) -> list[Place]:
        return [route.place for route in self.routes]
