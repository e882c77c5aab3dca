"""Who may open a page: every page stands behind one of these guards."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.sign_in_steps import SIGN_IN, next_page
from vrn_desktop.central.web.visit import FORM_WORD, carry, read_visit, visit_of

Page = Callable[[Request], Response]
"""A page as it is written: plain, may wait for the database, runs on a thread of its own."""

MOST_FILES = 2000
MOST_FIELDS = 200
_OWN_SITES = (None, "same-origin", "none")


class StaleFormError(Exception):
    """A form without the word that our pages put in: an old page, or another site."""


@dataclass(frozen=True, slots=True)
class GuardedPage:
    """A page behind its guard; Starlette calls it with a request."""

    page: Page
    roles: frozenset[Role]
    is_open: bool

    async def answer(self, request: Request) -> Response:
        """Check who asks and what they send, then build the page."""
        request.state.visit = await run_in_threadpool(read_visit, request)
        if not self.is_open and (refused := self._refused(request)) is not None:
            return refused
        if not all(str(part).isprintable() for part in request.path_params.values()):
            raise HTTPException(status_code=404)  # a database may not even take such a name
        if request.method == "POST":
            request.state.form = await _checked_form(request)
        try:
            response = await run_in_threadpool(self.page, request)
        finally:
            await request.close()  # the files of a form
        if visit_of(request).is_new and "set-cookie" not in response.headers:
            carry(response, office_of(request), visit_of(request).token)
        return response

    def _refused(self, request: Request) -> Response | None:
        person = visit_of(request).person
        if person is None:
            return RedirectResponse(_way_in(request), status_code=303)
        if not person.holds(*self.roles):
            raise HTTPException(status_code=403)
        return None


def _way_in(request: Request) -> str:
    wanted = request.url.path if request.method == "GET" else "/"
    session = visit_of(request).session
    if session is not None:
        return next_page(session.step, wanted)
    return SIGN_IN if wanted == "/" else f"{SIGN_IN}?{urlencode({'then': wanted})}"


Endpoint = Callable[[Request], Awaitable[Response]]


def require(*roles: Role) -> Callable[[Page], Endpoint]:
    """A page for people who hold one of these roles; with none named, for everybody signed in."""

    def guarded(page: Page) -> Endpoint:
        return GuardedPage(page, frozenset(roles), is_open=False).answer

    return guarded


def open_to_all(page: Page) -> Endpoint:
    """A page that needs no sign-in; its forms are checked like all others."""
    return GuardedPage(page, frozenset(), is_open=True).answer


def form_of(request: Request) -> FormData:
    """The form that was sent, already checked to come from one of our pages."""
    return cast("FormData", request.state.form)


def text_in(request: Request, name: str, longest: int = 200) -> str:
    """One field of the form: trimmed, without control characters, cut at `longest`."""
    value = form_of(request).get(name)
    if not isinstance(value, str):
        return ""
    return "".join(c for c in value if c.isprintable() or c in "\r\n").strip()[:longest]


async def _checked_form(request: Request) -> FormData:
    if request.headers.get("sec-fetch-site") not in _OWN_SITES:
        raise StaleFormError
    form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
    if not visit_of(request).is_form_word(form.get(FORM_WORD)):
        raise StaleFormError
    return form
