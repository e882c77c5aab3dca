"""A feed, an entry of our own, a check and kinds of help, each text carrying the canary."""

from dataclasses import replace
from datetime import date

from tests.db.invented_holder import START
from tests.invented_directory_services import FEED, SOURCE, invented_place, invented_record, read
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.directory.service_query import ServiceCheck
from vrn_desktop.domain.directory.service_record import LOCAL_SOURCE, ServiceRecord

FOLDED = "zebrafinch marmalade 7731"
"""The canary as the index of words keeps it."""


def feed_record(canary: str) -> ServiceRecord:
    return invented_record(
        1,
        name=f"Gym {canary}",
        description=f"A room {canary} ’ 🌿 کلمات",
        places=(invented_place(name=canary),),
    )


def own_record(canary: str) -> ServiceRecord:
    return invented_record(2, source=LOCAL_SOURCE, name=f"Drop-in {canary}", note=canary)


def write_the_directory(work: UnitOfWork, canary: str) -> None:
    directory, source = work.directory, replace(SOURCE, name=canary)
    directory.put_source(source)
    record = feed_record(canary)
    directory.stage(FEED, [read(record, raw=f'{{"id": "S1", "name": "{canary}"}}')])
    directory.take_over(source, START)
    directory.put_local(own_record(canary))
    directory.set_categories(record.id, [canary])
    check = ServiceCheck(
        checked_on=date(2026, 11, 20), checked_by=canary, still_right=True, note=canary
    )
    directory.add_check(record.id, check)
