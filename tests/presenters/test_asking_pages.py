"""Is it helping, own goals, gaps and contacts that changed, as their pages show them."""

from datetime import timedelta

import pytest

from tests.invented_services import PRIYA, Invented
from tests.loop_office import entries, with_old_number, yes
from tests.talk import CALM_CORE, begun, talked
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.helping import Helping, StillGoing, WantedNext
from vrn_desktop.domain.identifiers import FollowUpId
from vrn_desktop.domain.own_goal import STEP_WORDS
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.unmet_need import FEWEST_SHOWN, GapReason
from vrn_desktop.presenters.due_lines import DueLine
from vrn_desktop.presenters.home_presenter import HomePresenter
from vrn_desktop.presenters.loop.check_in_presenter import CheckInPresenter
from vrn_desktop.presenters.loop.gap_list_presenter import FEW, GapListPresenter
from vrn_desktop.presenters.loop.gaps_presenter import CHOOSE_BOTH, GapsPresenter
from vrn_desktop.presenters.loop.goals_presenter import (
    STOPPED,
    TOO_LONG,
    WORDS_MISSING,
    GoalsPresenter,
)
from vrn_desktop.presenters.loop.outdated_presenter import (
    HANDLED,
    ONLY_IN_PERSON,
    OutdatedPresenter,
)
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.young_person_presenter import YoungPersonPresenter


class Asking:
    """The first asking of somebody who said yes to two services five weeks ago."""

    def __init__(self) -> None:
        self.office, self.services, self.talk = talked(CALM_CORE)
        self.offers = [yes(self.services, self.talk, place) for place in (0, 1)]
        self.office.clock.go_on(timedelta(weeks=5))
        self.asking = self.first_asking()
        self.went = Went()
        self.page = CheckInPresenter(self.services, self.asking, NameDisplay(), go=self.went)

    def first_asking(self) -> FollowUpId:
        return min(
            (
                each
                for each in self.office.store.records.follow_ups.values()
                if each.kind is FollowUpKind.IS_IT_HELPING
            ),
            key=lambda each: each.due_on,
        ).id

    @property
    def is_done(self) -> bool:
        return self.office.store.records.follow_ups[self.asking].done_at is not None


def test_safe_contact_stands_there_and_has_to_be_asked_first() -> None:
    asking = Asking()

    assert asking.page.state.contact == ("Not asked yet, so no way of contact counts as safe.",)
    assert asking.page.state.ask_again
    asking.page.ask_safe_contact()
    assert (asking.went.last.place, asking.went.last.young_person) == (
        Place.SAFE_CONTACT,
        asking.talk.young_person_id,
    )


def test_asked_today_it_need_not_be_asked_again() -> None:
    asking = Asking()
    contact = SafeContact(asked_on=asking.office.clock().date(), take_paper=SafeReply.YES)
    asking.services.letters.keep_safe_contact(asking.talk.young_person_id, contact)

    page = CheckInPresenter(asking.services, asking.asking, NameDisplay(), go=Went())

    assert not page.state.ask_again


def test_nothing_is_chosen_before_they_said_it_and_each_service_is_asked_on_its_own() -> None:
    asking = Asking()
    first, second = asking.page.state.services
    assert (first.still_going, first.helping, first.next) == (None, None, None)

    asking.page.helping(first.id, Helping.A_BIT)
    asking.page.still_going(second.id, StillGoing.NOT_YET)
    asking.page.wanted_next(second.id, WantedNext.GO_ON)
    asking.page.would_help(second.id, "A lift home.")

    first, second = asking.page.state.services
    assert (first.helping, first.still_going) == (Helping.A_BIT, None)
    assert (second.still_going, second.next) == (StillGoing.NOT_YET, WantedNext.GO_ON)

    asking.page.keep()
    kept = asking.office.store.records.helping
    assert [each.helping for each in kept] == [Helping.A_BIT, None]
    assert kept[1].would_help == "A lift home."
    assert asking.is_done
    assert asking.went.last.place is Place.WORKLIST


def test_skipping_keeps_nothing_and_is_done() -> None:
    asking = Asking()
    asking.page.helping(asking.page.state.services[0].id, Helping.WORSE)

    asking.page.skip()

    assert asking.office.store.records.helping == []
    assert asking.is_done


def test_could_not_reach_and_later_leave_it_to_be_asked() -> None:
    asking = Asking()
    asking.page.later()
    assert not asking.is_done
    asking.page.could_not_reach()
    assert not asking.is_done
    assert asking.went.places == [Place.WORKLIST, Place.WORKLIST]


def test_what_they_said_last_time_stands_beside_the_second_asking() -> None:
    asking = Asking()
    asking.page.helping(asking.page.state.services[0].id, Helping.A_LOT)
    asking.page.keep()
    asking.office.clock.go_on(timedelta(weeks=7))
    second = next(row.id for row in asking.services.follow_ups.today().due)

    page = CheckInPresenter(asking.services, second, NameDisplay(), go=Went())

    assert page.state.services[0].before.endswith(": Helping: Yes, a lot.")


def test_the_name_is_masked_until_it_is_shown_and_trouble_is_told() -> None:
    asking = Asking()
    assert asking.page.state.who == "K.I. · YP-0001"
    asking.page.switch_names()
    assert asking.page.state.who == "Kay Invented · YP-0001"
    asking.page.to_person()
    assert asking.went.last.place is Place.YOUNG_PERSON

    asking.office.store.refuses = DiskFullError()
    asking.page.keep()
    assert "disk is full" in asking.page.state.problem


# -- own goals ---------------------------------------------------------------------------------------


def goals(services: Services) -> GoalsPresenter:
    return GoalsPresenter(services, begun(services).young_person_id)


def test_ag_17_a_goal_is_kept_in_their_words_and_the_ladder_speaks_words() -> None:
    page = goals(Invented().services())
    page.start_naming()
    page.write("get 2 footy on time")
    page.choose(3)
    page.keep_goal()

    (line,) = page.state.goals
    assert line.words == "“get 2 footy on time”"
    assert line.now == STEP_WORDS[3]
    assert line.story == (f"Today: {STEP_WORDS[3]} (3)",)

    page.look_at(line.id)
    page.choose(6)
    page.keep_step()
    assert page.state.goals[0].steps == (3, 6)


def test_ag_17_a_step_is_not_needed_and_stopping_takes_one_press() -> None:
    page = goals(Invented().services())
    page.start_naming()
    page.write("Sleep")
    page.keep_goal()
    (line,) = page.state.goals
    assert (line.now, line.steps) == ("", ())

    page.look_at(line.id)
    page.keep_step()
    assert page.state.goals[0].steps == ()
    page.stop(line.id)
    assert page.state.goals == ()
    assert page.state.notice == STOPPED


@pytest.mark.parametrize(("words", "problem"), [("  ", WORDS_MISSING), ("x" * 201, TOO_LONG)])
def test_a_goal_without_words_or_with_too_many_is_told(words: str, problem: str) -> None:
    page = goals(Invented().services())
    page.start_naming()
    page.write(words)
    page.keep_goal()

    assert page.state.problem == problem
    assert page.state.goals == ()
    page.cancel()
    assert not page.state.naming


def test_a_fourth_goal_is_not_offered() -> None:
    page = goals(Invented().services())
    for number in range(3):
        assert page.state.may_name
        page.start_naming()
        page.write(f"Goal {number}")
        page.keep_goal()
    assert not page.state.may_name


# -- gaps --------------------------------------------------------------------------------------------


def test_ag_09_a_gap_is_two_choices_and_can_be_taken_off() -> None:
    office = Invented()
    services = office.services()
    page = GapsPresenter(services, begun(services).id)
    page.begin()
    page.keep()
    assert page.state.problem == CHOOSE_BOTH

    category, name = page.state.categories[0]
    page.choose_category(category)
    page.choose_reason(GapReason.TOO_FAR)
    page.keep()

    assert not page.state.opened
    assert [line.text for line in page.state.lines] == [f"{name}: it is too far away"]
    assert office.store.acts[-1][0] is Act.UNMET_NEED_RECORDED
    page.take_back(page.state.lines[0].id)
    assert page.state.lines == ()


def test_ag_09_the_supervisors_list_hides_small_counts() -> None:
    office = Invented()
    services = office.services()
    category = services.content.services().categories[0]
    for _ in range(FEWEST_SHOWN):
        services.loop.unmet_needs.record(begun(services).id, category.id, GapReason.FULL)
    services.loop.unmet_needs.record(begun(services).id, category.id, GapReason.REFUSED)
    went = Went()

    page = GapListPresenter(office.as_person(PRIYA).services(), go=went)

    assert [(row.category, row.reason, row.count) for row in page.state.rows] == [
        (category.name, "It is full", "5"),
        (category.name, "It said no", FEW),
    ]
    page.back()
    assert went.last.place is Place.WORKLIST
    assert "role" in GapListPresenter(services, go=went).state.problem


# -- contacts that changed ---------------------------------------------------------------------------


def test_h7_the_list_says_what_was_given_what_is_right_now_and_how_to_tell_them() -> None:
    _, services = with_old_number()
    went = Went()
    page = OutdatedPresenter(services, NameDisplay(), go=went)

    (line,) = page.state.lines
    assert line.text == "Invented Boxing Club · K.I. · YP-0001"
    assert line.meaning == (
        "It has another number now. Given on 24 November 2026: 01632 960111. Now: 01632 960222."
    )
    assert line.safe == ONLY_IN_PERSON
    page.switch_names()
    assert "Kay Invented" in page.state.lines[0].text

    page.tell(line)
    page.handled(line)
    assert page.state.notice == HANDLED
    assert page.state.empty
    page.back()
    assert went.places == [Place.YOUNG_PERSON, Place.HOME]


def test_h7_home_has_a_line_while_somebody_holds_an_old_contact() -> None:
    _, services = with_old_number()
    went = Went()
    home = HomePresenter(services, NameDisplay(), go=went)

    lines: list[DueLine] = [each for each in home.state.due if "out of date" in each.text]
    assert [line.text for line in lines] == ["1 contact you gave is out of date"]
    home.open(lines[0])
    assert went.last.place is Place.OUT_OF_DATE

    (row,) = services.loop.freshness.to_tell()
    services.loop.freshness.handled(row)
    home.load()
    assert not any("out of date" in each.text for each in home.state.due)


# -- the person's page -------------------------------------------------------------------------------


def test_the_persons_page_shows_what_became_of_each_service_and_what_is_next() -> None:
    asking = Asking()
    went = Went()
    page = YoungPersonPresenter(
        asking.services, asking.talk.young_person_id, NameDisplay(), go=went
    )

    assert [line.name for line in page.state.help] == [
        entry.name for entry in reversed(entries(asking.services)[:2])
    ]
    assert "They said yes, 5 weeks ago. No news for 35 days" in page.state.help[0].stands
    page.open_help(page.state.help[0])
    asked = next(line for line in page.state.ahead if line.text == "Ask if it is helping")
    page.open(asked)
    assert went.places == [Place.REFERRAL, Place.FOLLOW_UP]

    asking.page.helping(asking.page.state.services[0].id, Helping.A_BIT)
    asking.page.keep()
    page.load()
    assert any(line.meaning == "Helping: A bit." for line in page.state.behind)
