"""The office's keys: under a passphrase, changed pair by pair, and back from paper and file."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, event, select

from tests.central.office.invented_office import PASSPHRASE, WHO, InventedOffice
from vrn_desktop.central.office import key_rows
from vrn_desktop.central.office.key_copy import KeyCopyError, key_copy, new_words, pairs_in_copy
from vrn_desktop.central.office.key_pair import KEPT_AFTER, KeyPair
from vrn_desktop.central.office.key_ring import (
    AlreadyFoundedError,
    KeysLockedError,
    NotFoundedError,
    ShortPassphraseError,
    WrongPassphraseError,
)
from vrn_desktop.central.store.office_tables import KEY_RING
from vrn_desktop.exchange.message_keys import fingerprint

OTHER_PASSPHRASE = "four other words again"  # noqa: S105  an invented office's


def test_the_ring_is_founded_once_and_opens_by_its_passphrase_alone(engine: Engine) -> None:
    ring = InventedOffice(engine, unlocked=False).ring
    with pytest.raises(NotFoundedError):
        ring.unlock(PASSPHRASE)
    with pytest.raises(ShortPassphraseError):
        ring.found("too short", who=WHO)
    ring.found(PASSPHRASE, who=WHO)
    with pytest.raises(AlreadyFoundedError):
        ring.found(PASSPHRASE, who=WHO)
    ring.lock()
    with pytest.raises(WrongPassphraseError):
        ring.unlock(OTHER_PASSPHRASE)
    with pytest.raises(KeysLockedError):
        ring.rotate(who=WHO)
    ring.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE, who=WHO)
    ring.unlock(OTHER_PASSPHRASE)
    assert ring.opened().in_force.box.public == ring.public_in_force().box


def test_no_private_key_lies_open_in_the_database(engine: Engine) -> None:
    office = InventedOffice(engine)
    pair = office.ring.opened().in_force
    with engine.connect() as connection:
        kept = b"".join(connection.scalars(select(KEY_RING.c.sealed_private)))
    assert pair.box.private not in kept
    assert pair.signer.private not in kept


def test_a_replaced_pair_opens_for_26_weeks_and_is_then_erased(engine: Engine) -> None:
    office = InventedOffice(engine)
    before = office.ring.public_in_force()
    old = fingerprint(before.box)
    office.ring.rotate(who=WHO)
    assert office.ring.public_in_force().box != before.box
    for passed, is_held in ((KEPT_AFTER - timedelta(days=1), True), (timedelta(days=2), False)):
        office.later(passed)
        office.ring.lock()
        office.ring.unlock(PASSPHRASE)
        assert office.ring.knows(old) is is_held
    with engine.connect() as connection:
        sealed = connection.scalar(select(KEY_RING.c.sealed_private).where(KEY_RING.c.kid == old))
    assert sealed is None
    in_force = office.ring.opened().in_force
    assert in_force.signer.public == before.signer, (
        "sites go on knowing whose file and receipt it is"
    )


def test_file_and_sixteen_words_bring_the_keys_back(engine: Engine) -> None:
    office = InventedOffice(engine)
    office.ring.rotate(who=WHO)
    words = new_words()
    copy = key_copy(office.ring.opened().pairs, words)
    before = office.ring.public_in_force()
    typed = " ".join(word[:4].upper() for word in words)
    office.ring.restore(pairs_in_copy(copy, typed), OTHER_PASSPHRASE, who=WHO)
    office.ring.lock()
    office.ring.unlock(OTHER_PASSPHRASE)
    assert office.ring.public_in_force() == before
    assert [pair.number for pair in office.ring.opened().pairs] == [1, 2]
    with pytest.raises(KeyCopyError, match="not the words"):
        pairs_in_copy(copy, " ".join(reversed(typed.split())))
    with pytest.raises(KeyCopyError, match="sixteen"):
        pairs_in_copy(copy, typed[:20])
    with pytest.raises(KeyCopyError, match="no copy"):
        pairs_in_copy(b"something else", typed)


def test_locking_holds_while_another_thread_looks_for_new_pairs(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = InventedOffice(engine).ring
    looked = key_rows.pairs_under

    def looked_while_somebody_locks(connection: Connection, key: bytes) -> Iterable[KeyPair]:
        found = looked(connection, key)
        ring.lock()
        return found

    monkeypatch.setattr(key_rows, "pairs_under", looked_while_somebody_locks)
    assert not ring.knows("a box nobody has")
    assert not ring.is_unlocked


def test_keys_that_were_not_kept_are_not_offered_to_sites(engine: Engine) -> None:
    ring = InventedOffice(engine).ring
    before = ring.opened().in_force.box.public

    def refuse(_: Connection) -> None:
        raise OSError("the disk is full")

    event.listen(engine, "commit", refuse)
    with pytest.raises(OSError, match="full"):
        ring.rotate(who=WHO)
    event.remove(engine, "commit", refuse)
    assert ring.opened().in_force.box.public == before
