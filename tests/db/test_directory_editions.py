"""A source is shown edition by edition; nothing of an import is seen before the whole of it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from db.backups import restore_backup
from db.sql_store import SqlStore
from db.store_files import copy_open_store
from tests.db.invented_holder import START, InventedHolder, keys_in
from tests.invented_directory_services import FEED, MIDDLE, SOURCE, invented_record, read
from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_query import FoundService, ServiceCheck, ServiceQuery
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    STARTER_SOURCE,
    ServiceRecord,
    SourceKind,
)
from vrn_desktop.domain.identifiers import ServiceId

ONE, TWO, THREE = (invented_record(n) for n in (1, 2, 3))


def stage(store: SqlStore, *records: ServiceRecord, gone: Sequence[ServiceRecord] = ()) -> None:
    with store.change(Act.DIRECTORY_STAGED, FEED) as work:
        work.directory.put_source(SOURCE)
        work.directory.stage(FEED, [read(record, record.name) for record in records])
        work.directory.stage_gone(FEED, [record.id for record in gone])


def show(store: SqlStore) -> None:
    with store.change(Act.DIRECTORY_CHANGED, FEED) as work:
        work.directory.take_over(SOURCE, START)


def names(store: SqlStore, **asked: object) -> list[str]:
    with store.read() as work:
        found = work.directory.find(ServiceQuery(most=100, **asked))  # type: ignore[arg-type]  # a test's own query
    return [one.record.name for one in found]


def get(store: SqlStore, service: ServiceId) -> FoundService | None:
    with store.read() as work:
        return work.directory.get(service)


def test_nothing_staged_is_seen_before_it_is_taken_over(store: SqlStore) -> None:
    stage(store, ONE, TWO)
    with store.read() as work:
        assert work.directory.count() == 0
        assert work.directory.get(ONE.id) is None
        assert work.directory.digests(FEED) == {}
    assert names(store) == []
    show(store)
    assert names(store) == [ONE.name, TWO.name]
    with store.read() as work:
        assert work.directory.digests(FEED).keys() == {ONE.id, TWO.id}
        assert work.directory.ids(FEED) == (ONE.id, TWO.id)
        (source,) = work.directory.sources()
        assert source == replace(SOURCE, edition=1, taken_over_at=START)


def test_a_record_comes_back_as_it_was_with_its_publishers_own(store: SqlStore) -> None:
    odd = replace(ONE, description="bidi \u202e and \U0001f33f and a lone \ud800")
    with store.change(Act.DIRECTORY_CHANGED, FEED) as work:
        work.directory.put_source(SOURCE)
        work.directory.stage(FEED, [read(odd, 'raw \ud800 "x" كلمات' * 900)])
        work.directory.take_over(SOURCE, START)
    found = get(store, ONE.id)
    assert found is not None
    assert found.record == odd
    with store.read() as work:
        assert work.directory.raw(ONE.id) == 'raw \ud800 "x" كلمات' * 900


def test_a_second_edition_replaces_adds_and_marks_what_is_gone(store: SqlStore) -> None:
    stage(store, ONE, TWO)
    show(store)
    renamed = replace(ONE, name="Lantern Studio")
    stage(store, renamed, THREE, gone=[TWO])
    assert names(store) == [ONE.name, TWO.name]
    show(store)
    assert names(store) == [THREE.name, "Lantern Studio"]
    assert names(store, words="boxing") == [THREE.name]
    assert get(store, TWO.id) == FoundService(record=TWO, gone=True)
    assert names(store, include_closed=True) == [TWO.name, THREE.name, "Lantern Studio"]
    stage(store, TWO)
    show(store)
    assert get(store, TWO.id) == FoundService(record=TWO)


def test_what_a_stop_left_behind_is_never_shown_and_can_be_cleared(store: SqlStore) -> None:
    stage(store, ONE, TWO)
    show(store)
    stage(store, replace(ONE, name="Never"), THREE, gone=[TWO])
    with store.change(Act.DIRECTORY_STAGED, FEED) as work:
        assert work.directory.left_behind() == (FEED,)
        work.directory.drop_staged(FEED)
    assert names(store) == [ONE.name, TWO.name]
    stage(store, replace(TWO, name="Second"))
    show(store)
    assert names(store) == [ONE.name, "Second"]
    with store.change(Act.DIRECTORY_STAGED, FEED) as work:
        while work.directory.clear_superseded(FEED, 1):
            pass
        assert work.directory.left_behind() == ()
    assert names(store) == [ONE.name, "Second"]
    assert rows_in(store) == {
        "directory_service": 2, "directory_words": 2, "directory_text": 2, "directory_raw": 2,
        "directory_postcode": 2, "directory_point": 2, "directory_search_docsize": 2,
    }  # fmt: skip


def test_a_removed_source_is_gone_at_once_and_may_come_again(store: SqlStore) -> None:
    stage(store, ONE, TWO)
    show(store)
    with store.change(Act.DIRECTORY_CHANGED, FEED) as work:
        work.directory.remove_source(FEED)
    assert names(store, include_closed=True) == []
    assert get(store, ONE.id) is None
    stage(store, THREE)
    show(store)
    assert names(store) == [THREE.name]
    with store.change(Act.DIRECTORY_STAGED, FEED) as work:
        work.directory.remove_source(FEED)
        work.directory.clear_superseded(FEED, 100)
        assert work.directory.sources() == ()
    assert set(rows_in(store).values()) == {0}


def test_checks_and_kinds_of_help_outlive_imports(store: SqlStore) -> None:
    stage(store, ONE)
    show(store)
    day = START.date()
    fresh = ServiceCheck(checked_on=day, checked_by="Sorrel Sample", still_right=True)
    wrong = ServiceCheck(checked_on=day + timedelta(days=1), checked_by="Ash", still_right=False)
    with store.change(Act.SERVICE_CHECKED, ONE.id) as work:
        work.directory.add_check(ONE.id, fresh)
        work.directory.add_check(ONE.id, wrong)
        work.directory.set_categories(ONE.id, ["crisis"])
    stage(store, replace(ONE, name="Renamed"))
    show(store)
    found = get(store, ONE.id)
    assert found is not None
    assert (found.record.categories, found.record.last_checked) == (("crisis",), day)
    assert found.record.checked_by == "Sorrel Sample"
    assert names(store, categories=("crisis",)) == names(store, words="crisis") == ["Renamed"]
    assert names(store, categories=("activities",)) == []
    with store.read() as work:
        assert work.directory.checks(ONE.id) == (wrong, fresh)


def test_entries_of_our_own_are_written_changed_and_taken_out(store: SqlStore) -> None:
    mine = invented_record(7, source=LOCAL_SOURCE)
    for record in (mine, replace(mine, name="Second try")):
        with store.change(Act.SERVICE_CHANGED, mine.id) as work:
            work.directory.put_local(record)
    assert names(store, words="second") == ["Second try"]
    with store.change(Act.SERVICE_CHANGED, mine.id) as work:
        work.directory.remove_local(mine.id)
        assert [one.kind for one in work.directory.sources()] == [SourceKind.LOCAL]
    assert names(store) == []
    kept = get(store, mine.id)
    assert kept is not None
    assert kept.gone


def test_an_entry_of_the_content_is_known_by_its_short_name_too(store: SqlStore) -> None:
    starter = replace(SOURCE, id=STARTER_SOURCE, kind=SourceKind.STARTER)
    entry = invented_record(source=STARTER_SOURCE, external_id="quiet-line")
    with store.change(Act.DIRECTORY_CHANGED, STARTER_SOURCE) as work:
        work.directory.put_source(starter)
        work.directory.stage(STARTER_SOURCE, [read(entry)])
        work.directory.take_over(starter, START)
    assert get(store, ServiceId("quiet-line")) == FoundService(record=entry)


def test_a_postcode_or_its_first_half_is_placed(store: SqlStore) -> None:
    stage(store, ONE)
    show(store)
    with store.read() as work:
        places = [work.directory.point_of(typed) for typed in ("le3 1aa", "LE3", "LE3 9ZZ", "LE31")]
    assert places == [MIDDLE, MIDDLE, MIDDLE, None]


@pytest.mark.parametrize("way", ["new keys", "backup"])
def test_a_search_finds_in_every_copy_of_the_file(
    store: SqlStore, holder: InventedHolder, way: str
) -> None:
    stage(store, ONE, TWO)
    show(store)
    if way == "new keys":
        new = keys_in(holder.store.path.parent, 2, key=b"n" * 32)
        copy_open_store(store._engine, new)
    else:
        new = keys_in(holder.store.path.parent, 3)
        name = store.back_up(START)
        backup = holder.store.path.parent / "backups" / name
        restore_backup(backup, holder=holder, new=new)
    again = InventedHolder(new, anchor=AuditAnchor()).open()
    assert names(again, words="harb box", near=MIDDLE, within_km=1) == [ONE.name, TWO.name]
    stage(again, replace(ONE, name="Lantern"), gone=[TWO])
    show(again)
    assert names(again, words="lant", near=MIDDLE, within_km=1) == ["Lantern"]
    again.close()


def rows_in(store: SqlStore) -> dict[str, int]:
    """How many rows there are in each table that holds services, indexes too."""
    tables = (
        *("directory_service", "directory_words", "directory_text", "directory_raw"),
        *("directory_postcode", "directory_point", "directory_search_docsize"),
    )
    connection = store._access._connection
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own
        for table in tables
    }
