"""The two ways a form is answered: on to another page, or the same page again with what to mend."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.visit import carry


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """What stands in the way, beside the field it belongs to."""

    field: str
    words: str


def go_to(path: str, *, said: str = "") -> Response:
    """Another page, which may first say what was done (a word of `frame.SAID`)."""
    return RedirectResponse(f"{path}?said={quote(said)}" if said else path, status_code=303)


def go_in_with(request: Request, token: str, path: str) -> Response:
    """Another page, with a fresh session."""
    response = go_to(path)
    carry(response, office_of(request), token)
    return response


def inside_path(path: str) -> str:
    """A place within this office to go on to; anything else becomes the first page."""
    is_inside = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_inside and path.isascii() and path.isprintable() else "/"
