"""Again is not twice, a copied database shows, and the order of arrival decides nothing."""

from collections.abc import Iterable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange_messages import contribution, sealed
from vrn_desktop.domain.programme_period import Period, Week
from vrn_desktop.exchange.message_chain import (
    Arrival,
    ChainEvent,
    ChainHead,
    Judgement,
    Outcome,
    PeriodKey,
    arrival_of,
    judged,
    numbers_count,
)
from vrn_desktop.exchange.payload import FIRST_PREV, PeriodState
from vrn_desktop.exchange.sealed_message import message_digest
from vrn_desktop.exchange.table_pack import MessageKind

WEEKS = [Week(2026, number) for number in range(40, 54)]
ACCEPTED = Judgement(outcome=Outcome.ACCEPTED)


class Site:
    """An invented database that sends; a copy of it sends on from the same place."""

    def __init__(self, name: str = "S001", head: ChainHead | None = None) -> None:
        self.name = name
        self.head = ChainHead() if head is None else head

    def sends(
        self, period: Period, state: PeriodState = PeriodState.OK, draw: str = "first"
    ) -> Arrival:
        said = contribution(
            MessageKind.P,
            period=period,
            state=state,
            head=self.head,
            seed=(draw, period),
            site=self.name,
        )
        raw = sealed(said)
        self.head = self.head.after(raw)
        return arrival_of(said, message_digest(raw))

    def copied(self) -> "Site":
        return Site(self.name, self.head)


def centre(arrivals: Iterable[Arrival]) -> tuple[list[Arrival], list[Judgement]]:
    """What the centre keeps, and how it judged each arrival."""
    kept: list[Arrival] = []
    judgements = []
    for arrival in arrivals:
        judgement = judged(arrival, kept)
        judgements.append(judgement)
        if judgement.outcome is Outcome.ACCEPTED:
            kept.append(arrival)
    return kept, judgements


SENDING = Site()
FOURTEEN = [SENDING.sends(week) for week in WEEKS]


def test_the_first_message_follows_none() -> None:
    assert FOURTEEN[0].previous == FIRST_PREV
    assert [arrival.number for arrival in FOURTEEN] == list(range(1, 15))
    assert FOURTEEN[1].previous == FOURTEEN[0].digest


def test_the_key_of_a_period_is_site_kind_and_period() -> None:
    assert str(FOURTEEN[0].key) == "S001/P/2026-W40"
    assert FOURTEEN[0].key == PeriodKey(site="S001", kind=MessageKind.P, period=WEEKS[0])


@settings(max_examples=60, deadline=None)
@given(order=st.permutations(FOURTEEN * 5))
def test_any_order_any_number_of_times_keeps_each_once(order: Sequence[Arrival]) -> None:
    kept, judgements = centre(order)
    assert sorted(kept, key=lambda a: a.number) == FOURTEEN
    assert [j.outcome for j in judgements].count(Outcome.DUPLICATE) == 4 * len(FOURTEEN)
    assert not any(judgement.events for judgement in judgements)


def test_a_copied_database_shows_at_every_period_it_sends() -> None:
    original = Site()
    before = [original.sends(week) for week in WEEKS[:5]]
    copy = original.copied()
    mine = [original.sends(week) for week in WEEKS[5:10]]
    theirs = [copy.sends(week, draw="second") for week in WEEKS[5:10]]
    kept, judgements = centre([*before, *mine, *theirs])
    assert kept == [*before, *mine]
    assert (
        judgements[10:]
        == [
            Judgement(
                outcome=Outcome.CONFLICT,
                events=frozenset({ChainEvent.SECOND_DRAW, ChainEvent.FORK}),
            )
        ]
        * 5
    )


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_copy_is_noticed_in_every_order_of_arrival(data: st.DataObject) -> None:
    original = Site()
    first = original.sends(WEEKS[0])
    copy = original.copied()
    mine, theirs = original.sends(WEEKS[1]), copy.sends(WEEKS[1], draw="second")
    order = data.draw(st.permutations([first, mine, theirs]))
    kept, judgements = centre(order)
    assert len(kept) == 2
    assert {event for j in judgements for event in j.events} == set(ChainEvent)


def test_a_copy_that_sends_another_period_is_a_fork_and_its_numbers_are_kept() -> None:
    original = Site()
    first = original.sends(WEEKS[0])
    copy = original.copied()
    kept, judgements = centre([first, original.sends(WEEKS[1]), copy.sends(WEEKS[2])])
    assert len(kept) == 3
    assert judgements[2] == Judgement(outcome=Outcome.ACCEPTED, events=frozenset({ChainEvent.FORK}))


def test_a_copy_ahead_of_its_original_is_noticed_by_what_it_follows() -> None:
    original = Site()
    first = original.sends(WEEKS[0])
    copy = original.copied()
    mine = original.sends(WEEKS[1])
    arrivals = [first, mine, copy.sends(WEEKS[1], draw="second"), copy.sends(WEEKS[2])]
    for order in (arrivals, [*arrivals[:1], arrivals[3], mine]):
        kept, judgements = centre(order)
        assert ChainEvent.FORK in judgements[-1].events
        assert len(kept) == 3


def test_a_restored_database_says_missing_and_takes_no_numbers_away() -> None:
    original = Site()
    before = [original.sends(WEEKS[0])]
    backup = original.copied()
    sent = original.sends(WEEKS[1])
    missing = backup.sends(WEEKS[1], PeriodState.MISSING)
    for order in ([*before, sent, missing], [*before, missing, sent]):
        kept, judgements = centre(order)
        assert kept == order
        assert numbers_count([a for a in kept if a.key.period == WEEKS[1]])
        assert judgements[2].events == {ChainEvent.FORK}


def test_a_period_that_is_withdrawn_does_not_count_whatever_comes_first() -> None:
    site = Site()
    sent = site.sends(WEEKS[0])
    withdrawn = site.sends(WEEKS[0], PeriodState.WITHDRAWN)
    for order in ([sent, withdrawn], [withdrawn, sent]):
        kept, judgements = centre(order)
        assert judgements == [ACCEPTED, ACCEPTED]
        assert not numbers_count(kept)
    assert numbers_count([sent])
    assert not numbers_count([])


def test_a_withdrawn_period_takes_no_second_drawing() -> None:
    site = Site()
    arrivals = [
        site.sends(WEEKS[0]),
        site.sends(WEEKS[0], PeriodState.WITHDRAWN),
        site.sends(WEEKS[0], draw="second"),
    ]
    _, judgements = centre(arrivals)
    assert judgements[2].outcome is Outcome.CONFLICT
    assert judgements[2].events == {ChainEvent.SECOND_DRAW}


def test_other_sites_are_other_chains() -> None:
    one, other = Site("S001"), Site("S002")
    _, judgements = centre([one.sends(WEEKS[0]), other.sends(WEEKS[0])])
    assert judgements == [ACCEPTED, ACCEPTED]
