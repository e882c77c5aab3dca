"""How a page is drawn: its template inside the frame with navigation, everything escaped."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from vrn_desktop.central.accounts.roles import ROLE_WORDS, Role
from vrn_desktop.central.web.navigation import destinations_for, is_here
from vrn_desktop.central.web.visit import FORM_WORD, visit_of

SAID: Mapping[str, str] = MappingProxyType(
    {
        "acknowledged": "Noted that somebody has looked into it.",
        "approved": "The key is approved. The site can send now.",
        "draft": "The draft waits for another person to publish it.",
        "invited": "The person is invited.",
        "key-added": "The security key is added.",
        "key-removed": "The security key is removed.",
        "keys-made": "The office's keys are made and unlocked. Sites can be enrolled now.",
        "keys-passphrase": "The passphrase of the keys is changed.",
        "locked": "The keys are locked.",
        "passphrase": "Your passphrase is changed. You were signed out everywhere else.",
        "published": "Published.",
        "refused": "The key is refused.",
        "removed": "The person is removed and signed out.",
        "revoked": "The key is revoked. Nothing signed with it is taken any more.",
        "rotated": "A new pair of keys is made.",
        "roles": "The roles are changed.",
        "sent-back": "Sent back with your reason.",
        "signed-out": "You are signed out.",
        "taken-back": "The draft is taken back.",
        "unlocked": "The keys are unlocked.",
    }
)
"""What a page may say first after something was done, by the word in its address (`?said=`)."""


@cache
def templates() -> Environment:
    """The templates of the office; what they are given is escaped."""
    environment = Environment(
        loader=PackageLoader("resources.central"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    environment.filters["moment"] = _moment
    return environment


def render(request: Request, name: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page from its template.

    Templates extend `base.html` and always know: `person` (None before sign-in), `form_word` (for
    the hidden field of every form; see `form_word.html`), `said`, `path`, `Role`, `ROLE_WORDS`.
    """
    visit = visit_of(request)
    person = visit.person
    steps, office_pages = destinations_for(person) if person else ((), ())
    frame: dict[str, object] = {
        "FORM_WORD": FORM_WORD,
        "ROLE_WORDS": ROLE_WORDS,
        "Role": Role,
        "form_word": visit.form_word,
        "is_here": is_here,
        "office_pages": office_pages,
        "path": request.url.path,
        "person": person,
        "said": SAID.get(request.query_params.get("said", ""), ""),
        "steps": steps,
    }
    text = templates().get_template(name).render(frame | values)
    return HTMLResponse(text, status_code=status)


def _day(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.day} {moment:%B %Y}"


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.day} {moment:%B %Y, %H:%M} UTC"
