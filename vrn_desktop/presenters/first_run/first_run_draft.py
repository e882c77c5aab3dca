"""The typed-in drafts as the values that the file is made from."""

from collections.abc import Mapping

from vrn_desktop.application.file_service import FirstRun
from vrn_desktop.application.ports.vault import NewPerson
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.domain.setting import LawfulBasis, SafeguardingLead, SettingKind, Workplace
from vrn_desktop.presenters.first_run.first_run_state import Entry, FirstRunState, PersonDraft

Ids = Mapping[Role, PractitionerId]


def first_run_of(state: FirstRunState, ids: Ids) -> FirstRun:
    """Workplace and people; the supervisor comes first."""
    return FirstRun(
        workplace=workplace_of(state),
        people=tuple(
            _new_person(person, ids[person.role])
            for person in state.people.values()
            if not person.later
        ),
    )


def workplace_of(state: FirstRunState) -> Workplace:
    """The organisation, setting and safeguarding lead."""
    numbers = (state.text(Entry.LEAD_NUMBER), state.text(Entry.LEAD_OTHER_NUMBER))
    return Workplace(
        organisation=state.text(Entry.ORGANISATION),
        setting_name=state.text(Entry.SETTING_NAME),
        setting_kind=state.setting_kind or SettingKind.OTHER,
        place=state.text(Entry.PLACE),
        lead=SafeguardingLead(
            name=state.text(Entry.LEAD_NAME), numbers=tuple(number for number in numbers if number)
        ),
        phone=state.text(Entry.PHONE),
        lawful_basis=state.lawful_basis or LawfulBasis.PUBLIC_TASK,
        policy_reference=state.text(Entry.POLICY_REFERENCE),
    )


def known_words(state: FirstRunState) -> tuple[str, ...]:
    """Names and places here, which a passphrase should do without."""
    names = (" ".join(person.name.split()) for person in state.people.values())
    texts = (state.text(entry) for entry in Entry)
    return tuple(text for text in (*names, *texts) if text)


def _new_person(person: PersonDraft, person_id: PractitionerId) -> NewPerson:
    return NewPerson(
        id=person_id,
        name=" ".join(person.name.split()),
        role=person.role,
        trained=person.trained and person.role is not Role.ADMINISTRATOR,
        passphrase=person.passphrase.chosen,
    )
