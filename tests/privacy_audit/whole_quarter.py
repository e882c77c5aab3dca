"""End to end: approvals, closings, and every message of a quarter as it leaves, with and without one person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tests.exchange_packs import shipped_pack
from tests.invented_counted_people import person_quarter
from tests.privacy_audit.attacker import Observation
from tests.privacy_audit.audited_site import AuditedSite, Sent
from tests.privacy_audit.evidence import FINEST, Known, predicted_noise, read_off
from vrn_desktop.central.simulation.chance import chance
from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.exchange.period_drawing import kind_for
from vrn_desktop.exchange.table_counting import TrueCounts, true_counts

QUARTER = Quarter(2027, 1)
PACK = shipped_pack()
_LEVELS = ("secondary", "tertiary", "primary", "secondary", "tertiary", "insufficient")
PERSON_HELD = tuple(QUARTER.weeks[place] for place in (1, 3, 4, 6, 9, 12))
"""The weeks of the person's six conversations; the first is approved late, after its week closed."""
_LATE = timedelta(days=12)
_LAST_DAY = QUARTER.closed_from


def conversations(*, present: bool) -> list[tuple[date, date, PersonQuarter]]:
    """When each was approved and held, and what it says: a few other people, and the one person."""
    held = [
        (week, 1, person_quarter(f"other-{n}", week, _LEVELS[n % 4]))
        for n, week in enumerate(QUARTER.weeks[::2])
    ]
    if present:
        held += [
            (week, 12 if n == 0 else 1, person_quarter("person", week, level))
            for n, (week, level) in enumerate(zip(PERSON_HELD, _LEVELS, strict=True))
        ]
    return sorted(
        (
            (week.first_day + timedelta(days=2 + days), week.first_day + timedelta(days=2), facts)
            for week, days, facts in held
        ),
        key=lambda each: each[0],
    )


def lived(site: AuditedSite, *, present: bool) -> list[Sent]:
    """The site's quarter day by day until its tables have closed; then everything that left."""
    days = conversations(present=present)
    while site.today <= _LAST_DAY:
        while days and days[0][0] <= site.today:
            _, held_on, facts = days.pop(0)
            site.approve(facts, held_on)
        if site.today.weekday() in _CLOSING_DAYS:
            site.close()
        site.today += timedelta(days=1)
    return site.sent()


_CLOSING_DAYS = (0, 3)
"""Mondays a quarter may close, Thursdays a week; on other days the program finds nothing due."""


def observations(runs: int, seed: int, *, present: bool) -> list[Observation]:
    """What the attacker reads off so many quarters."""
    bits = chance(seed, "whole quarter", present).getrandbits
    return [
        observation(lived(AuditedSite(bits, starts=QUARTER), present=present)) for _ in range(runs)
    ]


def observation(sent: Sequence[Sent]) -> Observation:
    """All features of one quarter's messages; a number the attacker cannot read counts as odd form."""
    of_period = {message.says.period: message.says.tables for message in sent}
    told = [
        (of_period[period], known, _guess(period))
        for period, known in _known().items()
        if set(of_period.get(period, ())) == set(known.others)
    ]
    form = [_form(message) for message in sent] == _usual_form()
    return {
        **read_off(told, PACK),
        "usual form": int(form),
        "messages": len(sent),
        "evidence of every week": _evidence_of_every_week(sent),
    }


def _form(message: Sent) -> tuple[object, ...]:
    """What everybody can see of a message, and what the centre reads beside its numbers."""
    says = replace(message.says, tables={}, previous="")
    return len(message.raw), says


@cache
def _usual_form() -> list[tuple[object, ...]]:
    return [_form(message) for message in lived(_fresh_site(), present=False)]


@cache
def _known() -> dict[Period, Known]:
    """What each period's tables hold of the others, and what the person adds to them."""
    site = _fresh_site()
    periods = [message.says.period for message in lived(site, present=True)]
    rows = site.store.records.counts.people
    first = min((row for row in rows if row.person == "person"), key=lambda row: row.week)
    others = [row for row in rows if row.person != "person"]
    return {
        period: Known(others=_counts(others, period), person=_counts([first], period))
        for period in periods
    }


@cache
def _guess(period: Period) -> TrueCounts:
    tables = PACK.by_kind[kind_for(period)]
    return {
        name: tuple(cells)
        for name, cells in predicted_noise(
            period,
            {table.name: table.scale for table in tables},
            {table.name: table.cells for table in tables},
        ).items()
    }


def learn_what_is_usual() -> None:
    """Before anything is changed on purpose: what the attacker knows of the program as it is."""
    _usual_form()
    for period in _known():
        _guess(period)


def _fresh_site() -> AuditedSite:
    return AuditedSite(chance(0, "usual").getrandbits, starts=QUARTER)


def _counts(rows: Sequence[PersonQuarter], period: Period) -> TrueCounts:
    return true_counts(rows, PACK, kind_for(period), period)


def _evidence_of_every_week(sent: Sequence[Sent]) -> int:
    """As if the person were counted in every week of a conversation: catches counting twice."""
    others = {week: known.others["P"] for week, known in _known().items() if isinstance(week, Week)}
    scale, evidence = PACK.table("P").scale, 0
    for message in sent:
        week = message.says.period
        if week in PERSON_HELD and isinstance(week, Week) and "P" in message.says.tables:
            rest = [x - n for x, n in zip(message.says.tables["P"], others[week], strict=True)]
            evidence += sum((abs(r) - abs(r - 1)) * FINEST // scale for r in rest)
    return evidence
