"""Rounds through what waits: messages that came while the keys were locked or elsewhere, and kept keys."""

import logging
from threading import Event, Thread
from types import TracebackType

from sqlalchemy.exc import SQLAlchemyError

from vrn_desktop.central.office.kept_keys import take_kept
from vrn_desktop.central.office.key_arrivals import KeyArrivals
from vrn_desktop.central.office.key_ring import KeysLockedError
from vrn_desktop.central.office.reception import Reception

_LOG = logging.getLogger(__name__)

SECONDS_BETWEEN = 2.0


class OpeningRounds:
    """A thread that opens and answers what waits, as soon as somebody has unlocked the keys."""

    def __init__(self, reception: Reception, keys: KeyArrivals) -> None:
        self._reception = reception
        self._keys = keys
        self._stop = Event()
        self._thread = Thread(target=self._run, name="opening rounds", daemon=False)

    def __enter__(self) -> "OpeningRounds":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Stop after the round that is under way."""
        self._stop.set()
        self._thread.join()

    def go_round(self) -> int:
        """Once: everything that waits; how many messages are done with now."""
        take_kept(self._reception.engine, self._keys)
        done = 0
        while not self._stop.is_set():
            opened = self._reception.open_waiting() if self._reception.ring.is_unlocked else 0
            if opened == 0:
                break
            done += opened
        return done

    def _run(self) -> None:
        while not self._stop.wait(SECONDS_BETWEEN):
            try:
                self.go_round()
            except (SQLAlchemyError, KeysLockedError):
                continue  # the database is away, or the keys were locked just now: the next round
            except Exception as fault:  # noqa: BLE001  were this thread to end, nothing would be opened
                _LOG.error("a round was broken off: %s", type(fault).__name__)
