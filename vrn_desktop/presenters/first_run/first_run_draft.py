"""The typed-in drafts as the values that the file is made from."""

from collections.abc import Mapping

from vrn_desktop.application.file_service import FirstRun
from vrn_desktop.application.ports.vault import NewPerson
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run.first_run_state import FirstRunState, PersonDraft
from vrn_desktop.presenters.workplace.workplace_draft import Entry, workplace_of

Ids = Mapping[Role, PractitionerId]


def first_run_of(state: FirstRunState, ids: Ids) -> FirstRun:
    """Workplace and people; the supervisor comes first."""
    return FirstRun(
        workplace=workplace_of(state.draft),
        people=tuple(
            _new_person(person, ids[person.role])
            for person in state.people.values()
            if not person.later
        ),
    )


def known_words(state: FirstRunState) -> tuple[str, ...]:
    """Names and places here, which a passphrase should do without."""
    names = (" ".join(person.name.split()) for person in state.people.values())
    texts = (state.draft.text(entry) for entry in Entry)
    return tuple(text for text in (*names, *texts) if text)


def _new_person(person: PersonDraft, person_id: PractitionerId) -> NewPerson:
    return NewPerson(
        id=person_id,
        name=" ".join(person.name.split()),
        role=person.role,
        trained=person.trained and person.role is not Role.ADMINISTRATOR,
        passphrase=person.passphrase.chosen,
    )
