"""The lines of the check page: what was asked, what was answered, where to change it."""

from dataclasses import dataclass

from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run.first_run_state import (
    PAGE_OF_ROLE,
    FirstRunPage,
    FirstRunState,
    PersonDraft,
)
from vrn_desktop.presenters.first_run.first_run_words import ROLES
from vrn_desktop.presenters.workplace.workplace_draft import BASES, SETTINGS, Entry

SHEET_DONE = "On paper, one row typed back"
ADDED_LATER = "To be added later"
NONE_NOW = "None for now"
TRAINED, NOT_TRAINED = "trained", "not yet trained"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One answer; the sheet can be looked at but not changed on its own."""

    page: FirstRunPage
    question: str
    answer: str
    may_change: bool = True


def check_lines(state: FirstRunState) -> tuple[CheckLine, ...]:
    """Everything that will be kept, in the order of the pages."""
    draft = state.draft
    kind = SETTINGS[draft.setting_kind] if draft.setting_kind else ""
    setting = ", ".join((draft.text(Entry.SETTING_NAME), kind, draft.text(Entry.PLACE)))
    basis = BASES[draft.lawful_basis] if draft.lawful_basis else ""
    policy = draft.text(Entry.POLICY_REFERENCE)
    numbers = [draft.text(Entry.LEAD_NUMBER), draft.text(Entry.LEAD_OTHER_NUMBER)]
    lead = ", ".join([draft.text(Entry.LEAD_NAME), *(number for number in numbers if number)])
    return (
        _line(FirstRunPage.WORKPLACE, "Organisation", draft.text(Entry.ORGANISATION)),
        _line(FirstRunPage.WORKPLACE, "Setting", setting),
        _line(FirstRunPage.WORKPLACE, "Lawful basis", f"{basis}, {policy}" if policy else basis),
        *(
            _line(PAGE_OF_ROLE[role], ROLES[role], _person(person))
            for role, person in state.people.items()
        ),
        _line(FirstRunPage.LEAD, "Safeguarding lead", lead),
        CheckLine(
            page=FirstRunPage.SHEET,
            question="Recovery sheet",
            answer=SHEET_DONE,
            may_change=False,
        ),
    )


def _line(page: FirstRunPage, question: str, answer: str) -> CheckLine:
    return CheckLine(page=page, question=question, answer=answer)


def _person(person: PersonDraft) -> str:
    if person.later:
        return NONE_NOW if person.role is Role.ADMINISTRATOR else ADDED_LATER
    name = " ".join(person.name.split())
    if person.role is Role.ADMINISTRATOR:
        return name
    return f"{name}, {TRAINED if person.trained else NOT_TRAINED}"
