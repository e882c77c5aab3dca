"""Every state of the pages of sources and of giving the directory away, over an invented office."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.fake_aside_runner import FakeAsideRunner
from tests.fake_feeds import NAMELESS, read_service
from tests.invented_services import PRIYA, SAM, Invented
from ui.screen import AnyScreen
from ui.service_sources.export_screen import ExportScreen
from ui.service_sources.sources_screen import SourcesScreen
from vrn_desktop.application.ports.feed_reader import FetchedFeed
from vrn_desktop.domain.directory.service_reading import NoConnectionError, RowWarning
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.presenters.navigation_presenter import Route
from vrn_desktop.presenters.service_sources.export_presenter import ExportPresenter
from vrn_desktop.presenters.service_sources.sources_presenter import SourcesPresenter
from vrn_desktop.presenters.service_sources.sources_state import SourcesStep, Working

FILE = Path("invented-borough.json")
ADDRESS = "https://county.example/openreferral/v3"
ODD = RowWarning(row="feed.json:12", field="schedules[2].freq", reason="is kept as words only " * 6)


class SourcesOffice:
    """A supervisor's office; what a dialog would give is put into `file`, `folder` and `place`."""

    def __init__(self, me: Practitioner = PRIYA) -> None:
        self.office = Invented(person=me)
        self.routes: list[Route] = []
        self.file: Path | None = FILE
        self.folder: Path | None = FILE
        self.place: Path | None = None
        services = self.office.services()
        self.presenter = SourcesPresenter(services, FakeAsideRunner(), go=self.routes.append)
        self.export = ExportPresenter(services, FakeAsideRunner(), go=self.routes.append)

    def screen(self) -> SourcesScreen:
        return SourcesScreen(
            self.presenter,
            choose_file=self._chosen(lambda: self.file),
            choose_folder=self._chosen(lambda: self.folder),
            choose_save=self._chosen(lambda: self.place),
        )

    def export_screen(self) -> ExportScreen:
        return ExportScreen(self.export, choose_save=lambda _parent, _state: self.place)

    def holds(self, number: int, *, words: str = "first") -> None:
        rows = [read_service(n, words=words, warnings=(ODD,)) for n in range(number)]
        self.office.reader.rows = [*rows, NAMELESS]

    def with_sources(self) -> "SourcesOffice":
        """A file of 40 and a feed of 3 services."""
        self.presenter.attach(lambda _state: None)
        self.holds(40)
        self.presenter.add_file(FILE)
        self.presenter.use_name("Invented Borough Council and its partners in the whole county")
        self.presenter.apply()
        self.holds(3)
        self.office.download.answers = [FetchedFeed(folder=Path("x"))]
        self.presenter.add_address(ADDRESS)
        self.presenter.apply()
        return self

    @staticmethod
    def _chosen(give: Callable[[], Path | None]) -> Callable[[QWidget], Path | None]:
        return lambda _parent: give()


def pages() -> dict[str, Callable[[], AnyScreen]]:
    """Each state by its name."""
    return {
        "none yet": lambda: SourcesOffice().screen(),
        "list": lambda: SourcesOffice().with_sources().screen(),
        "list of a practitioner": _seen_by_practitioner,
        "asking": lambda: _after(lambda p: p.ask_to_remove(p.state.lines[0])),
        "address problem": lambda: _after(lambda p: p.add_address("http://county.example")),
        "preview": lambda: _after(_renewed),
        "nothing new": lambda: _after(_same_again),
        "tick missing": lambda: _after(_renewed, lambda p: p.apply()),
        "reading": lambda: _after(_working),
        "offline": _offline,
        "export": lambda: SourcesOffice().with_sources().export_screen(),
        "exported": _exported,
    }


Step = Callable[[SourcesPresenter], None]


def _after(*steps: Step) -> SourcesScreen:
    office = SourcesOffice().with_sources()
    office.holds(9, words="second")
    for step in steps:
        step(office.presenter)
    return office.screen()


def _renewed(presenter: SourcesPresenter) -> None:
    borough = next(line for line in presenter.state.lines if not line.has_address)
    presenter.renew_from_file(borough, FILE)


def _same_again(presenter: SourcesPresenter) -> None:
    _renewed(presenter)
    presenter.tick_doubt(on=True)
    presenter.apply()
    _renewed(presenter)


def _working(presenter: SourcesPresenter) -> None:
    words = Working(title="Getting county.example", words="120 of 2,223 services", done=1, of=2)
    presenter.show(replace(presenter.state, step=SourcesStep.WORKING, working=words))


def _offline() -> SourcesScreen:
    office = SourcesOffice().with_sources()
    office.office.download.answers = [NoConnectionError("county.example", "cannot be reached")]
    office.presenter.add_address(ADDRESS)
    return office.screen()


def _seen_by_practitioner() -> SourcesScreen:
    office = SourcesOffice().with_sources()
    services = office.office.as_person(SAM).services()
    return SourcesScreen(SourcesPresenter(services, FakeAsideRunner(), go=office.routes.append))


def _exported() -> ExportScreen:
    office = SourcesOffice().with_sources()
    office.export.save(Path("services.json"))
    return office.export_screen()
