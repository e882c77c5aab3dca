"""Find a service, look at it, check it and keep entries of our own: the directory as workers use it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.gazetteer import Gazetteer
from vrn_desktop.application.screening_service import Session
from vrn_desktop.application.service_lookup import ServiceLookup
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.known_place import KnownPlace, postcode_in
from vrn_desktop.domain.directory.service_freshness import (
    is_doubted,
    needs_look,
    next_check_after,
)
from vrn_desktop.domain.directory.service_query import (
    FoundService,
    ServiceCheck,
    ServiceQuery,
    WhyNotShown,
)
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    STARTER_SOURCE,
    DirectorySource,
    Point,
    ServiceRecord,
    SourceKind,
    service_id,
)
from vrn_desktop.domain.directory.starter_records import starter_services
from vrn_desktop.domain.directory.why_not_shown import why_not_among
from vrn_desktop.domain.errors import NotAllowedError, StorageError
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.domain.local_service import ServiceEntry

NEAREST = 3
"""Services of one kind that are suggested beside those of the program: more are no help (SP-02)."""
MOST_MEANT = 5
"""Services of a typed name for which reasons are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSeen:
    """A service that somebody misses, and why the list does not show it; empty reasons mean it does."""

    found: FoundService | None
    reasons: tuple[WhyNotShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceInFull:
    """A service with the looks of colleagues, newest first, and where its entry comes from."""

    found: FoundService
    checks: tuple[ServiceCheck, ...]
    source: DirectorySource | None
    category_names: tuple[tuple[CategoryId, str], ...]

    @property
    def is_doubted(self) -> bool:
        """Whether the newest look found that something has changed."""
        return is_doubted(self.found.record, self.checks)


class ServiceSearchService:
    """Use cases of the directory; everything here reads or writes the file."""

    def __init__(
        self,
        session: Session,
        content: ContentLibrary,
        gazetteer: Gazetteer,
        clock: Clock,
        new_id: NewId,
    ) -> None:
        self._session = session
        self._content = content
        self._gazetteer = gazetteer
        self._clock = clock
        self._new_id = new_id
        self._is_mirrored = False

    def find(self, query: ServiceQuery) -> tuple[FoundService, ...]:
        """What fits, best first."""
        self._mirror_once()
        with self._session.store.read() as work:
            return work.directory.find(query)

    def nearest(
        self, kind: CategoryId, age: int | None, near: Point | None, most: int = NEAREST
    ) -> tuple[FoundService, ...]:
        """The nearest services of one kind that fit an age and may be offered, beside the program's own."""
        query = ServiceQuery(
            age=age,
            categories=(kind,),
            near=near,
            young_people_may_see=True,
            most=most + len(self._content.services().in_category(kind)),
        )
        others = (one for one in self.find(query) if one.record.source != STARTER_SOURCE)
        return tuple(others)[:most]

    def count_fitting(self, query: ServiceQuery, most: int) -> int:
        """How many fit, counted up to `most`."""
        return len(self.find(replace(query, most=most)))

    def count(self) -> int:
        """How many services can be found now."""
        self._mirror_once()
        with self._session.store.read() as work:
            return work.directory.count()

    def get(self, service: ServiceId) -> ServiceInFull | None:
        """One service, gone ones too; None where it never was."""
        self._mirror_once()
        with self._session.store.read() as work:
            found = work.directory.get(service)
            if found is None:
                return None
            sources = {source.id: source for source in work.directory.sources()}
            return ServiceInFull(
                found=found,
                checks=work.directory.checks(service),
                source=sources.get(found.record.source),
                category_names=self.kinds_of_help(),
            )

    def entry(self, service: ServiceId) -> ServiceEntry | None:
        """A service as it is offered and printed."""
        with self._session.store.read() as work:
            lookup = ServiceLookup(content=self._content.services(), directory=work.directory)
            return lookup.entry(service)

    def own_entries(self) -> tuple[ServiceEntry, ...]:
        """The entries that come with the program, with what colleagues found out since."""
        content = self._content.services()
        with self._session.store.read() as work:
            lookup = ServiceLookup(content=content, directory=work.directory)
            return tuple(lookup.entry(entry.id) or entry for entry in content.entries)

    def why_not(
        self, name: str, query: ServiceQuery, shown: Sequence[ServiceId]
    ) -> tuple[NotSeen, ...]:
        """Why services of this name are not on the list; one line without a service for no such name."""
        self._mirror_once()
        anything = ServiceQuery(words=name, include_closed=True, most=MOST_MEANT)
        with self._session.store.read() as work:
            meant = work.directory.find(anything)
        if not meant:
            return (NotSeen(found=None, reasons=why_not_among(None, query, shown)),)
        return tuple(
            NotSeen(found=found, reasons=why_not_among(found, query, shown)) for found in meant
        )

    def kinds_of_help(self) -> tuple[tuple[CategoryId, str], ...]:
        """The kinds of help with their names, in the content's order."""
        return tuple((kind.id, kind.name) for kind in self._content.services().categories)

    def mirror_own_list(self) -> bool:
        """Let the directory show the program's own entries of today; whether anything was changed."""
        wanted = starter_services(self._content.services())
        if self._session.store.read_only:
            return False
        with self._session.store.read() as work:
            shown = work.directory.digests(STARTER_SOURCE)
        changed = [one for one in wanted if shown.get(one.record.id) != one.digest]
        gone = sorted(shown.keys() - {one.record.id for one in wanted})
        if not (changed or gone):
            return False
        source = DirectorySource(
            id=STARTER_SOURCE, kind=SourceKind.STARTER, name=self._content.services().version
        )
        with self._session.store.change(Act.DIRECTORY_CHANGED, STARTER_SOURCE) as work:
            work.directory.put_source(source)
            work.directory.drop_staged(STARTER_SOURCE)
            work.directory.stage(STARTER_SOURCE, changed)
            work.directory.stage_gone(STARTER_SOURCE, gone)
            work.directory.take_over(source, self._clock())
        return True

    # -- places ------------------------------------------------------------------------------------------

    def place(self, words: str) -> KnownPlace | None:
        """A typed town, village or postcode on the map; None where nobody knows it."""
        postcode = postcode_in(words)
        if postcode:
            with self._session.store.read() as work:
                point = work.directory.point_of(postcode)
            if point is not None:
                return KnownPlace(name=postcode, point=point, about=True)
        return self._gazetteer.places().find(words)

    def setting_place(self) -> KnownPlace | None:
        """Where the setting is, as far as its place can be found; nothing is kept of it."""
        with self._session.store.read() as work:
            workplace = work.workplaces.get()
        return self.place(workplace.place) or self.place(workplace.setting_name)

    # -- checks ------------------------------------------------------------------------------------------

    def record_check(
        self, service: ServiceId, *, still_right: bool, note: str = ""
    ) -> ServiceCheck:
        """Keep that the signed-in person looked today; an entry of our own gets its next day."""
        self._mirror_once()
        check = ServiceCheck(
            checked_on=self._today(),
            checked_by=self._session.practitioner.name,
            still_right=still_right,
            note=" ".join(note.split()),
        )
        with self._session.store.change(Act.SERVICE_CHECKED, service) as work:
            work.directory.add_check(service, check)
            found = work.directory.get(service)
            if still_right and found is not None and found.record.source == LOCAL_SOURCE:
                work.directory.put_local(_checked(found.record, check))
        return check

    def to_check(self) -> tuple[ServiceId, ...]:
        """The entries that are ours to look after: the program's own list and those of colleagues."""
        self._mirror_once()
        with self._session.store.read() as work:
            return (*work.directory.ids(LOCAL_SOURCE), *work.directory.ids(STARTER_SOURCE))

    def due_among(self, services: Sequence[ServiceId]) -> tuple[FoundService, ...]:
        """Those of them that somebody should look at: overdue, never checked, or found to have changed."""
        with self._session.store.read() as work:
            found = (work.directory.get(service) for service in services)
            return tuple(
                one
                for one in found
                if one is not None
                and (
                    needs_look(one.record, self._today())
                    or is_doubted(one.record, work.directory.checks(one.record.id))
                )
            )

    # -- our own -----------------------------------------------------------------------------------------

    def set_categories(self, service: ServiceId, kinds: Sequence[CategoryId]) -> None:
        """Say which kinds of help it is; that stays when the feed is imported again."""
        with self._session.store.change(Act.SERVICE_CHANGED, service) as work:
            work.directory.set_categories(service, kinds)

    def new_entry(self) -> ServiceRecord:
        """An empty entry of our own, checked today by the signed-in person."""
        today = self._today()
        external = self._new_id()
        return ServiceRecord(
            id=service_id(LOCAL_SOURCE, external),
            source=LOCAL_SOURCE,
            external_id=external,
            name="",
            last_checked=today,
            checked_by=self._session.practitioner.name,
            next_check=next_check_after(today),
        )

    def own_copy_of(self, record: ServiceRecord) -> ServiceRecord:
        """The same service as an entry of our own, not yet kept."""
        fresh = self.new_entry()
        return replace(
            record,
            id=fresh.id,
            source=fresh.source,
            external_id=fresh.external_id,
            description_html="",
            assured_on=None,
            last_checked=fresh.last_checked,
            checked_by=fresh.checked_by,
            next_check=fresh.next_check,
        )

    def put_local(self, record: ServiceRecord) -> None:
        """Keep an entry of our own, new or changed.

        Raises:
            NotAllowedError: it belongs to a feed or to the program; make our own copy first.
        """
        if record.source != LOCAL_SOURCE:
            raise NotAllowedError("this entry is not our own")
        with self._session.store.change(Act.SERVICE_CHANGED, record.id) as work:
            if not any(source.id == LOCAL_SOURCE for source in work.directory.sources()):
                work.directory.put_source(
                    DirectorySource(id=LOCAL_SOURCE, kind=SourceKind.LOCAL, name=LOCAL_SOURCE)
                )
            work.directory.put_local(record)
            work.directory.set_categories(record.id, record.categories)

    def remove_local(self, service: ServiceId) -> None:
        """Take an entry of our own off the list; letters and referrals keep its name."""
        with self._session.store.change(Act.SERVICE_CHANGED, service) as work:
            work.directory.remove_local(service)

    def _mirror_once(self) -> None:
        """Before the first look: where the disk takes nothing now, the list of last time is shown."""
        if not self._is_mirrored:
            with suppress(StorageError):
                self.mirror_own_list()
            self._is_mirrored = True

    def _today(self) -> date:
        return self._clock().astimezone().date()


def _checked(record: ServiceRecord, check: ServiceCheck) -> ServiceRecord:
    return replace(
        record,
        last_checked=check.checked_on,
        checked_by=check.checked_by,
        next_check=next_check_after(check.checked_on),
    )
