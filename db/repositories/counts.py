"""What leaves for the network, in the encrypted file: the centre, the calendar and the ledger as one port."""

from db.record_access import RecordAccess
from db.repositories.counts_calendar import CalendarRows
from db.repositories.counts_enrolment import EnrolmentRows
from db.repositories.counts_ledger import LedgerRows


class SqlCounts(EnrolmentRows, CalendarRows, LedgerRows):
    """Implements `Counts` (application/ports/counts.py)."""

    def __init__(self, access: RecordAccess) -> None:
        super().__init__(access)
