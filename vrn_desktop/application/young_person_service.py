"""Add, find and look at young people: the little that is kept about each, and their story over time."""

import unicodedata
from dataclasses import dataclass, replace

from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.rows import ScreeningRow, YoungPersonRow
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NameNotUsableError
from vrn_desktop.domain.follow_up import FollowUp, FollowUpEvent
from vrn_desktop.domain.helping import HelpingAnswer
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.referral import Referral
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.young_person import LONGEST_NAME, OLDEST, YoungPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A young person with everything that happened, for the person's page."""

    person: YoungPerson
    screenings: tuple[ScreeningRow, ...]
    letters: tuple[LetterRecord, ...]
    follow_ups: tuple[FollowUp, ...]
    safe_contact: SafeContact | None
    referrals: tuple[Referral, ...] = ()
    helping: tuple[HelpingAnswer, ...] = ()
    tries: tuple[FollowUpEvent, ...] = ()


class YoungPersonService:
    """Use cases around the people this file is about."""

    def __init__(self, session: Session, clock: Clock, new_id: NewId) -> None:
        self._session = session
        self._clock = clock
        self._new_id = new_id

    def add(self, chosen_name: str, age: int, *, pronouns: str = "") -> YoungPerson:
        """Add a young person under the name they want to use.

        Raises:
            NameNotUsableError: the name is empty or longer than is kept, or the age is not one.
        """
        person = YoungPerson(
            id=YoungPersonId(self._new_id()),
            reference="",
            chosen_name=usable_name(chosen_name),
            age=usable_age(age),
            age_recorded_on=self._clock().date(),
            practitioner_id=self._session.practitioner.id,
            pronouns=pronouns.strip(),
        )
        with self._session.store.change(Act.YOUNG_PERSON_ADDED, person.id) as work:
            person = replace(person, reference=work.young_people.next_reference())
            work.young_people.add(person)
        return person

    def change(self, person: YoungPerson) -> None:
        """Keep changed details.

        Raises:
            NameNotUsableError: as for `add`.
        """
        usable_name(person.chosen_name)
        usable_age(person.age)
        with self._session.store.change(Act.YOUNG_PERSON_CHANGED, person.id) as work:
            work.young_people.change(person)

    def get(self, person_id: YoungPersonId) -> YoungPerson:
        """One young person."""
        with self._session.store.read() as work:
            return work.young_people.get(person_id)

    def rows(self) -> tuple[YoungPersonRow, ...]:
        """The list of young people."""
        with self._session.store.read() as work:
            return work.young_people.rows()

    def story(self, person_id: YoungPersonId) -> Story:
        """Everything on a person's page; looking is noted in the audit trail (DP-12).

        A disk that takes nothing cannot keep that note and does not keep anybody from reading.
        """
        store = self._session.store
        looking = (
            store.read() if store.read_only else store.change(Act.YOUNG_PERSON_VIEWED, person_id)
        )
        with looking as work:
            return Story(
                person=work.young_people.get(person_id),
                screenings=work.screenings.rows(person_id),
                letters=work.letters.of_person(person_id),
                follow_ups=work.follow_ups.of_person(person_id),
                safe_contact=work.safe_contacts.latest(person_id),
                referrals=work.referrals.of_person(person_id),
                helping=work.referrals.helping(person_id),
                tries=work.follow_ups.events(person_id),
            )


def usable_name(name: str) -> str:
    """The name as it is kept: trimmed, inner line breaks made spaces, nothing else changed.

    Raises:
        NameNotUsableError: nothing to see in it, or longer than `LONGEST_NAME` characters.
    """
    kept = " ".join(name.split())
    if not any(map(_can_be_seen, kept)) or len(kept) > LONGEST_NAME:
        raise NameNotUsableError(f"a name has 1 to {LONGEST_NAME} characters")
    return kept


def usable_age(age: int) -> int:
    """The age in whole years.

    Raises:
        NameNotUsableError: not between 0 and 120.
    """
    if not 0 <= age <= OLDEST:
        raise NameNotUsableError(f"an age is between 0 and {OLDEST}")
    return age


def _can_be_seen(character: str) -> bool:
    """Whether it is more than a space, a mark of direction or another character without a shape."""
    return unicodedata.category(character) not in {"Cf", "Cc", "Zs", "Zl", "Zp"}
