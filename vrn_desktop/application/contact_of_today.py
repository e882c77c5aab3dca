"""What reaches a service today, as the directory has it, or the starter list for what was named before it."""

from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.outdated_contact import ContactToday


def contact_of_today(
    work: UnitOfWork, content: ContentLibrary, service_id: ServiceId
) -> ContactToday:
    """Every number and page that reaches it; one that is known nowhere counts as gone."""
    found = work.directory.get(service_id)
    if found is not None:
        record = found.record
        numbers = tuple(phone.number for phone in record.phones)
        pages = tuple(page for page in (record.url, record.email) if page)
        return ContactToday(
            gone=found.gone, status=record.status.value, contacts=(*numbers, *pages)
        )
    entry = content.services().entry(service_id)
    if entry is None:
        return ContactToday(gone=True)
    return ContactToday(contacts=() if entry.contact is None else (entry.contact,))
