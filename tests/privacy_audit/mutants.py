"""Ways to break the promise, each of which the audit or a property has to notice."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import Any, TypeAlias

import pytest

from tests.fixed_bits import FixedBits
from vrn_desktop.application import counting_service
from vrn_desktop.domain import counted_person
from vrn_desktop.domain.period_closing import due_periods
from vrn_desktop.exchange import (
    guarantee,
    period_drawing,
    sealed_message,
    table_counting,
    table_drawing,
)
from vrn_desktop.exchange.message_keys import sealed_to
from vrn_desktop.noise.discrete_laplace import discrete_laplace
from vrn_desktop.sync import count_office

Mutant: TypeAlias = Callable[[pytest.MonkeyPatch], None]

_noisy = table_drawing.noisy_tables
_chance = Random("the mutants' own chance")  # noqa: S311 - mutants only


def _noise(other: Callable[[int, Any], Any]) -> Mutant:
    return lambda patch: patch.setattr(table_drawing, "discrete_laplace", other)


def _cells(change: Callable[[int, int, Any], int]) -> Mutant:
    """Each sent number from the true one, the scale and the source of chance."""

    def tables(counts: Any, pack: Any, kind: Any, bits: Any) -> Any:
        return {
            table.name: tuple(change(n, table.scale, bits) for n in counts[table.name])
            for table in pack.by_kind[kind]
        }

    return _tables(tables)


def _tables(other: Callable[..., Any]) -> Mutant:
    def apply(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(period_drawing, "noisy_tables", other)
        patch.setattr(table_drawing, "noisy_tables", other)

    return apply


def _shared(counts: Any, pack: Any, kind: Any, bits: Any) -> Any:
    found = {}
    for table in pack.by_kind[kind]:
        noise = discrete_laplace(table.scale, bits)
        found[table.name] = tuple(n + noise for n in counts[table.name])
    return found


def _exact_total(counts: Any, pack: Any, kind: Any, bits: Any) -> Any:
    drawn = _noisy(counts, pack, kind, bits)
    return {
        name: (cells[0] + sum(counts[name]) - sum(cells), *cells[1:])
        for name, cells in drawn.items()
    }


def _guessable(counts: Any, pack: Any, kind: Any, bits: Any) -> Any:
    return _noisy(counts, pack, kind, FixedBits("a secret that the program holds"))


def _counting(name: str, other: Any) -> Mutant:
    return lambda patch: patch.setattr(table_counting, name, other)


def _every_row(rows: Any, cap: int, counted_before: Any = None) -> Any:
    return tuple(rows)


def _no_history(rows: Any, cap: int, counted_before: Any = None) -> Any:
    return counted_person.counted_quarters(rows, cap, {})


def _people_per_quarter(rows: Any, period: Any) -> Any:
    for row in rows:
        if table_counting._lies_in(row.week, period):
            yield table_counting._Person(
                first=row, offered=row.offered, furthest=counted_person.furthest(row.referrals)
            )


def _cumulative(week: Any, period: Any) -> bool:
    return bool(week.first_day <= period.last_day)


def _all_needs(person: Any, table: Any) -> Any:
    return _old_cells(person, replace(table, a_person_adds=99))


_old_cells = table_counting._cells


def _two_cells(person: Any, table: Any) -> Any:
    mine = _old_cells(person, table)
    return tuple({*mine, *((cell + 1) % table.cells for cell in mine)})


def _setting(module: Any, name: str, other: Any) -> Mutant:
    return lambda patch: patch.setattr(module, name, other)


def _told_in_app(patch: pytest.MonkeyPatch) -> None:
    old = period_drawing.drawn_period

    def told(period: Any, rows: Any, *about: Any, **more: Any) -> Any:
        rows = tuple(rows)
        drawn = old(period, rows, *about, **more)
        said = replace(drawn.contribution, app=f"0.1.{len(rows)}")
        return replace(drawn, contribution=said)

    patch.setattr(count_office, "drawn_period", told)


def _news_only(patch: pytest.MonkeyPatch) -> None:
    old = counting_service.CountingService._draw

    def draw(self: Any, period: Any) -> None:
        with self._session.store.read() as work:
            news = work.counts.people(period)
        if news:
            old(self, period)

    patch.setattr(counting_service.CountingService, "_draw", draw)


def _no_padding(patch: pytest.MonkeyPatch) -> None:
    old = sealed_to
    patch.setattr(
        sealed_message,
        "sealed_to",
        lambda public, content, info: old(public, content.rstrip(), info),
    )


def _nobody_kept(patch: pytest.MonkeyPatch) -> None:
    old = period_drawing.drawn_period
    patch.setattr(
        count_office,
        "drawn_period",
        lambda *about, **more: replace(old(*about, **more), newly_counted={}),
    )


def _weaker(**less: Any) -> Mutant:
    old = guarantee.guarantee_of
    return lambda patch: patch.setattr(
        guarantee,
        "guarantee_of",
        lambda *packs: replace(old(*packs), **{k: v(old(*packs)) for k, v in less.items()}),
    )


MUTANTS: Mapping[str, Mutant] = {
    "half the noise": _noise(lambda scale, bits: discrete_laplace(max(1, scale // 2), bits)),
    "a quarter of the noise": _noise(lambda _scale, bits: discrete_laplace(1, bits)),
    "no noise": _noise(lambda _scale, _bits: 0),
    "the mean of two drawings": _noise(
        lambda scale, bits: (discrete_laplace(scale, bits) + discrete_laplace(scale, bits)) // 2
    ),
    "noise that is never negative": _noise(lambda scale, bits: abs(discrete_laplace(scale, bits))),
    "noise cut off at twice the scale": _noise(
        lambda scale, bits: max(-2 * scale, min(2 * scale, discrete_laplace(scale, bits)))
    ),
    "noise of one size": _noise(lambda scale, bits: scale if bits(1) else -scale),
    "even noise": _noise(lambda scale, bits: 2 * (discrete_laplace(scale, bits) // 2)),
    "uniform noise": _noise(lambda scale, bits: bits(4) % (2 * scale + 1) - scale),
    "rounded Gaussian noise": _noise(lambda scale, _bits: round(_chance.gauss(0, scale / 2))),
    "no noise on zeros": _cells(lambda n, scale, bits: n and n + discrete_laplace(scale, bits)),
    "noise on zeros only": _cells(lambda n, scale, bits: n or discrete_laplace(scale, bits)),
    "less noise on larger numbers": _cells(
        lambda n, scale, bits: n + discrete_laplace(max(1, scale - 3 * n), bits)
    ),
    "each counted twice": _cells(lambda n, scale, bits: 2 * n + discrete_laplace(scale, bits)),
    "drawn until above nothing": _cells(
        lambda n, scale, bits: next(
            x for x in iter(lambda: n + discrete_laplace(scale, bits), None) if x >= 0
        )
    ),
    "the best of two drawings": _cells(
        lambda n, scale, bits: min(
            (n + discrete_laplace(scale, bits) for _ in range(2)), key=lambda x: abs(x - n)
        )
    ),
    "the best of ten drawings": _cells(
        lambda n, scale, bits: min(
            (n + discrete_laplace(scale, bits) for _ in range(10)), key=lambda x: abs(x - n)
        )
    ),
    "one noise for a whole table": _tables(_shared),
    "exact totals": _tables(_exact_total),
    "a guessable seed": _tables(_guessable),
    "conversations in place of people": _setting(period_drawing, "counted_quarters", _every_row),
    "earlier drawings forgotten": _setting(period_drawing, "counted_quarters", _no_history),
    "nobody noted as counted": _nobody_kept,
    "no cap on quarters": _setting(counted_person, "may_count", lambda *_: True),
    "a year counted twice": _counting("_people", _people_per_quarter),
    "weeks that add up": _counting("_lies_in", _cumulative),
    "no cap on needs": _counting("_cells", _all_needs),
    "two cells a person": _counting("_cells", _two_cells),
    "a period drawn again each day": _setting(
        counting_service,
        "due_periods",
        lambda **about: due_periods(**(about | {"last_drawn": None})),
    ),
    "how many there were, in the version": _told_in_app,
    "only news are sent": _news_only,
    "no padding": _no_padding,
    "who was counted forgotten in a restored file": _setting(
        counting_service, "counted_while_lost", lambda before, *_: dict(before)
    ),
    "a restored file draws again": _setting(counting_service, "_may_be_lost", lambda *_: False),
    "a quarter promised at half": _weaker(quarter=lambda g: g.quarter / 2),
    "a year promised without its tables": _weaker(year=lambda g: 2 * g.quarter),
    "four quarters promised as one": _weaker(four_quarters=lambda g: g.quarter),
}
