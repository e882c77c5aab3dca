"""The rows of letters: the letter itself, the services it named, what was agreed, what happened to it."""

from collections.abc import Iterable

from db.record_access import Record
from db.repositories.competence_text import competence_text, competence_view
from db.repositories.written_values import read_list, read_time, write_list, write_set, write_time
from vrn_desktop.domain.identifiers import (
    LetterId,
    PractitionerId,
    ScreeningId,
    ServiceId,
    YoungPersonId,
)
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_agreement import (
    LawfulReason,
    LetterAgreement,
    Shared,
    SharingReason,
)
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import (
    LetterEvent,
    LetterEventKind,
    LetterRecord,
    NamedService,
    ReadingCheck,
)
from vrn_desktop.domain.safe_contact import SafeReply


def to_record(record: LetterRecord) -> Record:
    """The row of a letter, without what hangs on it; the names stay in it as the first schema had them."""
    return {
        "id": record.id,
        "young_person_id": record.young_person_id,
        "screening_id": record.screening_id,
        "kind": record.kind.value,
        "template_id": record.template_id,
        "template_version": record.template_version,
        "language": record.language,
        "made_at": write_time(record.made_at),
        "made_by": record.made_by,
        "services_named": write_list(record.service_names),
        "text_sha256": record.text_sha256,
        "recipient": record.recipient,
        "service_id": record.service_id,
        "reply_code": record.reply_code,
    }


def to_domain(
    record: Record,
    *,
    named: Iterable[Record],
    events: Iterable[Record],
    agreement: Record | None,
) -> LetterRecord:
    """The letter of a row with all that hangs on it; old rows know the names of services only."""
    services = tuple(to_named(row) for row in named)
    if not services:
        names = read_list(record["services_named"])
        services = tuple(NamedService(name=name) for name in names)
    return LetterRecord(
        id=LetterId(record["id"]),
        young_person_id=YoungPersonId(record["young_person_id"]),
        screening_id=ScreeningId(record["screening_id"]),
        kind=LetterKind(record["kind"]),
        template_id=record["template_id"],
        template_version=record["template_version"],
        language=record["language"],
        made_at=read_time(record["made_at"]),
        made_by=PractitionerId(record["made_by"]),
        services_named=services,
        text_sha256=record["text_sha256"],
        events=tuple(to_event(row) for row in events),
        recipient=record["recipient"],
        service_id=ServiceId(record["service_id"]),
        reply_code=record["reply_code"],
        agreement=None if agreement is None else to_agreement(agreement),
    )


def named_record(letter_id: LetterId, place: int, service: NamedService) -> Record:
    """The row of one service a letter named, with the contact as printed."""
    return {
        "letter_id": letter_id,
        "place": place,
        "service_id": service.service_id,
        "name": service.name,
        "contact": service.contact,
    }


def to_named(record: Record) -> NamedService:
    """One service a letter named."""
    return NamedService(
        service_id=ServiceId(record["service_id"]),
        name=record["name"],
        contact=record["contact"],
    )


def event_record(letter_id: LetterId, event: LetterEvent) -> Record:
    """The row of what happened to a letter."""
    return {
        "letter_id": letter_id,
        "kind": event.kind.value,
        "at": write_time(event.at),
        "by": event.by,
        "channel": None if event.channel is None else event.channel.value,
        "reading_check": event.reading_check.value,
        "note": event.note,
    }


def to_event(record: Record) -> LetterEvent:
    """What happened to a letter."""
    return LetterEvent(
        kind=LetterEventKind(record["kind"]),
        at=read_time(record["at"]),
        by=PractitionerId(record["by"]),
        channel=None if record["channel"] is None else LetterChannel(record["channel"]),
        reading_check=ReadingCheck(record["reading_check"]),
        note=record["note"],
    )


def agreement_record(letter_id: LetterId, agreement: LetterAgreement) -> Record:
    """The row of what was agreed about a letter."""
    sharing = agreement.sharing_reason
    return {
        "letter_id": letter_id,
        "agrees": agreement.agrees.value,
        "competence": competence_text(agreement.competence),
        "shared": write_set(what.value for what in agreement.shared),
        "no_worry": int(agreement.no_worry),
        "support_only": int(agreement.support_only),
        "sharing_reason": "" if sharing is None else sharing.reason.value,
        "sharing_note": "" if sharing is None else sharing.note,
    }


def to_agreement(record: Record) -> LetterAgreement:
    """What was agreed about a letter."""
    sharing = None
    if record["sharing_reason"]:
        sharing = SharingReason(
            reason=LawfulReason(record["sharing_reason"]), note=record["sharing_note"]
        )
    return LetterAgreement(
        agrees=SafeReply(record["agrees"]),
        competence=competence_view(record["competence"]),
        shared=frozenset(Shared(what) for what in read_list(record["shared"])),
        no_worry=bool(record["no_worry"]),
        support_only=bool(record["support_only"]),
        sharing_reason=sharing,
    )
