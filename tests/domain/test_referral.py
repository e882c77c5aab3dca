"""The way of a referral: news is only ever added, what is derived agrees with a simple model, corrections stay."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.invented_referrals import OFFERED_ON, TODAY, news, offered
from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.domain.referral import (
    PATIENCE,
    WAY,
    Reached,
    Referral,
    ReferralEvent,
    ReferralState,
    answered_state,
    furthest_of,
)
from vrn_desktop.domain.signposting import SignpostState

S = ReferralState


def after(*states: ReferralState, answer: SignpostState = SignpostState.ACCEPTED) -> Referral:
    """A referral with one piece of news a week."""
    referral = offered(answer)
    for number, state in enumerate(states, start=1):
        day = OFFERED_ON + timedelta(weeks=number)
        referral = referral.with_event(news(state, day, number=number), today=TODAY)
    return referral


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (SignpostState.OFFERED, S.OFFERED),
        (SignpostState.ACCEPTED, S.ACCEPTED),
        (SignpostState.DECLINED, S.DECLINED),
        (SignpostState.ALREADY_KNOWN, S.OFFERED),
        (SignpostState.NOT_AVAILABLE, S.OFFERED),
    ],
)
def test_sp_07_an_offer_of_the_first_schema_reads_as_its_answer(
    answer: SignpostState, state: ReferralState
) -> None:
    assert answered_state(answer) is state
    assert offered(answer).current is state


def test_ag_14_the_furthest_state_is_never_taken_away_by_what_follows() -> None:
    referral = after(S.CONTACTED, S.FIRST_APPOINTMENT, S.COULD_NOT_REACH, S.ENDED)

    assert referral.current is S.ENDED
    assert referral.furthest is S.FIRST_APPOINTMENT
    assert referral.reached is Reached.REACHED


@pytest.mark.parametrize(
    ("states", "reached"),
    [
        ((), Reached.WAITING),
        ((S.CONTACTED,), Reached.CONTACTED),
        ((S.COULD_NOT_REACH,), Reached.COULD_NOT_REACH),
        ((S.CONTACTED, S.COULD_NOT_REACH), Reached.COULD_NOT_REACH),
        ((S.DECLINED,), Reached.DECLINED),
        ((S.FIRST_APPOINTMENT,), Reached.REACHED),
        ((S.STILL_ENGAGED, S.ENDED), Reached.REACHED),
        ((S.CONTACTED, S.ENDED), Reached.CONTACTED),
        ((S.ENDED,), Reached.WAITING),
    ],
)
def test_a_referral_counts_in_the_yearly_table_as_its_states_say(
    states: tuple[ReferralState, ...], reached: Reached
) -> None:
    assert after(*states).reached is reached


def test_sp_08_a_first_call_is_agreed_until_they_have_been_there() -> None:
    assert after().awaits_first_call
    assert after(S.CONTACTED, S.COULD_NOT_REACH).awaits_first_call
    assert not after(S.FIRST_APPOINTMENT).awaits_first_call
    assert not after(S.FIRST_APPOINTMENT, S.STILL_ENGAGED).awaits_first_call
    assert not after(S.DECLINED).awaits_first_call


def test_an_offer_without_an_answer_counts_nowhere() -> None:
    assert offered(SignpostState.OFFERED).reached is None
    assert offered(SignpostState.ALREADY_KNOWN).reached is None
    assert furthest_of([offered(SignpostState.OFFERED)]) is None


def test_of_several_referrals_the_furthest_counts() -> None:
    waiting, declined = offered(), offered(SignpostState.DECLINED)

    assert furthest_of([declined, waiting]) is Reached.WAITING
    assert furthest_of([declined, after(S.COULD_NOT_REACH)]) is Reached.COULD_NOT_REACH
    assert furthest_of([after(S.CONTACTED), after(S.FIRST_APPOINTMENT)]) is Reached.REACHED


def test_news_taken_back_stays_to_be_read_and_counts_no_longer() -> None:
    referral = after(S.CONTACTED, S.FIRST_APPOINTMENT)
    wrong = referral.events[-1]

    righted = referral.with_event(news(None, number=9, takes_back=wrong.id), today=TODAY)

    assert wrong in righted.events
    assert len(righted.events) == 3
    assert righted.current is S.CONTACTED
    assert righted.furthest is S.CONTACTED


def test_what_does_not_stand_cannot_be_taken_back() -> None:
    referral = after(S.CONTACTED)
    back = news(None, number=9, takes_back=referral.events[0].id)
    righted = referral.with_event(back, today=TODAY)

    with pytest.raises(DomainError):
        righted.with_event(
            replace(back, id=news(None, number=8, takes_back=back.id).id), today=TODAY
        )


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (SignpostState.OFFERED, S.CONTACTED),
        (SignpostState.DECLINED, S.FIRST_APPOINTMENT),
        (SignpostState.ACCEPTED, S.ACCEPTED),
        (SignpostState.ACCEPTED, S.OFFERED),
    ],
)
def test_news_follows_from_where_things_stand(answer: SignpostState, state: ReferralState) -> None:
    with pytest.raises(DomainError):
        offered(answer).with_event(news(state), today=TODAY)


@pytest.mark.parametrize("on", [OFFERED_ON - timedelta(days=1), TODAY + timedelta(days=1)])
def test_news_lies_between_the_offer_and_today(on: date) -> None:
    with pytest.raises(DomainError):
        offered().with_event(news(S.CONTACTED, on), today=TODAY)


def test_news_of_another_offer_is_refused() -> None:
    other = replace(news(S.CONTACTED), signpost_id=SignpostId("other"))
    with pytest.raises(DomainError):
        offered().with_event(other, today=TODAY)


def test_news_heard_late_does_not_change_where_things_stand() -> None:
    referral = after(S.CONTACTED, S.FIRST_APPOINTMENT)
    late = news(S.CONTACTED, OFFERED_ON, number=5)

    heard = referral.with_event(late, today=TODAY)

    assert heard.current is S.FIRST_APPOINTMENT
    assert late in heard.standing


def test_a_mind_can_be_changed_both_ways() -> None:
    referral = after(S.DECLINED, S.ACCEPTED, S.CONTACTED)

    assert referral.current is S.CONTACTED
    assert referral.first_yes == OFFERED_ON


def test_somebody_should_ask_once_patience_is_over() -> None:
    referral = offered()
    patience = PATIENCE[S.ACCEPTED]

    assert not referral.waits_too_long(OFFERED_ON + patience)
    assert referral.waits_too_long(OFFERED_ON + patience + timedelta(days=1))
    assert not after(S.ENDED).waits_too_long(TODAY)
    assert not offered(SignpostState.DECLINED).waits_too_long(TODAY)


def test_an_event_says_a_state_or_takes_back_another() -> None:
    with pytest.raises(DomainError):
        news(None)
    with pytest.raises(DomainError):
        news(S.CONTACTED, takes_back=news(S.CONTACTED).id)


@st.composite
def histories(draw: st.DrawFn) -> tuple[SignpostState, list[ReferralEvent]]:
    """News in any order of days, and now and then a piece taken back."""
    answer = draw(st.sampled_from(SignpostState))
    events: list[ReferralEvent] = []
    for number in range(draw(st.integers(0, 8))):
        day = OFFERED_ON + timedelta(days=draw(st.integers(0, 60)))
        earlier = [event.id for event in events if event.state is not None]
        takes_back: bool = draw(st.booleans())
        if earlier and takes_back:
            back = draw(st.sampled_from(earlier))
            events.append(news(None, day, number=number, takes_back=back))
        else:
            state = draw(st.sampled_from(ReferralState))
            events.append(news(state, day, number=number))
    return answer, events


@given(histories())
def test_any_history_loses_nothing_and_agrees_with_a_simple_model(
    history: tuple[SignpostState, list[ReferralEvent]],
) -> None:
    answer, events = history
    referral = Referral(signpost=offered(answer).signpost, events=tuple(events))
    gone = {event.takes_back for event in events}
    kept = [event for event in events if event.state is not None and event.id not in gone]

    latest = answered_state(answer)
    for event in kept:  # the last of the latest day wins
        if event.state is not None and event.on >= max(e.on for e in kept):
            latest = event.state
    states = {answered_state(answer), *(event.state for event in kept)}
    ranks = [WAY.index(state) for state in WAY if state in states]

    assert referral.events == tuple(events)
    assert sorted(event.id for event in referral.standing) == sorted(e.id for e in kept)
    assert referral.current is latest
    assert WAY.index(referral.furthest) == max(ranks, default=0)


@given(histories())
def test_whatever_is_accepted_is_kept_whole(
    history: tuple[SignpostState, list[ReferralEvent]],
) -> None:
    answer, events = history
    referral = offered(answer)
    taken: list[ReferralEvent] = []
    for event in events:
        try:
            referral = referral.with_event(event, today=TODAY)
        except DomainError:
            continue
        taken.append(event)
        assert referral.events == tuple(taken)
        assert referral.furthest in WAY
        if referral.furthest in (S.FIRST_APPOINTMENT, S.STILL_ENGAGED):
            assert referral.reached is Reached.REACHED
