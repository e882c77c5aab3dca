"""A browser's visit: its cookie, the session behind it, and the word its forms must carry."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from vrn_desktop.central.accounts import sessions
from vrn_desktop.central.accounts.secrets_kept_hashed import new_token
from vrn_desktop.central.accounts.sessions import Session, Step
from vrn_desktop.central.accounts.signed_in import SignedIn
from vrn_desktop.central.web.central_office import CentralOffice, office_of

FORM_WORD = "form_word"
"""The field of every form that shows that one of our pages sent it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a request brings with it."""

    token: str
    is_new: bool
    session: Session | None

    @property
    def person(self) -> SignedIn | None:
        """Who has signed in, with every step that is asked of them."""
        if self.session is None or self.session.step is not Step.IN:
            return None
        return self.session.person

    @property
    def form_word(self) -> str:
        """Derived from the cookie, which no other site can read."""
        return sha256(b"vrn form\0" + self.token.encode("utf-8")).hexdigest()

    def is_form_word(self, word: object) -> bool:
        """Whether a form came from a page of this visit."""
        return isinstance(word, str) and hmac.compare_digest(
            word.encode("utf-8"), self.form_word.encode("utf-8")
        )


def cookie_name(office: CentralOffice) -> str:
    """Over https no other host of the same domain can set it."""
    return "__Host-vrn" if office.is_https else "vrn"


def read_visit(request: Request) -> Visit:
    """The visit of a request; touches the database."""
    office = office_of(request)
    token = request.cookies.get(cookie_name(office), "")
    if not 40 <= len(token) <= 50:  # noqa: PLR2004 - our tokens have 43 characters
        return Visit(token=new_token(office.draw), is_new=True, session=None)
    with office.engine.begin() as connection:
        session = sessions.session_behind(connection, token, office.clock())
    return Visit(token=token, is_new=False, session=session)


def visit_of(request: Request) -> Visit:
    """The visit that the guard read."""
    return cast("Visit", request.state.visit)


def person_of(request: Request) -> SignedIn:
    """Who asks; only behind a guard that lets nobody else in.

    Raises:
        LookupError: nobody has signed in.
    """
    person = visit_of(request).person
    if person is None:
        raise LookupError("nobody has signed in")
    return person


def carry(response: Response, office: CentralOffice, token: str) -> None:
    """Give the browser its cookie."""
    response.set_cookie(
        cookie_name(office), token, path="/", secure=office.is_https, httponly=True, samesite="lax"
    )
