"""The whole web program of the central office, put together."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Mount

from vrn_desktop.central.web.all_pages import ALL_ROUTES
from vrn_desktop.central.web.central_office import CentralOffice
from vrn_desktop.central.web.error_pages import http_error, stale_form, unforeseen
from vrn_desktop.central.web.guards import StaleFormError
from vrn_desktop.central.web.security_headers import SecurityHeaders
from vrn_desktop.central.web.static_files import STATIC


def build_app(office: CentralOffice, beside: Sequence[BaseRoute] = ()) -> Starlette:
    """The pages for people; `beside` are routes that need neither cookie nor form, such as the intake's."""
    pages = Starlette(
        routes=[*STATIC, *ALL_ROUTES],
        exception_handlers={
            HTTPException: http_error,
            StaleFormError: stale_form,
            500: unforeseen,
        },
    )
    pages.state.office = office
    return Starlette(routes=[*beside, Mount("/", app=SecurityHeaders(pages, office))])
