"""Signing in and out: passphrase, security key, the organisation's own sign-in."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from vrn_desktop.central.accounts import security_keys, sessions
from vrn_desktop.central.accounts.security_keys import SecurityKeyError
from vrn_desktop.central.accounts.sessions import Session, Step
from vrn_desktop.central.accounts.sign_in import (
    COUNTED_FOR,
    SignInTry,
    TooManyTriesError,
    WrongPassphraseError,
    sign_in,
)
from vrn_desktop.central.web.answers import Mend, go_in_with, go_to, inside_path
from vrn_desktop.central.web.central_office import CentralOffice, office_of
from vrn_desktop.central.web.first_start_pages import START, waits_for_first_person
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import form_of, open_to_all, text_in
from vrn_desktop.central.web.new_passphrase import secret_in
from vrn_desktop.central.web.sign_in_steps import ADD_KEY_PAGE, KEY_PAGE, SIGN_IN, next_page
from vrn_desktop.central.web.visit import cookie_name, visit_of

_WRONG = "The e-mail address or the passphrase is not right. Look for Caps Lock and try again."
_TOO_MANY = (
    "There were too many tries that failed. Wait"
    f" {COUNTED_FOR.seconds // 60} minutes, then try again."
)
_LONGEST_ANSWER = 20_000


@open_to_all
def sign_in_page(request: Request) -> Response:
    """Ask for the passphrase."""
    office = office_of(request)
    if visit_of(request).person is not None:
        return go_to("/")
    if request.method != "POST":
        if office.first_start is not None and waits_for_first_person(office):
            return go_to(START)
        return _page(request, None)
    tried = SignInTry(
        email=text_in(request, "email", 300),
        passphrase=secret_in(request, "passphrase"),
        client=request.client.host if request.client else "",
    )
    try:
        started = sign_in(
            office.engine, tried, now=office.clock(), draw=office.draw, rules=office.rules
        )
    except WrongPassphraseError:
        return _page(request, Mend(field="passphrase", words=_WRONG))
    except TooManyTriesError:
        return _page(request, Mend(field="passphrase", words=_TOO_MANY))
    return go_in_with(request, started.token, next_page(started.step, _wanted(request)))


@open_to_all
def key_page(request: Request) -> Response:
    """Ask for one of the person's security keys."""
    session = _session_at(request, Step.KEY_WAITS)
    office = office_of(request)
    if session is None:
        return go_to(SIGN_IN)
    if request.method != "POST":
        return _asked_for_key(request, office, session, "")
    try:
        with office.engine.begin() as connection:
            security_keys.use_key(
                connection,
                session,
                office.key_place,
                answer=answer_in(request),
                now=office.clock(),
            )
            token = sessions.go_in(connection, session, office.clock(), office.draw)
    except SecurityKeyError as error:
        return _asked_for_key(request, office, session, str(error))
    return go_in_with(request, token, _wanted(request))


@open_to_all
def add_key_page(request: Request) -> Response:
    """Have somebody add their first security key before they come in."""
    session = _session_at(request, Step.KEY_MISSING)
    office = office_of(request)
    if session is None:
        return go_to(SIGN_IN)
    if request.method != "POST":
        return _asked_to_add(request, office, session, "")
    try:
        with office.engine.begin() as connection:
            security_keys.add_key(
                connection,
                session,
                office.key_place,
                answer=answer_in(request),
                name=text_in(request, "key_name"),
                now=office.clock(),
            )
            token = sessions.go_in(connection, session, office.clock(), office.draw)
    except SecurityKeyError as error:
        return _asked_to_add(request, office, session, str(error))
    return go_in_with(request, token, _wanted(request))


@open_to_all
def sign_out(request: Request) -> Response:
    """End the session and take its cookie back."""
    office, session = office_of(request), visit_of(request).session
    if session is not None:
        with office.engine.begin() as connection:
            sessions.end(connection, session.id)
    response = RedirectResponse(f"{SIGN_IN}?said=signed-out", status_code=303)
    response.delete_cookie(
        cookie_name(office), path="/", secure=office.is_https, httponly=True, samesite="lax"
    )
    return response


def _session_at(request: Request, step: Step) -> Session | None:
    session = visit_of(request).session
    return session if session is not None and session.step is step else None


def answer_in(request: Request) -> str:
    """What the browser's security key answered, as JSON."""
    answer = form_of(request).get("answer")
    return answer if isinstance(answer, str) and len(answer) <= _LONGEST_ANSWER else ""


def _wanted(request: Request) -> str:
    """Where they wanted to go before they were asked to sign in."""
    is_form = request.method == "POST"
    asked = text_in(request, "then") if is_form else request.query_params.get("then", "")
    return inside_path(asked)


def _page(request: Request, mend: Mend | None) -> Response:
    provider = office_of(request).provider
    return render(
        request,
        "sign_in.html",
        status=200 if mend is None else 422,
        mend=mend,
        email="" if mend is None else text_in(request, "email", 300),
        then=_wanted(request),
        provider=provider.name if provider else "",
    )


def _asked_for_key(
    request: Request, office: CentralOffice, session: Session, trouble: str
) -> Response:
    with office.engine.begin() as connection:
        options = security_keys.ask_to_use(connection, session, office.key_place, office.draw)
    status = 422 if trouble else 200
    return render(
        request,
        "use_key.html",
        options=options,
        trouble=trouble,
        then=_wanted(request),
        status=status,
    )


def _asked_to_add(
    request: Request, office: CentralOffice, session: Session, trouble: str
) -> Response:
    with office.engine.begin() as connection:
        options = security_keys.ask_to_add(connection, session, office.key_place, office.draw)
    status = 422 if trouble else 200
    return render(
        request,
        "add_first_key.html",
        options=options,
        trouble=trouble,
        then=_wanted(request),
        status=status,
    )


ROUTES = (
    Route(SIGN_IN, sign_in_page, methods=["GET", "POST"]),
    Route(KEY_PAGE, key_page, methods=["GET", "POST"]),
    Route(ADD_KEY_PAGE, add_key_page, methods=["GET", "POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
)
