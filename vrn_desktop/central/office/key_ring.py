"""The office's ring of keys: founded once under a passphrase, unlocked by it, changed pair by pair."""

from collections.abc import Iterable
from threading import Lock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from vrn_desktop.central.clock import Clock
from vrn_desktop.central.office import key_rows
from vrn_desktop.central.office.key_pair import (
    KEPT_AFTER,
    HeldPairs,
    KeyPair,
    PublicPair,
    new_pair,
)
from vrn_desktop.central.office.passphrase_seal import (
    KEY_BYTES,
    USUAL,
    KeyCost,
    random_bytes,
)
from vrn_desktop.central.store.office_log import write_down

SHORTEST_PASSPHRASE = 12


class KeyRingError(Exception):
    """Something about the office's keys cannot be done now."""


class NotFoundedError(KeyRingError):
    """There are no keys yet: the first sign-in makes them."""


class AlreadyFoundedError(KeyRingError):
    """There are keys already."""


class WrongPassphraseError(KeyRingError):
    """The passphrase does not open the ring."""


class ShortPassphraseError(KeyRingError):
    """A passphrase for the keys has at least twelve characters."""


class KeysLockedError(KeyRingError):
    """This needs the keys, and nobody has unlocked them since the program started."""


class KeyRing:
    """One process's hold on the keys; what is unlocked lies in its memory only, until it ends or locks."""

    def __init__(self, engine: Engine, clock: Clock, cost: KeyCost = USUAL) -> None:
        self._engine = engine
        self._clock = clock
        self._cost = cost
        self._key: bytes | None = None
        self._held: HeldPairs | None = None
        self._one_at_a_time = Lock()
        self._memory = Lock()

    @property
    def is_founded(self) -> bool:
        """Whether a passphrase was set; before that nobody can be enrolled."""
        with self._engine.connect() as connection:
            return key_rows.is_founded(connection)

    @property
    def is_unlocked(self) -> bool:
        """Whether messages can be opened and answered now."""
        return self._held is not None

    @property
    def held(self) -> HeldPairs | None:
        """What is unlocked now; None while locked."""
        return self._held

    def opened(self) -> HeldPairs:
        """What is unlocked now.

        Raises:
            KeysLockedError: nothing is.
        """
        if self._held is None:
            raise KeysLockedError("the keys are locked")
        return self._held

    def public_in_force(self) -> PublicPair:
        """The public halves that offers name; needs no passphrase.

        Raises:
            NotFoundedError: there are no keys yet.
        """
        with self._engine.connect() as connection:
            public = key_rows.public_in_force(connection)
        if public is None:
            raise NotFoundedError("the office has no keys yet")
        return public

    def found(self, passphrase: str, *, who: str) -> None:
        """Make the first pair under a passphrase, and stay unlocked.

        Raises:
            AlreadyFoundedError: there are keys already.
            ShortPassphraseError: the passphrase is too short.
        """
        _refuse_short(passphrase)
        with self._one_at_a_time:
            pair = new_pair(1, self._clock())
            try:
                with self._engine.begin() as connection:
                    if key_rows.is_founded(connection):
                        raise AlreadyFoundedError("the office has its keys already")
                    key = self._put_all(connection, (pair,), passphrase, who, "keys_founded")
            except IntegrityError as error:  # somebody else was a moment earlier
                raise AlreadyFoundedError("the office has its keys already") from error
            self._hold(key, HeldPairs((pair,)))

    def restore(self, pairs: Iterable[KeyPair], passphrase: str, *, who: str) -> None:
        """Put keys back from a copy, under a new passphrase, in place of whatever is there.

        Raises:
            ShortPassphraseError: the passphrase is too short.
        """
        _refuse_short(passphrase)
        kept = tuple(pairs)
        with self._one_at_a_time:
            with self._engine.begin() as connection:
                key_rows.remove_all_pairs(connection)
                key = self._put_all(connection, kept, passphrase, who, "keys_restored")
            self._hold(key, HeldPairs(kept))

    def unlock(self, passphrase: str) -> None:
        """Open the ring; keys whose time is over are erased on the way.

        Raises:
            NotFoundedError: there are no keys yet.
            WrongPassphraseError: it is another passphrase.
        """
        with self._one_at_a_time:
            with self._engine.begin() as connection:
                key = self._key_behind(connection, passphrase)
                self._erase_ended(connection)
                held = HeldPairs(key_rows.pairs_under(connection, key))
            self._hold(key, held)

    def lock(self) -> None:
        """Forget what was unlocked, even while another thread looks for new pairs."""
        self._hold(None, None)

    def knows(self, box: str) -> bool:
        """Whether a box's key is held, looking again for pairs that another process made."""
        key, held = self._key, self._held
        if key is None or held is None:
            return False
        if box in held.boxes:
            return True
        with self._engine.connect() as connection:
            found = HeldPairs(key_rows.pairs_under(connection, key))
        return self._hold(key, found, instead_of=key) and box in found.boxes

    def change_passphrase(self, old: str, new: str, *, who: str) -> None:
        """Wrap the ring under another passphrase; the keys stay as they are.

        Raises:
            WrongPassphraseError: the old one does not open it.
            ShortPassphraseError: the new one is too short.
        """
        _refuse_short(new)
        with self._one_at_a_time, self._engine.begin() as connection:
            key = self._key_behind(connection, old)
            key_rows.put_lock(connection, key, new, cost=self._cost, now=self._clock())
            self._log(connection, who, "keys_passphrase_changed")

    def rotate(self, *, who: str) -> PublicPair:
        """Make a new box for offers from now on; the old one opens messages for 26 weeks more.

        The signer stays: by it sites know the file with the new box, and receipts for the old one.

        Raises:
            KeysLockedError: the keys are locked.
        """
        with self._one_at_a_time:
            key = self._key
            if key is None:
                raise KeysLockedError("the keys are locked")
            with self._engine.begin() as connection:
                now = self._clock()
                before = HeldPairs(key_rows.pairs_under(connection, key)).in_force
                pair = new_pair(before.number + 1, now, before.signer)
                key_rows.put_pair(connection, key, pair)
                key_rows.set_end(connection, before.number, now + KEPT_AFTER)
                self._erase_ended(connection)
                self._log(connection, who, "keys_rotated")
                held = HeldPairs(key_rows.pairs_under(connection, key))
            self._hold(key, held, instead_of=key)
        return PublicPair(number=pair.number, box=pair.box.public, signer=pair.signer.public)

    def _put_all(
        self,
        connection: Connection,
        pairs: tuple[KeyPair, ...],
        passphrase: str,
        who: str,
        act: str,
    ) -> bytes:
        key = random_bytes(KEY_BYTES)
        key_rows.put_lock(connection, key, passphrase, cost=self._cost, now=self._clock())
        for pair in sorted(pairs, key=lambda each: each.number):
            key_rows.put_pair(connection, key, pair)
        self._log(connection, who, act)
        return key

    def _hold(
        self, key: bytes | None, held: HeldPairs | None, *, instead_of: bytes | None = None
    ) -> bool:
        """Take these into memory once they are on the disk; not where somebody has locked since."""
        with self._memory:
            if instead_of is not None and self._key != instead_of:
                return False
            self._key, self._held = key, held
            return True

    def _key_behind(self, connection: Connection, passphrase: str) -> bytes:
        if not key_rows.is_founded(connection):
            raise NotFoundedError("the office has no keys yet")
        key = key_rows.key_behind(connection, passphrase)
        if key is None:
            raise WrongPassphraseError("the passphrase does not open the keys")
        return key

    def _erase_ended(self, connection: Connection) -> None:
        for number in key_rows.erase_ended(connection, self._clock()):
            self._log(connection, "the program", "keys_erased", f"pair {number}")

    def _log(self, connection: Connection, who: str, act: str, about: str = "") -> None:
        write_down(connection, at=self._clock(), who=who, act=act, about=about)


def _refuse_short(passphrase: str) -> None:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ShortPassphraseError("the passphrase needs at least twelve characters")
