"""What the page of one referral shows."""

from dataclasses import dataclass

from vrn_desktop.domain.handover import Caller
from vrn_desktop.domain.identifiers import ReferralEventId
from vrn_desktop.domain.referral import HowWeKnow, ReferralState


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """One piece of news; `may_take_back` offers to say it was a mistake, `crossed_out` says it was."""

    id: ReferralEventId
    when: str
    text: str
    meaning: str
    may_take_back: bool
    crossed_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsForm:
    """News being recorded: what, when, how we know."""

    choices: tuple[tuple[ReferralState, str], ...] = ()
    ways: tuple[tuple[HowWeKnow, str], ...] = ()
    what: ReferralState | None = None
    day: str = "today"
    how: HowWeKnow = HowWeKnow.YOUNG_PERSON
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverForm:
    """The first call being agreed: who, when, at what time."""

    caller: Caller = Caller.TOGETHER
    day: str = ""
    time: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralPageState:
    """The page; the heading is masked unless names are shown."""

    loading: bool = True
    service: str = ""
    who: str = ""
    stands: str = ""
    waits: str = ""
    contact_now: str = ""
    lines: tuple[NewsLine, ...] = ()
    news: NewsForm = NewsForm()
    agreed: str = ""
    handover: HandoverForm | None = None
    may_hand_over: bool = False
    names_shown: bool = False
    notice: str = ""
    problem: str = ""
