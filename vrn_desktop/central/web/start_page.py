"""Where people arrive: the first of the four steps."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from vrn_desktop.central.web.guards import require


@require()
def start(_: Request) -> Response:
    """Everybody begins with the problem."""
    return RedirectResponse("/problem", status_code=303)


ROUTES = (Route("/", start),)
