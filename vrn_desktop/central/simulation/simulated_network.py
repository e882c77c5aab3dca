"""The network by its calendar: every morning sites approve, close what is due, and send what waits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from vrn_desktop.central.simulation.chance import chance
from vrn_desktop.central.simulation.invented_network import (
    Conversation,
    conversations,
    invented_sites,
)
from vrn_desktop.central.simulation.journeys import Intake, Journeys
from vrn_desktop.central.simulation.simulated_site import Membership, SimulatedSite
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.domain.sending_pause import delay_after_closing
from vrn_desktop.exchange.message_keys import SigningKey
from vrn_desktop.exchange.table_pack import ListName, TablePack

_MORNING = time(9, 0, tzinfo=UTC)
_LONGEST_WAIT = timedelta(days=200)
"""After the last closing; by then every stick has been on its way more than ten times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedNetwork:
    """All sites after their weeks, and what became of their messages."""

    pack: TablePack
    weeks: tuple[Week, ...]
    sites: tuple[SimulatedSite, ...]
    journeys: Journeys

    @property
    def forms(self) -> set[tuple[tuple[Period, int], ...]]:
        """Number, order and length of each site's messages: a single form if they tell nothing."""
        return {
            tuple((waiting.period, len(waiting.raw)) for waiting in site.outbox)
            for site in self.sites
        }

    @property
    def not_delivered(self) -> int:
        """Messages still without a receipt."""
        return sum(not waiting.delivered for site in self.sites for waiting in site.outbox)


def site_key(seed: int, name: str) -> SigningKey:
    """An invented site's key, the same for the same seed."""
    return SigningKey.from_private(sha256(f"invented key of {seed}/{name}".encode()).digest())


def weeks_from(starts: Quarter, number: int) -> tuple[Week, ...]:
    """So many weeks from the start of a quarter."""
    weeks = [starts.weeks[0]]
    while len(weeks) < number:
        weeks.append(weeks[-1].next)
    return tuple(weeks)


def lived_through(
    pack: TablePack,
    *,
    sites: int,
    weeks: int,
    seed: int,
    members: Mapping[str, Membership],
    intake: Intake,
) -> SimulatedNetwork:
    """An invented network after so many weeks, with every message receipted.

    Args:
        pack: the tables in force.
        sites: how many.
        weeks: from the start of the members' first quarter.
        seed: everything that looks like chance follows from it, the noise too.
        members: each site's enrolment, by its name (see `invented_sites`).
        intake: the centre's door.
    """
    span = weeks_from(next(iter(members.values())).starts, weeks)
    network = SimulatedNetwork(
        pack=pack,
        weeks=span,
        sites=tuple(
            SimulatedSite(
                about=about,
                pack=pack,
                member=members[about.name],
                signer=site_key(seed, about.name),
                bits=chance(seed, "noise", about.name),
            )
            for about in invented_sites(sites, seed)
        ),
        journeys=Journeys(intake=intake, luck=chance(seed, "journeys")),
    )
    categories = _categories(pack)
    approved = [
        _by_approval(conversations(site.about, span, categories, seed)) for site in network.sites
    ]
    today, number, last = span[0].first_day, 0, _last_closing(span)
    while today <= last or (network.not_delivered and today <= last + _LONGEST_WAIT):
        morning = datetime.combine(today, _MORNING)
        for site, days in zip(network.sites, approved, strict=True):
            for conversation in days.get(today, ()):
                site.approve(conversation)
            if today <= last:
                site.close(morning, morning + delay_after_closing(site.about.name))
            network.journeys.of(site, number, morning)
        today, number = today + timedelta(days=1), number + 1
    return network


def _by_approval(held: Iterable[Conversation]) -> Mapping[date, list[Conversation]]:
    days: dict[date, list[Conversation]] = defaultdict(list)
    for conversation in held:
        days[conversation.approved_on].append(conversation)
    return days


def _last_closing(span: tuple[Week, ...]) -> date:
    """The day of the last closing of a period that lies in these weeks whole."""
    last = span[-1]
    whole: list[Period] = [last]
    if last == last.quarter.weeks[-1]:
        whole.append(last.quarter)
        if last.quarter == ProgrammeYear(last.quarter.year).quarters[-1]:
            whole.append(ProgrammeYear(last.quarter.year))
    return max(period.closed_from for period in whole)


def _categories(pack: TablePack) -> tuple[str, ...]:
    """Every kind of help that the pack's tables know."""
    lists = {codes.name: codes for table in pack.tables for codes in table.by}
    needs = lists[ListName.NEED].entries if ListName.NEED in lists else ()
    return tuple(code for entry in needs for code in entry.of)
