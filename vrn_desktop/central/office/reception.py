"""Taking messages in, a batch in one transaction: checked, kept, opened where the keys are, answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from vrn_desktop.central.clock import Clock
from vrn_desktop.central.office.answers import Answer, IntakeRefusal, Kept, Refused
from vrn_desktop.central.office.judging import judged_in_turn, receipted
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.known_devices import KnownDevices, NoLongerEnrolledError
from vrn_desktop.central.office.opened_message import OpenedMessage, opened_message
from vrn_desktop.central.office.refusal_tally import RefusalTally
from vrn_desktop.central.office.sealed_rows import (
    done_waiting,
    keep_judged,
    keep_waiting,
    longest_waiting,
    seen_before,
)
from vrn_desktop.central.store.database import judging
from vrn_desktop.exchange.errors import MessageRefusedError
from vrn_desktop.exchange.sealed_message import (
    CheckedCover,
    DeviceLookup,
    checked_cover,
    message_digest,
)
from vrn_desktop.exchange.table_pack import TablePack

LARGEST_BATCH = 64
_NO_LONGER = "its key was revoked or replaced; enrol this site again"
_TOO_MANY = "this device sends very fast; later is fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """One process's door for messages, by network and by stick alike."""

    engine: Engine
    ring: KeyRing
    clock: Clock
    packs: Mapping[str, TablePack]
    tally: RefusalTally = field(default_factory=RefusalTally)

    def take_in(
        self, messages: Sequence[bytes], allows: Callable[[str], bool] = lambda _: True
    ) -> list[Answer]:
        """The answers to messages, in their order; when they are there, all is on the disk.

        Args:
            messages: bytes as they came, of whatever form, any of them twice.
            allows: whether one more message of a device is looked at now.
        """
        by_digest = {message_digest(raw): raw for raw in messages}
        with judging(self.engine) as connection:
            answers = seen_before(connection, by_digest)
            fresh = [raw for digest, raw in by_digest.items() if digest not in answers]
            if fresh:
                answers |= self._fresh(connection, fresh, allows)
            if self.tally.is_due or any(not isinstance(answers[d], Refused) for d in answers):
                self.tally.write(connection)
        return [answers[message_digest(raw)] for raw in messages]

    def open_waiting(self) -> int:
        """Open and answer the messages that have waited longest; how many are done with now.

        Raises:
            KeysLockedError: the keys are locked.
        """
        held = self.ring.opened()
        now = self.clock()
        with judging(self.engine) as connection:
            devices = KnownDevices(connection=connection, now=now, any_state=True).lookup()
            waiting = longest_waiting(connection, LARGEST_BATCH)
            covers, refused = self._checked([raw for _, raw in waiting], devices)
            opened, not_opened = self._opened(covers)
            refused |= not_opened
            judged = judged_in_turn(connection, opened)
            done_waiting(connection, judged, refused)
            receipted(connection, judged, held=self.ring.held or held, now=now)
            self.tally.write(connection)
        return len(waiting)

    def write_tally(self) -> None:
        """Write down what was refused since; at the end of a process."""
        with judging(self.engine) as connection:
            self.tally.write(connection)

    def _fresh(
        self, connection: Connection, fresh: Sequence[bytes], allows: Callable[[str], bool]
    ) -> dict[str, Answer]:
        now = self.clock()
        devices = KnownDevices(connection=connection, now=now).lookup()
        covers, refused = self._checked(fresh, devices, allows)
        held = self.ring.held
        if held is None:
            keep_waiting(connection, covers, now)
            return {**refused, **{cover.digest: Kept() for cover in covers}}
        opened, not_opened = self._opened(covers)
        judged = judged_in_turn(connection, opened)
        keep_judged(connection, judged, now)
        receipts = receipted(connection, judged, held=self.ring.held or held, now=now)
        return {**refused, **not_opened, **receipts}

    def _checked(
        self,
        messages: Sequence[bytes],
        devices: DeviceLookup,
        allows: Callable[[str], bool] = lambda _: True,
    ) -> tuple[list[CheckedCover], dict[str, Refused]]:
        covers, refused = [], {}
        for raw in messages:
            try:
                cover = checked_cover(raw, devices)
            except MessageRefusedError as error:
                refused[message_digest(raw)] = self._refused(error.refusal.value, error.reason)
            except NoLongerEnrolledError as error:
                refused[message_digest(raw)] = self._refused(error.refusal.value, _NO_LONGER)
            else:
                if allows(cover.device):
                    covers.append(cover)
                else:
                    refused[cover.digest] = self._refused(IntakeRefusal.TOO_MANY, _TOO_MANY)
        return covers, refused

    def _opened(
        self, covers: Sequence[CheckedCover]
    ) -> tuple[list[OpenedMessage], dict[str, Refused]]:
        opened, refused = [], {}
        for cover in covers:
            try:
                opened.append(opened_message(cover, self.ring, self.packs))
            except MessageRefusedError as error:
                refused[cover.digest] = self._refused(error.refusal.value, error.reason)
        return opened, refused

    def _refused(self, refusal: str, reason: str) -> Refused:
        self.tally.add(self.clock().date(), refusal)
        return Refused(refusal=refusal, reason=reason)
