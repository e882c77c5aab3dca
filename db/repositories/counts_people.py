"""Everybody's flat facts of one period, in a handful of statements however many people there are."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from sqlalchemy import Select, bindparam, select

from db.record_access import Record, RecordAccess
from db.records.aftertalk import EQUALITY
from db.records.counts import COUNT_WEEK
from db.records.escalations import ESCALATION
from db.records.level_decisions import LEVEL_DECISION
from db.records.referrals import REFERRAL_EVENT, UNMET_NEED
from db.records.screenings import SCREENING
from db.records.signposts import SIGNPOST
from db.repositories.referral_rows import to_event
from db.repositories.signposts import to_domain as to_signpost
from db.repositories.written_values import read_table
from vrn_desktop.domain.counted_facts import APPROVING, ApprovedConversation, counted_facts
from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.equality import ETHNIC_GROUP
from vrn_desktop.domain.identifiers import LevelName, LifeStageId, YoungPersonId
from vrn_desktop.domain.programme_period import (
    Period,
    ProgrammeYear,
    Quarter,
    Week,
    period_from_text,
)
from vrn_desktop.domain.referral import Referral, ReferralEvent
from vrn_desktop.domain.setting import SettingKind

_IN_PERIOD = COUNT_WEEK.c.week.between(bindparam("first"), bindparam("last"))


def _of_period(query: Select[tuple[object, ...]]) -> Select[tuple[object, ...]]:
    return query.where(_IN_PERIOD)


_CONVERSATIONS = _of_period(
    select(
        COUNT_WEEK.c.week,
        SCREENING.c.id,
        SCREENING.c.young_person_id,
        SCREENING.c.life_stage,
        SCREENING.c.setting_kind,
    ).join(SCREENING, SCREENING.c.id == COUNT_WEEK.c.screening_id)
)
_DECISIONS = _of_period(
    select(LEVEL_DECISION.c.screening_id, LEVEL_DECISION.c.state, LEVEL_DECISION.c.final_level)
    .join(COUNT_WEEK, COUNT_WEEK.c.screening_id == LEVEL_DECISION.c.screening_id)
    .order_by(LEVEL_DECISION.c.id)
)
_ESCALATED = _of_period(
    select(ESCALATION.c.screening_id).join(
        COUNT_WEEK, COUNT_WEEK.c.screening_id == ESCALATION.c.screening_id
    )
)
_OFFERS = _of_period(
    select(SIGNPOST)
    .join(COUNT_WEEK, COUNT_WEEK.c.screening_id == SIGNPOST.c.screening_id)
    .order_by(SIGNPOST.c.offered_at, SIGNPOST.c.id)
)
_NEWS = _of_period(
    select(REFERRAL_EVENT)
    .join(SIGNPOST, SIGNPOST.c.id == REFERRAL_EVENT.c.signpost_id)
    .join(COUNT_WEEK, COUNT_WEEK.c.screening_id == SIGNPOST.c.screening_id)
    .order_by(REFERRAL_EVENT.c.seq)
)
_GAPS = _of_period(
    select(UNMET_NEED.c.screening_id).join(
        COUNT_WEEK, COUNT_WEEK.c.screening_id == UNMET_NEED.c.screening_id
    )
)
_OWN_WORDS = _of_period(
    select(EQUALITY.c.young_person_id, EQUALITY.c.codes)
    .distinct()
    .join(SCREENING, SCREENING.c.young_person_id == EQUALITY.c.young_person_id)
    .join(COUNT_WEEK, COUNT_WEEK.c.screening_id == SCREENING.c.id)
)


def people_of(access: RecordAccess, period: Period) -> tuple[PersonQuarter, ...]:
    """The facts of every conversation that counts in the period, in the order of first approval."""
    key = _weeks_of(period)
    # A dictionary keeps the place of the first confirmation and the level of the last.
    levels: dict[str, LevelName] = {
        screening: level
        for screening, state, level in access.rows(_DECISIONS, key)
        if state in APPROVING
    }
    conversations = {row["id"]: row for row in access.records(_CONVERSATIONS, key)}
    escalated = {screening for (screening,) in access.rows(_ESCALATED, key)}
    gaps = {screening for (screening,) in access.rows(_GAPS, key)}
    referrals = _referrals(access, key)
    groups = {
        person: read_table(codes).get(ETHNIC_GROUP, "")
        for person, codes in access.rows(_OWN_WORDS, key)
    }
    return tuple(
        counted_facts(
            ApprovedConversation(
                person=YoungPersonId(row["young_person_id"]),
                week=week_of(row["week"]),
                level=level,
                escalated=screening in escalated,
                life_stage=LifeStageId(row["life_stage"]),
                setting=SettingKind(row["setting_kind"]),
                referrals=tuple(referrals.get(screening, ())),
                gap=screening in gaps,
                own_words_group=groups.get(row["young_person_id"], ""),
            )
        )
        for screening, level in levels.items()
        for row in (conversations[screening],)
    )


@cache
def week_of(text: str) -> Week:
    """The week a column holds; there are few of them and many rows."""
    week = period_from_text(text)
    if not isinstance(week, Week):
        raise TypeError("a week is expected")
    return week


def _referrals(access: RecordAccess, key: Record) -> Mapping[str, list[Referral]]:
    news: dict[str, list[ReferralEvent]] = defaultdict(list)
    for record in access.records(_NEWS, key):
        news[record["signpost_id"]].append(to_event(record))
    found: dict[str, list[Referral]] = defaultdict(list)
    for record in access.records(_OFFERS, key):
        referral = Referral(signpost=to_signpost(record), events=tuple(news.get(record["id"], ())))
        found[record["screening_id"]].append(referral)
    return found


def _weeks_of(period: Period) -> Record:
    match period:
        case Week():
            weeks: tuple[Week, ...] = (period,)
        case Quarter():
            weeks = period.weeks
        case ProgrammeYear():
            weeks = tuple(week for quarter in period.quarters for week in quarter.weeks)
    return {"first": str(weeks[0]), "last": str(weeks[-1])}
