"""News of referrals, what was said to help, and tries that reached nobody, as lines of a young person's story."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vrn_desktop.application.young_person_service import Story
from vrn_desktop.domain.follow_up import FollowUpStep
from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.domain.referral import HowWeKnow
from vrn_desktop.presenters.loop.loop_words import HOW_WE_KNOW, PROMISES, STANDS
from vrn_desktop.presenters.loop.news_lines import ASKED, helping_words
from vrn_desktop.presenters.wording import full_date, local_date

TRIES = {
    FollowUpStep.COULD_NOT_REACH: "Tried, nobody was reached",
    FollowUpStep.POSTPONED: "Moved to another day",
    FollowUpStep.NOT_NEEDED: "No longer needed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryNews:
    """One thing that happened; `signpost_id` leads to the referral it is about."""

    on: date
    icon: str
    text: str
    meaning: str
    signpost_id: SignpostId | None = None


def story_news(story: Story) -> Iterator[StoryNews]:
    """Everything that stands; what was taken back is only on the referral's own page."""
    for referral in story.referrals:
        for event in referral.standing:
            if event.state is None or event.how is HowWeKnow.CHOSEN_TOGETHER:
                continue
            yield StoryNews(
                on=event.on,
                icon="footprints",
                text=f"{referral.signpost.service_name}: {STANDS[event.state].lower()}",
                meaning=f"{HOW_WE_KNOW[event.how]}.",
                signpost_id=referral.signpost.id,
            )
    names = {each.signpost.id: each.signpost.service_name for each in story.referrals}
    for answer in story.helping:
        yield StoryNews(
            on=answer.on,
            icon="message-circle",
            text=f"{ASKED}: {names.get(answer.signpost_id, '')}",
            meaning=helping_words(answer),
            signpost_id=answer.signpost_id,
        )
    kinds = {each.id: each.kind for each in story.follow_ups}
    for tried in story.tries:
        kind = kinds.get(tried.follow_up_id)
        if kind is not None:
            yield StoryNews(
                on=local_date(tried.at),
                icon="phone",
                text=f"{PROMISES[kind]}: {TRIES[tried.step].lower()}",
                meaning=f"It was due on {full_date(tried.due_was)}.",
            )
