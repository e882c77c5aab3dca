"""Organisation, setting and safeguarding lead as they are typed, and what is still missing of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from vrn_desktop.domain.setting import LawfulBasis, SafeguardingLead, SettingKind, Workplace


class Entry(StrEnum):
    """The texts that are typed in."""

    ORGANISATION = "organisation"
    SETTING_NAME = "setting_name"
    PLACE = "place"
    PHONE = "phone"
    POLICY_REFERENCE = "policy_reference"
    LEAD_NAME = "lead_name"
    LEAD_NUMBER = "lead_number"
    LEAD_OTHER_NUMBER = "lead_other_number"


SETTING_KIND = "setting_kind"
LAWFUL_BASIS = "lawful_basis"
SETTING_ENTRIES = (
    Entry.ORGANISATION,
    Entry.SETTING_NAME,
    Entry.PLACE,
    Entry.PHONE,
    Entry.POLICY_REFERENCE,
)
LEAD_ENTRIES = (Entry.LEAD_NAME, Entry.LEAD_NUMBER, Entry.LEAD_OTHER_NUMBER)
LONGEST_TEXT = 100
LEAST_DIGITS = 3
_NUMBERS = frozenset({Entry.PHONE, Entry.LEAD_NUMBER, Entry.LEAD_OTHER_NUMBER})

SETTINGS = {
    SettingKind.SCHOOL: "School or college",
    SettingKind.YOUTH_OUTREACH: "Youth work or outreach",
    SettingKind.HEALTH: "Health",
    SettingKind.JUSTICE: "Youth justice or police",
    SettingKind.SOCIAL_CARE: "Social care",
    SettingKind.OTHER: "Somewhere else",
}
BASES = {
    LawfulBasis.PUBLIC_TASK: "Public task",
    LawfulBasis.LEGITIMATE_INTERESTS: "Legitimate interests",
    LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST: "Recognised legitimate interest",
}
BASIS_HINTS = {
    LawfulBasis.PUBLIC_TASK: "Councils, schools, the NHS and police.",
    LawfulBasis.LEGITIMATE_INTERESTS: "Charities and others, after weighing it up in writing.",
    LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST: (
        "Charities and others, for safeguarding and emergencies."
    ),
}
SHORTER = "Use a shorter text, up to 100 characters."
NO_DIGITS = "Use digits, for example 01632 960001."
GIVE = {
    Entry.ORGANISATION: "Type the name of your organisation.",
    Entry.SETTING_NAME: "Type the name of the team, school or project.",
    Entry.PLACE: "Type where this is, for example a street or a part of town.",
    Entry.LEAD_NAME: "Type the name of the safeguarding lead.",
    Entry.LEAD_NUMBER: "Type a phone number that is answered.",
}
CHOOSE_SETTING = "Choose the kind of setting."
CHOOSE_BASIS = "Choose the lawful basis. Your data protection lead knows it."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceDraft:
    """What was typed and chosen so far; nothing is chosen beforehand."""

    texts: Mapping[Entry, str] = field(default_factory=dict)
    setting_kind: SettingKind | None = None
    lawful_basis: LawfulBasis | None = None

    def text(self, entry: Entry) -> str:
        """What was typed, without the spaces around it."""
        return " ".join(self.texts.get(entry, "").split())

    def with_text(self, entry: Entry, text: str) -> "WorkplaceDraft":
        """The same draft with another text."""
        return replace(self, texts={**self.texts, entry: text})


def draft_of(workplace: Workplace) -> WorkplaceDraft:
    """A draft that starts from what is kept."""
    numbers = (*workplace.lead.numbers, "", "")
    return WorkplaceDraft(
        texts={
            Entry.ORGANISATION: workplace.organisation,
            Entry.SETTING_NAME: workplace.setting_name,
            Entry.PLACE: workplace.place,
            Entry.PHONE: workplace.phone,
            Entry.POLICY_REFERENCE: workplace.policy_reference,
            Entry.LEAD_NAME: workplace.lead.name,
            Entry.LEAD_NUMBER: numbers[0],
            Entry.LEAD_OTHER_NUMBER: numbers[1],
        },
        setting_kind=workplace.setting_kind,
        lawful_basis=workplace.lawful_basis,
    )


def workplace_of(draft: WorkplaceDraft) -> Workplace:
    """The draft as it is kept; ask for problems first."""
    numbers = (draft.text(Entry.LEAD_NUMBER), draft.text(Entry.LEAD_OTHER_NUMBER))
    return Workplace(
        organisation=draft.text(Entry.ORGANISATION),
        setting_name=draft.text(Entry.SETTING_NAME),
        setting_kind=draft.setting_kind or SettingKind.OTHER,
        place=draft.text(Entry.PLACE),
        lead=SafeguardingLead(
            name=draft.text(Entry.LEAD_NAME), numbers=tuple(number for number in numbers if number)
        ),
        phone=draft.text(Entry.PHONE),
        lawful_basis=draft.lawful_basis or LawfulBasis.PUBLIC_TASK,
        policy_reference=draft.text(Entry.POLICY_REFERENCE),
    )


def setting_problems(draft: WorkplaceDraft) -> dict[str, str]:
    """What is missing of organisation and setting, in the order of the fields."""
    found = _text_problems(draft, SETTING_ENTRIES)
    if draft.setting_kind is None:
        found[SETTING_KIND] = CHOOSE_SETTING
    if draft.lawful_basis is None:
        found[LAWFUL_BASIS] = CHOOSE_BASIS
    return found


def lead_problems(draft: WorkplaceDraft) -> dict[str, str]:
    """What is missing of the safeguarding lead."""
    return _text_problems(draft, LEAD_ENTRIES)


def _text_problems(draft: WorkplaceDraft, entries: tuple[Entry, ...]) -> dict[str, str]:
    problems = {entry.value: _text_problem(draft.text(entry), entry) for entry in entries}
    return {key: problem for key, problem in problems.items() if problem}


def _text_problem(text: str, entry: Entry) -> str:
    if not text:
        return GIVE.get(entry, "")
    if len(text) > LONGEST_TEXT:
        return SHORTER
    few = sum(character.isdigit() for character in text) < LEAST_DIGITS
    return NO_DIGITS if entry in _NUMBERS and few else ""
