"""The office's keys: made once under a passphrase, unlocked after each start, rotated when need be."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.passphrases import PassphraseTooEasyError, refuse_easy
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.office.key_ring import (
    AlreadyFoundedError,
    KeysLockedError,
    NotFoundedError,
    WrongPassphraseError,
)
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.web.answers import Mend, go_to
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require
from vrn_desktop.central.web.new_passphrase import TWO_DIFFER, secret_in, typed_twice
from vrn_desktop.central.web.visit import person_of

_WRONG = "This passphrase does not open the keys. Look for Caps Lock and try again."
_OLD_IS_WRONG = "This is not the passphrase of the keys as it is today."


@require(Role.INTAKE)
def keys_page(request: Request) -> Response:
    """How it stands with the keys."""
    return _page(request, None)


@require(Role.INTAKE)
def make_keys(request: Request) -> Response:
    """Make the office's first keys under a passphrase."""
    wanted = typed_twice(request)
    if wanted is None:
        return _page(request, Mend(field="passphrase", words=TWO_DIFFER))
    try:
        refuse_easy(wanted, _known(request))
        office_of(request).ring.found(wanted, who=person_of(request).name)
    except PassphraseTooEasyError as error:
        return _page(request, Mend(field="passphrase", words=" ".join(error.advice)))
    except AlreadyFoundedError:
        return go_to("/keys")
    return go_to("/keys", said="keys-made")


@require(Role.INTAKE)
def unlock(request: Request) -> Response:
    """Unlock the keys for as long as the program runs."""
    office, person = office_of(request), person_of(request)
    try:
        office.ring.unlock(secret_in(request, "passphrase"))
    except WrongPassphraseError:
        _note(request, "wrong passphrase for the keys")
        return _page(request, Mend(field="passphrase", words=_WRONG))
    except NotFoundedError:
        return go_to("/keys")
    with office.engine.begin() as connection:
        write_down(connection, at=office.clock(), who=person.name, act="keys unlocked")
    return go_to("/keys", said="unlocked")


@require(Role.INTAKE)
def lock(request: Request) -> Response:
    """Lock the keys; messages are kept sealed until somebody unlocks them."""
    office_of(request).ring.lock()
    _note(request, "keys locked")
    return go_to("/keys", said="locked")


@require(Role.INTAKE)
def rotate(request: Request) -> Response:
    """Make a new pair for offers from now on."""
    try:
        office_of(request).ring.rotate(who=person_of(request).name)
    except KeysLockedError:
        return go_to("/keys")
    return go_to("/keys", said="rotated")


@require(Role.INTAKE)
def change_passphrase(request: Request) -> Response:
    """Put the keys under another passphrase."""
    wanted = typed_twice(request, "new")
    if wanted is None:
        return _page(request, Mend(field="new", words=TWO_DIFFER))
    try:
        refuse_easy(wanted, _known(request))
        office_of(request).ring.change_passphrase(
            secret_in(request, "old"), wanted, who=person_of(request).name
        )
    except PassphraseTooEasyError as error:
        return _page(request, Mend(field="new", words=" ".join(error.advice)))
    except WrongPassphraseError:
        _note(request, "wrong passphrase for the keys")
        return _page(request, Mend(field="old", words=_OLD_IS_WRONG))
    except NotFoundedError:
        return go_to("/keys")
    return go_to("/keys", said="keys-passphrase")


def _known(request: Request) -> tuple[str, ...]:
    person = person_of(request)
    return (person.name, person.email)


def _note(request: Request, act: str) -> None:
    office = office_of(request)
    with office.engine.begin() as connection:
        write_down(connection, at=office.clock(), who=person_of(request).name, act=act)


def _page(request: Request, mend: Mend | None) -> Response:
    ring = office_of(request).ring
    return render(
        request,
        "keys.html",
        status=200 if mend is None else 422,
        is_founded=ring.is_founded,
        is_unlocked=ring.is_unlocked,
        mend=mend,
    )


ROUTES = (
    Route("/keys", keys_page),
    Route("/keys/make", make_keys, methods=["POST"]),
    Route("/keys/unlock", unlock, methods=["POST"]),
    Route("/keys/lock", lock, methods=["POST"]),
    Route("/keys/rotate", rotate, methods=["POST"]),
    Route("/keys/passphrase", change_passphrase, methods=["POST"]),
)
