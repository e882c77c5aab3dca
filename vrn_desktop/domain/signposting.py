"""Help offered, and the young person's yes or no to each service on its own (TI-31, SP-07)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.identifiers import CategoryId, ScreeningId, ServiceId, SignpostId


class SignpostState(StrEnum):
    """What became of an offer. Declining is as good an answer as accepting."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ALREADY_KNOWN = "already_known"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signpost:
    """One service offered in one conversation, with the reason it was suggested (worker only)."""

    id: SignpostId
    screening_id: ScreeningId
    service_id: ServiceId
    service_name: str
    category: CategoryId
    state: SignpostState
    offered_at: datetime
    why: str = ""
    in_letter: bool = False
