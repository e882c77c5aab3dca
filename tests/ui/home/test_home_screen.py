"""Home with real clicks and keys: each verb leads where it says, a promise is noted as done."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.invented_services import Invented
from tests.talk import CALM_CORE, answered, begun
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.home.home_screen import HomeScreen
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.presenters.home_presenter import HomePresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place


class Day:
    """An office with one talk, one promise and one thing to tell, and its home page."""

    def __init__(self, *, empty: bool = False) -> None:
        self.office = Invented()
        self.went = Went()
        self.names = NameDisplay()
        if not empty:
            services = self.office.services()
            talk = answered(services, begun(services), {**CALM_CORE, "H05": "clear"})
            self.talk = talk
            today = self.office.clock().date()
            for days in (0, 1):
                services.follow_ups.promise(
                    talk,
                    due_on=today + timedelta(days=days),
                    how="In person",
                    kind=FollowUpKind.CHECK_IN,
                )

    def screen(self) -> HomeScreen:
        presenter = HomePresenter(self.office.services(), self.names, go=self.went)
        return HomeScreen(presenter)


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def page(day: Day) -> Iterator[OpenedScreen]:
    with OpenedScreen(day.screen()) as opened:
        yield opened


def test_the_first_key_starts_a_conversation(page: OpenedScreen, day: Day) -> None:
    assert page.focused == "home-start"
    page.press(Qt.Key.Key_Return, ctrl=True)

    assert day.went.places == [Place.NEW_CONVERSATION]


def test_each_verb_leads_where_it_says(page: OpenedScreen, day: Day) -> None:
    for name in ("home-due-0-action", "home-due-1-action", "home-due-2-action"):
        page.click(name)
    page.click("home-safety")
    page.click("home-to-services")
    page.click("home-to-help")

    assert day.went.places == [
        Place.ESCALATION,
        Place.YOUNG_PERSON,
        Place.CONVERSATION,
        Place.SAFETY_STEPS,
        Place.SERVICES,
        Place.HELP,
    ]


def test_ti_41_done_takes_a_promise_off_the_list_and_the_keyboard_stays_there(
    page: OpenedScreen,
) -> None:
    assert page.words().count("Check in ·") == 2
    page.click("home-due-1-second")

    assert page.words().count("Check in ·") == 1
    assert "Noted as done." in page.words()
    assert page.focused.startswith("home-due-")


def test_only_promises_can_be_noted_as_done(page: OpenedScreen) -> None:
    assert page.can_be_seen("home-due-1-second")
    assert not page.can_be_seen("home-due-0-second")


def test_names_are_shown_for_a_moment(page: OpenedScreen, day: Day) -> None:
    assert "Kay" not in page.words()
    day.names.switch()
    assert "Kay Invented · YP-0001" in page.words()
    day.names.mask()
    assert "Kay" not in page.words()


def test_a_full_disk_is_said(page: OpenedScreen, day: Day) -> None:
    day.office.store.refuses = DiskFullError()

    page.click("home-due-1-second")

    assert "The disk is full." in page.words()
    assert page.words().count("Check in ·") == 2


def test_a_new_office_has_nothing_due() -> None:
    with OpenedScreen(Day(empty=True).screen()) as page:
        assert "Nothing due today." in page.words()
        assert not page.can_be_seen("home-due-0")


def test_a_screen_that_is_gone_no_longer_draws(day: Day) -> None:
    with OpenedScreen(day.screen()):
        pass
    QApplication.processEvents()

    day.names.switch()
