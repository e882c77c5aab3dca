"""Many senders, one commit: whoever waits while the disk writes goes into the next batch together."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, Full, Queue
from threading import Thread
from types import TracebackType

from sqlalchemy.exc import SQLAlchemyError

from vrn_desktop.central.office.answers import Answer, IntakeRefusal, Refused
from vrn_desktop.central.office.reception import LARGEST_BATCH

_LOG = logging.getLogger(__name__)

LONGEST_QUEUE = 2_000
"""Beyond that senders are told to come back; a message is 2.3 kB, so this is 5 MB."""

UNAVAILABLE = Refused(
    refusal=IntakeRefusal.UNAVAILABLE, reason="the office cannot keep messages now; send it again"
)

Waiting = tuple[bytes, "Future[Answer]"]


class GroupCommit:
    """A thread that takes whatever waits into one transaction; each answer comes after its commit."""

    def __init__(self, take_in: Callable[[Sequence[bytes]], Sequence[Answer]]) -> None:
        self._take_in = take_in
        self._queue: Queue[Waiting | None] = Queue(LONGEST_QUEUE)
        self._thread = Thread(target=self._run, name="intake", daemon=False)

    def __enter__(self) -> "GroupCommit":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Finish what waits, then stop."""
        self._queue.put(None)
        self._thread.join()

    def submit(self, raw: bytes) -> "Future[Answer]":
        """The answer that will come."""
        answer: Future[Answer] = Future()
        try:
            self._queue.put_nowait((raw, answer))
        except Full:
            answer.set_result(UNAVAILABLE)
        return answer

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            batch, goes_on = self._batch(first)
            self._answer(batch)
            if not goes_on:
                return

    def _batch(self, first: Waiting) -> tuple[list[Waiting], bool]:
        batch = [first]
        while len(batch) < LARGEST_BATCH:
            try:
                more = self._queue.get_nowait()
            except Empty:
                break
            if more is None:
                return batch, False
            batch.append(more)
        return batch, True

    def _answer(self, batch: Sequence[Waiting]) -> None:
        for (_, answer), given in zip(batch, self._given([raw for raw, _ in batch]), strict=True):
            if answer.set_running_or_notify_cancel():
                answer.set_result(given)

    def _given(self, messages: Sequence[bytes]) -> Sequence[Answer]:
        """One message that cannot be taken keeps none of the others from their answers.

        Whatever the fault is: were this thread to end, nobody would be answered any more.
        """
        try:
            return self._take_in(messages)
        except Exception as fault:  # noqa: BLE001  see above; the next message may be fine
            if len(messages) > 1:
                return [each for raw in messages for each in self._given([raw])]
            if not isinstance(fault, SQLAlchemyError):
                _LOG.error("a message could not be judged: %s", type(fault).__name__)
            return [UNAVAILABLE]
