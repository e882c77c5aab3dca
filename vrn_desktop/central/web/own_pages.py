"""What everybody looks after for themselves: their security keys and their passphrase."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts import security_keys
from vrn_desktop.central.accounts.passphrases import PassphraseTooEasyError
from vrn_desktop.central.accounts.security_keys import SecurityKeyError
from vrn_desktop.central.accounts.sessions import Session
from vrn_desktop.central.accounts.sign_in import (
    TooManyTriesError,
    WrongPassphraseError,
    change_passphrase,
)
from vrn_desktop.central.web.answers import Mend, go_to
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require, text_in
from vrn_desktop.central.web.new_passphrase import TWO_DIFFER, secret_in, typed_twice
from vrn_desktop.central.web.sign_in_pages import answer_in
from vrn_desktop.central.web.visit import carry, visit_of

_OLD_IS_WRONG = "This is not your passphrase of today."
_TOO_MANY = "There were too many tries that failed. Wait 15 minutes, then try again."


@require()
def own_page(request: Request) -> Response:
    """One's own roles, keys and passphrase."""
    return _page(request, None)


@require()
def add_key(request: Request) -> Response:
    """Add another security key."""
    office = office_of(request)
    try:
        with office.engine.begin() as connection:
            security_keys.add_key(
                connection,
                _session(request),
                office.key_place,
                answer=answer_in(request),
                name=text_in(request, "key_name"),
                now=office.clock(),
            )
    except SecurityKeyError as error:
        return _page(request, Mend(field="key", words=str(error)))
    return go_to("/me", said="key-added")


@require()
def remove_key(request: Request) -> Response:
    """Remove a security key that was lost or is no longer used."""
    office = office_of(request)
    try:
        with office.engine.begin() as connection:
            security_keys.remove_key(
                connection,
                _session(request),
                text_in(request, "key_id", 1400),
                now=office.clock(),
                keep_one=office.rules.keys_required,
            )
    except SecurityKeyError as error:
        return _page(request, Mend(field="key", words=str(error)))
    return go_to("/me", said="key-removed")


@require()
def new_passphrase(request: Request) -> Response:
    """Take another passphrase."""
    office = office_of(request)
    wanted = typed_twice(request)
    if wanted is None:
        return _page(request, Mend(field="passphrase", words=TWO_DIFFER))
    try:
        started = change_passphrase(
            office.engine,
            _session(request),
            old=secret_in(request, "old"),
            new=wanted,
            now=office.clock(),
            draw=office.draw,
            rules=office.rules,
        )
    except WrongPassphraseError:
        return _page(request, Mend(field="old", words=_OLD_IS_WRONG))
    except TooManyTriesError:
        return _page(request, Mend(field="old", words=_TOO_MANY))
    except PassphraseTooEasyError as error:
        return _page(request, Mend(field="passphrase", words=" ".join(error.advice)))
    response = go_to("/me", said="passphrase")
    carry(response, office, started.token)
    return response


def _session(request: Request) -> Session:
    session = visit_of(request).session
    if session is None:
        raise LookupError("nobody has signed in")
    return session


def _page(request: Request, mend: Mend | None) -> Response:
    office, session = office_of(request), _session(request)
    with office.engine.begin() as connection:
        keys = security_keys.keys_of(connection, session.person.id)
        options = security_keys.ask_to_add(connection, session, office.key_place, office.draw)
    return render(
        request,
        "me.html",
        status=200 if mend is None else 422,
        keys=keys,
        options=options,
        mend=mend,
    )


ROUTES = (
    Route("/me", own_page),
    Route("/me/keys", add_key, methods=["POST"]),
    Route("/me/keys/remove", remove_key, methods=["POST"]),
    Route("/me/passphrase", new_passphrase, methods=["POST"]),
)
