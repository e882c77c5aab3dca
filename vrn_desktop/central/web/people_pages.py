"""The people of the office: who may do what; invited, changed and removed by Intake."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.people import (
    PeopleRuleError,
    change_roles,
    everybody,
    invite,
    invite_again,
    remove,
)
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.web.answers import Mend, go_to
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import form_of, require, text_in
from vrn_desktop.central.web.invitation_pages import invitation_link
from vrn_desktop.central.web.visit import person_of


@require(Role.INTAKE, Role.AUDITOR)
def people_page(request: Request) -> Response:
    """Everybody on the list."""
    return _page(request)


@require(Role.INTAKE)
def invite_person(request: Request) -> Response:
    """Invite somebody; their link is shown once."""
    office = office_of(request)
    name = text_in(request, "name")
    try:
        with office.engine.begin() as connection:
            token = invite(
                connection,
                name=name,
                email=text_in(request, "email", 300),
                roles=_roles_in(request),
                by=person_of(request),
                now=office.clock(),
                draw=office.draw,
            )
    except PeopleRuleError as error:
        return _page(request, mend=Mend(field="invite", words=str(error)))
    return _shown_link(request, name, token)


@require(Role.INTAKE)
def invite_person_again(request: Request) -> Response:
    """A fresh link for somebody who lost theirs, their passphrase or their key."""
    office = office_of(request)
    try:
        with office.engine.begin() as connection:
            token = invite_again(
                connection,
                text_in(request, "person_id"),
                by=person_of(request),
                now=office.clock(),
                draw=office.draw,
            )
    except PeopleRuleError as error:
        return _page(request, mend=Mend(field="people", words=str(error)))
    return _shown_link(request, text_in(request, "name"), token)


@require(Role.INTAKE)
def change_person(request: Request) -> Response:
    """Give somebody other roles."""
    office = office_of(request)
    try:
        with office.engine.begin() as connection:
            change_roles(
                connection,
                text_in(request, "person_id"),
                _roles_in(request),
                by=person_of(request),
                now=office.clock(),
            )
    except PeopleRuleError as error:
        return _page(request, mend=Mend(field="people", words=str(error)))
    return go_to("/people", said="roles")


@require(Role.INTAKE)
def remove_person(request: Request) -> Response:
    """Take somebody off the list."""
    office = office_of(request)
    try:
        with office.engine.begin() as connection:
            remove(
                connection,
                text_in(request, "person_id"),
                by=person_of(request),
                now=office.clock(),
            )
    except PeopleRuleError as error:
        return _page(request, mend=Mend(field="people", words=str(error)))
    return go_to("/people", said="removed")


def _roles_in(request: Request) -> frozenset[Role]:
    known = {role.value for role in Role}
    return frozenset(
        Role(str(value)) for value in form_of(request).getlist("role") if value in known
    )


def _shown_link(request: Request, name: str, token: str) -> Response:
    office = office_of(request)
    return _page(request, link=invitation_link(office.address, token), invited=name)


def _page(
    request: Request, *, mend: Mend | None = None, link: str = "", invited: str = ""
) -> Response:
    office, person = office_of(request), person_of(request)
    with office.engine.connect() as connection:
        people = everybody(connection)
    return render(
        request,
        "people.html",
        status=200 if mend is None else 422,
        people=people,
        may_change=person.holds(Role.INTAKE),
        mend=mend,
        link=link,
        invited=invited,
        now=office.clock(),
    )


ROUTES = (
    Route("/people", people_page),
    Route("/people/invite", invite_person, methods=["POST"]),
    Route("/people/invite-again", invite_person_again, methods=["POST"]),
    Route("/people/roles", change_person, methods=["POST"]),
    Route("/people/remove", remove_person, methods=["POST"]),
)
