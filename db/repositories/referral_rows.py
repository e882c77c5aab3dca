"""How news, handovers and answers about helping are written in rows, and read back."""

from db.record_access import Record
from db.repositories.written_values import read_clock, read_day, read_time, write_clock, write_time
from vrn_desktop.domain.handover import Caller, Handover
from vrn_desktop.domain.helping import Helping, HelpingAnswer, StillGoing, WantedNext
from vrn_desktop.domain.identifiers import PractitionerId, ReferralEventId, SignpostId
from vrn_desktop.domain.referral import HowWeKnow, ReferralEvent, ReferralState


def event_record(event: ReferralEvent) -> Record:
    """The row of a piece of news."""
    return {
        "id": event.id,
        "signpost_id": event.signpost_id,
        "state": None if event.state is None else event.state.value,
        "on_day": event.on.isoformat(),
        "at": write_time(event.at),
        "by": event.by,
        "how": event.how.value,
        "contact": event.contact,
        "takes_back": event.takes_back,
    }


def to_event(record: Record) -> ReferralEvent:
    """The piece of news of a row."""
    back = record["takes_back"]
    return ReferralEvent(
        id=ReferralEventId(record["id"]),
        signpost_id=SignpostId(record["signpost_id"]),
        state=None if record["state"] is None else ReferralState(record["state"]),
        on=read_day(record["on_day"]),
        at=read_time(record["at"]),
        by=PractitionerId(record["by"]),
        how=HowWeKnow(record["how"]),
        contact=record["contact"],
        takes_back=None if back is None else ReferralEventId(back),
    )


def handover_record(handover: Handover) -> Record:
    """The row of a handover."""
    return {
        "signpost_id": handover.signpost_id,
        "caller": handover.caller.value,
        "on_day": handover.on.isoformat(),
        "at_time": write_clock(handover.at_time),
        "contact": handover.contact,
        "at": write_time(handover.at),
        "by": handover.by,
    }


def to_handover(record: Record) -> Handover:
    """The handover of a row."""
    return Handover(
        signpost_id=SignpostId(record["signpost_id"]),
        caller=Caller(record["caller"]),
        on=read_day(record["on_day"]),
        at_time=read_clock(record["at_time"]),
        contact=record["contact"],
        at=read_time(record["at"]),
        by=PractitionerId(record["by"]),
    )


def helping_record(answer: HelpingAnswer) -> Record:
    """The row of what somebody said about a service."""
    return {
        "signpost_id": answer.signpost_id,
        "on_day": answer.on.isoformat(),
        "at": write_time(answer.at),
        "by": answer.by,
        "still_going": None if answer.still_going is None else answer.still_going.value,
        "helping": None if answer.helping is None else answer.helping.value,
        "would_help": answer.would_help,
        "next": None if answer.next is None else answer.next.value,
    }


def to_helping(record: Record) -> HelpingAnswer:
    """What somebody said about a service."""
    still, helping, wanted = record["still_going"], record["helping"], record["next"]
    return HelpingAnswer(
        signpost_id=SignpostId(record["signpost_id"]),
        on=read_day(record["on_day"]),
        at=read_time(record["at"]),
        by=PractitionerId(record["by"]),
        still_going=None if still is None else StillGoing(still),
        helping=None if helping is None else Helping(helping),
        would_help=record["would_help"],
        next=None if wanted is None else WantedNext(wanted),
    )
