"""What the set-up pages show, and everything typed into them so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase
from vrn_desktop.presenters.recovery.sheet_handover import SheetHandover
from vrn_desktop.presenters.workplace.workplace_draft import WorkplaceDraft


class FirstRunPage(StrEnum):
    """The pages in their order."""

    WELCOME = "welcome"
    LOOK = "look"
    WORKPLACE = "workplace"
    SUPERVISOR = "supervisor"
    PRACTITIONER = "practitioner"
    ADMINISTRATOR = "administrator"
    LEAD = "lead"
    SHEET = "sheet"
    CHECK = "check"


PAGES = tuple(FirstRunPage)
PAGE_OF_ROLE = {
    Role.SUPERVISOR: FirstRunPage.SUPERVISOR,
    Role.PRACTITIONER: FirstRunPage.PRACTITIONER,
    Role.ADMINISTRATOR: FirstRunPage.ADMINISTRATOR,
}
ROLE_OF_PAGE = {page: role for role, page in PAGE_OF_ROLE.items()}
MAY_COME_LATER = frozenset({Role.PRACTITIONER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """Somebody who is to sign in; `later` says that they are added another day."""

    role: Role
    name: str = ""
    trained: bool = False
    later: bool = False
    passphrase: NewPassphrase = field(default_factory=NewPassphrase, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One line of the task list: `open` may be gone to now."""

    page: FirstRunPage
    title: str
    status: str
    done: bool
    open: bool
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRunState:
    """`problems` are keyed as in the workplace draft, or by ROLE-name, ROLE-passphrase, "row".

    `changing` says that a Change link led here, so that going on leads back to the check page.
    """

    page: FirstRunPage = FirstRunPage.WELCOME
    tasks: tuple[TaskLine, ...] = ()
    done: frozenset[FirstRunPage] = frozenset()
    changing: bool = False
    draft: WorkplaceDraft = field(default_factory=WorkplaceDraft)
    people: Mapping[Role, PersonDraft] = field(default_factory=dict)
    handover: SheetHandover | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    working: str = ""
    notice: str = ""
