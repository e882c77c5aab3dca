"""The sites: how each stands, its file to begin with, keys that wait, events to look into."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.office.enrolment import EnrolmentError
from vrn_desktop.central.office.key_ring import KeysLockedError
from vrn_desktop.central.office.message_events import (
    LOOKED_BACK,
    events,
    look_into,
    refused_since,
)
from vrn_desktop.central.office.site_standing import all_sites
from vrn_desktop.central.web.answers import Mend, go_to
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require, text_in
from vrn_desktop.central.web.site_words import EVENT_WORDS, KEY_WORDS, REFUSAL_WORDS
from vrn_desktop.central.web.visit import person_of
from vrn_desktop.domain.programme_period import NoSuchPeriodError, Quarter, Week, period_from_text
from vrn_desktop.exchange.enrolment import OFFER_ENDING

_UNLOCK_FIRST = "The keys are locked. Unlock them on the page Keys, then try again."
_NO_QUARTER = "Write the first quarter like 2027-Q1."


@require(Role.INTAKE)
def sites_page(request: Request) -> Response:
    """The list of sites, keys that wait, and events."""
    return _page(request, None)


@require(Role.INTAKE)
def offer_site(request: Request) -> Response:
    """Make a site's enrolment file and hand it over as a download."""
    office = office_of(request)
    site = text_in(request, "site", 32)
    try:
        starts = period_from_text(text_in(request, "starts", 10))
    except NoSuchPeriodError:
        return _page(request, Mend(field="starts", words=_NO_QUARTER))
    if not isinstance(starts, Quarter):
        return _page(request, Mend(field="starts", words=_NO_QUARTER))
    try:
        raw = office.enrolment.offer(
            site,
            organisation=text_in(request, "organisation"),
            starts=starts,
            address=text_in(request, "address"),
            who=person_of(request).name,
        )
    except (KeysLockedError, UnicodeEncodeError) as error:
        words = _UNLOCK_FIRST if isinstance(error, KeysLockedError) else "Use plain letters."
        return _page(request, Mend(field="site", words=words))
    except EnrolmentError as error:
        return _page(request, Mend(field="site", words=_sentence(error)))
    return Response(
        raw,
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{site}{OFFER_ENDING}"'},
    )


@require(Role.INTAKE)
def approve_key(request: Request) -> Response:
    """Enrol a key whose six words somebody heard from the site."""
    if text_in(request, "heard") != "yes":
        words = "Tick that you heard the six words from the site, then approve."
        return _page(request, Mend(field="waiting", words=words))
    try:
        office_of(request).enrolment.approve(
            text_in(request, "fingerprint"), who=person_of(request).name
        )
    except EnrolmentError as error:
        return _page(request, Mend(field="waiting", words=_sentence(error)))
    return go_to("/sites", said="approved")


@require(Role.INTAKE)
def refuse_key(request: Request) -> Response:
    """Turn a key away."""
    try:
        office_of(request).enrolment.refuse(
            text_in(request, "fingerprint"), who=person_of(request).name
        )
    except EnrolmentError as error:
        return _page(request, Mend(field="waiting", words=_sentence(error)))
    return go_to("/sites", said="refused")


@require(Role.INTAKE)
def site_page(request: Request) -> Response:
    """One site: what is missing, and the way to revoke its key."""
    return _site(request, request.path_params["site"], "")


@require(Role.INTAKE)
def revoke_key(request: Request) -> Response:
    """Revoke a site's key, for good or until it is enrolled again."""
    office, site = office_of(request), request.path_params["site"]
    try:
        office.enrolment.revoke(
            site,
            who=person_of(request).name,
            leaves_after=_quarter_now(request) if text_in(request, "leaves") == "yes" else None,
        )
    except EnrolmentError as error:
        return _site(request, site, _sentence(error))
    return go_to("/sites", said="revoked")


@require(Role.INTAKE)
def look_into_event(request: Request) -> Response:
    """Note that somebody looked into an event."""
    office, person = office_of(request), person_of(request)
    number = text_in(request, "event_id", 9)
    if number.isdecimal() and number.isascii():
        with office.engine.begin() as connection:
            look_into(
                connection,
                int(number),
                person_id=person.id,
                who=person.name,
                note=text_in(request, "note", 500),
                now=office.clock(),
            )
    return go_to("/sites", said="acknowledged")


def _quarter_now(request: Request) -> Quarter:
    return Week.of(office_of(request).clock().date()).quarter


def _sentence(error: EnrolmentError) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."


def _page(request: Request, mend: Mend | None) -> Response:
    office = office_of(request)
    now = office.clock()
    with office.engine.connect() as connection:
        sites = all_sites(connection, now)
        happened = events(connection)
        refused = refused_since(connection, (now - LOOKED_BACK).date())
    return render(
        request,
        "sites.html",
        status=200 if mend is None else 422,
        mend=mend,
        sites=sites,
        waiting=office.enrolment.waiting() if office.ring.is_founded else (),
        events=happened,
        refused=refused,
        is_founded=office.ring.is_founded,
        is_unlocked=office.ring.is_unlocked,
        next_quarter=_quarter_now(request).next,
        address=office.address if office.is_https else "",
        KEY_WORDS=KEY_WORDS,
        EVENT_WORDS=EVENT_WORDS,
        REFUSAL_WORDS=REFUSAL_WORDS,
    )


def _site(request: Request, name: str, trouble: str) -> Response:
    office = office_of(request)
    with office.engine.connect() as connection:
        found = [each for each in all_sites(connection, office.clock()) if each.site == name]
        happened = events(connection, site=name)
    if not found:
        raise HTTPException(status_code=404)
    return render(
        request,
        "site.html",
        status=422 if trouble else 200,
        site=found[0],
        events=happened,
        trouble=trouble,
        KEY_WORDS=KEY_WORDS,
        EVENT_WORDS=EVENT_WORDS,
    )


ROUTES = (
    Route("/sites", sites_page),
    Route("/sites/offer", offer_site, methods=["POST"]),
    Route("/sites/approve", approve_key, methods=["POST"]),
    Route("/sites/refuse", refuse_key, methods=["POST"]),
    Route("/sites/events", look_into_event, methods=["POST"]),
    Route("/sites/of/{site}", site_page),
    Route("/sites/of/{site}/revoke", revoke_key, methods=["POST"]),
)
