"""What is still missing on a set-up page, keyed by the field it belongs to."""

from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run import first_run_words as words
from vrn_desktop.presenters.first_run.first_run_state import (
    ROLE_OF_PAGE,
    FirstRunPage,
    FirstRunState,
)
from vrn_desktop.presenters.recovery.new_passphrase import problem_with
from vrn_desktop.presenters.recovery.sheet_handover import TYPE_THE_ROW
from vrn_desktop.presenters.workplace.workplace_draft import (
    LONGEST_TEXT,
    SHORTER,
    lead_problems,
    setting_problems,
)


def name_key(role: Role) -> str:
    """The key of a person's name among the problems."""
    return f"{role}-name"


def passphrase_key(role: Role) -> str:
    """The key of a person's passphrase among the problems."""
    return f"{role}-passphrase"


def problems_on(state: FirstRunState, page: FirstRunPage) -> dict[str, str]:
    """Everything that is missing on `page`, in the order of its fields."""
    if page in ROLE_OF_PAGE:
        return _person_problems(state, ROLE_OF_PAGE[page])
    if page is FirstRunPage.SHEET:
        confirmed = state.handover is not None and state.handover.confirmed
        return {} if confirmed else {"row": TYPE_THE_ROW}
    if page is FirstRunPage.WORKPLACE:
        return setting_problems(state.draft)
    return lead_problems(state.draft) if page is FirstRunPage.LEAD else {}


def _person_problems(state: FirstRunState, role: Role) -> dict[str, str]:
    person = state.people[role]
    if person.later:
        return {}
    found = {}
    name = " ".join(person.name.split())
    others = {
        " ".join(other.name.split()).casefold()
        for other in state.people.values()
        if other.role is not role and not other.later
    }
    if not name:
        found[name_key(role)] = words.GIVE_NAME
    elif len(name) > LONGEST_TEXT:
        found[name_key(role)] = SHORTER
    elif name.casefold() in others:
        found[name_key(role)] = words.SAME_NAME
    problem = problem_with(person.passphrase)
    if problem:
        found[passphrase_key(role)] = problem
    return found
