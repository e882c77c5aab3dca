"""The page of sources: bringing feeds in, looking for changes, taking a source out."""

from pathlib import Path

import pytest

from tests.fake_aside_runner import FakeAsideRunner
from tests.fake_feeds import NAMELESS, read_service
from tests.invented_services import PRIYA, SAM, Invented
from tests.waiting_task_runner import WaitingTaskRunner
from vrn_desktop.application.ports.feed_reader import FetchedFeed
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ImportStoppedError,
    NoConnectionError,
    RowWarning,
)
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.service_sources import feed_words
from vrn_desktop.presenters.service_sources.sources_presenter import (
    NAME_IT,
    TICK_IT,
    TYPE_ADDRESS,
    SourcesPresenter,
)
from vrn_desktop.presenters.service_sources.sources_state import (
    FeedPreview,
    Outcome,
    SourcesStep,
    Tone,
)

FILE = Path("invented-borough.json")
ADDRESS = "https://county.example/v3"


class WaitingAside(WaitingTaskRunner):
    """A server that takes its time."""

    is_closed = False

    def tell(self, word: object) -> None:
        assert callable(word)
        word()


class Page:
    def __init__(
        self, me: Practitioner = PRIYA, aside: FakeAsideRunner | WaitingAside | None = None
    ):
        self.office = Invented(person=me)
        self.routes: list[Route] = []
        self.presenter = SourcesPresenter(
            self.office.services(), aside or FakeAsideRunner(), go=self.routes.append
        )
        self.presenter.attach(lambda _state: None)

    def holds(self, *numbers: int, words: str = "first") -> None:
        self.office.reader.rows = [read_service(number, words=words) for number in numbers]

    def bring_in(self, *numbers: int) -> None:
        self.holds(*numbers)
        self.presenter.add_file(FILE)
        self.presenter.apply()

    def step(self) -> SourcesStep:
        return self.presenter.state.step

    def odd(self) -> tuple[RowWarning, ...]:
        return self.preview.warnings

    @property
    def preview(self) -> FeedPreview:
        assert self.presenter.state.preview is not None
        return self.presenter.state.preview

    @property
    def outcome(self) -> Outcome:
        assert self.presenter.state.outcome is not None
        return self.presenter.state.outcome

    @property
    def names(self) -> list[str]:
        return [line.name for line in self.presenter.state.lines]


def test_a_file_is_looked_at_then_brought_in_under_a_name() -> None:
    page = Page()
    page.holds(1, 2, 3)
    page.presenter.add_file(FILE)
    assert page.step() is SourcesStep.PREVIEW
    assert page.preview.title == "invented-borough"
    assert page.preview.is_new
    assert [change.title for change in page.preview.changes] == [
        "3 new",
        "0 changed",
        "0 gone",
        "0 the same as before",
    ]
    assert page.preview.changes[0].names.startswith("Invented service 1, Invented service 2")
    page.presenter.use_name("  Invented   Borough ")
    page.presenter.use_licence("Open Government Licence")
    page.presenter.apply()
    assert page.step() is SourcesStep.LIST
    assert (page.outcome.tone, page.outcome.title) == (Tone.DONE, feed_words.TAKEN)
    assert page.names == ["Invented Borough"]
    detail = page.presenter.state.lines[0].detail
    for words in ("3 services", "Brought in today", "Open Government Licence", "From a file"):
        assert words in detail


@pytest.mark.parametrize(
    ("path", "name"),
    [("county.JSON", "county"), ("county-2.1.zip", "county-2.1"), ("county-2.1", "county-2.1")],
)
def test_a_file_or_folder_gives_its_name(path: str, name: str) -> None:
    page = Page()
    page.holds(1)
    page.presenter.add_file(Path(path))
    assert page.preview.name == name


def test_a_source_needs_a_name() -> None:
    page = Page()
    page.holds(1)
    page.presenter.add_file(FILE)
    page.presenter.use_name("   ")
    page.presenter.apply()
    assert page.preview.name_problem == NAME_IT
    page.presenter.use_name("Invented")
    assert page.preview.name_problem == ""


def test_a_newer_file_shows_what_is_new_changed_and_gone() -> None:
    page = Page()
    page.bring_in(1, 2, 3)
    page.holds(2, 3, 4, words="second")
    page.presenter.renew_from_file(page.presenter.state.lines[0], Path("newer.json"))
    titles = [change.title for change in page.preview.changes[:3]]
    assert titles == ["1 new", "2 changed", "1 gone"]
    assert not page.preview.is_new
    page.presenter.apply()
    assert "1 new, 2 changed, 1 gone" in page.outcome.text
    assert page.names == ["invented-borough"]


def test_the_same_file_again_brings_nothing_and_says_so() -> None:
    page = Page()
    page.bring_in(1, 2)
    page.presenter.renew_from_file(page.presenter.state.lines[0], FILE)
    assert page.preview.nothing_new
    page.presenter.leave_as_it_is()
    assert page.presenter.state.preview is None
    assert page.presenter.state.outcome is None


def test_many_names_are_shortened_and_refused_rows_counted() -> None:
    page = Page()
    page.office.reader.rows = [*(read_service(number) for number in range(20)), NAMELESS]
    page.presenter.add_file(FILE)
    assert page.preview.changes[0].names.endswith("and 12 more")
    assert page.preview.changes[-1].title == "1 cannot be used"
    assert page.odd() == NAMELESS.warnings
    assert "The other services can be used" in page.preview.warnings_title


def test_a_feed_that_lost_most_of_its_services_needs_a_tick() -> None:
    page = Page()
    page.bring_in(*range(30))
    page.holds(*range(12))
    page.presenter.renew_from_file(page.presenter.state.lines[0], FILE)
    assert "12 of 30" in page.preview.doubt
    page.presenter.apply()
    assert page.preview.doubt_problem == TICK_IT
    page.presenter.tick_doubt(on=True)
    assert page.preview.doubt_problem == ""
    page.presenter.apply()
    assert page.outcome.tone is Tone.DONE
    assert "12 services" in page.presenter.state.lines[0].detail


def test_odd_things_are_found_by_words_and_saved_as_text() -> None:
    page = Page()
    odd = (
        RowWarning(row="a.json:1", field="url", reason="is no address"),
        RowWarning(row="a.json:2", field="minimum_age", reason="is below\nzero"),
    )
    page.office.reader.rows = [read_service(1, warnings=odd)]
    page.presenter.add_file(FILE)
    assert page.odd() == odd
    page.presenter.look_through_warnings("AGE below")
    assert page.odd() == odd[1:]
    lines = page.presenter.warnings_text().splitlines()
    assert lines == ["row\tfield\twhat", "a.json:2\tminimum_age\tis below zero"]
    page.presenter.look_through_warnings("")
    assert page.odd() == odd
    for saved, tone in ((False, Tone.PROBLEM), (True, Tone.DONE)):
        page.presenter.say_saved(saved=saved)
        assert page.outcome.tone is tone


def test_more_odd_things_than_are_listed_are_counted() -> None:
    page = Page()
    odd = RowWarning(row="a.json:1", field="url", reason="is no address")
    page.office.reader.rows = [read_service(n, warnings=(odd, odd)) for n in range(3_000)]
    page.presenter.add_file(FILE)
    assert page.preview.warnings_title.startswith("6,000 odd things in it; the first 5,000")


@pytest.mark.parametrize(
    ("error", "tone", "words"),
    [
        (FeedUnreadableError("a.json", "is cut off."), Tone.PROBLEM, "a.json: is cut off. Nothing"),
        (NoConnectionError("a.example", "cannot be reached"), Tone.NOTICE, "a.example"),
        (ImportStoppedError(), Tone.NOTICE, "Nothing was changed"),
        (DiskFullError(), Tone.PROBLEM, "Nothing was changed"),
        (ValueError("secret"), Tone.PROBLEM, "Nothing was changed"),
    ],
)
def test_what_went_wrong_is_said_in_plain_words(error: Exception, tone: Tone, words: str) -> None:
    page = Page()
    page.bring_in(1)
    page.office.download.answers = [error]
    page.presenter.add_address(ADDRESS)
    assert page.step() is SourcesStep.LIST
    assert page.outcome.tone is tone
    assert words in page.outcome.text
    assert "secret" not in f"{page.outcome}"
    assert page.names == ["invented-borough"]


def test_a_feed_from_the_web_is_brought_in_and_asked_again() -> None:
    page = Page()
    page.holds(1, 2)
    pages = FetchedFeed(folder=Path("feeds/x/pages"), etag='"1"')
    page.office.download.answers = [pages, None, pages]
    page.presenter.add_address(ADDRESS)
    assert page.preview.title == "county.example"
    page.presenter.apply()
    line = page.presenter.state.lines[0]
    assert line.has_address
    assert ADDRESS in line.detail
    page.presenter.look_for_changes(line)
    assert page.outcome.title == feed_words.NOTHING_NEW
    assert page.office.download.requests[-1].etag == '"1"'
    page.presenter.add_address(ADDRESS)  # one that is here already
    assert page.preview.nothing_new
    assert page.names == ["county.example"]
    page.presenter.leave_as_it_is()
    assert len(page.office.download.forgotten) == 2


@pytest.mark.parametrize(
    ("typed", "words"), [("", TYPE_ADDRESS), ("http://county.example", "begin with https")]
)
def test_an_address_that_is_none_is_told_at_its_field(typed: str, words: str) -> None:
    page = Page()
    page.presenter.add_address(typed)
    assert words in page.presenter.state.address_problem
    assert page.step() is SourcesStep.LIST
    page.office.download.answers = [None]
    page.presenter.add_address(ADDRESS)
    assert page.presenter.state.address_problem == ""


def test_stopping_a_silent_server_ends_the_waiting_at_once() -> None:
    aside = WaitingAside()
    page = Page(aside=aside)
    page.holds(1)
    page.office.download.answers = [FetchedFeed(folder=Path("x"))]
    page.presenter.add_address(ADDRESS)
    assert page.step() is SourcesStep.WORKING
    page.presenter.add_file(FILE)  # one after the other
    assert page.presenter.state.working.title == "Getting county.example"
    page.presenter.stop()
    assert page.step() is SourcesStep.LIST
    assert (page.outcome.tone, page.outcome.title) == (Tone.NOTICE, feed_words.STOPPED)
    page.office.download.answers = [DiskFullError()]
    aside.finish()
    assert page.outcome.title == feed_words.STOPPED, "what comes later is not heard"


def test_stopping_while_services_come_in_clears_what_was_written_unseen() -> None:
    aside = WaitingAside()
    page = Page(aside=aside)
    page.holds(*range(500))
    page.presenter.add_file(FILE)
    aside.finish()
    page.presenter.apply()
    page.presenter.stop()
    assert page.presenter.state.working.is_stopping
    aside.finish()
    assert page.outcome.title == feed_words.STOPPED
    assert page.office.store.records.directory.shown == {}
    assert page.office.store.records.directory.staged == {}
    assert page.names == []


def test_a_source_is_taken_out_after_asking() -> None:
    page = Page()
    page.bring_in(1, 2)
    line = page.presenter.state.lines[0]
    page.presenter.ask_to_remove(line)
    assert "2 services" in page.presenter.state.asks_words
    assert "Letters and referrals keep" in page.presenter.state.asks_words
    page.presenter.keep()
    assert page.presenter.state.asks_about is None
    page.presenter.remove()
    assert page.names == ["invented-borough"]
    page.presenter.ask_to_remove(line)
    page.presenter.remove()
    assert page.names == []
    assert "invented-borough" in page.outcome.title


def test_a_practitioner_sees_the_sources_and_changes_none() -> None:
    page = Page()
    page.bring_in(1)
    seen = SourcesPresenter(
        page.office.as_person(SAM).services(), FakeAsideRunner(), go=page.routes.append
    )
    seen.attach(lambda _state: None)
    assert not seen.state.may_change
    assert [line.name for line in seen.state.lines] == ["invented-borough"]
    seen.add_file(FILE)
    seen.add_address(ADDRESS)
    seen.look_for_changes(seen.state.lines[0])
    seen.ask_to_remove(seen.state.lines[0])
    seen.remove()
    assert seen.state.step is SourcesStep.LIST
    assert page.office.download.requests == []


def test_the_page_leads_back_and_on() -> None:
    page = Page()
    page.presenter.to_services()
    page.presenter.to_export()
    assert [route.place for route in page.routes] == [Place.SERVICES, Place.SERVICE_EXPORT]


def test_a_file_that_cannot_be_read_for_the_list_is_told() -> None:
    page = Page()

    def refuse() -> None:
        raise DiskFullError

    page.office.store.read = refuse  # type: ignore[assignment, method-assign]
    page.presenter.attach(lambda _state: None)
    assert page.outcome.tone is Tone.PROBLEM
    assert page.presenter.state.is_read
