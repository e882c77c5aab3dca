"""The use cases of the directory on a real encrypted file: mirrored, checked, written, taken off, opened again."""

from dataclasses import dataclass, replace

from db.sql_store import SqlStore
from tests.db.invented_holder import ASH, InventedHolder
from tests.invented_directory import FEED, FEED_SERVICES, LISTENING
from tests.invented_services import FixedClock
from tests.starter_directory import starter_directory
from vrn_desktop.application.service_search_service import ServiceSearchService
from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.content.place_list import ShippedPlaces
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_query import ServiceQuery, WhyNotShown
from vrn_desktop.domain.directory.service_reading import ReadService
from vrn_desktop.domain.directory.service_record import DirectorySource, SourceKind
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.domain.practitioner import Practitioner, Role

PERSON = Practitioner(
    id=ASH, name="Ash Sample", role=Role.PRACTITIONER, trained=True, signing_key=b""
)
PAPYRUS = ServiceId("papyrus-hopeline247")


@dataclass
class Signed:
    store: SqlStore
    practitioner: Practitioner = PERSON


def directory_of(store: SqlStore) -> ServiceSearchService:
    return ServiceSearchService(
        Signed(store), ShippedContentLibrary(), ShippedPlaces(), FixedClock(), lambda: "new-1"
    )


def filled(store: SqlStore) -> ServiceSearchService:
    source = DirectorySource(id=FEED, kind=SourceKind.FEED, name="Harbour county list")
    with store.change(Act.DIRECTORY_CHANGED, FEED) as work:
        work.directory.put_source(source)
        work.directory.stage(FEED, [ReadService(record=r, raw=r.name) for r in FEED_SERVICES])
        work.directory.take_over(source, FixedClock()())
    return directory_of(store)


def names(directory: ServiceSearchService, words: str) -> list[str]:
    return [one.record.name for one in directory.find(ServiceQuery(words=words))]


def test_the_own_list_is_mirrored_once_and_found_beside_the_feed(store: SqlStore) -> None:
    directory = filled(store)

    assert names(directory, "hopeline") == ["Papyrus HOPELINE247"]
    assert names(directory, "boxing") == ["Lantern Boxing Gym"]
    assert directory.count() == len(starter_directory().entries) + len(FEED_SERVICES)
    assert not directory_of(store).mirror_own_list()


def test_sp_03_a_check_is_still_there_when_the_file_is_opened_again(
    holder: InventedHolder,
) -> None:
    store = holder.open()
    filled(store).record_check(PAPYRUS, still_right=False, note="moved")
    store.close()

    store = holder.open()
    full = directory_of(store).get(PAPYRUS)
    entry = directory_of(store).entry(PAPYRUS)
    store.close()

    assert full is not None
    assert full.is_doubted
    assert [(check.checked_by, check.note) for check in full.checks] == [("Ash Sample", "moved")]
    assert entry is not None
    assert entry.last_checked is None


def test_our_own_copy_is_written_changed_and_taken_off(store: SqlStore) -> None:
    directory = filled(store)
    copy = replace(
        directory.own_copy_of(LISTENING), name="Our Harbour", categories=(CategoryId("mentoring"),)
    )

    directory.put_local(copy)
    assert directory.get(copy.id) is not None
    directory.put_local(replace(copy, categories=(CategoryId("activities"),), wait="Long"))
    full = directory.get(copy.id)
    assert full is not None
    assert (full.found.record.wait, full.found.record.categories) == (
        "Long",
        (CategoryId("activities"),),
    )
    assert full.found.record.places == LISTENING.places
    directory.remove_local(copy.id)

    assert names(directory, "our harbour") == []
    (missing,) = directory.why_not("our harbour", ServiceQuery(), ())
    assert missing.reasons == (WhyNotShown.LEFT_ITS_FEED,)


def test_what_is_to_be_checked_is_listed(store: SqlStore) -> None:
    directory = filled(store)
    before = directory.due_among(directory.to_check())

    directory.record_check(PAPYRUS, still_right=True)

    assert len(directory.due_among(directory.to_check())) == len(before) - 1
    assert {one.record.source for one in before} == {"starter"}
