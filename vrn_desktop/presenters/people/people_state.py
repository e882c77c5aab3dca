"""What the page of people shows: the list, or the one thing that is being done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase
from vrn_desktop.presenters.recovery.sheet_handover import SheetHandover


class PeopleMode(StrEnum):
    """One page each."""

    LIST = "list"
    ADD = "add"
    CHANGE = "change"
    RESET = "reset"
    REMOVE = "remove"
    OWN = "own"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One colleague as the list shows them."""

    id: PractitionerId
    name: str
    role: str
    standing: str
    me: bool
    left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """What is typed about a colleague; for a new one also the role and their passphrase."""

    name: str = ""
    role: Role = Role.PRACTITIONER
    trained: bool = False
    passphrase: NewPassphrase = field(default_factory=NewPassphrase, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleState:
    """`problems` are keyed by "name", "passphrase", "current" or "row".

    `locks_due` says that somebody has left under the present keys.
    """

    me: Practitioner
    mode: PeopleMode = PeopleMode.LIST
    rows: tuple[PersonRow, ...] = ()
    roles_to_add: tuple[Role, ...] = ()
    chosen: Practitioner | None = None
    form: PersonForm = field(default_factory=PersonForm)
    handover: SheetHandover | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    refusal: str = ""
    working: str = ""
    locks_due: bool = False

    @property
    def may_manage(self) -> bool:
        """Whether this role may add people and note that somebody has left."""
        return self.me.role.may_manage_people

    @property
    def may_renew_sheet(self) -> bool:
        """Only supervisors hold what a recovery sheet opens."""
        return self.me.role.may_review
