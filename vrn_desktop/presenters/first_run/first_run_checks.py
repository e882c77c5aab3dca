"""What is still missing on a set-up page, keyed by the field it belongs to."""

from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run import first_run_words as words
from vrn_desktop.presenters.first_run.first_run_state import (
    LAWFUL_BASIS,
    ROLE_OF_PAGE,
    SETTING_KIND,
    Entry,
    FirstRunPage,
    FirstRunState,
)
from vrn_desktop.presenters.recovery.new_passphrase import problem_with
from vrn_desktop.presenters.recovery.sheet_handover import TYPE_THE_ROW

LONGEST_TEXT = 100
LEAST_DIGITS = 3
_NEEDED = {
    FirstRunPage.WORKPLACE: (Entry.ORGANISATION, Entry.SETTING_NAME, Entry.PLACE),
    FirstRunPage.LEAD: (Entry.LEAD_NAME, Entry.LEAD_NUMBER),
}
_ENTRIES = {
    FirstRunPage.WORKPLACE: (
        Entry.ORGANISATION,
        Entry.SETTING_NAME,
        Entry.PLACE,
        Entry.PHONE,
        Entry.POLICY_REFERENCE,
    ),
    FirstRunPage.LEAD: (Entry.LEAD_NAME, Entry.LEAD_NUMBER, Entry.LEAD_OTHER_NUMBER),
}
_NUMBERS = frozenset({Entry.PHONE, Entry.LEAD_NUMBER, Entry.LEAD_OTHER_NUMBER})


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
    found = {}
    for entry in _ENTRIES.get(page, ()):
        problem = _text_problem(state, entry, needed=entry in _NEEDED[page])
        if problem:
            found[entry.value] = problem
    if page is FirstRunPage.WORKPLACE:
        if state.setting_kind is None:
            found[SETTING_KIND] = words.GIVE[SETTING_KIND]
        if state.lawful_basis is None:
            found[LAWFUL_BASIS] = words.GIVE[LAWFUL_BASIS]
    return found


def _text_problem(state: FirstRunState, entry: Entry, *, needed: bool) -> str:
    text = state.text(entry)
    if not text:
        return words.GIVE[entry] if needed else ""
    if len(text) > LONGEST_TEXT:
        return words.SHORTER
    few = sum(character.isdigit() for character in text) < LEAST_DIGITS
    return words.NO_DIGITS if entry in _NUMBERS and few else ""


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
        found[name_key(role)] = words.SHORTER
    elif name.casefold() in others:
        found[name_key(role)] = words.SAME_NAME
    problem = problem_with(person.passphrase)
    if problem:
        found[passphrase_key(role)] = problem
    return found
