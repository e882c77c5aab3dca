"""The page on which the directory is given to others, and the use case behind it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fake_aside_runner import FakeAsideRunner
from tests.fake_feeds import FEED, read_service
from tests.invented_services import PRIYA, SAM, Invented
from vrn_desktop.application.directory_export_service import ExportForm, ExportScope
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_record import LOCAL_SOURCE, ServiceRecord
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.service_sources.export_presenter import (
    NOT_SAVED,
    STOPPED,
    WRITTEN,
    ExportPresenter,
    ExportState,
)
from vrn_desktop.presenters.service_sources.sources_state import Outcome

PATH = Path("services.json")
OWN = ServiceRecord(
    id=ServiceId("local:tea"), source=LOCAL_SOURCE, external_id="tea", name="Invented tea hour"
)


class Page:
    def __init__(self, me: Practitioner = PRIYA, services: int = 120) -> None:
        self.office = Invented(person=me)
        with self.office.store.change(Act.DIRECTORY_CHANGED, "") as work:
            work.directory.put_source(FEED)
            work.directory.stage(FEED.id, [read_service(number) for number in range(services)])
            work.directory.take_over(FEED, self.office.clock())
            work.directory.put_local(OWN)
        self.routes: list[Route] = []
        self.states: list[ExportState] = []
        self.presenter = ExportPresenter(
            self.office.services(), FakeAsideRunner(), go=self.routes.append
        )
        self.presenter.attach(self.states.append)

    @property
    def outcome(self) -> Outcome:
        assert self.presenter.state.outcome is not None
        return self.presenter.state.outcome


def test_the_whole_directory_is_written_as_one_file() -> None:
    page = Page()
    page.presenter.save(PATH)
    ((form, path, names),) = page.office.writer.written
    assert (form, path, len(names)) == ("json", PATH, 121)
    assert page.outcome.title == WRITTEN
    assert "121 services" in page.outcome.text
    told = [state.working.words for state in page.states if state.working is not None]
    assert "49 % done" in told or "50 % done" in told
    assert page.office.store.acts[-1] == (Act.RECORD_EXPORTED, "directory")


def test_only_our_own_entries_as_tables() -> None:
    page = Page()
    page.presenter.choose_scope(ExportScope.OUR_OWN)
    page.presenter.choose_form(ExportForm.PACKAGE)
    assert page.presenter.state.file_name == "services.zip"
    page.presenter.save(Path("services.zip"))
    assert page.office.writer.written == [("package", Path("services.zip"), [OWN.name])]


def test_a_stop_leaves_no_file() -> None:
    page = Page()

    def stop_in_the_middle(state: ExportState) -> None:
        working = state.working
        if working is not None and working.done > 60 and not working.is_stopping:
            page.presenter.stop()

    page.presenter.attach(stop_in_the_middle)
    page.presenter.save(PATH)
    assert page.outcome.title == STOPPED
    assert page.office.writer.written == []
    page.presenter.stop()  # nothing goes on: nothing happens
    assert page.outcome.title == STOPPED


@pytest.mark.parametrize(
    ("error", "title"), [(OSError(), NOT_SAVED), (PermissionError(), NOT_SAVED)]
)
def test_a_place_that_takes_nothing_is_named(error: OSError, title: str) -> None:
    page = Page(services=3)
    page.office.writer.refuses = error
    page.presenter.save(PATH)
    assert page.outcome.title == title
    assert page.presenter.state.working is None


def test_only_supervisors_give_the_directory_away() -> None:
    page = Page(SAM)
    page.presenter.save(PATH)
    assert page.presenter.state.outcome is None
    assert page.office.writer.written == []
    page.presenter.show(replace(page.presenter.state, may_export=True))
    page.presenter.save(PATH)  # the use case refuses whatever the page says
    assert page.office.writer.written == []
    with pytest.raises(NotAllowedError):
        list(
            page.office.services().feeds.exports.export(
                ExportForm.JSON, ExportScope.EVERYTHING, PATH, lambda _done, _of: True
            )
        )


def test_the_page_leads_back_to_the_sources() -> None:
    page = Page(services=1)
    page.presenter.to_sources()
    assert page.routes == [Route(place=Place.SERVICE_SOURCES)]
