"""The way round the pages: the four steps, then what the office's roles need."""

from dataclasses import dataclass

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.accounts.signed_in import SignedIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One entry; without roles it is there for everybody who has signed in."""

    path: str
    label: str
    roles: tuple[Role, ...] = ()
    step: int | None = None
    """Which of the four steps it is."""


FOUR_STEPS = (
    Destination(path="/problem", label="What is the problem? What are the causes?", step=1),
    Destination(path="/what-works", label="What works, for whom?", step=2),
    Destination(path="/is-it-working", label="Is it working?", step=3),
    Destination(path="/share", label="Share and scale", step=4),
)
"""The public-health approach to preventing violence, as the World Health Organization names it."""

OFFICE_PAGES = (
    Destination(path="/quality", label="Data quality"),
    Destination(path="/releases", label="Releases"),
    Destination(path="/sites", label="Sites", roles=(Role.INTAKE,)),
    Destination(path="/people", label="People", roles=(Role.INTAKE, Role.AUDITOR)),
    Destination(path="/keys", label="Keys", roles=(Role.INTAKE,)),
    Destination(path="/log", label="Log", roles=(Role.AUDITOR,)),
)


def destinations_for(
    person: SignedIn,
) -> tuple[tuple[Destination, ...], tuple[Destination, ...]]:
    """The four steps, and the office pages this person may open."""
    return FOUR_STEPS, tuple(page for page in OFFICE_PAGES if person.holds(*page.roles))


def is_here(path: str, destination: Destination) -> bool:
    """Whether a page lies at or beneath a destination."""
    return path == destination.path or path.startswith(destination.path + "/")
