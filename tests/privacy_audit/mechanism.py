"""The drawing alone, many times: with and without one person whose every other fact is known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TypeAlias

import opendp.prelude as dp

from tests.exchange_packs import shipped_pack
from tests.invented_counted_people import person_quarter
from tests.privacy_audit.attacker import Observation
from tests.privacy_audit.evidence import Known, Tables, read_off
from vrn_desktop.central.simulation.chance import chance
from vrn_desktop.domain.counted_person import CountedReferral, PersonQuarter, ReferralProgress
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Week
from vrn_desktop.exchange import table_counting, table_drawing
from vrn_desktop.exchange.guarantee import Window
from vrn_desktop.exchange.period_drawing import kind_for
from vrn_desktop.exchange.table_counting import TrueCounts
from vrn_desktop.exchange.table_pack import MessageKind
from vrn_desktop.noise.discrete_laplace import RandomBits

Draw: TypeAlias = Callable[[TrueCounts, MessageKind, RandomBits], Tables]

PACK = shipped_pack()
_WHOM = (CountedReferral(category=CategoryId("mental_health"), progress=ReferralProgress.WAITING),)
_NEEDS = tuple(CategoryId(name) for name in ("mental_health", "exploitation", "money_housing"))
_BATCH = 4096


def by_ours(counts: TrueCounts, kind: MessageKind, bits: RandomBits) -> Tables:
    """As the program draws."""
    return table_drawing.noisy_tables(counts, PACK, kind, bits)


def by_opendp(counts: TrueCounts, kind: MessageKind, bits: RandomBits) -> Tables:
    """The same with OpenDP's discrete Laplace noise, which comes from the system's source."""
    return {
        name: tuple(cell + next(_noise(PACK.table(name).scale)) for cell in cells)
        for name, cells in counts.items()
    }


SAMPLERS: Mapping[str, Draw] = {"ours": by_ours, "OpenDP": by_opendp}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One of the promise's windows: the periods in it, and the weeks in which the person is counted."""

    window: Window
    periods: tuple[Period, ...]
    counted_in: tuple[Week, ...]

    def person(self) -> list[PersonQuarter]:
        """Somebody who adds as much to every table as anybody can."""
        return [
            PersonQuarter(
                person=row.person,
                week=week,
                level=row.level,
                escalated=row.escalated,
                life_stage=row.life_stage,
                setting=row.setting,
                offered=_NEEDS,
                referrals=_WHOM,
            )
            for week in self.counted_in
            for row in (person_quarter(week=week),)
        ]


def _of_quarter(week: Week) -> tuple[Period, ...]:
    return week, week.quarter


_FIRST, _SECOND, _THIRD = Week(2026, 47), Week(2027, 2), Week(2027, 20)
STRETCHES = (
    Stretch(Window.QUARTER, _of_quarter(_FIRST), (_FIRST,)),
    Stretch(
        Window.YEAR,
        (*_of_quarter(_SECOND), *_of_quarter(_THIRD), ProgrammeYear(2027)),
        (_SECOND, _THIRD),
    ),
    Stretch(
        Window.FOUR_QUARTERS,
        (*_of_quarter(_FIRST), *_of_quarter(_SECOND), ProgrammeYear(2026), ProgrammeYear(2027)),
        (_FIRST, _SECOND),
    ),
)


def observations(
    stretch: Stretch, draw: Draw, runs: int, seed: int, *, present: bool
) -> list[Observation]:
    """What the attacker reads off so many drawings of the stretch."""
    rows = stretch.person()
    drawn_from = [
        (
            kind_for(period),
            table_counting.true_counts(rows if present else [], PACK, kind_for(period), period),
        )
        for period in stretch.periods
    ]
    known = [
        Known(others=_counts([], period), person=_counts(rows, period))
        for period in stretch.periods
    ]
    found = []
    bits = chance(seed, "mechanism", stretch.window, present).getrandbits
    for _ in range(runs):
        told = [
            (draw(counts, kind, bits), knowing, None)
            for (kind, counts), knowing in zip(drawn_from, known, strict=True)
        ]
        found.append(read_off(told, PACK))
    return found


def _counts(rows: Sequence[PersonQuarter], period: Period) -> TrueCounts:
    return table_counting.true_counts(rows, PACK, kind_for(period), period)


@cache
def _noise(scale: int) -> Iterator[int]:
    return chain.from_iterable(iter(lambda: opendp_draws(scale, _BATCH), None))


def opendp_draws(scale: int, number: int) -> list[int]:
    """So many draws of OpenDP's integer Laplace mechanism around nothing."""
    dp.enable_features("contrib")
    space = dp.vector_domain(dp.atom_domain(T="i64")), dp.l1_distance(T="i64")
    mechanism = dp.m.make_laplace(*space, scale=float(scale))
    draws: list[int] = mechanism([0] * number)
    return draws
