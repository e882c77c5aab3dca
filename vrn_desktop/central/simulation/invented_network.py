"""Invented sites and the conversations their practitioners hold; every share here is an assumption."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from vrn_desktop.central.simulation.chance import chance, counted_from
from vrn_desktop.domain.counted_person import (
    CountedOutcome,
    CountedReferral,
    EthnicGroup,
    PersonQuarter,
    ReferralProgress,
)
from vrn_desktop.domain.identifiers import CategoryId, LevelName, LifeStageId, YoungPersonId
from vrn_desktop.domain.programme_period import Quarter, Week
from vrn_desktop.domain.setting import SettingKind

Of = TypeVar("Of")

PRACTITIONERS_A_SITE = 4.6
CONVERSATIONS_A_WEEK = 7.8
"""Of one practitioner: 277 hold about 2,150 a week in 60 sites, as in the trial of aggregates.md 1."""
SEEN_AGAIN_THIS_QUARTER = 0.1
"""How many conversations of a quarter are with somebody who had one in it before."""
CAME_BACK = 0.3
"""Of the others, how many are with somebody of an earlier quarter."""
BY_STICK = 0.25
_SPREAD = 0.8
"""Of the sites' sizes (log-normal): a few are very large."""
_WORKDAYS = 5
_LEVELS = {"primary": 0.42, "secondary": 0.34, "tertiary": 0.16, "insufficient": 0.08}
_MORE_TERTIARY = 0.03
"""In every second quarter: the change of the share that the network should be able to see."""
_ESCALATED = {"primary": 0.02, "secondary": 0.12, "tertiary": 0.5, "insufficient": 0.05}
_STAGES = {"EY": 0.02, "PR": 0.14, "EA": 0.34, "LA": 0.35, "YA": 0.13, "AD": 0.02}
_SETTINGS = dict(zip(SettingKind, (0.4, 0.2, 0.12, 0.1, 0.13, 0.05), strict=True))
_AT_THE_SITES_SETTING = 0.8
_OUTCOMES = dict(zip(CountedOutcome, (0.25, 0.25, 0.2, 0.1, 0.2), strict=True))
_ETHNIC_GROUPS = dict(zip(EthnicGroup, (0.55, 0.06, 0.2, 0.07, 0.03, 0.09), strict=True))
_PROGRESS = dict(zip(ReferralProgress, (0.15, 0.25, 0.1, 0.2, 0.3), strict=True))
_DAYS_TO_APPROVAL = {0: 0.3, 1: 0.25, 2: 0.15, 4: 0.15, 8: 0.1, 15: 0.05}
_HELP_OFFERED = {0: 0.3, 1: 0.3, 2: 0.25, 3: 0.1, 4: 0.05}


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedSite:
    """One site: how many people hold conversations there, where, and how its messages travel."""

    name: str
    practitioners: int
    setting: SettingKind
    by_stick: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One conversation: when it was held and approved, and its facts; the week is still open."""

    held_on: date
    approved_on: date
    facts: PersonQuarter


@dataclass(slots=True)
class _Seen:
    """Whom a site has met so far, so that people come back."""

    this_quarter: list[PersonQuarter] = field(default_factory=list)
    before: list[PersonQuarter] = field(default_factory=list)
    quarter: Quarter | None = None
    people: int = 0


def invented_sites(number: int, seed: int) -> tuple[InventedSite, ...]:
    """Sites of very different sizes: most have one to five practitioners, a few have twenty."""
    source = chance(seed, "sites")
    sizes = [source.lognormvariate(0, _SPREAD) for _ in range(number)]
    of_one = number * PRACTITIONERS_A_SITE / sum(sizes)
    return tuple(
        InventedSite(
            name=f"S{place:03}",
            practitioners=max(1, round(size * of_one)),
            setting=_one_of(source, _SETTINGS),
            by_stick=source.random() < BY_STICK,
        )
        for place, size in enumerate(sizes, start=1)
    )


def conversations(
    site: InventedSite, weeks: tuple[Week, ...], categories: tuple[str, ...], seed: int
) -> Iterator[Conversation]:
    """Every conversation of one site in these weeks, in the order in which they were held."""
    source, seen = chance(seed, "conversations", site.name), _Seen()
    for week in weeks:
        if seen.quarter != week.quarter:
            seen.before += seen.this_quarter
            seen.this_quarter, seen.quarter = [], week.quarter
        for time in counted_from(source, site.practitioners * CONVERSATIONS_A_WEEK):
            held_on = week.first_day + timedelta(days=int(time * _WORKDAYS))
            yield Conversation(
                held_on=held_on,
                approved_on=held_on + timedelta(days=_one_of(source, _DAYS_TO_APPROVAL)),
                facts=_facts(site, week, source, seen, categories),
            )


def _facts(
    site: InventedSite, week: Week, source: Random, seen: _Seen, categories: tuple[str, ...]
) -> PersonQuarter:
    if seen.this_quarter and source.random() < SEEN_AGAIN_THIS_QUARTER:
        known: PersonQuarter | None = source.choice(seen.this_quarter)
    elif seen.before and source.random() < CAME_BACK:
        known = source.choice(seen.before)
    else:
        known = None
        seen.people += 1
    level = _one_of(source, _levels(week.quarter))
    offered = tuple(
        CategoryId(name) for name in source.sample(categories, _one_of(source, _HELP_OFFERED))
    )
    facts = PersonQuarter(
        person=known.person if known else YoungPersonId(f"invented {site.name} {seen.people}"),
        week=week,
        level=LevelName(level),
        escalated=source.random() < _ESCALATED[level],
        life_stage=known.life_stage if known else LifeStageId(_one_of(source, _STAGES)),
        setting=(
            site.setting if source.random() < _AT_THE_SITES_SETTING else _one_of(source, _SETTINGS)
        ),
        outcome=_one_of(source, _OUTCOMES),
        offered=offered,
        referrals=tuple(
            CountedReferral(category=category, progress=_one_of(source, _PROGRESS))
            for category in offered[:2]
        ),
        ethnic_group=known.ethnic_group if known else _one_of(source, _ETHNIC_GROUPS),
    )
    seen.this_quarter.append(facts)
    return facts


def _levels(quarter: Quarter) -> dict[str, float]:
    more = _MORE_TERTIARY if quarter.number % 2 == 0 else 0.0
    return _LEVELS | {
        "tertiary": _LEVELS["tertiary"] + more,
        "primary": _LEVELS["primary"] - more,
    }


def _one_of(source: Random, shares: Mapping[Of, float]) -> Of:
    return source.choices(list(shares), weights=list(shares.values()))[0]
