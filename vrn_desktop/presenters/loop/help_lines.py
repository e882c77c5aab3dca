"""The services offered to a young person, each with where it stands now, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.domain.referral import Referral
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters.loop.loop_words import STANDS
from vrn_desktop.presenters.wording import count, how_long_ago

KNOWN_ALREADY = "They know it already"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One service with the latest news of it."""

    id: SignpostId
    name: str
    stands: str


def help_lines(referrals: Sequence[Referral], today: date) -> tuple[HelpLine, ...]:
    """Every service that was offered and could be had; those that could not are gaps, not help."""
    shown = [each for each in referrals if each.signpost.state is not SignpostState.NOT_AVAILABLE]
    return tuple(
        HelpLine(
            id=each.signpost.id,
            name=each.signpost.service_name,
            stands=_stands(each, today),
        )
        for each in reversed(shown)
    )


def _stands(referral: Referral, today: date) -> str:
    if referral.signpost.state is SignpostState.ALREADY_KNOWN and not referral.standing:
        return f"{KNOWN_ALREADY}."
    since = how_long_ago(referral.last_news_on(), today)
    words = f"{STANDS[referral.current]}, {since}."
    if referral.waits_too_long(today):
        days = count(referral.days_without_news(today), "day")
        words += f" No news for {days}: it may be time to ask."
    return words
