"""Where the services come from: the list of sources, taking one out, and tidying after a stop."""

from dataclasses import dataclass

from vrn_desktop.application.long_work import Report, Steps, Where
from vrn_desktop.application.ports.directory import Directory
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_record import DirectorySource, SourceKind
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.identifiers import SourceId

CLEARED_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source and how many services it shows."""

    source: DirectorySource
    services: int


class DirectorySourcesService:
    """Sources that were never taken over (an import that was stopped) are not listed."""

    def __init__(self, opened: Session) -> None:
        self._opened = opened

    def sources(self) -> tuple[SourceRow, ...]:
        """The starter list, our own entries, then feeds by name."""
        with self._opened.store.read() as work:
            rows = [_row(source, work.directory) for source in work.directory.sources()]
        kinds = (SourceKind.STARTER, SourceKind.LOCAL, SourceKind.FEED)
        shown = [row for row in rows if row.services or row.source.edition]
        return tuple(
            sorted(
                shown, key=lambda row: (kinds.index(row.source.kind), row.source.name.casefold())
            )
        )

    def remove(self, source: DirectorySource) -> None:
        """Take a feed out of the directory; letters and referrals keep the names they used.

        Raises:
            NotAllowedError: this role may not, or it is no feed.
        """
        allowed = self._opened.practitioner.role.may_bring_in_services
        if not allowed or source.kind is not SourceKind.FEED:
            raise NotAllowedError("only a supervisor takes feeds out of the directory")
        with self._opened.store.change(Act.DIRECTORY_CHANGED, source.id) as work:
            work.directory.remove_source(source.id)

    def tidy(self, _report: Report) -> Steps[None]:
        """Clear what a stop left behind and what an edition replaced, a few rows a piece.

        Called after each import and at sign-in; without anything to clear it writes nothing.
        """
        yield Where.FILE
        store = self._opened.store
        if store.read_only:
            return
        with store.read() as work:
            never = (known.id for known in work.directory.sources() if _never_shown(known))
            left = tuple(dict.fromkeys((*work.directory.left_behind(), *never)))
        for source in left:
            yield Where.FILE
            self._drop(source)
            cleared = CLEARED_AT_ONCE
            while cleared == CLEARED_AT_ONCE:
                yield Where.FILE
                with store.change(Act.DIRECTORY_STAGED, source) as work:
                    cleared = work.directory.clear_superseded(source, CLEARED_AT_ONCE)

    def _drop(self, source: SourceId) -> None:
        with self._opened.store.change(Act.DIRECTORY_STAGED, source) as work:
            work.directory.drop_staged(source)
            known = {found.id: found for found in work.directory.sources()}
            if source in known and _never_shown(known[source]):
                work.directory.remove_source(source)


def _never_shown(source: DirectorySource) -> bool:
    return source.kind is SourceKind.FEED and not source.edition


def _row(source: DirectorySource, directory: Directory) -> SourceRow:
    return SourceRow(source=source, services=len(directory.ids(source.id)))
