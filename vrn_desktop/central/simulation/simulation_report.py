"""What one simulated network showed: journeys, utility, attacks and the promise, in figures and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from vrn_desktop.central.simulation.attacks import Attack, attacks_on
from vrn_desktop.central.simulation.simulated_network import SimulatedNetwork
from vrn_desktop.central.simulation.utility import (
    COVERED_AT_LEAST,
    COVERED_AT_MOST,
    GOAL_OF_CHANGE,
    TableError,
    Utility,
    utility_of,
)
from vrn_desktop.central.site_numbers import SiteNumbersSource
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.guarantee import guarantee_of
from vrn_desktop.exchange.guarantee_words import (
    NOT_COVERED,
    WindowPromise,
    how_it_is_kept,
    promises,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Travelled:
    """What became of the messages."""

    messages: int
    bytes_each: tuple[int, ...]
    """Every length that occurred: a single one, whatever was sent."""
    forms: int
    """Different rows of number, order and length among the sites: a single one."""
    arrived: int
    arrived_again: int
    lost: int
    answers_lost: int
    without_receipt: int
    hours_to_receipt: float
    """The median."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationReport:
    """Everything that one run showed; the same seed gives the same report."""

    sites: int
    weeks: int
    starts: str
    seed: int
    people_a_quarter: int
    """Young people counted, in the mean over quarters that closed."""
    travelled: Travelled
    utility: Utility
    attacks: tuple[Attack, ...]
    promises: tuple[WindowPromise, ...]
    how_it_is_kept: str
    not_covered: tuple[str, ...]

    @property
    def goals_missed(self) -> tuple[str, ...]:
        """Which goals of usefulness and of privacy this network does not reach."""
        missed = [
            f"{each.name}: median error {each.median:.1f} %, goal {each.goal:.0f} %"
            for each in self.utility.tables
            if each.goal is not None and each.median > each.goal
        ]
        change = self.utility.change
        if change is not None and change.error > GOAL_OF_CHANGE:
            missed.append(f"change of a share: {change.error:.2f} points, goal {GOAL_OF_CHANGE}")
        if not COVERED_AT_LEAST <= self.utility.covered <= COVERED_AT_MOST:
            missed.append(f"95 % intervals: {self.utility.covered:.1f} % hold the truth")
        missed += [
            f"an attacker gains too much: {each.name}" for each in self.attacks if each.is_over
        ]
        return tuple(missed)


def report_on(
    network: SimulatedNetwork, at_the_centre: SiteNumbersSource, seed: int
) -> SimulationReport:
    """Measure one network that was lived through, by the numbers that the centre has."""
    quarters = {p for site in network.sites for p in site.truth if isinstance(p, Quarter)}
    counted = sum(len(site.people) for site in network.sites)
    return SimulationReport(
        sites=len(network.sites),
        weeks=len(network.weeks),
        starts=str(network.weeks[0]),
        seed=seed,
        people_a_quarter=counted // max(1, len(quarters)),
        travelled=_travelled(network),
        utility=utility_of(network, at_the_centre, seed),
        attacks=attacks_on(network, seed),
        promises=promises(guarantee_of(network.pack)),
        how_it_is_kept=how_it_is_kept(network.pack),
        not_covered=NOT_COVERED,
    )


def _travelled(network: SimulatedNetwork) -> Travelled:
    journeys, boxes = network.journeys, [site.outbox for site in network.sites]
    return Travelled(
        messages=sum(map(len, boxes)),
        bytes_each=tuple(sorted({len(waiting.raw) for box in boxes for waiting in box})),
        forms=len(network.forms),
        arrived=journeys.arrived,
        arrived_again=journeys.again,
        lost=journeys.lost,
        answers_lost=journeys.answers_lost,
        without_receipt=network.not_delivered,
        hours_to_receipt=median(journeys.hours_to_receipt or [0.0]),
    )


def in_words(report: SimulationReport) -> Iterator[str]:
    """The report line by line, for an Information Governance lead."""
    yield (
        f"An invented network: {report.sites} sites, {report.weeks} weeks from {report.starts}, "
        f"seed {report.seed}. Nobody in it exists."
    )
    yield f"Young people counted in a quarter: {report.people_a_quarter:,}."
    yield from _journeys_in_words(report.travelled)
    yield from _utility_in_words(report.utility)
    yield from _attacks_in_words(report.attacks)
    yield from ("", "WHAT IS PROMISED (computed from the tables in force)")
    yield from (f"  {promise.sentence}" for promise in report.promises)
    yield f"  {report.how_it_is_kept}"
    yield from ("", "WHAT THE PROMISE DOES NOT SAY", *(f"  {each}" for each in report.not_covered))
    yield ""
    yield from (f"GOAL MISSED  {missed}" for missed in report.goals_missed)
    if not report.goals_missed:
        yield "Every goal was reached in this network."


def _journeys_in_words(told: Travelled) -> Iterator[str]:
    lengths = " and ".join(f"{length:,}" for length in told.bytes_each)
    yield from ("", "WHAT TRAVELLED")
    yield f"  {told.messages:,} messages of {lengths} bytes; {told.without_receipt} without a receipt."
    yield (
        f"  {told.arrived:,} arrivals, {told.arrived_again:,} of them again; {told.lost:,} lost on "
        f"the way, {told.answers_lost:,} answers lost; half had their receipt within "
        f"{told.hours_to_receipt:.0f} hours of being drawn."
    )
    same = "the same for every site" if told.forms == 1 else f"{told.forms} DIFFERENT FORMS"
    yield f"  Number, order and length of messages: {same}."


def _utility_in_words(utility: Utility) -> Iterator[str]:
    yield from ("", "WHAT THE NETWORK GAINS: how far its tables lie from the truth")
    yield "  half within  19 of 20 within  truth in its interval   table"
    for each in utility.tables:
        goal = "" if each.goal is None else f"   (goal: half within {each.goal:.0f} %)"
        yield (
            f"  {each.median:9.1f} %  {each.worst_twentieth:13.1f} %  {each.covered:20.1f} %"
            f"   {_called(each)}{goal}"
        )
    yield f"  All 95 % intervals together hold the truth in {utility.covered:.1f} % of cases."
    if utility.change is not None:
        yield (
            f"  The tertiary level's share changed by {utility.change.true_change:.1f} points from "
            f"quarter to quarter; seen within {utility.change.error:.2f} points "
            f"(root mean square; goal {GOAL_OF_CHANGE})."
        )


def _called(error: TableError) -> str:
    return f"{error.name}: {error.title}"


def _attacks_in_words(attacks: tuple[Attack, ...]) -> Iterator[str]:
    yield from ("", "WHAT AN ATTACKER GAINS who sees every message and knows all the rest")
    yield "  right without  with the messages  promised at most   question"
    for each in attacks:
        most = f"{each.promised_at_most:.1f} %" if each.promised_at_most is not None else "-"
        yield (
            f"  {each.without:11.1f} %  {each.with_messages:8.1f} ± {each.give_or_take:3.1f} %"
            f"  {most:>16}   {each.name}"
        )
    yield "  The same message sent again is the same bytes: copies tell nothing more."
    yield "  A figure with ± may lie above what is promised by chance; the privacy audit measures closer."
    yield "  Numbers of groups are not promised to be secret; whether one person is among them is."
