"""Check what we've noted: changed from here, seen together, and flags only when the worker opens them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.talk import CALM_CORE, talked
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.noted.noted_screen import NotedScreen
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ItemId, LevelName, ScreeningId, StepId
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.noted_presenter import NotedPresenter


def opened(services: Services, screening: ScreeningId, went: Went | None = None) -> OpenedScreen:
    return OpenedScreen(NotedScreen(NotedPresenter(services, screening, go=went or Went())))


def test_ti_29_strengths_first_and_their_words_in_quotation_marks() -> None:
    _, services, screening = talked({**CALM_CORE, "B01": "strong"})
    services.screenings.record_words(screening, ItemId("B01"), "my ant lisa")
    with opened(services, screening.id) as page:
        words = page.words()

    assert words.index("Strengths to build on") < words.index("Good things first")
    assert "“my ant lisa”" in words


def test_ti_23_change_leads_to_its_question() -> None:
    _, services, screening = talked({"B01": "strong", "C01": "some"})
    went = Went()
    with opened(services, screening.id, went) as page:
        page.click("noted-0-0-change")
        page.click("noted-2-0-change")

    assert [(route.place, route.item) for route in went.routes] == [
        (Place.CONVERSATION, "B01"),
        (Place.CONVERSATION, "C01"),
    ]


def test_ti_04_flags_are_closed_until_the_worker_opens_them() -> None:
    _, services, screening = talked({**CALM_CORE, "R07": "clear"})
    with opened(services, screening.id) as page:
        assert "exploited" not in page.words().casefold()
        page.click("noted-worker")
        assert "Being exploited or controlled now" in page.words()
        page.click("noted-worker")
        assert "exploited" not in page.words().casefold()


def test_that_they_saw_it_is_kept() -> None:
    _, services, screening = talked(CALM_CORE)
    with opened(services, screening.id) as page:
        page.click("noted-seen")

    assert services.screenings.load(screening.id).step_notes[StepId("seen_together")] == {
        "seen": "true"
    }


def test_ctrl_enter_goes_on_to_the_level_and_later_is_fine_too() -> None:
    _, services, screening = talked(CALM_CORE)
    went = Went()
    with opened(services, screening.id, went) as page:
        page.press(Qt.Key.Key_Return, ctrl=True)
        page.click("noted-later")

    assert went.places == [Place.LEVEL, Place.HOME]


def test_a_locked_record_is_only_to_look_at() -> None:
    _, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, LevelName("primary"))
    services.screenings.complete(services.screenings.load(screening.id))
    with opened(services, screening.id) as page:
        assert "The record is locked." in page.words()
        assert not page.find(QAbstractButton, "noted-seen").isEnabled()
        assert not page.can_be_seen("noted-1-0-change")
