"""The page on which the directory is given to others."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from vrn_desktop.application.directory_export_service import ExportForm, ExportScope
from vrn_desktop.application.long_work import LongWork
from vrn_desktop.application.ports.aside_runner import AsideRunner
from vrn_desktop.application.services import Services
from vrn_desktop.domain.directory.service_reading import ImportStoppedError
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.service_sources.sources_state import Outcome, Tone, Working
from vrn_desktop.presenters.wording import count

WRITING = "Writing the directory"
PERCENT = "{percent} % done"
WRITTEN = "The file is saved."
WRITTEN_TEXT = (
    "{services} are in it. Entries for workers only and hidden addresses were left out. Anyone with the "
    "file can read it."
)
STOPPED, STOPPED_TEXT = "Stopped.", "No file was saved."
NOT_SAVED = "The file could not be saved there."
NOT_SAVED_TEXT = "Choose another folder, or see whether the disk or stick is full."
FAILED = "The directory could not be written."
FILE_NAMES = {ExportForm.JSON: "services.json", ExportForm.PACKAGE: "services.zip"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportState:
    """What is chosen, and what goes on."""

    form: ExportForm = ExportForm.JSON
    scope: ExportScope = ExportScope.EVERYTHING
    may_export: bool = False
    working: Working | None = None
    outcome: Outcome | None = None

    @property
    def file_name(self) -> str:
        """What the file is called unless somebody calls it otherwise."""
        return FILE_NAMES[self.form]


class ExportPresenter(Presenter[ExportState]):
    """Lives as long as the session, as bringing feeds in does."""

    def __init__(
        self, services: Services, aside: AsideRunner, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(ExportState(may_export=services.practitioner.role.may_bring_in_services))
        self._services = services
        self._aside = aside
        self._go = go
        self._stop_work: Callable[[], None] | None = None

    def choose_form(self, form: ExportForm) -> None:
        """One file of JSON, or tables in a zip."""
        self.show(replace(self.state, form=form, outcome=None))

    def choose_scope(self, scope: ExportScope) -> None:
        """Everything, or what we wrote ourselves."""
        self.show(replace(self.state, scope=scope, outcome=None))

    def save(self, path: Path) -> None:
        """Write the file; it appears under its name only when it is whole."""
        if not self.state.may_export or self.state.working is not None:
            return
        form, scope = self.state.form, self.state.scope
        self.show(replace(self.state, working=Working(title=WRITING), outcome=None))
        work = LongWork(
            lambda report: self._services.feeds.exports.export(form, scope, path, report),
            store=self._services.runner,
            aside=self._aside,
            then=self._written,
            failed=self._failed,
            progress=self._progress,
        )
        self._stop_work = work.stop
        work.start()

    def stop(self) -> None:
        """Stop; nothing is left of the file."""
        if self.state.working is not None and self._stop_work is not None:
            self._stop_work()
            self.show(replace(self.state, working=replace(self.state.working, is_stopping=True)))

    def to_sources(self) -> None:
        """Back to the sources."""
        self._go(Route(place=Place.SERVICE_SOURCES))

    def _progress(self, done: int, of: int | None) -> None:
        if self.state.working is not None:
            words = PERCENT.format(percent=100 * done // of) if of else ""
            working = replace(self.state.working, words=words, done=done, of=of)
            self.show(replace(self.state, working=working))

    def _written(self, services: int) -> None:
        text = WRITTEN_TEXT.format(services=count(services, "service"))
        self._end(Outcome(tone=Tone.DONE, title=WRITTEN, text=text))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, ImportStoppedError):
            self._end(Outcome(tone=Tone.NOTICE, title=STOPPED, text=STOPPED_TEXT))
        elif isinstance(error, OSError):
            self._end(Outcome(tone=Tone.PROBLEM, title=NOT_SAVED, text=NOT_SAVED_TEXT))
        else:
            self._end(Outcome(tone=Tone.PROBLEM, title=FAILED, text=told(error)))

    def _end(self, outcome: Outcome) -> None:
        self._stop_work = None
        self.show(replace(self.state, working=None, outcome=outcome))
