"""A reply, news of a referral and the first call, as their pages show them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.invented_services import Invented
from tests.loop_office import CODE, due, entries, letter, yes
from tests.talk import CALM_CORE, answered, begun, talked
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.handover import Caller
from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.referral import HowWeKnow, ReferralState
from vrn_desktop.presenters.loop.referral_presenter import (
    AGREED,
    CHOOSE_WHAT,
    IN_THE_PAST,
    KEPT,
    NOT_A_TIME,
    NOT_BETWEEN,
    TAKEN_BACK,
    ReferralPresenter,
)
from vrn_desktop.presenters.loop.reply_presenter import (
    MISREAD,
    NOT_FOUND,
    TYPE_IT,
    ReplyPresenter,
)
from vrn_desktop.presenters.loop.typed_day import NOT_A_DAY
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place


def replying(services: Services) -> tuple[ReplyPresenter, Went]:
    went = Went()
    return ReplyPresenter(services, NameDisplay(), go=went), went


def with_letter(kind: LetterKind) -> tuple[Invented, Services, SignpostId]:
    office, services, screening = talked(CALM_CORE)
    signpost = yes(services, screening)
    record = letter(screening, signpost, kind=kind)
    office.store.records.letters[record.id] = (record, b"")
    return office, services, signpost.id


def test_the_code_of_a_slip_leads_straight_to_its_referral() -> None:
    _, services, signpost = with_letter(LetterKind.SERVICE_REFERRAL)
    page, went = replying(services)

    page.write_code(f" {CODE.lower()} ")
    page.find()

    assert (went.last.place, went.last.signpost) == (Place.REFERRAL, signpost)
    assert went.last.from_a_slip


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", TYPE_IT), ("BCD-O345", MISREAD), ("BCD", MISREAD), (CODE, NOT_FOUND)],
)
def test_a_code_that_does_not_fit_is_told_plainly(typed: str, words: str) -> None:
    _, services, screening = talked(CALM_CORE)
    yes(services, screening)
    page, went = replying(services)

    page.write_code(typed)
    page.find()

    assert page.state.code_problem == words
    assert went.routes == []
    page.write_code("B")
    assert page.state.code_problem == ""


def test_a_slip_of_a_letter_with_several_services_asks_which() -> None:
    office, services, signpost = with_letter(LetterKind.YOUNG_PERSON)
    (record, pdf) = next(iter(office.store.records.letters.values()))
    screening = services.screenings.load(record.screening_id)
    second = yes(services, screening, 1)
    named = letter(screening, second, kind=LetterKind.YOUNG_PERSON).services_named
    both = replace(record, services_named=(*record.services_named, *named))
    office.store.records.letters[record.id] = (both, pdf)
    page, went = replying(services)

    page.write_code(CODE)
    page.find()

    assert [line.id for line in page.state.found] == [signpost, second.id]
    page.choose(second.id)
    assert went.last.signpost == second.id


def test_without_a_code_it_is_picked_by_reference_and_no_name_is_typed() -> None:
    services = Invented().services()
    for name in ("Kay Invented", "Jo Pretend"):
        yes(services, answered(services, begun(services, name=name), CALM_CORE))
    page, went = replying(services)

    assert "Pretend" not in str(page.state)
    page.search("yp-0002")
    (line,) = page.state.lines
    assert "J.P. · YP-0002" in line.text
    page.choose(line.id, from_a_slip=False)

    assert not went.last.from_a_slip
    page.back()
    assert went.last.place is Place.WORKLIST


def test_with_nothing_open_the_page_says_so() -> None:
    page, _ = replying(Invented().services())
    assert page.state.empty


# -- one referral ------------------------------------------------------------------------------------


class One:
    """One referral of somebody who said yes on a Tuesday."""

    def __init__(self, *, from_a_slip: bool = False, later: int = 0) -> None:
        self.office, self.services, talk = talked(CALM_CORE)
        self.signpost = yes(self.services, talk)
        self.office.clock.go_on(timedelta(days=later))
        self.went = Went()
        self.page = ReferralPresenter(
            self.services, self.signpost.id, NameDisplay(), go=self.went, from_a_slip=from_a_slip
        )


def test_the_page_says_where_it_stands_and_how_long_nothing_was_heard() -> None:
    assert One().page.state.stands == "They said yes"
    assert One().page.state.waits == ""
    assert One(later=15).page.state.waits == "No news for 15 days. It may be time to ask."
    assert "Kay" not in str(One().page.state)


def test_a_slip_is_where_the_news_comes_from_without_choosing_it() -> None:
    one = One(from_a_slip=True)
    assert one.page.state.news.how is HowWeKnow.REPLY_SLIP

    one.page.choose_news(ReferralState.CONTACTED)
    one.page.keep_news()

    assert one.page.state.notice == KEPT
    assert one.page.state.stands == "They are in contact"
    assert one.page.state.lines[0].meaning.startswith("A reply slip.")


@pytest.mark.parametrize(
    ("what", "on", "problem"),
    [
        (None, "today", CHOOSE_WHAT),
        (ReferralState.CONTACTED, "sometime", NOT_A_DAY),
        (ReferralState.CONTACTED, "tomorrow", NOT_BETWEEN),
        (ReferralState.CONTACTED, "1 November", NOT_BETWEEN),
    ],
)
def test_what_is_missing_is_said(what: ReferralState | None, on: str, problem: str) -> None:
    one = One(later=3)
    if what is not None:
        one.page.choose_news(what)
    one.page.write_day(on)

    one.page.keep_news()

    assert one.page.state.news.problem == problem
    assert len(one.page.state.lines) == 1


def test_only_what_may_follow_is_offered() -> None:
    one = One()
    assert ReferralState.ACCEPTED not in dict(one.page.state.news.choices)

    one.page.choose_news(ReferralState.DECLINED)
    one.page.keep_news()

    assert [state for state, _ in one.page.state.news.choices] == [ReferralState.ACCEPTED]
    assert not one.page.state.may_hand_over


def test_a_mistake_is_marked_and_stays_to_be_read() -> None:
    one = One()
    one.page.choose_news(ReferralState.FIRST_APPOINTMENT)
    one.page.keep_news()
    assert not one.page.state.lines[-1].may_take_back

    one.page.take_back(one.page.state.lines[0].id)

    assert one.page.state.notice == TAKEN_BACK
    assert one.page.state.lines[0].crossed_out
    assert one.page.state.stands == "They said yes"


def test_sp_08_the_first_call_is_agreed_with_day_time_and_the_contact_of_today() -> None:
    one = One()
    one.page.plan_call()
    one.page.choose_caller(Caller.WORKER)
    one.page.write_call_day("tomorrow")
    one.page.write_call_time("9.05")

    one.page.keep_call()

    assert one.page.state.notice == AGREED
    assert one.page.state.handover is None
    contact = entries(one.services)[0].contact
    assert one.page.state.agreed == f"I call: tomorrow, 09:05. Given: {contact}. Agreed today."
    assert len(due(one.office, FollowUpKind.HANDOVER)) == 1


@pytest.mark.parametrize(
    ("on", "at", "problem"),
    [
        ("", "", NOT_A_DAY),
        ("yesterday", "", IN_THE_PAST),
        ("today", "25:00", NOT_A_TIME),
        ("today", "late", NOT_A_TIME),
    ],
)
def test_a_call_that_cannot_be_is_told(on: str, at: str, problem: str) -> None:
    one = One()
    one.page.plan_call()
    one.page.write_call_day(on)
    one.page.write_call_time(at)

    one.page.keep_call()

    assert one.page.state.handover is not None
    assert one.page.state.handover.problem == problem
    one.page.cancel_call()
    assert one.page.state.handover is None


def test_the_page_leads_on() -> None:
    one = One()
    one.page.to_person()
    one.page.back()
    assert one.went.places == [Place.YOUNG_PERSON, Place.WORKLIST]
