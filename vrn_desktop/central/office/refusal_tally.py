"""Counting what is refused: by day and reason, nothing of the bytes, never a commit for a refusal alone."""

from collections import Counter
from datetime import date
from threading import Lock

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from vrn_desktop.central.store.message_tables import REFUSALS

_WRITTEN_AT_LEAST_EVERY = 500


class RefusalTally:
    """Refusals since they were last written down; a crash forgets these few, and no message."""

    def __init__(self) -> None:
        self._times: Counter[tuple[date, str]] = Counter()
        self._one_at_a_time = Lock()

    def add(self, day: date, refusal: str) -> None:
        """One more."""
        with self._one_at_a_time:
            self._times[day, refusal] += 1

    @property
    def is_due(self) -> bool:
        """Whether so many wait that they deserve a transaction of their own."""
        return self._times.total() >= _WRITTEN_AT_LEAST_EVERY

    def write(self, connection: Connection) -> None:
        """Add what waits to the database's own counts."""
        with self._one_at_a_time:
            times, self._times = self._times, Counter()
        insert = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
        for (day, refusal), more in times.items():
            one = insert(REFUSALS).values(day=day, refusal=refusal, times=more)
            connection.execute(
                one.on_conflict_do_update(
                    index_elements=[REFUSALS.c.day, REFUSALS.c.refusal],
                    set_={"times": REFUSALS.c.times + one.excluded.times},
                )
            )
