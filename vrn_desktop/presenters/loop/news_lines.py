"""News of a referral, and the agreed first call, in words."""

from collections.abc import Sequence
from datetime import date

from vrn_desktop.domain.handover import Handover
from vrn_desktop.domain.helping import HelpingAnswer
from vrn_desktop.domain.identifiers import ReferralEventId
from vrn_desktop.domain.referral import HowWeKnow, Referral, ReferralEvent
from vrn_desktop.presenters.loop.loop_words import (
    CALLERS,
    HELPING,
    HOW_WE_KNOW,
    STANDS,
    STILL_GOING,
    WANTED_NEXT,
)
from vrn_desktop.presenters.loop.referral_state import NewsLine
from vrn_desktop.presenters.wording import day_seen_from, local_date, mid_sentence

MISTAKE = "Noted as a mistake"
ASKED = "Asked if it is helping"


def news_lines(
    referral: Referral, said: Sequence[HelpingAnswer], today: date
) -> tuple[NewsLine, ...]:
    """Everything that was heard, newest first; mistakes stay, marked as such."""
    gone = {event.takes_back for event in referral.events if event.takes_back is not None}
    lines = [
        (event.on, _news(event, today, mistake=event.id in gone))
        for event in referral.events
        if event.state is not None
    ]
    lines += [(answer.on, _said(answer, today)) for answer in said]
    lines.reverse()
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0], reverse=True))


def _news(event: ReferralEvent, today: date, *, mistake: bool) -> NewsLine:
    words = STANDS[event.state] if event.state is not None else MISTAKE
    contact = f"Given: {event.contact}." if event.contact else ""
    parts = (f"{HOW_WE_KNOW[event.how]}.", contact, f"{MISTAKE}." if mistake else "")
    return NewsLine(
        id=event.id,
        when=day_seen_from(event.on, today),
        text=words,
        meaning=" ".join(part for part in parts if part),
        may_take_back=not mistake and event.how is not HowWeKnow.CHOSEN_TOGETHER,
        crossed_out=mistake,
    )


def _said(answer: HelpingAnswer, today: date) -> NewsLine:
    return NewsLine(
        id=ReferralEventId(""),
        when=day_seen_from(answer.on, today),
        text=ASKED,
        meaning=helping_words(answer),
        may_take_back=False,
        crossed_out=False,
    )


def helping_words(answer: HelpingAnswer) -> str:
    """What was said at one asking; what was left out is not mentioned."""
    parts = (
        "" if answer.still_going is None else f"Still going: {STILL_GOING[answer.still_going]}.",
        "" if answer.helping is None else f"Helping: {HELPING[answer.helping]}.",
        f"Would help: “{answer.would_help.strip()}”" if answer.would_help.strip() else "",
        "" if answer.next is None else f"Next: {WANTED_NEXT[answer.next]}.",
    )
    return " ".join(part for part in parts if part)


def agreed_words(handover: Handover | None, today: date) -> str:
    """The agreed first call in one sentence; empty while none was agreed."""
    if handover is None:
        return ""
    at = "" if handover.at_time is None else f", {handover.at_time.strftime('%H:%M')}"
    when = mid_sentence(day_seen_from(handover.on, today))
    number = f" Given: {handover.contact}." if handover.contact else ""
    agreed = mid_sentence(day_seen_from(local_date(handover.at), today))
    return f"{CALLERS[handover.caller]}: {when}{at}.{number} Agreed {agreed}."
