"""What has changed since a letter was kept: how contact is safe, and the services it names."""

from datetime import date

from vrn_desktop.application.contact_of_today import contact_of_today
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.application.service_lookup import ServiceLookup
from vrn_desktop.domain.directory.service_freshness import is_doubted
from vrn_desktop.domain.kept_letter import ServiceSince, named_services_gate, safe_contact_gate
from vrn_desktop.domain.letter_gates import KeptGate
from vrn_desktop.domain.letter_record import LetterRecord, NamedService
from vrn_desktop.domain.outdated_contact import is_right_today
from vrn_desktop.domain.safe_contact import SafeContact


def changed_since(
    work: UnitOfWork, content: ContentLibrary, record: LetterRecord, today: date
) -> tuple[KeptGate, ...]:
    """Why a kept letter may not go out as it was written; letters of the first schema name no ids."""
    person = record.young_person_id
    then = work.safe_contacts.as_of(person, record.made_at) or SafeContact()
    now = work.safe_contacts.latest(person) or SafeContact()
    made_on = record.made_at.astimezone().date()
    services = tuple(
        _since(work, content, service, made_on)
        for service in record.services_named
        if service.service_id
    )
    return (
        *safe_contact_gate(record, then, now),
        *named_services_gate(services, made_on, today),
    )


def _since(
    work: UnitOfWork, content: ContentLibrary, named: NamedService, made_on: date
) -> ServiceSince:
    found = work.directory.get(named.service_id)
    checks = work.directory.checks(named.service_id)
    doubted_since = (
        found is not None and is_doubted(found.record, checks) and checks[0].checked_on > made_on
    )
    today = contact_of_today(work, content, named.service_id)
    lookup = ServiceLookup(content=content.services(), directory=work.directory)
    entry = lookup.entry(named.service_id)
    return ServiceSince(
        contact_holds=is_right_today(named.contact, today) and not doubted_since,
        next_check=None if entry is None else entry.next_check,
    )
