"""Whom did we send to a service that has since closed or changed its number? A list to act on (H7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vrn_desktop.application.contact_of_today import contact_of_today
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.loop_repositories import ReferralRow
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import PractitionerId, ServiceId, YoungPersonId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.outdated_contact import (
    GivenContact,
    OutdatedContact,
    newest_of_each,
    outdated,
)
from vrn_desktop.domain.referral import ReferralState
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.young_person import YoungPerson

_NO_LONGER_OF_USE = frozenset({ReferralState.DECLINED, ReferralState.ENDED})
_READ_BY_THEM = frozenset({LetterKind.YOUNG_PERSON, LetterKind.WALLET_CARD})


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedRow:
    """One person to tell, and how it is safe to tell them."""

    contact: OutdatedContact
    person: YoungPerson
    safe_contact: SafeContact | None


class FreshnessService:
    """Compares what was given with the directory of today."""

    def __init__(self, session: Session, content: ContentLibrary, clock: Clock) -> None:
        self._session = session
        self._content = content
        self._clock = clock

    def to_tell(self) -> tuple[OutdatedRow, ...]:
        """Everybody who holds a contact that is no longer right: one's own people, for a reviewer all.

        What they declined or what has ended is of no use to them any more and is left out.
        """
        me = self._session.practitioner
        with self._session.store.read() as work:
            rows = work.referrals.rows()
            given = [*_in_letters(work), *_in_referrals(rows), *_in_handovers(work, rows)]
            useless = _useless(rows)
            handled = work.contacts_put_right.marks()
            found: list[OutdatedRow] = []
            for each in newest_of_each(given):
                key = (each.young_person_id, each.service_id)
                mine = me.role.may_review or each.practitioner_id == me.id
                if not mine or key in useless or not each.service_id:
                    continue
                wrong = outdated(each, contact_of_today(work, self._content, each.service_id))
                if wrong is None or (*key, wrong.mark) in handled:
                    continue
                found.append(
                    OutdatedRow(
                        contact=wrong,
                        person=work.young_people.get(each.young_person_id),
                        safe_contact=work.safe_contacts.latest(each.young_person_id),
                    )
                )
            return tuple(found)

    def handled(self, row: OutdatedRow) -> None:
        """They were told, or need not be; another change of the same service asks again."""
        with self._session.store.change(Act.REFERRAL_RECORDED, row.person.id) as work:
            work.contacts_put_right.add(row.contact, self._clock(), self._session.practitioner.id)


def _in_letters(work: UnitOfWork) -> Iterable[GivenContact]:
    """What their own letters and cards printed; a letter that was taken back is in nobody's hands."""
    people: dict[YoungPersonId, PractitionerId] = {}
    for row in work.letters.named_contacts():
        if row.recalled or row.kind not in _READ_BY_THEM:
            continue
        person = row.young_person_id
        if person not in people:
            people[person] = work.young_people.get(person).practitioner_id
        yield GivenContact(
            young_person_id=person,
            practitioner_id=people[person],
            service_id=row.service_id,
            service_name=row.name,
            contact=row.contact,
            given_on=row.made_at.astimezone().date(),
        )


def _in_referrals(rows: Iterable[ReferralRow]) -> Iterable[GivenContact]:
    for row in rows:
        for event in row.referral.standing:
            if event.contact:
                yield _given(row, event.contact, event.on)


def _in_handovers(work: UnitOfWork, rows: Iterable[ReferralRow]) -> Iterable[GivenContact]:
    by_id: Mapping[str, ReferralRow] = {row.referral.signpost.id: row for row in rows}
    for handover in work.referrals.handovers():
        if handover.contact and handover.signpost_id in by_id:
            day = handover.at.astimezone().date()
            yield _given(by_id[handover.signpost_id], handover.contact, day)


def _given(row: ReferralRow, contact: str, on: date) -> GivenContact:
    signpost = row.referral.signpost
    return GivenContact(
        young_person_id=row.young_person_id,
        practitioner_id=row.practitioner_id,
        service_id=signpost.service_id,
        service_name=signpost.service_name,
        contact=contact,
        given_on=on,
    )


def _useless(rows: Iterable[ReferralRow]) -> set[tuple[YoungPersonId, ServiceId]]:
    """Persons and services whose every referral was declined or has ended."""
    states: dict[tuple[YoungPersonId, ServiceId], set[ReferralState]] = {}
    for row in rows:
        key = (row.young_person_id, row.referral.signpost.service_id)
        states.setdefault(key, set()).add(row.referral.current)
    return {key for key, found in states.items() if found <= _NO_LONGER_OF_USE}
