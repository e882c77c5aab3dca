"""Asked weeks later, all of it skippable; own goals are theirs; gaps are counted for the supervisor only."""

from datetime import timedelta

import pytest

from tests.invented_services import PRIYA, Invented
from tests.talk import CALM_CORE, begun, talked
from vrn_desktop.application.services import Services
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DomainError, NotAllowedError
from vrn_desktop.domain.follow_up import FollowUpKind, FollowUpStep
from vrn_desktop.domain.helping import Helping, HelpingAnswer, StillGoing
from vrn_desktop.domain.identifiers import CategoryId, FollowUpId, SignpostId
from vrn_desktop.domain.local_service import CRISIS
from vrn_desktop.domain.own_goal import MOST_GOALS
from vrn_desktop.domain.referral import ReferralState
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.domain.unmet_need import FEWEST_SHOWN, GapReason

LATER = timedelta(weeks=5)


def asked() -> tuple[Invented, Services, Screening, SignpostId, FollowUpId]:
    """A yes five weeks ago, and the first asking that is due today."""
    office, services, screening = talked(CALM_CORE)
    entry = next(
        e
        for e in services.signposting.directory().entries
        if e.category != CRISIS and not e.workers_only
    )
    signpost = services.signposting.offer(screening.id, entry, SignpostState.ACCEPTED)
    office.clock.go_on(LATER)
    today = office.clock().date()
    asking = next(row for row in services.follow_ups.today().due if row.due_on == today)
    assert asking.kind is FollowUpKind.IS_IT_HELPING
    return office, services, screening, signpost.id, asking.id


def said(
    office: Invented,
    signpost: SignpostId,
    *,
    still_going: StillGoing | None = None,
    helping: Helping | None = None,
) -> HelpingAnswer:
    return HelpingAnswer(
        signpost_id=signpost,
        on=office.clock().date(),
        at=office.clock(),
        by=office.practitioner.id,
        still_going=still_going,
        helping=helping,
    )


def test_ag_15_what_they_say_is_kept_and_is_news_of_the_referral() -> None:
    office, services, _, signpost, asking = asked()
    answer = said(office, signpost, still_going=StillGoing.YES, helping=Helping.A_BIT)

    services.loop.helping.keep(asking, [answer])

    matter = services.loop.referrals.matter(signpost)
    assert matter.helping == (answer,)
    assert matter.row.referral.current is ReferralState.STILL_ENGAGED
    assert services.follow_ups.get(asking).done_at == office.clock()


def test_leaving_out_every_answer_keeps_nothing_and_is_done() -> None:
    office, services, _, signpost, asking = asked()

    services.loop.helping.keep(asking, [said(office, signpost)])

    assert office.store.records.helping == []
    assert services.loop.referrals.matter(signpost).row.referral.current is ReferralState.ACCEPTED
    assert services.follow_ups.get(asking).done_at is not None


def test_stopping_to_go_ends_the_referral_and_rather_not_say_says_nothing() -> None:
    office, services, _, signpost, asking = asked()
    services.loop.helping.keep(
        asking, [said(office, signpost, still_going=StillGoing.RATHER_NOT_SAY)]
    )
    assert services.loop.referrals.matter(signpost).row.referral.current is ReferralState.ACCEPTED

    services.loop.helping.keep(asking, [said(office, signpost, still_going=StillGoing.STOPPED)])
    assert services.loop.referrals.matter(signpost).row.referral.current is ReferralState.ENDED


def test_the_asking_shows_how_it_is_safe_and_only_services_they_said_yes_to() -> None:
    _, services, screening, signpost, asking = asked()
    other = [
        e
        for e in services.signposting.directory().entries
        if e.category != CRISIS and not e.workers_only
    ][-1]
    services.signposting.offer(screening.id, other, SignpostState.DECLINED)

    matter = services.loop.helping.matter(asking)

    assert matter.safe_contact is None
    assert [each.signpost.id for each in matter.referrals] == [signpost]


def test_ti_41_a_try_that_reached_nobody_is_written_down_and_comes_again() -> None:
    office, services, screening, _, asking = asked()
    today = office.clock().date()

    again = services.follow_ups.could_not_reach(asking)

    assert again > today
    assert services.follow_ups.get(asking).due_on == again
    (tried,) = services.young_people.story(screening.young_person_id).tries
    assert (tried.step, tried.due_was) == (FollowUpStep.COULD_NOT_REACH, today)


def test_another_day_keeps_the_day_before_and_lies_ahead() -> None:
    office, services, screening, _, asking = asked()
    today = office.clock().date()

    services.follow_ups.postpone(asking, today + timedelta(days=2))

    assert services.follow_ups.get(asking).due_on == today + timedelta(days=2)
    (moved,) = services.young_people.story(screening.young_person_id).tries
    assert (moved.step, moved.due_was) == (FollowUpStep.POSTPONED, today)
    with pytest.raises(DomainError):
        services.follow_ups.postpone(asking, today - timedelta(days=1))


def test_skipping_an_asking_is_always_possible_and_stays_written_down() -> None:
    _, services, screening, _, asking = asked()

    services.follow_ups.not_needed(asking)

    assert services.follow_ups.get(asking).done_at is not None
    story = services.young_people.story(screening.young_person_id)
    assert [each.step for each in story.tries] == [FollowUpStep.NOT_NEEDED]


def test_ag_17_goals_are_named_stood_at_and_stopped() -> None:
    office, services, screening = talked(CALM_CORE)
    person = screening.young_person_id

    goal = services.loop.goals.name(person, "  Get to football  ", 2)
    goal = services.loop.goals.stand(goal, 5)
    (kept,) = services.loop.goals.of_person(person)
    assert (kept.words, [step.step for step in kept.steps]) == ("Get to football", [2, 5])
    assert office.store.acts[-1] == (Act.GOAL_RECORDED, person)

    services.loop.goals.stop(goal)
    assert not services.loop.goals.of_person(person)[0].is_open


def test_ag_17_three_goals_at_a_time_are_enough() -> None:
    _, services, screening = talked(CALM_CORE)
    person = screening.young_person_id
    goals = [services.loop.goals.name(person, f"Goal {n}") for n in range(MOST_GOALS)]

    with pytest.raises(DomainError):
        services.loop.goals.name(person, "One more")

    services.loop.goals.stop(goals[0])
    services.loop.goals.name(person, "One more")


def test_ag_17_goals_change_neither_level_nor_letter() -> None:
    _, services, screening = talked(CALM_CORE)
    before = services.levels.picture(screening.id).outcome

    services.loop.goals.name(screening.young_person_id, "Never hit anybody again", 0)

    assert services.levels.picture(screening.id).outcome == before
    assert "Never hit" not in str(services.letters.matter(screening.id))


def test_ag_09_another_reason_replaces_the_one_before() -> None:
    _, services, screening = talked(CALM_CORE)
    needs = services.loop.unmet_needs
    kind = CategoryId("mentoring")

    needs.record(screening.id, kind, GapReason.FULL)
    need = needs.record(screening.id, kind, GapReason.TOO_FAR)
    assert [each.reason for each in needs.of_screening(screening.id)] == [GapReason.TOO_FAR]

    needs.take_back(need)
    assert needs.of_screening(screening.id) == ()


def test_ag_09_only_a_supervisor_sees_the_counts_and_no_small_one() -> None:
    office = Invented()
    services = office.services()
    kind = CategoryId("mentoring")
    for number in range(FEWEST_SHOWN):
        talk = begun(services, name=f"Pretend {number}")
        services.loop.unmet_needs.record(talk.id, kind, GapReason.FULL)
    services.loop.unmet_needs.record(begun(services).id, kind, GapReason.REFUSED)

    with pytest.raises(NotAllowedError):
        services.loop.unmet_needs.counts()
    counts = office.as_person(PRIYA).services().loop.unmet_needs.counts()
    assert [(row.reason, row.count) for row in counts] == [
        (GapReason.FULL, FEWEST_SHOWN),
        (GapReason.REFUSED, None),
    ]
