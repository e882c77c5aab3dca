"""An invented offer and news of it."""

from datetime import UTC, date, datetime

from vrn_desktop.domain.identifiers import (
    CategoryId,
    PractitionerId,
    ReferralEventId,
    ScreeningId,
    ServiceId,
    SignpostId,
)
from vrn_desktop.domain.referral import HowWeKnow, Referral, ReferralEvent, ReferralState
from vrn_desktop.domain.signposting import Signpost, SignpostState

OFFERED_ON = date(2026, 10, 1)
TODAY = date(2026, 12, 1)
OFFER = SignpostId("offer-1")


def signpost(state: SignpostState = SignpostState.ACCEPTED) -> Signpost:
    return Signpost(
        id=OFFER,
        screening_id=ScreeningId("talk-1"),
        service_id=ServiceId("club"),
        service_name="Invented Boxing Club",
        category=CategoryId("activities"),
        state=state,
        offered_at=datetime(2026, 10, 1, 12, tzinfo=UTC),
    )


def offered(state: SignpostState = SignpostState.ACCEPTED) -> Referral:
    return Referral(signpost=signpost(state))


def news(
    state: ReferralState | None,
    on: date = TODAY,
    *,
    number: int = 1,
    takes_back: ReferralEventId | None = None,
    contact: str = "",
) -> ReferralEvent:
    return ReferralEvent(
        id=ReferralEventId(f"news-{number}"),
        signpost_id=OFFER,
        state=state,
        on=on,
        at=datetime(2026, 12, 1, 12, number % 60, tzinfo=UTC),
        by=PractitionerId("sam"),
        how=HowWeKnow.YOUNG_PERSON,
        contact=contact,
        takes_back=takes_back,
    )
