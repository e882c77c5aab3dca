"""The pages that close the loop, with real clicks and keys."""

from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from tests.invented_services import PRIYA, Invented
from tests.loop_office import CODE, entries, letter, with_old_number, yes
from tests.talk import CALM_CORE, answered, begun
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.loop.gap_card import GapCard
from ui.loop.goals_card import GoalsCard
from ui.loop.loop_screens import loop_builders
from ui.loop.save_calendar import SaveCalendar
from ui.loop.worklist_screen import NOT_SAVED, WorklistScreen
from ui.save_copy import SaveOutcome
from ui.screen import AnyScreen, Screen
from ui.services.choose_services_screen import ChooseServicesScreen
from ui.widgets.row_table import RowTable
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.helping import Helping
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.referral import ReferralState
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.domain.unmet_need import GapReason
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.loop.gaps_presenter import GapsPresenter, GapsState
from vrn_desktop.presenters.loop.goals_presenter import GoalsPresenter, GoalsState
from vrn_desktop.presenters.loop.reply_presenter import MISREAD
from vrn_desktop.presenters.loop.worklist_presenter import CALENDAR_SAVED, WorklistPresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route


class Loop:
    """Somebody said yes to two services; something is overdue, today and later."""

    def __init__(self) -> None:
        self.office = Invented()
        self.services = self.office.services()
        self.talk = answered(self.services, begun(self.services), CALM_CORE)
        self.offers = [yes(self.services, self.talk, place) for place in (0, 1)]
        today = self.office.clock().date()
        for days in (-1, 0):
            self.services.follow_ups.promise(
                self.talk,
                due_on=today + timedelta(days=days),
                how="By text",
                kind=FollowUpKind.CHECK_IN,
            )
        self.went = Went()
        self.names = NameDisplay()

    def page(self, route: Route) -> OpenedScreen:
        builders = loop_builders(self.services, self.names, self.went)
        return OpenedScreen(builders[route.place](route))

    def worklist(self, save: SaveCalendar) -> OpenedScreen:
        page = WorklistPresenter(self.services, self.names, go=self.went)
        return OpenedScreen(WorklistScreen(page, save=save))

    def asking(self) -> Route:
        asked = next(
            each
            for each in self.office.store.records.follow_ups.values()
            if each.kind is FollowUpKind.IS_IT_HELPING
        )
        return Route(
            place=Place.FOLLOW_UP, follow_up=asked.id, young_person=self.talk.young_person_id
        )


@pytest.fixture
def loop() -> Loop:
    return Loop()


def never(_calendar: bytes, _parent: QWidget | None) -> SaveOutcome:
    raise AssertionError("nothing is saved here")


def test_the_list_is_worked_through_with_the_mouse(loop: Loop) -> None:
    with loop.page(Route(place=Place.WORKLIST)) as page:
        assert "Overdue · 1" in page.words()
        page.click("work-overdue-0-done")
        assert not page.can_be_seen("worklist-overdue")
        page.click("work-today-0-missed")
        assert "Noted. It comes again" in page.words()
        page.click("work-week-0-open")
    assert loop.went.last.place is Place.YOUNG_PERSON


def test_the_list_leads_back_to_the_home_page(loop: Loop) -> None:
    with loop.page(Route(place=Place.WORKLIST)) as page:
        page.click("worklist-back")
    assert loop.went.last.place is Place.HOME


def test_the_list_works_with_the_keyboard_alone(loop: Loop) -> None:
    with loop.page(Route(place=Place.WORKLIST)) as page:
        assert page.focused == "worklist-reply"
        for _ in range(20):
            if page.focused == "work-overdue-0-done":
                break
            page.press(Qt.Key.Key_Tab)
        page.press(Qt.Key.Key_Space)
        assert not page.can_be_seen("worklist-overdue")
        # The row is gone: the keyboard stays in the list instead of falling out of the page.
        assert page.focused.startswith("work-")
        page.press(Qt.Key.Key_Return, ctrl=True)
    assert loop.went.last.place is Place.REPLY


def test_another_day_is_typed_and_kept_with_enter(loop: Loop) -> None:
    with loop.page(Route(place=Place.WORKLIST)) as page:
        page.click("work-overdue-0-postpone")
        assert page.focused == "postpone-typed"
        page.type_here("whenever")
        page.press(Qt.Key.Key_Return)
        assert "Write a day such as" in page.words()
        page.type("postpone-typed", "tomorrow")
        page.press(Qt.Key.Key_Return)
        assert not page.can_be_seen("postpone")
        assert "Moved to Wednesday 25 November." in page.words()


def test_a_day_is_chosen_with_one_press(loop: Loop) -> None:
    with loop.page(Route(place=Place.WORKLIST)) as page:
        page.click("work-overdue-0-postpone")
        page.click("postpone-day-7")
        assert "Moved to Tuesday 1 December." in page.words()


def test_the_calendar_is_handed_to_the_dialog_and_its_end_is_told(loop: Loop) -> None:
    outcomes = [SaveOutcome.SAVED, SaveOutcome.CANCELLED, SaveOutcome.NOT_SAVED]
    saved: list[bytes] = []

    def save(calendar: bytes, _parent: QWidget | None) -> SaveOutcome:
        saved.append(calendar)
        return outcomes[len(saved) - 1]

    with loop.worklist(save) as page:
        page.click("worklist-calendar")
        assert CALENDAR_SAVED in page.words()
        page.click("worklist-calendar-alarm")
        assert CALENDAR_SAVED not in page.words()
        page.click("worklist-calendar")
        assert NOT_SAVED in page.words()
    assert [b"VALARM" in each for each in saved] == [False, True, False]


def test_an_empty_list_says_so_and_has_nothing_to_save() -> None:
    services = Invented().services()
    page = WorklistPresenter(services, NameDisplay(), go=Went())
    with OpenedScreen(WorklistScreen(page, save=never)) as opened:
        assert opened.can_be_seen("worklist-empty")
        assert not opened.can_be_seen("worklist-calendar")
        assert not opened.can_be_seen("worklist-whose")


def test_a_supervisor_switches_between_their_own_and_the_teams(loop: Loop) -> None:
    services = loop.office.as_person(PRIYA).services()
    page = WorklistPresenter(services, NameDisplay(), go=loop.went)
    with OpenedScreen(WorklistScreen(page, save=never)) as opened:
        assert opened.can_be_seen("worklist-empty")
        opened.click("worklist-whose-team")
        assert "Sam Invented." in opened.words()
        opened.click("worklist-missing")
    assert loop.went.last.place is Place.UNMET_NEEDS


def test_a_slips_code_is_typed_and_enter_leads_to_its_referral(loop: Loop) -> None:
    record = letter(loop.talk, loop.offers[0], kind=LetterKind.SERVICE_REFERRAL)
    loop.office.store.records.letters[record.id] = (record, b"")
    with loop.page(Route(place=Place.REPLY)) as page:
        assert page.focused == "reply-code"
        page.type_here("bcd o345")
        page.press(Qt.Key.Key_Return)
        assert MISREAD in page.words()
        page.type("reply-code", CODE.lower())
        page.press(Qt.Key.Key_Return)
    assert (loop.went.last.place, loop.went.last.signpost) == (Place.REFERRAL, loop.offers[0].id)


def test_without_a_code_the_referral_is_picked(loop: Loop) -> None:
    with loop.page(Route(place=Place.REPLY)) as page:
        page.type("reply-search", entries(loop.services)[1].name)
        page.click("reply-open-0-action")
    assert loop.went.last.signpost == loop.offers[1].id
    assert not loop.went.last.from_a_slip


def test_news_from_a_slip_is_chosen_and_noted(loop: Loop) -> None:
    route = Route(place=Place.REFERRAL, signpost=loop.offers[0].id, from_a_slip=True)
    with loop.page(route) as page:
        assert page.find(QAbstractButton, "news-how-reply_slip").isChecked()
        page.click("news-keep")
        assert "Choose what you heard." in page.words()
        page.click("news-what-first_appointment")
        page.type("news-day", "today")
        page.press(Qt.Key.Key_Return, ctrl=True)
        assert "They have been there" in page.words()
        assert page.can_be_seen("news-what-still_engaged")
        page.click("referral-heard-0-action")
        assert "Noted as a mistake" in page.words()
    referral = loop.services.loop.referrals.matter(loop.offers[0].id).row.referral
    assert referral.current is ReferralState.ACCEPTED


def test_sp_08_a_first_call_is_agreed_on_the_referrals_page(loop: Loop) -> None:
    with loop.page(Route(place=Place.REFERRAL, signpost=loop.offers[0].id)) as page:
        page.click("referral-call")
        page.click("call-who-worker")
        page.type("call-day", "tomorrow")
        page.type("call-time", "15:30")
        page.click("call-keep")
        assert "I call: tomorrow, 15:30." in page.words()
        assert not page.can_be_seen("call-form")


def test_sp_08_once_they_have_been_there_no_first_call_is_asked_for(loop: Loop) -> None:
    with loop.page(Route(place=Place.REFERRAL, signpost=loop.offers[0].id)) as page:
        assert page.can_be_seen("referral-call-card")
        page.click("news-what-first_appointment")
        page.click("news-keep")
        assert not page.can_be_seen("referral-call-card")


def test_is_it_helping_is_asked_with_one_press_an_answer(loop: Loop) -> None:
    with loop.page(loop.asking()) as page:
        assert page.focused == "check-in-safe-contact"
        page.click("asked-0-helping-a_bit")
        page.click("asked-1-going-rather_not_say")
        page.click("check-in-keep")
    assert [each.helping for each in loop.office.store.records.helping] == [Helping.A_BIT, None]
    assert loop.went.last.place is Place.WORKLIST


def test_every_answer_has_the_same_height_and_skipping_is_always_there(loop: Loop) -> None:
    with loop.page(loop.asking()) as page:
        heights = {
            page.find(QAbstractButton, f"asked-0-helping-{code.value}").height() for code in Helping
        }
        assert len(heights) == 1
        page.click("check-in-skip")
    assert loop.office.store.records.helping == []


def test_ag_17_a_goal_is_named_and_the_ladder_is_read_out(loop: Loop) -> None:
    with loop.page(loop.asking()) as page:
        page.click("goals-add")
        page.type("goal-words", "Sleep through the night")
        page.click("goal-step-4")
        page.click("goal-keep")
        assert "“Sleep through the night”" in page.words()
        ladder = page.find(QWidget, "goal-0-ladder")
        assert ladder.accessibleName() == "The way so far: Today: On the way (4)"
        page.click("goal-0-look")
        page.click("goal-step-6")
        page.click("goal-keep")
        assert "More than half way (6)" in page.words()
        page.click("goal-0-stop")
        assert "Sleep through" not in page.words()


class _Held(Screen[None]):
    """Stands for a page that holds one card."""

    def __init__(self, card: GapCard | GoalsCard) -> None:
        super().__init__(name="held", title="Held")
        self._card = card
        self.add(card)
        self.body.addStretch(1)

    def draw(self, state: None) -> None:
        """The card draws itself."""

    def leave(self) -> None:
        self._card.leave()


def held(card: GapCard | GoalsCard) -> AnyScreen:
    return cast("AnyScreen", _Held(card))


def test_ag_09_a_gap_is_noted_with_a_list_and_a_press(loop: Loop) -> None:
    presenter = GapsPresenter(loop.services, loop.talk.id)
    category, name = presenter.state.categories[0]
    with OpenedScreen(held(GapCard(presenter))) as page:
        page.click("gap-open")
        kinds = page.find(QComboBox, "gap-kind")
        kinds.setCurrentIndex(kinds.findData(category))
        kinds.activated.emit(kinds.currentIndex())
        page.click(f"gap-why-{GapReason.FULL.value}")
        page.click("gap-keep")
        assert f"{name}: it is full" in page.words()
        page.click("gap-lines-0-action")
        assert f"{name}: it is full" not in page.words()


def test_a_card_whose_page_is_gone_draws_no_more(loop: Loop) -> None:
    gaps = GapsPresenter(loop.services, loop.talk.id)
    goals = GoalsPresenter(loop.services, loop.talk.young_person_id)
    for card in (GapCard(gaps), GoalsCard(goals)):
        with OpenedScreen(held(card)):
            pass
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # A card that still listened would reach for widgets that are gone.
    gaps.show(GapsState(notice="late"))
    goals.show(GoalsState(notice="late"))


def test_h7_contacts_that_changed_are_told_and_handled() -> None:
    _, services = with_old_number()
    went = Went()
    route = Route(place=Place.OUT_OF_DATE)
    screen = loop_builders(services, NameDisplay(), went)[route.place](route)
    with OpenedScreen(screen) as page:
        assert "It has another number now." in page.words()
        page.click("outdated-lines-0-action")
        assert went.last.place is Place.YOUNG_PERSON
        page.click("outdated-lines-0-second")
        assert page.can_be_seen("outdated-empty")


def test_ag_09_the_supervisors_table_shows_no_small_count(loop: Loop) -> None:
    category = loop.services.content.services().categories[0]
    for _ in range(5):
        loop.services.loop.unmet_needs.record(begun(loop.services).id, category.id, GapReason.FULL)
    loop.services.loop.unmet_needs.record(loop.talk.id, category.id, GapReason.REFUSED)
    services = loop.office.as_person(PRIYA).services()
    route = Route(place=Place.UNMET_NEEDS)
    screen = loop_builders(services, NameDisplay(), loop.went)[route.place](route)
    with OpenedScreen(screen) as page:
        table = page.find(RowTable, "gap-list-table")
        assert [row.count for row in table.rows] == ["5", "Fewer than 5"]


def test_words_of_a_goal_are_not_learnt_by_keyboards(loop: Loop) -> None:
    with loop.page(loop.asking()) as page:
        page.click("goals-add")
        hints = page.find(QLineEdit, "goal-words").inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData


def test_sp_08_a_yes_on_the_page_of_choices_leads_to_agreeing_the_first_call(loop: Loop) -> None:
    presenter = ChooseServicesPresenter(loop.services, loop.talk.id, go=loop.went)
    gaps = GapsPresenter(loop.services, loop.talk.id)
    with OpenedScreen(ChooseServicesScreen(presenter, gaps=gaps)) as page:
        page.click(f"choose-call-{loop.offers[1].id}")
        assert (loop.went.last.place, loop.went.last.signpost) == (
            Place.REFERRAL,
            loop.offers[1].id,
        )
        presenter.answer(loop.offers[0].service_id, SignpostState.NOT_AVAILABLE)
        assert not page.can_be_seen(f"choose-call-{loop.offers[0].id}")
        assert "there is no such service" in page.words()
