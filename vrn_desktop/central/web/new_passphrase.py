"""A passphrase as somebody typed it twice in a form."""

from starlette.requests import Request

from vrn_desktop.central.accounts.passphrases import LONGEST
from vrn_desktop.central.web.guards import form_of

TWO_DIFFER = "The two were not the same. Type it twice, the same way."


def secret_in(request: Request, name: str) -> str:
    """A passphrase exactly as it was typed, blanks and all; empty if it is missing or endless."""
    value = form_of(request).get(name)
    return value if isinstance(value, str) and len(value) <= LONGEST else ""


def typed_twice(request: Request, name: str = "passphrase") -> str | None:
    """The passphrase if both fields hold the same."""
    typed = secret_in(request, name)
    return typed if typed == secret_in(request, f"{name}_again") else None
