"""To the organisation's own sign-in and back."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from vrn_desktop.central.accounts.open_id import ProviderError
from vrn_desktop.central.accounts.provider_sign_in import (
    NotInvitedError,
    StrangeReturnError,
    come_back,
    set_out,
)
from vrn_desktop.central.web.answers import go_in_with, go_to
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import open_to_all
from vrn_desktop.central.web.visit import visit_of

BACK = "/sign-in/provider/back"
_NOT_REACHED = "Your organisation's sign-in did not answer. Try again in a few minutes."
_NOT_HELD = "Your organisation's sign-in did not confirm who you are. Start again from here."
_NOT_INVITED = (
    "Your organisation knows you, but nobody has invited you to this office, or your invitation"
    " has run out. Ask somebody with the role Intake."
)


@open_to_all
def to_provider(request: Request) -> Response:
    """Send the browser to the organisation's sign-in."""
    office = office_of(request)
    if office.provider is None:
        return go_to("/sign-in")
    try:
        url = set_out(
            office.engine,
            office.provider,
            visit=visit_of(request).token,
            back_to=office.address + BACK,
            now=office.clock(),
        )
    except ProviderError:
        return _trouble(request, _NOT_REACHED)
    return RedirectResponse(url, status_code=303)


@open_to_all
def from_provider(request: Request) -> Response:
    """Take in whom the organisation signed for."""
    office = office_of(request)
    if office.provider is None:
        return go_to("/sign-in")
    try:
        token = come_back(
            office.engine,
            office.provider,
            visit=visit_of(request).token,
            state=request.query_params.get("state", ""),
            code=request.query_params.get("code", ""),
            back_to=office.address + BACK,
            now=office.clock(),
            draw=office.draw,
        )
    except (StrangeReturnError, ProviderError):
        return _trouble(request, _NOT_HELD)
    except NotInvitedError:
        return _trouble(request, _NOT_INVITED)
    return go_in_with(request, token, "/")


def _trouble(request: Request, words: str) -> Response:
    return render(request, "not_signed_in.html", status=403, words=words)


ROUTES = (
    Route("/sign-in/provider", to_provider),
    Route(BACK, from_provider),
)
