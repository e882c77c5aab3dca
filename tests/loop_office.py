"""An office in which somebody said yes: offers, what is due, and a letter with a slip."""

from dataclasses import replace

from tests.fake_directory import FakeDirectory
from tests.invented_services import SAM, Invented
from tests.talk import CALM_CORE, talked
from vrn_desktop.application.services import Services
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    ServicePhone,
    ServiceRecord,
    service_id,
)
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.identifiers import LetterId, ServiceId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_record import LetterRecord, NamedService
from vrn_desktop.domain.local_service import CRISIS, ServiceEntry
from vrn_desktop.domain.reply_code import reply_code_from
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.signposting import Signpost, SignpostState

CODE = reply_code_from("invented letter")


def entries(services: Services) -> list[ServiceEntry]:
    found = services.signposting.directory().entries
    return [e for e in found if e.category != CRISIS and not e.workers_only and e.contact]


def yes(services: Services, screening: Screening, place: int = 0) -> Signpost:
    return services.signposting.offer(
        screening.id, entries(services)[place], SignpostState.ACCEPTED
    )


def due(office: Invented, kind: FollowUpKind) -> list[FollowUp]:
    return [
        each
        for each in office.store.records.follow_ups.values()
        if each.kind is kind and each.done_at is None
    ]


def letter(screening: Screening, named: Signpost, *, kind: LetterKind) -> LetterRecord:
    to_service = kind is LetterKind.SERVICE_REFERRAL
    return LetterRecord(
        id=LetterId("letter"),
        young_person_id=screening.young_person_id,
        screening_id=screening.id,
        kind=kind,
        template_id="invented",
        template_version="1",
        language="en",
        made_at=screening.started_at,
        made_by=SAM.id,
        services_named=(
            NamedService(
                service_id=named.service_id, name=named.service_name, contact="01632 960111"
            ),
        ),
        text_sha256="0" * 64,
        reply_code=CODE,
        service_id=named.service_id if to_service else ServiceId(""),
    )


def with_old_number() -> tuple[Invented, Services]:
    """Somebody holds a number that the directory no longer has."""
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    records = office.store.records
    club = ServiceRecord(
        id=service_id(LOCAL_SOURCE, "club"),
        source=LOCAL_SOURCE,
        external_id="club",
        name="Invented Boxing Club",
        phones=(ServicePhone(number="01632 960222"),),
    )
    FakeDirectory(records.directory).put_local(club)
    records.signposts[signpost.id] = replace(signpost, service_id=club.id, service_name=club.name)
    records.referral_events[0] = replace(records.referral_events[0], contact="01632 960111")
    return office, services
