"""What of one person in one quarter may become part of a count, and how often a person is counted at all."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from vrn_desktop.domain.identifiers import CategoryId, LevelName, LifeStageId, YoungPersonId
from vrn_desktop.domain.programme_period import Quarter, Week
from vrn_desktop.domain.setting import SettingKind

QUARTERS_IN_A_WINDOW = 4


class CountedOutcome(StrEnum):
    """How it stood with help when the quarter closed (decisions.md 19)."""

    REACHED = "reached"
    ACCEPTED = "accepted"
    NONE_WANTED = "none_wanted"
    NONE_AVAILABLE = "none_available"
    NOT_RECORDED = "not_recorded"


class ReferralProgress(StrEnum):
    """How far one referral got, as the network counts it; least far first."""

    DECLINED = "declined"
    WAITING = "waiting"
    COULD_NOT_REACH = "could_not_reach"
    CONTACTED = "contacted"
    REACHED = "reached"


class EthnicGroup(StrEnum):
    """The five broad headings of the harmonised standard, and not known."""

    WHITE = "white"
    MIXED = "mixed"
    ASIAN = "asian"
    BLACK = "black"
    OTHER = "other"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedReferral:
    """One referral as far as it counts: the kind of help and how far it got."""

    category: CategoryId
    progress: ReferralProgress


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonQuarter:
    """One young person's first approved conversation of a quarter, as flat facts; one a person and quarter.

    `week` is the open week in which the conversation was approved, so late ones stand in a later
    week than they were held in. `offered` and `referrals` stand in the order in which help was
    offered. Nothing here says who the person is; `person` only keeps rows of one person together
    and never leaves the laptop.
    """

    person: YoungPersonId
    week: Week
    level: LevelName
    escalated: bool
    life_stage: LifeStageId
    setting: SettingKind
    outcome: CountedOutcome = CountedOutcome.NOT_RECORDED
    offered: tuple[CategoryId, ...] = ()
    referrals: tuple[CountedReferral, ...] = ()
    ethnic_group: EthnicGroup = EthnicGroup.NOT_KNOWN

    @property
    def quarter(self) -> Quarter:
        """The quarter in which the person is counted."""
        return self.week.quarter


def may_count(quarter: Quarter, counted_before: Collection[Quarter], cap: int) -> bool:
    """Whether a person may be counted in a quarter, at most `cap` times in any four successive ones."""
    places = {quarter.place, *(counted.place for counted in counted_before)}
    first_windows = range(quarter.place - QUARTERS_IN_A_WINDOW + 1, quarter.place + 1)
    windows = (range(start, start + QUARTERS_IN_A_WINDOW) for start in first_windows)
    return all(sum(place in window for place in places) <= cap for window in windows)


def counted_quarters(
    rows: Iterable[PersonQuarter],
    cap: int,
    counted_before: Mapping[YoungPersonId, Collection[Week]] | None = None,
) -> tuple[PersonQuarter, ...]:
    """The rows that count: one a person and quarter (the earliest week), capped, person by person.

    Args:
        rows: any rows of any people, in any order.
        cap: in how many of any four successive quarters a person may count.
        counted_before: for each person the weeks in which they were counted and drawn. No later
            change of a record takes these back: a quarter counted already counts in that week and
            no other, even when the conversation of that week is gone and a later one is not.
    """
    history = counted_before or {}
    ordered = sorted(rows, key=lambda row: (row.person, row.week))
    counted: list[PersonQuarter] = []
    for person, theirs in groupby(ordered, key=lambda row: row.person):
        drawn = {week.quarter: week for week in sorted(history.get(person, ()), reverse=True)}
        taken = set(drawn)
        for quarter, same_quarter in groupby(theirs, key=lambda row: row.quarter):
            if may_count(quarter, taken, cap):
                taken.add(quarter)
                first = next(same_quarter)
                counted.append(replace(first, week=drawn.get(quarter, first.week)))
    return tuple(counted)


def counted_while_lost(
    counted_before: Mapping[YoungPersonId, Collection[Week]],
    people: Iterable[YoungPersonId],
    lost: Iterable[Week | Quarter],
) -> dict[YoungPersonId, frozenset[Week]]:
    """What to take as counted after an older file was restored: everybody, in every quarter touched.

    Which people were counted after the backup was made is lost with the newer file, so each person
    of the restored file counts as counted; a promise is rather kept twice than broken. It costs
    people who are left out of a quarter or two, where together with this they are over the cap.

    Args:
        counted_before: as the restored file has it.
        people: everybody in the restored file.
        lost: the weeks and quarters that were drawn between the backup and its restoring.
    """
    weeks_of = (period.weeks if isinstance(period, Quarter) else (period,) for period in lost)
    lost_weeks = sorted((week for weeks in weeks_of for week in weeks), reverse=True)
    first_lost = {week.quarter: week for week in lost_weeks}
    after: dict[YoungPersonId, frozenset[Week]] = {
        person: frozenset(weeks) for person, weeks in counted_before.items()
    }
    for person in people:
        known = after.get(person, frozenset())
        quarters = {week.quarter for week in known}
        added = (week for quarter, week in first_lost.items() if quarter not in quarters)
        after[person] = known | frozenset(added)
    return after


def furthest(referrals: Iterable[CountedReferral]) -> CountedReferral | None:
    """The referral that got furthest; of several the one offered first."""
    rank = list(ReferralProgress)
    return max(referrals, key=lambda referral: rank.index(referral.progress), default=None)
