"""The first start: the printed code, and the first person's own passphrase."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.first_start import (
    MOST_TRIES,
    AlreadyStartedError,
    FirstPerson,
    FirstStart,
    WrongCodeError,
    set_up_first_person,
)
from vrn_desktop.central.accounts.passphrases import PassphraseTooEasyError
from vrn_desktop.central.accounts.people import PeopleRuleError, is_anybody_here
from vrn_desktop.central.web.answers import Mend, go_in_with, go_to
from vrn_desktop.central.web.central_office import CentralOffice, office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import open_to_all, text_in
from vrn_desktop.central.web.new_passphrase import TWO_DIFFER, typed_twice
from vrn_desktop.central.web.sign_in_steps import SIGN_IN, next_page

START = "/start"
_WRONG_CODE = (
    "This is not the code that was printed where the program was started. After"
    f" {MOST_TRIES} wrong tries the program must be started again; it then prints another one."
)


def waits_for_first_person(office: CentralOffice) -> bool:
    """Whether nobody has been set up yet."""
    with office.engine.connect() as connection:
        return not is_anybody_here(connection)


@open_to_all
def start(request: Request) -> Response:
    """Ask for the code and set up the first person."""
    office = office_of(request)
    if office.first_start is None or not waits_for_first_person(office):
        return go_to(SIGN_IN)
    if request.method != "POST":
        return _page(request, None)
    return _set_up(request, office, office.first_start)


def _set_up(request: Request, office: CentralOffice, first: FirstStart) -> Response:
    passphrase = typed_twice(request)
    if passphrase is None:
        return _page(request, Mend(field="passphrase", words=TWO_DIFFER))
    person = FirstPerson(
        name=text_in(request, "name"), email=text_in(request, "email", 300), passphrase=passphrase
    )
    try:
        first.check(text_in(request, "code"))
        started = set_up_first_person(
            office.engine, person, now=office.clock(), draw=office.draw, rules=office.rules
        )
    except WrongCodeError:
        return _page(request, Mend(field="code", words=_WRONG_CODE))
    except PassphraseTooEasyError as error:
        return _page(request, Mend(field="passphrase", words=" ".join(error.advice)))
    except PeopleRuleError as error:
        return _page(request, Mend(field="name", words=str(error)))
    except AlreadyStartedError:
        return go_to(SIGN_IN)
    return go_in_with(request, started.token, next_page(started.step, "/keys"))


def _page(request: Request, mend: Mend | None) -> Response:
    typed = {
        name: "" if mend is None else text_in(request, name, 300) for name in ("name", "email")
    }
    return render(
        request, "first_start.html", mend=mend, typed=typed, status=200 if mend is None else 422
    )


ROUTES = (Route(START, start, methods=["GET", "POST"]),)
