"""One person more or less in a site's whole life: arbitrary approvals, a clock that jumps, restored files."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction

from tests.exchange_packs import shipped_pack
from tests.fixed_bits import FixedBits
from tests.privacy_audit.audited_site import AuditedSite, Sent
from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter
from vrn_desktop.exchange import guarantee

PACK = shipped_pack()
STARTS = Quarter(2026, 4)
PERSON = YoungPersonId("person-1")
PEOPLE = (PERSON, YoungPersonId("person-2"))
"""Registered before the first copy: who is registered anew after a restore counts as another person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The clock moves (back as well), a conversation is approved, the file is copied or restored, all is closed."""

    days: int
    facts: PersonQuarter
    held_days_ago: int
    file: str = ""
    """`copy`, `restore`, or nothing."""


def life(steps: Sequence[Step], *, without: YoungPersonId | None, seed: int) -> list[Sent]:
    """Everything that leaves; the noise of a period is the same whoever is there."""
    site = AuditedSite(
        lambda _: 0,
        starts=STARTS,
        trusted_day=STARTS.first_day,
        noise_of=lambda period: FixedBits((seed, str(period))),
    )
    site.register([who for who in PEOPLE if who != without])
    kept = deepcopy(site.store.records)
    left: dict[bytes, Sent] = {}
    for step in steps:
        site.today = max(STARTS.first_day, site.today + timedelta(days=step.days))
        if step.file == "restore":
            site.store.records = deepcopy(kept)
            site.store.records.counts.restored = True
        if step.facts.person != without:
            site.approve(step.facts, site.today - timedelta(days=step.held_days_ago))
        site.hear_from_the_centre()
        site.close()
        if step.file == "copy":
            kept = deepcopy(site.store.records)
        left |= {message.raw: message for message in site.sent()}
    return list(left.values())


def forms(sent: Sequence[Sent]) -> list[tuple[object, ...]]:
    """All that messages show and say beside their numbers and the digest of the one before."""
    return [(len(each.raw), replace(each.says, tables={}, previous="")) for each in sent]


def drawn_twice(sent: Sequence[Sent]) -> list[Period]:
    """Periods with numbers in more than one message."""
    drawn = [each.says.period for each in sent if each.says.tables]
    return sorted({p for p in drawn if drawn.count(p) > 1}, key=str)


def losses_over_promise(one: Sequence[Sent], other: Sequence[Sent]) -> list[str]:
    """Windows in which the numbers differ by more than is promised, weighted by their noise."""
    loss: dict[Period, Fraction] = {}
    for mine, theirs in zip(one, other, strict=True):
        loss[mine.says.period] = loss.get(mine.says.period, Fraction(0)) + sum(
            (
                Fraction(abs(a - b), PACK.table(name).scale)
                for name, cells in mine.says.tables.items()
                for a, b in zip(cells, theirs.says.tables[name], strict=True)
            ),
            Fraction(0),
        )
    promise = guarantee.guarantee_of(PACK)
    quarters = [STARTS]
    while quarters[-1].first_day < max((p.last_day for p in loss), default=STARTS.last_day):
        quarters.append(quarters[-1].next)
    of = {q: sum(loss.get(p, Fraction(0)) for p in _within(q)) for q in quarters}
    over = [str(q) for q in quarters if of[q] > promise.quarter]
    of_year = promise.year - PACK.quarters_of_any_four * promise.quarter
    over += [str(p) for p in loss if isinstance(p, ProgrammeYear) and loss[p] > of_year]
    for start in range(len(quarters)):
        window = quarters[start : start + 4]
        years = {ProgrammeYear(q.year) for q in window}
        total = sum(of[q] for q in window) + sum(loss.get(y, Fraction(0)) for y in years)
        if total > (promise.year if len(years) == 1 else promise.four_quarters):
            over.append(f"{window[0]} and three more")
    return over


def _within(quarter: Quarter) -> tuple[Period, ...]:
    return (quarter, *quarter.weeks)


def faults(steps: Sequence[Step], seed: int) -> list[str]:
    """What of the promise one life breaks; nothing, if all is well."""
    one, other = (life(steps, without=gone, seed=seed) for gone in (None, PERSON))
    if forms(one) != forms(other):
        return ["form"]
    return [f"drawn twice: {p}" for p in drawn_twice(one)] + losses_over_promise(one, other)
