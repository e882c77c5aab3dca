"""Coming in by an invitation's link and choosing a passphrase of one's own."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.invitations import (
    InvitationOverError,
    accept,
    invitation_behind,
)
from vrn_desktop.central.accounts.passphrases import PassphraseTooEasyError
from vrn_desktop.central.web.answers import Mend, go_in_with
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import open_to_all, text_in
from vrn_desktop.central.web.new_passphrase import TWO_DIFFER, typed_twice
from vrn_desktop.central.web.sign_in_steps import next_page

INVITATION = "/invitation"
_OVER = (
    "This invitation was used, has run out, or was replaced by a newer one. Ask whoever invited"
    " you for a fresh link."
)


def invitation_link(address: str, token: str) -> str:
    """What the person invited opens; to be handed over by a way that only they can read."""
    return f"{address}{INVITATION}?word={token}"


@open_to_all
def invitation(request: Request) -> Response:
    """Show whom the invitation is for, and take their passphrase."""
    office = office_of(request)
    if request.method != "POST":
        return _page(request, request.query_params.get("word", ""), None)
    word, passphrase = text_in(request, "word"), typed_twice(request)
    if passphrase is None:
        return _page(request, word, Mend(field="passphrase", words=TWO_DIFFER))
    try:
        with office.engine.begin() as connection:
            started = accept(
                connection,
                word,
                passphrase,
                now=office.clock(),
                draw=office.draw,
                rules=office.rules,
            )
    except PassphraseTooEasyError as error:
        return _page(request, word, Mend(field="passphrase", words=" ".join(error.advice)))
    except InvitationOverError:
        return _page(request, word, None)
    return go_in_with(request, started.token, next_page(started.step))


def _page(request: Request, word: str, mend: Mend | None) -> Response:
    office = office_of(request)
    try:
        with office.engine.connect() as connection:
            invited = invitation_behind(connection, word, office.clock())
    except InvitationOverError:
        return render(request, "not_signed_in.html", status=410, words=_OVER)
    return render(
        request,
        "invitation.html",
        status=200 if mend is None else 422,
        invited=invited,
        word=word,
        mend=mend,
        provider=office.provider.name if office.provider else "",
    )


ROUTES = (Route(INVITATION, invitation, methods=["GET", "POST"]),)
