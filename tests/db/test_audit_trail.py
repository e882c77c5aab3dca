"""The audit log against somebody who holds the key of the file (security.md 5.2, T16)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlcipher3 import dbapi2

from db.audit_trail import verify
from db.opening import open_store
from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_holder import ASH, OTHER_KEY, SIGNING_KEY, START, InventedHolder
from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.audit_entry import FIRST_PREVIOUS, Act, AuditEntry, entry_hash
from vrn_desktop.domain.identifiers import PractitionerId

ROWAN = PractitionerId("rowan")
PUBLIC = {
    ASH: (SIGNING_KEY.public_key().public_bytes_raw(),),
    ROWAN: (bytes(31) + b"\x01", OTHER_KEY.public_key().public_bytes_raw()),
}


def public_keys_of(person: PractitionerId) -> Iterable[bytes]:
    return PUBLIC.get(person, ())


@pytest.fixture
def chain(holder: InventedHolder) -> tuple[AuditEntry, ...]:
    """Six entries: two by Ash, two by Rowan, two by Ash."""
    for person, key in ((ASH, SIGNING_KEY), (ROWAN, OTHER_KEY), (ASH, SIGNING_KEY)):
        store = replace(holder, person_id=person, signing_key=key).open()
        for act in (Act.SIGNED_IN, Act.LOCKED):
            with store.change(act, "subject"):
                pass
        entries = store.audit_entries()
        store.close()
    return entries


def signed(entry: AuditEntry, previous: bytes, key: Ed25519PrivateKey, seq: int) -> AuditEntry:
    digest = entry_hash(
        seq=seq,
        at=entry.at,
        who=entry.who,
        act=entry.act,
        subject=entry.subject,
        previous=previous,
    )
    return replace(entry, seq=seq, previous=previous, hash=digest, signature=key.sign(digest))


def rebuilt(entries: Iterable[AuditEntry], key: Ed25519PrivateKey) -> tuple[AuditEntry, ...]:
    chain: list[AuditEntry] = []
    for seq, entry in enumerate(entries, start=1):
        chain.append(signed(entry, chain[-1].hash if chain else FIRST_PREVIOUS, key, seq))
    return tuple(chain)


def test_a_whole_chain_holds_whoever_wrote_it(chain: tuple[AuditEntry, ...]) -> None:
    assert [entry.seq for entry in chain] == [1, 2, 3, 4, 5, 6]
    assert verify(chain, public_keys_of) is None
    assert verify((), public_keys_of) is None
    anchors = (AuditAnchor(), AuditAnchor(seq=4, hash=chain[3].hash))
    assert verify(chain, public_keys_of, anchors) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: replace(entry, at=entry.at + timedelta(microseconds=1)),
        lambda entry: replace(entry, who=ROWAN),
        lambda entry: replace(entry, act=Act.RECORD_EXPORTED),
        lambda entry: replace(entry, subject="another"),
        lambda entry: replace(entry, hash=bytes(32)),
        lambda entry: replace(entry, previous=bytes(32)),
        lambda entry: replace(entry, signature=bytes(64)),
        lambda entry: replace(entry, seq=9),
    ],
)
def test_t16_a_changed_entry_is_seen(
    chain: tuple[AuditEntry, ...], change: Callable[[AuditEntry], AuditEntry]
) -> None:
    changed = (chain[0], change(chain[1]), *chain[2:])
    assert verify(changed, public_keys_of) == 2


def test_t16_a_removed_entry_is_seen(chain: tuple[AuditEntry, ...]) -> None:
    for gone in range(len(chain) - 1):
        rest = chain[:gone] + chain[gone + 1 :]
        assert verify(rest, public_keys_of) == gone + 1


def test_t16_a_chain_rebuilt_without_an_entry_fails_at_the_others_signatures(
    chain: tuple[AuditEntry, ...],
) -> None:
    forged = rebuilt((chain[0], *chain[2:]), SIGNING_KEY)
    assert verify(forged, public_keys_of) == 2


def test_t16_a_cut_tail_and_a_fresh_chain_of_ones_own_are_seen_by_the_anchor(
    chain: tuple[AuditEntry, ...],
) -> None:
    anchor = AuditAnchor(seq=6, hash=chain[5].hash)
    own = rebuilt([replace(entry, who=ASH) for entry in chain], SIGNING_KEY)
    assert verify(chain[:4], public_keys_of) is None
    assert verify(chain[:4], public_keys_of, (anchor,)) == 5
    assert verify(own, public_keys_of) is None
    assert verify(own, public_keys_of, (anchor,)) == 6


def test_an_entry_of_somebody_without_keys_is_seen(chain: tuple[AuditEntry, ...]) -> None:
    assert verify(chain, lambda person: () if person == ROWAN else PUBLIC[person]) == 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET subject = 'other'",
        "DELETE FROM audit_entry",
        "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry LIMIT 1",
        (
            "INSERT INTO audit_entry SELECT seq + 5, change, at, who, act, subject, previous, hash, "
            "signature FROM audit_entry LIMIT 1"
        ),
        "UPDATE escalation SET text = 'other'",
        "DELETE FROM escalation",
        "REPLACE INTO escalation SELECT * FROM escalation",
        "UPDATE escalation_action SET outcome = 'other'",
        "DELETE FROM escalation_action",
        "REPLACE INTO escalation_action SELECT * FROM escalation_action",
        "UPDATE level_decision SET final_level = 'other'",
        "DELETE FROM level_decision",
    ],
)
def test_ti_06_f14_rows_that_are_only_added_cannot_be_changed_or_removed(
    store: SqlStore, statement: str
) -> None:
    with store.change(Act.YOUNG_PERSON_ADDED, "") as work:
        invented.write_everything(work)
    with pytest.raises(dbapi2.IntegrityError, match=r"added|follow"):
        store._access._connection.execute(statement)


def test_entries_say_who_what_and_when_and_never_more(store: SqlStore) -> None:
    with store.change(Act.YOUNG_PERSON_ADDED, invented.YOUNG) as work:
        invented.write_everything(work)
    _brought_back, entry = store.audit_entries()
    assert (entry.who, entry.act, entry.subject) == (ASH, Act.YOUNG_PERSON_ADDED, invented.YOUNG)
    assert entry.at == START + timedelta(seconds=2)
    assert invented.CANARY not in repr(entry)


def test_the_order_is_that_of_the_numbers_whatever_the_clock_says(holder: InventedHolder) -> None:
    times = iter([START, START - timedelta(days=3650), START + timedelta(days=3650)])
    store = open_store(holder, lambda: next(times))
    for act in (Act.SIGNED_IN, Act.CLOCK_JUMPED, Act.LOCKED):
        with store.change(act, ""):
            pass
    entries = store.audit_entries()
    assert [entry.act for entry in entries] == [Act.SIGNED_IN, Act.CLOCK_JUMPED, Act.LOCKED]
    assert verify(entries, public_keys_of) is None
    store.close()
