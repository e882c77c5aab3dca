"""What people read when something cannot be done: plain words, what to do next, nothing of the inside."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from vrn_desktop.central.web.frame import templates

_WORDS: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        403: (
            "This page belongs to another role",
            (
                "You are signed in, but your roles do not include this page. If you need it, ask"
                " somebody with the role Intake to give it to you."
            ),
        ),
        404: (
            "There is no such page",
            "The address may have been mistyped, or what it showed is no longer there.",
        ),
        405: ("That cannot be done here", "Go back and use the buttons on the page."),
        409: (
            "Somebody else was quicker",
            "What you wanted to change has changed in the meantime. Open the page again and look.",
        ),
        419: (
            "This form is too old",
            (
                "Nothing was changed. The page you sent was open too long, or you signed in again"
                " since. Go back, load the page again and repeat what you wanted to do."
            ),
        ),
        500: (
            "Something went wrong here",
            (
                "Nothing was lost, but this could not be done. Try again. If it happens again, tell"
                " whoever runs this office what you did and at what time."
            ),
        ),
    }
)


async def stale_form(_request: Request, _: Exception) -> Response:
    """A form without the word that our pages put in."""
    return _page(419, 403)


async def http_error(_: Request, error: Exception) -> Response:
    """An error with a status of its own."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _page(status if status in _WORDS else 404, status)


async def unforeseen(_request: Request, _: Exception) -> Response:
    """An error nobody foresaw; what it was stands in the log of the process only."""
    return _page(500, 500)


def _page(words: int, status: int) -> Response:
    heading, text = _WORDS[words]
    body = templates().get_template("error.html").render(heading=heading, text=text)
    return Response(body, status_code=status, media_type="text/html; charset=utf-8")
