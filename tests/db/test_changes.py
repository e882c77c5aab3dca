"""One change is one transaction: all of it with its audit entry, or nothing (security.md 5.1, T11, T12)."""

import subprocess
import sys
from pathlib import Path

import pytest

from db import ballast, sql_store
from db.ballast import Ballast
from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_holder import START, InventedHolder
from tests.torture.small_disk import on_a_small_disk
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import (
    DiskFullError,
    DiskReadOnlyError,
    StorageError,
)
from vrn_desktop.domain.identifiers import AnswerCode, ItemId

TALK, YOUNG = invented.TALK, invented.YOUNG


def begin_talk(store: SqlStore) -> None:
    with store.change(Act.SCREENING_BEGUN, TALK) as work:
        work.young_people.add(invented.person())
        work.screenings.add(invented.screening())


def answer(store: SqlStore, code: str) -> None:
    with store.change(Act.ANSWER_RECORDED, TALK) as work:
        work.screenings.put_answer(TALK, ItemId("Q00"), Voice.YOUNG_PERSON, AnswerCode(code), START)


def kept_answer(store: SqlStore) -> str | None:
    with store.read() as work:
        return work.screenings.get(TALK).answers.code(ItemId("Q00"))


def break_off(store: SqlStore) -> None:
    with store.change(Act.ANSWER_RECORDED, TALK) as work:
        work.screenings.put_words(TALK, "Q05", "half a")
        work.note(Act.WORDS_RECORDED, TALK)
        raise ZeroDivisionError


def test_a_change_that_breaks_off_leaves_nothing_and_no_gap(store: SqlStore) -> None:
    begin_talk(store)
    before = (store.audit_head(), store.commit_count(), store.audit_entries())
    with pytest.raises(ZeroDivisionError):
        break_off(store)
    assert (store.audit_head(), store.commit_count(), store.audit_entries()) == before
    with store.read() as work:
        assert work.screenings.get(TALK) == invented.screening()
    answer(store, "clear")
    assert [entry.seq for entry in store.audit_entries()] == [1, 2]


def test_one_change_can_carry_several_entries_and_counts_once(store: SqlStore) -> None:
    begin_talk(store)
    with store.change(Act.ANSWER_RECORDED, TALK) as work:
        work.note(Act.WORDS_RECORDED, TALK)
    acts = [entry.act for entry in store.audit_entries()]
    assert acts == [Act.SCREENING_BEGUN, Act.WORDS_RECORDED, Act.ANSWER_RECORDED]
    assert (store.commit_count(), store.audit_head()[0]) == (2, 3)


def test_what_was_acknowledged_is_in_the_file_before_it_is_closed(
    holder: InventedHolder, store: SqlStore, tmp_path: Path
) -> None:
    begin_talk(store)
    answer(store, "some")
    copied = InventedHolder(holder.store)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    copied.store = type(holder.store)(
        number=1,
        path=elsewhere / "store-0001.db",
        epoch=1,
        key=holder.store.key,
        salt=holder.store.salt,
    )
    subprocess.run(  # noqa: S603 - a copy by another process, as this one's locks end with any close
        [
            sys.executable,
            "-c",
            "import shutil, sys; shutil.copyfile(*sys.argv[1:])",
            str(holder.store.path),
            str(copied.store.path),
        ],
        check=True,
    )
    other = copied.open()
    assert kept_answer(other) == "some"
    other.close()


def test_units_of_work_do_not_nest_and_do_not_outlive_their_block(store: SqlStore) -> None:
    with store.read() as work:
        with pytest.raises(RuntimeError), store.change(Act.SIGNED_IN, ""):
            pass
        with pytest.raises(RuntimeError):
            work.young_people.add(invented.person())
    with pytest.raises(RuntimeError):
        work.young_people.rows()
    with store.change(Act.SIGNED_IN, "") as later:
        with pytest.raises(RuntimeError):
            store.back_up(START)
        later.note(Act.CLOCK_JUMPED, "")
    assert store.commit_count() == 1


def test_half_a_character_is_refused_in_words(store: SqlStore) -> None:
    begin_talk(store)
    with (
        pytest.raises(StorageError, match="half a character"),
        store.change(Act.WORDS_RECORDED, TALK) as work,
    ):
        work.screenings.put_words(TALK, "Q05", "broken \ud83d")
    assert store.commit_count() == 1


def test_no_error_text_carries_a_value(store: SqlStore) -> None:
    begin_talk(store)
    with pytest.raises(StorageError) as twice, store.change(Act.YOUNG_PERSON_ADDED, "") as work:
        work.young_people.add(invented.person())
    shown: BaseException | None = twice.value
    while shown is not None:
        assert invented.CANARY not in str(shown)
        shown = shown.__cause__


def test_t11_the_ballast_saves_the_answer_when_the_disk_is_full(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ballast, "BALLAST_BYTES", 1024 * 1024)
    begin_talk(store)
    store.keep_ballast()
    room = store._ballast
    fill_up(store)
    monkeypatch.setattr(store._access, "_make_room", lambda: room.give_up() and make_space(store))
    with store.change(Act.WORDS_RECORDED, TALK) as work:
        work.screenings.put_answer(TALK, ItemId("Q00"), Voice.CARER, AnswerCode("clear"), START)
        work.screenings.put_words(TALK, "Q09", "long words " * 2000)
    with store.read() as work:
        kept = work.screenings.get(TALK)
    assert kept.own_words["Q09"] == "long words " * 2000
    assert kept.answers.code(ItemId("Q00"), Voice.CARER) == "clear"
    assert [entry.seq for entry in store.audit_entries()] == [1, 2]


def test_t11_without_ballast_the_full_disk_is_named_and_nothing_is_lost(store: SqlStore) -> None:
    begin_talk(store)
    answer(store, "some")
    fill_up(store)
    with pytest.raises(DiskFullError), store.change(Act.WORDS_RECORDED, TALK) as work:
        work.screenings.put_words(TALK, "Q09", "long words " * 2000)
    assert kept_answer(store) == "some"
    assert store.commit_count() == 2


def test_t11_a_disk_that_is_really_full(tmp_path: Path) -> None:
    said = on_a_small_disk(tmp_path, "tests.torture.full_disk_session", megabytes=8)
    assert said["saved_with_ballast"] is True
    assert said["then"] == "DiskFullError"
    assert said["lost"] == 0
    assert said["backup"] == "DiskFullError"
    assert said["left_behind"] == []


def test_little_space_is_told_in_time(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ballast, "free_space", lambda _: ballast.LOW_BYTES - 1)
    assert store.free_space_low()
    store.keep_ballast()
    assert not store._ballast.give_up()
    monkeypatch.setattr(Ballast, "free_space", lambda _: ballast.LOW_BYTES)
    assert not store.free_space_low()


def test_t12_a_folder_that_cannot_be_written_to_opens_for_reading(
    holder: InventedHolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = holder.open()
    begin_talk(store)
    answer(store, "some")
    store.close()
    monkeypatch.setattr("db.opening.is_writable", lambda _: False)
    reading = holder.open()
    assert reading.read_only
    assert kept_answer(reading) == "some"
    with pytest.raises(DiskReadOnlyError), reading.change(Act.SIGNED_IN, ""):
        pass
    reading.close()


def test_t12_a_disk_that_is_really_read_only(tmp_path: Path) -> None:
    said = on_a_small_disk(tmp_path, "tests.torture.read_only_session", megabytes=8)
    assert said == {"answer": "some", "read_only": True, "change": "DiskReadOnlyError"}


def test_the_store_is_what_the_use_cases_ask_for(store: SqlStore) -> None:
    from vrn_desktop.application.ports.store import Store  # noqa: PLC0415 - for its type alone

    same: Store = store
    assert isinstance(same, sql_store.SqlStore)


def fill_up(store: SqlStore) -> None:
    """Let SQLite itself say that there is no more room: the file may not grow by a page."""
    connection = store._access._connection
    connection.set_authorizer(None)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")


def make_space(store: SqlStore) -> bool:
    store._access._connection.execute("PRAGMA max_page_count = 100000")
    return True
