"""A young person's story over time: what is ahead, and what has been, newest first."""

from dataclasses import dataclass
from datetime import date

from vrn_desktop.application.ports.rows import ScreeningRow
from vrn_desktop.application.young_person_service import Story
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.identifiers import FollowUpId, LetterId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import LetterEventKind, LetterRecord
from vrn_desktop.presenters.level_words import short_title
from vrn_desktop.presenters.loop.loop_words import PROMISES
from vrn_desktop.presenters.loop.story_news import StoryNews, story_news
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.next_step import STILL_TO_TELL, next_step
from vrn_desktop.presenters.wording import day_seen_from, local_date, mid_sentence

GIVEN = {
    LetterChannel.HAND: "They took it with them",
    LetterChannel.POST: "It went by post",
    LetterChannel.KEPT: "We keep it for them",
    LetterChannel.READ_ALOUD: "It was read aloud",
    LetterChannel.DECLINED: "They did not want it",
    LetterChannel.DELIVERED: "It was given to the person it is for",
}

LETTERS = {
    LetterKind.YOUNG_PERSON: "Letter to take home",
    LetterKind.PARENT_CARER: "Letter to a parent or carer",
    LetterKind.SERVICE_REFERRAL: "Letter to a service",
    LetterKind.SCHOOL: "Letter to school",
    LetterKind.WALLET_CARD: "Card for the pocket",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One thing that happened or is due; `verb` opens it, `done` marks a promise as kept."""

    day: date
    when: str
    icon: str
    text: str
    meaning: str
    verb: str = ""
    route: Route | None = None
    done: FollowUpId | None = None


def lines_ahead(story: Story, today: date) -> tuple[StoryLine, ...]:
    """Promises nobody has noted as kept, the earliest first."""
    promised = (
        StoryLine(
            day=each.due_on,
            when=day_seen_from(each.due_on, today),
            icon="phone",
            text=_promise_title(each, story),
            meaning=_promise_words(each, today),
            verb="" if (way := _way_to(each)) is None else "Open",
            route=way,
            done=each.id,
        )
        for each in story.follow_ups
        if each.done_at is None
    )
    return tuple(sorted(promised, key=lambda line: line.day))


def lines_behind(story: Story, today: date, instrument: Instrument) -> tuple[StoryLine, ...]:
    """What has been, newest first."""
    lines = (
        *(_news(news, today) for news in story_news(story)),
        *(_talk(row, today, instrument) for row in story.screenings),
        *(_letter(record, today) for record in story.letters),
        *(_kept(each, today) for each in story.follow_ups if each.done_at is not None),
    )
    return tuple(sorted(lines, key=lambda line: line.day, reverse=True))


def _promise_title(promise: FollowUp, story: Story) -> str:
    names = {each.signpost.id: each.signpost.service_name for each in story.referrals}
    about = names.get(promise.signpost_id, "") if promise.signpost_id is not None else ""
    return f"{PROMISES[promise.kind]}: {about}" if about else PROMISES[promise.kind]


def _way_to(promise: FollowUp) -> Route | None:
    """The page on which it is done, where that is not this one."""
    if promise.kind is FollowUpKind.IS_IT_HELPING:
        person = promise.young_person_id
        return Route(place=Place.FOLLOW_UP, follow_up=promise.id, young_person=person)
    if promise.signpost_id is not None:
        return Route(place=Place.REFERRAL, signpost=promise.signpost_id)
    return None


def _news(news: StoryNews, today: date) -> StoryLine:
    return StoryLine(
        day=news.on,
        when=day_seen_from(news.on, today),
        icon=news.icon,
        text=news.text,
        meaning=news.meaning,
        verb="" if news.signpost_id is None else "Open",
        route=(
            None
            if news.signpost_id is None
            else Route(place=Place.REFERRAL, signpost=news.signpost_id)
        ),
    )


def _promise_words(promise: FollowUp, today: date) -> str:
    late = "Not noted as done yet." if promise.due_on < today else ""
    return " ".join(part for part in (f"{promise.how}." if promise.how else "", late) if part)


def _talk(row: ScreeningRow, today: date, instrument: Instrument) -> StoryLine:
    step = next_step(row)
    begun = local_date(row.started_at)
    parts = (
        step.stands,
        short_title(instrument, row.level),
        STILL_TO_TELL.lower() if row.open_escalations else "",
    )
    return StoryLine(
        day=begun,
        when=day_seen_from(begun, today),
        icon="message-circle",
        text="Conversation",
        meaning=" · ".join(part for part in parts if part),
        verb=step.verb,
        route=step.route(row),
    )


def _letter(record: LetterRecord, today: date) -> StoryLine:
    made = local_date(record.made_at)
    given = record.given
    words = "Kept in the file, not given yet"
    if record.is_recalled:
        words = "Taken back"
    elif given is not None and given.channel is not None:
        words = GIVEN[given.channel]
    elif any(event.kind is LetterEventKind.PRINTED for event in record.events):
        words = "Printed, not noted as given yet"
    return StoryLine(
        day=made,
        when=day_seen_from(made, today),
        icon="mail",
        text=LETTERS[record.kind],
        meaning=words,
        verb="Open",
        route=Route(place=Place.LETTER, screening=record.screening_id, letter=LetterId(record.id)),
    )


def _kept(promise: FollowUp, today: date) -> StoryLine:
    done = local_date(promise.done_at) if promise.done_at else promise.due_on
    due = mid_sentence(day_seen_from(promise.due_on, today))
    return StoryLine(
        day=done,
        when=day_seen_from(done, today),
        icon="calendar-check",
        text=f"{PROMISES[promise.kind]}: done",
        meaning=f"Promised for {due}. {promise.how}".strip(),
    )
