"""The walk some weeks later: the first call, news of it, own goals, is it helping, all that is due."""

from PySide6.QtWidgets import QWidget

from ui.shell import Shell
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.local_service import CRISIS
from vrn_desktop.domain.referral import ReferralState
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test.asking import ask, look_at, session_of, the_screening
from vrn_desktop.self_test.stage import Stage, StepFailedError


def loop(stage: Stage, shell: Shell) -> None:
    """From the yes to what became of it, on every page of the loop."""
    services = session_of(shell).services
    screening = the_screening(stage, shell)
    person = ask(stage, shell, lambda: services.screenings.load(screening)).young_person_id
    referrals = ask(stage, shell, lambda: services.loop.referrals.of_person(person))
    chosen = [each for each in referrals if each.is_open and each.signpost.category != CRISIS]
    if not chosen:
        raise StepFailedError("no service was chosen that can be asked about")
    signpost = chosen[0].signpost.id
    shell.go(Route(place=Place.REFERRAL, signpost=signpost))
    _first_call(stage)
    _news(stage)
    matter = ask(stage, shell, lambda: services.loop.referrals.matter(signpost))
    if matter.row.referral.current is not ReferralState.CONTACTED or matter.handover is None:
        raise StepFailedError("the news or the first call was not kept")
    story = ask(stage, shell, lambda: services.young_people.story(person))
    asking = next(
        (each for each in story.follow_ups if each.kind is FollowUpKind.IS_IT_HELPING), None
    )
    if asking is None:
        raise StepFailedError("the first yes brought no asking whether it helps")
    shell.go(Route(place=Place.FOLLOW_UP, follow_up=asking.id, young_person=person))
    _goal(stage)
    _is_it_helping(stage)
    said = ask(stage, shell, lambda: services.loop.referrals.matter(signpost)).helping
    if not said:
        raise StepFailedError("what was said to help was not kept")
    for place, name in (
        (Place.REPLY, "a-reply-came"),
        (Place.OUT_OF_DATE, "contacts-that-changed"),
    ):
        look_at(stage, shell, Route(place=place), name)
    calendar = ask(stage, shell, lambda: services.loop.calendar.calendar(with_alarm=True))
    if b"BEGIN:VEVENT" not in calendar:
        raise StepFailedError("the calendar is empty although something is due")


def _first_call(stage: Stage) -> None:
    stage.find("referral-call", QWidget)
    stage.click("referral-call")
    stage.click("call-who-together")
    stage.write("call-day", "tomorrow")
    stage.write("call-time", "15:30")
    stage.picture("first-call")
    stage.click("call-keep")
    stage.wait(lambda: "We call together: tomorrow, 15:30" in stage.words(), "the call is agreed")


def _news(stage: Stage) -> None:
    stage.click("news-what-contacted")
    stage.click("news-how-young_person")
    stage.click("news-keep")
    stage.wait(lambda: "They told me." in stage.words(), "the news is noted")
    stage.picture("what-became-of-it")


def _goal(stage: Stage) -> None:
    stage.find("goals-add", QWidget)
    stage.click("goals-add")
    stage.write("goal-words", "Sleep through the night")
    stage.click("goal-step-4")
    stage.click("goal-keep")
    stage.find("goal-0-ladder", QWidget)


def _is_it_helping(stage: Stage) -> None:
    stage.click("asked-0-going-yes")
    stage.click("asked-0-helping-a_bit")
    stage.picture("is-it-helping")
    stage.click("check-in-keep")
    stage.find("worklist-calendar", QWidget)
    stage.picture("all-that-is-due")
