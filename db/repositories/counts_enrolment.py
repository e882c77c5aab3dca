"""With which centre this file counts, and the keys it signs with; one row, in the encrypted file only."""

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from db.record_access import RecordAccess
from db.records.counts import NETWORK_ENROLMENT
from db.repositories.counts_rows import enrolment_record, to_enrolment
from vrn_desktop.domain.counts_sent import Enrolment
from vrn_desktop.domain.errors import StorageError

_PUT = upsert(NETWORK_ENROLMENT)
_PUT = _PUT.on_conflict_do_update(
    index_elements=[NETWORK_ENROLMENT.c.id],
    set_={
        column.name: _PUT.excluded[column.name]
        for column in NETWORK_ENROLMENT.c
        if column.name not in {"id", "next_private"}
    },
)
_ENROLMENT = select(
    *(column for column in NETWORK_ENROLMENT.c if not column.name.endswith("_private"))
)
_PRIVATE = select(NETWORK_ENROLMENT.c.device_private)
_NEXT = select(NETWORK_ENROLMENT.c.next_private)
_PUT_NEXT = update(NETWORK_ENROLMENT)
_FORGET = delete(NETWORK_ENROLMENT)


class EnrolmentRows:
    """The part of `Counts` (application/ports/counts.py) that knows the centre."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def enrolment(self) -> Enrolment | None:
        """The one in force, waiting or ended; its private key is left out."""
        record = self._access.record(_ENROLMENT)
        return None if record is None else to_enrolment(record)

    def put_enrolment(self, enrolment: Enrolment) -> None:
        """Keep or change it; the private key is kept where it is given, else stays as it is."""
        private = enrolment.device_private or self.device_private()
        self._access.write(_PUT, enrolment_record(enrolment, private))

    def device_private(self) -> bytes:
        """The site's private key, for signing only."""
        private = self._access.value(_PRIVATE)
        if private is None:
            raise StorageError("this file has no key for a centre")
        return bytes(private)

    def forget_enrolment(self) -> None:
        """Offer and keys are gone."""
        self._access.write(_FORGET, {})

    def next_private(self) -> bytes | None:
        """A key that waits to take the present one's place."""
        private = self._access.value(_NEXT)
        return None if private is None else bytes(private)

    def put_next_private(self, private: bytes | None) -> None:
        """Keep the key that waits, or let it go."""
        if not self._access.write(_PUT_NEXT, {"next_private": private}):
            raise StorageError("this file is known to no centre")
