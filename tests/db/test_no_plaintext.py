"""Nothing of what was written can be read from any file beside the key (security.md 4 L11, L18, T13)."""

import base64
import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from db.durable_files import journal_of
from db.schema import SCHEMA
from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_directory import FOLDED, write_the_directory
from tests.db.invented_holder import START, InventedHolder
from tests.db.readable_traces import forms, traces_of
from tests.invented_directory_services import FEED
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_query import ServiceQuery
from vrn_desktop.domain.identifiers import LetterId
from vrn_desktop.domain.letter_agreement import LawfulReason, LetterAgreement, SharingReason

CANARY = invented.CANARY


def test_the_search_finds_the_text_in_every_form(tmp_path: Path) -> None:
    for form, raw in forms(CANARY).items():
        (tmp_path / f"{form}.bin").write_bytes(b"before " + raw + b" after")
    (tmp_path / "base64.bin").write_bytes(
        b"".join(base64.b64encode(b"x" * n + CANARY.encode()) for n in range(3))
    )
    (tmp_path / f"about {CANARY.lower()}.txt").write_bytes(b"")
    found = traces_of(CANARY, tmp_path)
    assert {name.partition(": ")[2] for name in found} == {*forms(CANARY), "name"}
    assert sum(name.startswith("base64.bin") for name in found) == 3


def test_every_table_holds_the_canary_or_no_text_at_all(store: SqlStore) -> None:
    with store.change(Act.YOUNG_PERSON_ADDED, "") as work:
        invented.write_everything(work)
        reason = SharingReason(reason=LawfulReason.LEGAL_DUTY, note=invented.said("a reason"))
        agreed = LetterAgreement(sharing_reason=reason)
        referral = replace(invented.LETTER, id=LetterId("letter-2"), agreement=agreed)
        work.letters.add(referral, invented.PDF)
    without_text = {
        "audit_entry", "feedback", "file_mark", "referral_consent", "worker_check", "answer",
        "level_decision", "unmet_need", "follow_up_event", "goal_step",
        # Folded for the search, or compressed: what they hold is looked for in its own test.
        "directory_service", "directory_words", "directory_text", "directory_raw",
        "directory_postcode",
        # Weeks and days beside ids, which are invented without the canary.
        "count_week", "counted_week", "contribution_departure", "settled_restore",
    }  # fmt: skip
    connection = store._access._connection
    for table in SCHEMA.tables.keys() - without_text:
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own table
        shown = b"".join(v if isinstance(v, bytes) else str(v).encode() for r in rows for v in r)
        assert CANARY.encode() in shown, table


def test_l11_no_file_shows_what_was_written(holder: InventedHolder) -> None:
    folder = holder.store.path.parent
    store = holder.open()
    with store.change(Act.YOUNG_PERSON_ADDED, CANARY) as work:
        invented.write_everything(work)
    with store.read() as work:
        work.young_people.rows()
        work.screenings.rows()
    store.back_up(START)
    assert traces_of(CANARY, folder) == []
    store.close()
    assert traces_of(CANARY, folder) == []


def test_l11_no_file_shows_the_words_of_the_directory(holder: InventedHolder) -> None:
    store = holder.open()
    with store.change(Act.DIRECTORY_CHANGED, "") as work:
        write_the_directory(work, CANARY)
    kept = store._access._connection.execute("SELECT name_words FROM directory_words").fetchall()
    assert all(FOLDED in words for (words,) in kept)
    with store.read() as work:
        assert len(work.directory.find(ServiceQuery(words=CANARY))) == len(kept)
    with store.change(Act.SERVICE_CHANGED, "") as work:
        work.directory.remove_source(FEED)
        work.directory.clear_superseded(FEED, 10)
    store.back_up(START)
    store.close()
    assert traces_of(FOLDED, holder.store.path.parent) == []
    assert traces_of(CANARY, holder.store.path.parent) == []


@pytest.mark.torture
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
def test_l11_a_kill_in_the_middle_of_a_change_leaves_nothing_readable(
    holder: InventedHolder,
) -> None:
    store = holder.open()
    with store.change(Act.YOUNG_PERSON_ADDED, "") as work:
        invented.write_everything(work)
    store.close()
    child = os.fork()
    if child == 0:
        _break_off_in_a_long_change(holder)
    os.waitpid(child, 0)
    assert journal_of(holder.store.path).stat().st_size > 0
    assert traces_of(CANARY, holder.store.path.parent) == []
    again = holder.open()
    assert again.commit_count() == 1
    with again.read() as work:
        assert work.screenings.get(invented.TALK) == invented.screening()
    again.close()


def _break_off_in_a_long_change(holder: InventedHolder) -> None:
    store = holder.open()
    with store.change(Act.WORDS_RECORDED, "") as work:
        for number in range(200):
            work.screenings.put_words(
                invented.TALK, f"N{number}", invented.said("long words") * 400
            )
        store._access._connection.execute("SELECT * FROM own_words ORDER BY words DESC").fetchall()
        store._access._connection.execute("UPDATE young_person SET access_needs = access_needs")
        os.kill(os.getpid(), signal.SIGKILL)
