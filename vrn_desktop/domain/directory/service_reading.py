"""What reading a feed gives, row by row: services, refusals, and warnings that name row and field."""

import hashlib
from dataclasses import dataclass

from vrn_desktop.domain.directory.service_record import ServiceRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWarning:
    """Something in a feed that is not as it should be; nothing was lost by it.

    `row` is `FILE:N` (N-th record or line from 1), `field` is dotted (`schedules[2].freq`).
    """

    row: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadService:
    """A service that was understood, with the publisher's own record as it came (JSON)."""

    record: ServiceRecord
    raw: str
    warnings: tuple[RowWarning, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the publisher's record: the same as long as the publisher changed nothing."""
        return hashlib.sha256(self.raw.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row without id or name; `warnings` say which."""

    warnings: tuple[RowWarning, ...]


class FeedUnreadableError(Exception):
    """A whole file or feed is refused and nothing of it is taken; says where and why."""

    def __init__(self, where: str, reason: str) -> None:
        self.where = where
        self.reason = reason
        super().__init__(f"{where}: {reason}")


class NoConnectionError(FeedUnreadableError):
    """The feed's server cannot be reached just now; later may well work."""


class ImportStoppedError(Exception):
    """Somebody stopped the import; nothing was changed."""
