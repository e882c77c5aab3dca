"""Where people arrive: the first of the four steps, or the keys while there are none."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.web.answers import go_to
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.guards import require
from vrn_desktop.central.web.visit import person_of


@require()
def start(request: Request) -> Response:
    """Everybody begins with the problem; whoever makes the keys begins with them."""
    office = office_of(request)
    if person_of(request).holds(Role.INTAKE) and not office.ring.is_founded:
        return go_to("/keys")
    return go_to("/problem")


ROUTES = (Route("/", start),)
