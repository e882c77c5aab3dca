"""What somebody gains who sees every message and knows nearly everything else, beside the best guess without them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, lgamma, log, sqrt
from random import Random
from statistics import fmean, stdev

from vrn_desktop.central.simulation.chance import chance
from vrn_desktop.central.simulation.simulated_network import SimulatedNetwork
from vrn_desktop.central.simulation.simulated_site import SimulatedSite, TrueQuarter
from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.exchange.guarantee import highest_posterior
from vrn_desktop.exchange.table_pack import CountTable, PeriodKind, TablePack
from vrn_desktop.noise.discrete_laplace import discrete_laplace

PEOPLE_ASKED = 4000
SENDINGS = 5
SINGLE, SMALL = 1, 5
"""Cells in which fewer people than this are to be expected: at most one person mostly, or a few."""
GOAL_OF_RECOVERY = 1.0
"""The most that exact recovery may gain where a number may be one person, in percentage points."""
_FURTHEST = 60
_NINETEEN_OF_TWENTY = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """How often an attacker is right, in per cent of tries, without and with the messages."""

    name: str
    tries: int
    without: float
    with_messages: float
    give_or_take: float
    """How far `with_messages` may lie off by chance, 19 times in 20, in percentage points."""
    promised_at_most: float | None = None
    """What the promise allows; None where the question is about groups, not about one person."""
    goal: float | None = None
    """The most that `gain` should be, in percentage points."""

    @property
    def gain(self) -> float:
        """In percentage points."""
        return self.with_messages - self.without

    @property
    def is_over(self) -> bool:
        """Whether more is gained than promised or meant, by more than chance explains."""
        surely = self.with_messages - self.give_or_take
        promised = self.promised_at_most is None or surely <= self.promised_at_most
        return not promised or (self.goal is not None and surely - self.without > self.goal)


def attacks_on(network: SimulatedNetwork, seed: int) -> tuple[Attack, ...]:
    """Every attack that the simulation knows, on the messages that were sent."""
    found = [
        _subtraction(network),
        _small_cells(network, 0, SINGLE),
        _small_cells(network, SINGLE, SMALL),
    ]
    by_table = _tables_of_a_quarter(network.pack)
    asked = _people_asked(network, chance(seed, "people asked"))
    if asked:
        everything = tuple(by_table)
        found += [
            _membership(f"Was this person there? From {_together(names)}", asked, names, network)
            for names in (*((name,) for name in everything), *_overlapping(by_table), everything)
        ]
        found.append(_drawn_again(asked, chance(seed, "drawn again and again")))
    return tuple(found)


def _tables_of_a_quarter(pack: TablePack) -> Mapping[str, CountTable]:
    return {table.name: table for table in pack.tables if table.period is not PeriodKind.YEAR}


def _together(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"table {names[0]}"
    return f"tables {', '.join(names[:-1])} and {names[-1]} together"


def _overlapping(tables: Mapping[str, CountTable]) -> list[tuple[str, ...]]:
    """The tables of a quarter that count the same people under a list they share."""
    names = tuple(name for name, table in tables.items() if table.period is PeriodKind.QUARTER)
    return [names] if 1 < len(names) < len(tables) else []


@dataclass(frozen=True, slots=True)
class _Trace:
    """One number that a person adds one to: its noise's scale, and the noise that lies on it."""

    table: str
    scale: int
    noise: int
    place: tuple[str, Period, int]


_Traces = Sequence[_Trace]


def _people_asked(network: SimulatedNetwork, source: Random) -> list[_Traces]:
    """The traces of some people who were there, chosen by chance."""
    there = [(site, person) for site in network.sites for person in site.people]
    chosen = source.sample(there, min(PEOPLE_ASKED, len(there)))
    tables = _tables_of_a_quarter(network.pack)
    return [_traces(site, person, tables) for site, person in chosen]


def _traces(site: SimulatedSite, person: TrueQuarter, tables: Mapping[str, CountTable]) -> _Traces:
    found = []
    for name, indicator in person.cells.items():
        weekly = tables[name].period is PeriodKind.WEEK
        period: Period = person.week if weekly else person.quarter
        for cell, ones in enumerate(indicator):
            if ones:
                noise = site.sent[period][name][cell] - site.truth[period][name][cell]
                place = (site.about.name, period, cell)
                found.append(_Trace(name, tables[name].scale, noise, place))
    return found


def _membership(
    name: str, asked: Sequence[_Traces], tables: Sequence[str], network: SimulatedNetwork
) -> Attack:
    """The attacker knows everybody else and every fact of the person but whether they were there.

    Noise does not depend on who is there, so each person stands for both worlds: with them the
    number lies one higher than without.
    """
    right = []
    for traces in asked:
        told = [trace for trace in traces if trace.table in tables]
        there = _right(sum(_evidence(t.noise + 1, t.scale) for t in told))
        away = 1 - _right(sum(_evidence(t.noise, t.scale) for t in told))
        right.append((there + away) / 2)
    fewest = min(len({t.place for ts in asked for t in ts if t.table == each}) for each in tables)
    loss = sum((network.pack.table(table).loss for table in tables), Fraction(0))
    return Attack(
        name=name,
        tries=2 * len(right),
        without=50.0,
        with_messages=100 * fmean(right),
        give_or_take=_give_or_take(right, fewest),
        promised_at_most=float(100 * highest_posterior(Fraction(1, 2), loss)),
    )


def _drawn_again(asked: Sequence[_Traces], source: Random) -> Attack:
    """What the program never does: new noise at each sending; shows why a period is drawn once."""
    right = []
    for traces in asked:
        for there in (1, 0):
            evidence = sum(
                _evidence(there + discrete_laplace(trace.scale, source.getrandbits), trace.scale)
                for trace in traces
                for _ in range(SENDINGS)
            )
            right.append(_right(evidence) if there else 1 - _right(evidence))
    return Attack(
        name=f"The same, if {SENDINGS} sendings were {SENDINGS} drawings (the program draws once)",
        tries=len(right),
        without=50.0,
        with_messages=100 * fmean(right),
        give_or_take=_give_or_take(right, len(right)),
    )


def _evidence(over_the_others: int, scale: int) -> float:
    """How much a number speaks for the person: the log of the likelihoods' ratio."""
    return (abs(over_the_others) - abs(over_the_others - 1)) / scale


def _right(evidence: float) -> float:
    """1 where the guess "was there" follows, a half where a coin must be tossed."""
    return 0.5 if evidence == 0 else float(evidence > 0)


def _give_or_take(right: Sequence[float], independent: int) -> float:
    """Several people share one number's noise, so only independent numbers count as tries."""
    spread = stdev(right) if len(right) > 1 else 0.0
    return 100 * _NINETEEN_OF_TWENTY * spread / sqrt(max(1, min(len(right), independent)))


def _subtraction(network: SimulatedNetwork) -> Attack:
    """The urgent ones of one site's week, from what came new with a sync; the site's mean is known."""
    weekly = _first(network.pack, PeriodKind.WEEK)
    without, with_messages = [], []
    for site in network.sites:
        weeks = [period for period in site.truth if isinstance(period, Week)]
        true = [site.truth[week][weekly.name][0] for week in weeks]
        for week, count in zip(weeks, true, strict=True):
            prior = _poisson(fmean(true))
            without.append(_best(prior) == count)
            seen = site.sent[week][weekly.name][0]
            with_messages.append(_best(_after(prior, seen, weekly.scale)) == count)
    return Attack(
        name="The exact number of new urgent cases at one site, by subtracting two syncs",
        tries=len(without),
        without=100 * fmean(without),
        with_messages=100 * fmean(with_messages),
        give_or_take=_give_or_take(with_messages, len(with_messages)),
    )


def _small_cells(network: SimulatedNetwork, at_least: float, below: float) -> Attack:
    """Exact numbers of cells of the largest table, where so many people are to be expected."""
    table = max(_quarterly(network.pack), key=lambda each: each.cells)
    without, with_messages = [], []
    for site in network.sites:
        quarters = [period for period in site.truth if isinstance(period, Quarter)]
        for cell in range(table.cells if quarters else 0):
            true = [site.truth[quarter][table.name][cell] for quarter in quarters]
            if at_least <= fmean(true) < below:
                prior = _poisson(fmean(true))
                for quarter, count in zip(quarters, true, strict=True):
                    seen = site.sent[quarter][table.name][cell]
                    without.append(_best(prior) == count)
                    with_messages.append(_best(_after(prior, seen, table.scale)) == count)
    return Attack(
        name=(
            f"The exact number in a cell of table {table.name} at one site where "
            f"{at_least} to {below} people are to be expected"
        ),
        tries=len(without),
        without=100 * fmean(without or [0]),
        with_messages=100 * fmean(with_messages or [0]),
        give_or_take=_give_or_take(with_messages, len(with_messages)),
        goal=GOAL_OF_RECOVERY if below == SINGLE else None,
    )


def _quarterly(pack: TablePack) -> list[CountTable]:
    return [table for table in pack.tables if table.period is PeriodKind.QUARTER]


def _first(pack: TablePack, kind: PeriodKind) -> CountTable:
    return next(table for table in pack.tables if table.period is kind)


def _poisson(mean: float) -> list[float]:
    """How likely each count is to somebody who knows the mean only."""
    mean = max(mean, 1e-9)
    return [exp(n * log(mean) - mean - lgamma(n + 1)) for n in range(_FURTHEST)]


def _after(prior: Sequence[float], seen: int, scale: int) -> list[float]:
    """How likely each count is once the noisy number is seen (Bayes; the noise is public)."""
    return [chance_of * exp(-abs(seen - n) / scale) for n, chance_of in enumerate(prior)]


def _best(chances: Sequence[float]) -> int:
    return max(range(len(chances)), key=chances.__getitem__)
