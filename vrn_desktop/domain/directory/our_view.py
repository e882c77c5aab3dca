"""What colleagues know of a service, laid over what its publisher says: checks and kinds of help."""

from collections.abc import Sequence
from dataclasses import replace

from vrn_desktop.domain.directory.service_query import ServiceCheck
from vrn_desktop.domain.directory.service_record import STARTER_SOURCE, ServiceRecord, service_id
from vrn_desktop.domain.identifiers import CategoryId, ServiceId


def with_our_view(
    record: ServiceRecord,
    *,
    categories: Sequence[str] | None,
    checks: Sequence[ServiceCheck],
) -> ServiceRecord:
    """The record with our kinds of help, and our newest check where it is newer than the publisher's.

    A check that found something wrong does not make a service fresh.
    """
    if categories is not None:
        record = replace(record, categories=tuple(CategoryId(one) for one in categories))
    right = [check for check in checks if check.still_right]
    if not right:
        return record
    newest = max(right, key=lambda check: check.checked_on)
    if record.last_checked is not None and record.last_checked >= newest.checked_on:
        return record
    return replace(record, last_checked=newest.checked_on, checked_by=newest.checked_by)


def in_directory(service: ServiceId) -> ServiceId:
    """The key in the directory of a service: entries of the program's content are named without a source."""
    return service if ":" in service else service_id(STARTER_SOURCE, service)
