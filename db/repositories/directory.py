"""Services kept in the file."""

from db.record_access import RecordAccess


class SqlDirectory:
    """Implements `Directory` (application/ports/directory.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access
