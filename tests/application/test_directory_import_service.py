"""Taking feeds into the directory: looked at first, all or nothing, in small pieces."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from tests.fake_aside_runner import FakeAsideRunner, LoggedRunner
from tests.fake_feeds import (
    FEED,
    NAMELESS,
    WEB_FEED,
    FakeFeedDownload,
    FakeFeedReader,
    read_service,
)
from tests.fake_store import FakeStore, FakeUnitOfWork
from tests.fake_vault import FakeUnlockedVault
from tests.invented_services import PRIYA, SAM, FixedClock
from vrn_desktop.application.directory_import_service import (
    DirectoryImportService,
    ImportPreview,
)
from vrn_desktop.application.directory_sources_service import DirectorySourcesService
from vrn_desktop.application.feed_comparison import MOST_NAMES, MOST_WARNINGS
from vrn_desktop.application.long_work import LongWork, Report, Steps
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.feed_reader import FetchedFeed
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.import_summary import ImportSummary
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ImportStoppedError,
    RowWarning,
)
from vrn_desktop.domain.directory.service_record import DirectorySource
from vrn_desktop.domain.errors import DiskFullError, NotAllowedError
from vrn_desktop.domain.practitioner import Practitioner

Result = TypeVar("Result")
PATH = Path("feed.json")


class NarrowStore(FakeStore):
    """A disk with room for so many changes more."""

    room = 99

    @contextmanager
    def change(self, act: Act, subject: str) -> Iterator[FakeUnitOfWork]:
        self.room -= 1
        if self.room < 0:
            raise DiskFullError
        with super().change(act, subject) as work:
            yield work


class Office:
    def __init__(self, me: Practitioner = PRIYA, feeds: Path = Path("feeds")) -> None:
        self.store = NarrowStore()
        self.reader = FakeFeedReader()
        self.download = FakeFeedDownload()
        self.log: list[str] = []
        self.stop_at: int | None = None
        opened = OpenFile(vault=FakeUnlockedVault(me, (SAM, PRIYA)), records=self.store)
        self.imports = DirectoryImportService(
            opened,
            reader=self.reader,
            download=self.download,
            clock=FixedClock(),
            new_id=lambda: "new",
            feeds_folder=feeds,
        )
        self.sources = DirectorySourcesService(opened)

    def do(self, work: Callable[[Report], Steps[Result]]) -> Result:
        """Run a work to its end; what it failed with is raised."""
        results: list[Result] = []
        errors: list[Exception] = []
        aside = FakeAsideRunner()

        def progress(done: int, _of: int | None) -> None:
            if self.stop_at is not None and done >= self.stop_at:
                long_work.stop()

        long_work = LongWork(
            work,
            store=LoggedRunner("file", self.log),
            aside=aside,
            then=results.append,
            failed=errors.append,
            progress=progress,
        )
        long_work.start()
        if errors:
            raise errors[0]
        return results[0]

    def preview(self, source: DirectorySource = FEED) -> ImportPreview:
        return self.do(lambda report: self.imports.preview(PATH, source, report))

    def apply(self, preview: ImportPreview) -> ImportSummary:
        return self.do(lambda report: self.imports.apply(preview, report))

    def take_in(self, *numbers: int, words: str = "first") -> ImportSummary:
        self.reader.rows = [read_service(number, words=words) for number in numbers]
        return self.apply(self.preview())

    def kept_words(self) -> list[str]:
        return [one.record.description for one in self.store.records.directory.shown.values()]

    def shown(self) -> set[str]:
        records = self.store.records.directory
        return {one.record.name for key, one in records.shown.items() if key not in records.gone}


def test_a_preview_counts_and_names_and_changes_nothing() -> None:
    office = Office()
    office.take_in(1, 2, 3)
    before = list(office.store.acts)
    office.reader.rows = [read_service(2), read_service(3, words="new"), read_service(4), NAMELESS]
    summary = office.preview().summary
    assert (summary.read, summary.refused) == (4, 1)
    assert (summary.added, summary.changed, summary.gone, summary.unchanged) == (1, 1, 1, 1)
    assert summary.added_names == ("Invented service 4",)
    assert summary.changed_names == ("Invented service 3",)
    assert summary.gone_names == ("Invented service 1",)
    assert summary.warnings == NAMELESS.warnings
    assert not summary.changes_nothing
    assert office.store.acts == before
    assert office.shown() == {f"Invented service {number}" for number in (1, 2, 3)}


def test_taking_over_updates_in_place_and_marks_what_vanished() -> None:
    office = Office()
    office.take_in(1, 2, 3)
    summary = office.take_in(2, 3, 4, words="new")
    assert (summary.added, summary.changed, summary.gone) == (1, 2, 1)
    assert office.shown() == {f"Invented service {number}" for number in (2, 3, 4)}
    records = office.store.records.directory
    assert len(records.shown) == 4, "what vanished stays readable for old letters"
    source = records.sources[FEED.id]
    assert (source.edition, source.taken_over_at) == (2, FixedClock()())
    assert office.store.acts[-1] == (Act.DIRECTORY_CHANGED, FEED.id)
    assert office.preview().summary.changes_nothing


def test_what_vanished_and_comes_back_is_shown_again() -> None:
    office = Office()
    office.take_in(1, 2)
    office.take_in(1)
    assert office.shown() == {"Invented service 1"}
    assert office.take_in(1, 2).added == 1
    assert len(office.shown()) == 2


def test_a_feed_that_breaks_off_is_refused_whole() -> None:
    office = Office()
    office.take_in(1, 2)
    office.reader.rows = [read_service(number, words="new") for number in range(90)]
    preview = office.preview()
    office.reader.breaks_at = 80
    with pytest.raises(FeedUnreadableError):
        office.preview()
    with pytest.raises(FeedUnreadableError):
        office.apply(preview)
    assert office.shown() == {"Invented service 1", "Invented service 2"}
    assert office.store.records.directory.staged == {}


def test_only_what_was_looked_at_is_taken_over() -> None:
    office = Office()
    office.reader.rows = [read_service(1), read_service(2)]
    preview = office.preview()
    for other in (
        [read_service(1)],
        [read_service(2), read_service(1)],
        [read_service(1, words="x")],
    ):
        office.reader.rows = [*other]
        with pytest.raises(FeedUnreadableError) as refusal:
            office.apply(preview)
        assert "not what was looked at" in refusal.value.reason
    assert office.shown() == set()
    assert office.store.records.directory.sources == {}, (
        "a source that never was is not left behind"
    )


def test_stopping_while_reading_or_writing_changes_nothing() -> None:
    office = Office()
    office.take_in(1, 2)
    office.reader.rows = [read_service(number, words="new") for number in range(200)]
    preview = office.preview()
    for stop_at in (100, 200):
        office.stop_at = stop_at
        with pytest.raises(ImportStoppedError):
            office.preview()
        with pytest.raises(ImportStoppedError):
            office.apply(preview)
        assert office.store.records.directory.staged == {}
    assert office.shown() == {"Invented service 1", "Invented service 2"}
    office.stop_at = None
    office.apply(preview)
    assert len(office.shown()) == 200


def test_a_full_disk_in_the_middle_leaves_the_old_edition() -> None:
    office = Office()
    office.take_in(1, 2)
    office.reader.rows = [read_service(number, words="new") for number in range(60)]
    preview = office.preview()
    office.store.room = 2
    with pytest.raises(DiskFullError):
        office.apply(preview)
    office.store.room = 99
    assert office.shown() == {"Invented service 1", "Invented service 2"}
    assert office.store.records.directory.staged, "the disk did not take the clearing either"
    office.do(office.sources.tidy)
    assert office.store.records.directory.staged == {}


def test_writing_is_cut_into_small_pieces() -> None:
    office = Office()
    office.reader.rows = [read_service(number) for number in range(1_000)]
    preview = office.preview()
    office.log.clear()
    office.apply(preview)
    assert len(office.log) > 5
    assert len(office.shown()) == 1_000


def test_of_an_id_that_comes_twice_the_later_row_counts() -> None:
    office = Office()
    said = RowWarning(row="feed.json:2", field="id", reason="this id was there before")
    office.reader.rows = [read_service(1), read_service(1, words="later", warnings=(said,))]
    summary = office.preview().summary
    assert (summary.read, summary.added, summary.refused) == (2, 1, 0)
    assert summary.warnings == (said,)
    office.apply(office.preview())
    assert office.kept_words() == ["later"]
    for first, then, changed in (("later", "other", 1), ("new", "other", 1), ("other", "other", 0)):
        office.reader.rows = [read_service(1, words=first), read_service(1, words=then)]
        preview = office.preview()
        assert (preview.summary.changed, preview.summary.unchanged) == (changed, 1 - changed)
        office.apply(preview)
        assert office.kept_words() == ["other"]


def test_names_and_warnings_are_bounded_and_all_are_counted() -> None:
    office = Office()
    warning = RowWarning(row="feed.json:1", field="url", reason="is no address")
    office.reader.rows = [
        read_service(number, warnings=(warning, warning)) for number in range(MOST_WARNINGS)
    ]
    summary = office.preview().summary
    assert len(summary.added_names) == MOST_NAMES
    assert len(summary.warnings) == MOST_WARNINGS
    assert summary.warning_count == 2 * MOST_WARNINGS


def test_a_feed_without_a_usable_service_is_refused() -> None:
    office = Office()
    office.take_in(1)
    for rows in ([], [NAMELESS]):
        office.reader.rows = [*rows]
        with pytest.raises(FeedUnreadableError):
            office.preview()


@pytest.mark.parametrize(("left", "doubtful"), [(4, True), (5, False), (12, False)])
def test_a_feed_that_loses_more_than_half_of_its_services_is_doubted(
    left: int, doubtful: bool
) -> None:
    office = Office()
    office.take_in(*range(10))
    office.reader.rows = [read_service(number) for number in range(left)]
    summary = office.preview().summary
    assert summary.before == 10
    assert summary.is_complete_doubtful is doubtful


def test_few_services_may_go_without_doubt() -> None:
    office = Office()
    office.take_in(1, 2, 3)
    office.reader.rows = [read_service(9)]
    assert not office.preview().summary.is_complete_doubtful


def test_a_feed_from_the_web_is_asked_with_what_its_server_said_last() -> None:
    office = Office()
    pages = FetchedFeed(folder=Path("feeds/feed-web/pages"), etag='"2"', last_modified="Tuesday")
    office.download.answers = [pages, None]
    source = replace(WEB_FEED, etag='"1"', last_modified="Monday")
    office.reader.rows = [read_service(1, source=source.id)]
    preview = office.do(lambda report: office.imports.preview_address(source, report))
    assert isinstance(preview, ImportPreview)
    asked = office.download.requests[0]
    assert (asked.etag, asked.last_modified) == ('"1"', "Monday")
    assert asked.folder == Path("feeds/feed-web")
    assert office.reader.paths == [pages.folder]
    office.apply(preview)
    kept = office.store.records.directory.sources[source.id]
    assert (kept.etag, kept.last_modified, kept.address) == ('"2"', "Tuesday", source.address)
    assert office.download.forgotten == [Path("feeds/feed-web")]
    assert office.do(lambda report: office.imports.preview_address(source, report)) is None


def test_only_supervisors_bring_services_in_or_take_them_out() -> None:
    office = Office(SAM)
    works = [
        lambda report: office.imports.preview(PATH, FEED, report),
        lambda report: office.imports.preview_address(WEB_FEED, report),
    ]
    for work in works:
        with pytest.raises(NotAllowedError):
            office.do(work)
    summary = ImportSummary(
        source=FEED.id, sha256="", read=0, refused=0, added=0, changed=0, gone=0, unchanged=0
    )
    forged = ImportPreview(source=FEED, path=PATH, summary=summary)
    with pytest.raises(NotAllowedError):
        office.apply(forged)
    with pytest.raises(NotAllowedError):
        office.sources.remove(FEED)
    assert office.store.acts == []


def test_an_address_is_always_the_same_source_and_a_file_a_new_one() -> None:
    office = Office()
    first = office.imports.new_source("a", "https://county.example/v3")
    assert office.imports.new_source("b", "https://county.example/v3").id == first.id
    assert office.imports.new_source("a", "https://other.example/v3").id != first.id
    assert office.imports.new_source("a").id == "feed-new"


def test_pages_that_nobody_went_on_with_are_forgotten_after_a_week(tmp_path: Path) -> None:
    office = Office(feeds=tmp_path)
    now = FixedClock()().timestamp()
    for name, days in (("old", 8), ("young", 6)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (now - days * 86_400,) * 2)
    office.imports.forget_old_pages()
    assert office.download.forgotten == [tmp_path / "old"]
    Office(feeds=tmp_path / "none").imports.forget_old_pages()  # nothing was ever got here
