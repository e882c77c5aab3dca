"""The page of sources: what there is, a feed on its way in, and taking one out again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from vrn_desktop.application.directory_import_service import ImportPreview
from vrn_desktop.application.directory_sources_service import SourceRow
from vrn_desktop.application.long_work import LongWork, Report, Steps
from vrn_desktop.application.ports.aside_runner import AsideRunner
from vrn_desktop.application.services import Services
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError, ImportStoppedError
from vrn_desktop.domain.directory.service_record import DirectorySource
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.service_sources.feed_words import (
    NOTHING_NEW,
    NOTHING_NEW_TEXT,
    feed_preview,
    matching,
    taken_over,
    warnings_as_text,
    what_went_wrong,
)
from vrn_desktop.presenters.service_sources.source_lines import source_lines, taking_out_words
from vrn_desktop.presenters.service_sources.sources_state import (
    FeedPreview,
    Outcome,
    SourceLine,
    SourcesState,
    SourcesStep,
    Tone,
    Working,
)
from vrn_desktop.presenters.wording import local_date

Result = TypeVar("Result")
READING = "Reading {name}"
GETTING = "Getting {name}"
APPLYING = "Bringing the services in"
SO_FAR, OF_ALL = "{done:,} services so far", "{done:,} of {of:,} services"
NAME_IT = "Give this source a name, for example of the council it comes from."
TICK_IT = "Tick this first, or leave the services as they are."
TYPE_ADDRESS = "Type the address of the feed first."
TAKEN_OUT = "{name} is taken out of the directory."
SAVED, NOT_SAVED = "The list is saved.", "The list could not be saved there. Choose another folder."
LONGEST_NAME = 120
FILE_KINDS = (".json", ".zip")


class SourcesPresenter(Presenter[SourcesState]):
    """Lives as long as the session: a feed goes on coming in while somebody looks at other pages."""

    def __init__(
        self, services: Services, aside: AsideRunner, *, go: Callable[[Route], None]
    ) -> None:
        may_change = services.practitioner.role.may_bring_in_services
        super().__init__(SourcesState(may_change=may_change))
        self._services = services
        self._aside = aside
        self._go = go
        self._rows: tuple[SourceRow, ...] = ()
        self._found: ImportPreview | None = None
        self._stop_work: Callable[[], None] = _nothing_to_stop
        self._turn = 0

    def attach(self, render: Callable[[SourcesState], None]) -> None:
        """Draw, and look what there is now."""
        super().attach(render)
        self._list()

    def add_file(self, path: Path) -> None:
        """A feed that is not here yet, from a file, folder or package."""
        if self._is_free:
            name = path.stem if path.suffix.lower() in FILE_KINDS else path.name
            source = self._services.feeds.imports.new_source(name[:LONGEST_NAME])
            self._read_file(path, source)

    def renew_from_file(self, line: SourceLine, path: Path) -> None:
        """A newer file of a source that is here."""
        if self._is_free:
            self._read_file(path, line.source)

    def add_address(self, typed: str) -> None:
        """A feed from the web; an address that is here already is looked at again."""
        if not self._is_free:
            return
        imports = self._services.feeds.imports
        if not typed.strip():
            self.show(replace(self.state, address_problem=TYPE_ADDRESS, outcome=None))
            return
        try:
            address = imports.check_address(typed)
        except FeedUnreadableError as error:
            problem = f"This address {error.reason}."
            self.show(replace(self.state, address_problem=problem, outcome=None))
            return
        self.show(replace(self.state, address_problem=""))
        known = [row.source for row in self._rows if row.source.address == address]
        host = address.partition("://")[2].partition("/")[0]
        self._get(known[0] if known else imports.new_source(host[:LONGEST_NAME], address))

    def look_for_changes(self, line: SourceLine) -> None:
        """Ask the server of a feed whether anything is new."""
        if self._is_free:
            self._get(line.source)

    def stop(self) -> None:
        """Stop at once while reading; while bringing in, once what was written unseen is cleared."""
        working = self.state.working
        if self.state.step is not SourcesStep.WORKING or not working.may_stop:
            return
        self._stop_work()
        if working.is_reading:
            self._end(what_went_wrong(ImportStoppedError(), from_web=working.is_from_web))
        else:
            self.show(replace(self.state, working=replace(working, is_stopping=True)))

    def use_name(self, name: str) -> None:
        """What a new source is to be called."""
        self._change_preview(lambda seen: replace(seen, name=name, name_problem=""))

    def use_licence(self, licence: str) -> None:
        """Under which licence its publisher gives it."""
        self._change_preview(lambda seen: replace(seen, licence=licence))

    def tick_doubt(self, *, on: bool) -> None:
        """Somebody looked: it is complete although most services are gone."""
        self._change_preview(lambda seen: replace(seen, doubt_ticked=on, doubt_problem=""))

    def look_through_warnings(self, words: str) -> None:
        """Show the warnings in which all words stand."""
        if self._found is not None:
            found = matching(self._found.summary.warnings, words)
            self._change_preview(lambda seen: replace(seen, looked_for=words, warnings=found))

    def warnings_text(self) -> str:
        """The warnings shown, to be saved and sent to the publisher."""
        preview = self.state.preview
        return warnings_as_text(preview.warnings) if preview is not None else ""

    def say_saved(self, *, saved: bool) -> None:
        """What became of saving the list of warnings."""
        tone, title = (Tone.DONE, SAVED) if saved else (Tone.PROBLEM, NOT_SAVED)
        self.show(replace(self.state, outcome=Outcome(tone=tone, title=title)))

    def leave_as_it_is(self) -> None:
        """Close the preview; downloaded pages are let go."""
        found, self._found = self._found, None
        self.show(replace(self.state, step=SourcesStep.LIST, preview=None, outcome=None))
        if found is not None:
            self._aside.run(
                lambda: self._services.feeds.imports.forget_pages(found.source),
                then=lambda _done: None,
            )

    def apply(self) -> None:
        """Take over exactly what was looked at."""
        found, preview = self._found, self.state.preview
        if found is None or preview is None or not self._is_free:
            return
        name = " ".join(preview.name.split())[:LONGEST_NAME]
        if not name:
            self._change_preview(lambda seen: replace(seen, name_problem=NAME_IT))
            return
        if preview.doubt and not preview.doubt_ticked:
            self._change_preview(lambda seen: replace(seen, doubt_problem=TICK_IT))
            return
        licence = " ".join(preview.licence.split())[:LONGEST_NAME]
        named = replace(found, source=replace(found.source, name=name, licence=licence))
        self._found = None
        self._begin(
            Working(title=APPLYING),
            lambda report: self._services.feeds.imports.apply(named, report),
            lambda summary: self._end(taken_over(name, summary)),
        )

    def ask_to_remove(self, line: SourceLine) -> None:
        """Say what taking a source out means before it is done."""
        words = taking_out_words(line, self._rows)
        self.show(replace(self.state, asks_about=line, asks_words=words, outcome=None))

    def keep(self) -> None:
        """Leave the source where it is."""
        self.show(replace(self.state, asks_about=None))

    def remove(self) -> None:
        """Take the source out that was asked about."""
        line = self.state.asks_about
        if line is None or not self._is_free:
            return
        working = Working(title=f"Taking {line.name} out", may_stop=False)
        self.show(replace(self.state, step=SourcesStep.WORKING, working=working, asks_about=None))
        done = Outcome(tone=Tone.DONE, title=TAKEN_OUT.format(name=line.name))
        self._services.runner.run(
            lambda: self._services.feeds.sources.remove(line.source),
            then=lambda _done: self._end(done),
            failed=lambda error: self._end(what_went_wrong(error)),
        )

    def to_services(self) -> None:
        """Back to the directory."""
        self._go(Route(place=Place.SERVICES))

    def to_export(self) -> None:
        """To the page on which the directory is given to others."""
        self._go(Route(place=Place.SERVICE_EXPORT))

    @property
    def _is_free(self) -> bool:
        return self.state.may_change and self.state.step is not SourcesStep.WORKING

    def _read_file(self, path: Path, source: DirectorySource) -> None:
        self._begin(
            Working(title=READING.format(name=path.name), is_reading=True),
            lambda report: self._services.feeds.imports.preview(path, source, report),
            self._show_preview,
        )

    def _get(self, source: DirectorySource) -> None:
        self._begin(
            Working(title=GETTING.format(name=source.name), is_reading=True, is_from_web=True),
            lambda report: self._services.feeds.imports.preview_address(source, report),
            lambda found: self._show_preview(found, source),
        )

    def _begin(
        self,
        working: Working,
        work: Callable[[Report], Steps[Result]],
        then: Callable[[Result], None],
    ) -> None:
        self._found = None
        self._turn += 1
        turn = self._turn
        self.show(
            replace(
                self.state,
                step=SourcesStep.WORKING,
                working=working,
                outcome=None,
                asks_about=None,
            )
        )

        def if_still_wanted(tell: Callable[..., None]) -> Callable[..., None]:
            """What comes from a work that was stopped and waits for its server is not heard."""
            return lambda *words: tell(*words) if turn == self._turn else None

        long_work = LongWork(
            work,
            store=self._services.runner,
            aside=self._aside,
            then=if_still_wanted(then),
            failed=if_still_wanted(
                lambda error: self._end(what_went_wrong(error, from_web=working.is_from_web))
            ),
            progress=if_still_wanted(self._progress),
        )
        self._stop_work = long_work.stop
        long_work.start()

    def _progress(self, done: int, of: int | None) -> None:
        words = (OF_ALL if of else SO_FAR).format(done=done, of=of)
        working = replace(self.state.working, words=words, done=done, of=of)
        self.show(replace(self.state, working=working))

    def _show_preview(
        self, found: ImportPreview | None, asked: DirectorySource | None = None
    ) -> None:
        if found is None:
            text = NOTHING_NEW_TEXT.format(name=asked.name if asked is not None else "")
            self._end(Outcome(tone=Tone.DONE, title=NOTHING_NEW, text=text))
            return
        self._found = found
        preview = feed_preview(found)
        self.show(replace(self.state, step=SourcesStep.PREVIEW, preview=preview))

    def _change_preview(self, change: Callable[[FeedPreview], FeedPreview]) -> None:
        if self.state.preview is not None:
            self.show(replace(self.state, preview=change(self.state.preview)))

    def _end(self, outcome: Outcome) -> None:
        self._stop_work = _nothing_to_stop
        self._turn += 1
        self.show(replace(self.state, step=SourcesStep.LIST, preview=None, outcome=outcome))
        LongWork(
            self._services.feeds.sources.tidy,
            store=self._services.runner,
            aside=self._aside,
            then=lambda _done: self._list(),
            failed=lambda _error: self._list(),
        ).start()

    def _list(self) -> None:
        self._services.runner.run(
            self._services.feeds.sources.sources, then=self._show_rows, failed=self._not_listed
        )

    def _show_rows(self, rows: tuple[SourceRow, ...]) -> None:
        self._rows = rows
        lines = source_lines(rows, local_date(self._services.clock()))
        self.show(replace(self.state, is_read=True, lines=lines))

    def _not_listed(self, error: Exception) -> None:
        outcome = Outcome(tone=Tone.PROBLEM, title=told(error))
        self.show(replace(self.state, is_read=True, outcome=outcome))


def _nothing_to_stop() -> None:
    """No work is going on."""
