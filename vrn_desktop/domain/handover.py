"""A warm handover: who makes the first call to a service, and when (SP-08)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId, SignpostId


class Caller(StrEnum):
    """Who calls; together is offered first."""

    TOGETHER = "together"
    WORKER = "worker"
    YOUNG_PERSON = "young_person"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The agreed first call; a later one replaces an earlier one, which stays in the file.

    `contact` is the number or page as it was given at that time.
    """

    signpost_id: SignpostId
    caller: Caller
    on: date
    at_time: time | None
    contact: str
    at: datetime
    by: PractitionerId
