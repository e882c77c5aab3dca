"""The log as an auditor reads it: the newest first, page by page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.store.office_log import newest_lines
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require

LINES_A_PAGE = 100
_LONGEST_NUMBER = 9


@require(Role.AUDITOR)
def log_page(request: Request) -> Response:
    """Who did what, and when."""
    asked = request.query_params.get("before", "")
    is_number = asked.isdecimal() and asked.isascii() and len(asked) <= _LONGEST_NUMBER
    before = int(asked) if is_number else None
    with office_of(request).engine.connect() as connection:
        lines = newest_lines(connection, most=LINES_A_PAGE + 1, before=before)
    older = lines[LINES_A_PAGE - 1][0] if len(lines) > LINES_A_PAGE else None
    return render(
        request, "log.html", lines=lines[:LINES_A_PAGE], older=older, is_newest=before is None
    )


ROUTES = (Route("/log", log_page),)
