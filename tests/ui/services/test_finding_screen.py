"""The page of services with real keys and clicks: typed, narrowed, relaxed, explained, opened."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from tests.invented_directory import BOXING, LISTENING, fill_directory
from tests.invented_services import WORKPLACE, Invented
from tests.ui.clipping import clipped_texts
from tests.ui.opened_screen import OpenedScreen
from tests.waiting_task_runner import WaitingTaskRunner
from tests.went import Went
from ui.services.found_card_view import FoundCardView
from ui.services.services_screen import ServicesScreen
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.services_presenter import ServicesPresenter


def opened(went: Went | None = None, made: Invented | None = None) -> OpenedScreen:
    office = made or Invented()
    office.store.records.workplace = replace(WORKPLACE, place="Leicester")
    fill_directory(office.store)
    return OpenedScreen(ServicesScreen(ServicesPresenter(office.services(), go=went or Went())))


def cards(page: OpenedScreen) -> list[str]:
    QApplication.processEvents()
    views = page.screen.findChildren(FoundCardView)
    return [view.accessibleName() for view in views if view.isVisible()]


def choose(page: OpenedScreen, name: str, words: str) -> None:
    box = page.find(QComboBox, name)
    place = box.findText(words)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_typing_finds_and_enter_on_a_card_opens_its_page() -> None:
    went = Went()
    with opened(went) as page:
        assert page.focused == "services-search"
        page.type_here("boxing")
        assert cards(page) == ["Lantern Boxing Gym"]
        page.find(FoundCardView, f"found-{BOXING.id}").setFocus()
        page.press(Qt.Key.Key_Return)

    assert went.last.place is Place.SERVICE
    assert went.last.service == BOXING.id


def test_sp_03_a_card_tells_a_screen_reader_everything_on_it() -> None:
    with opened() as page:
        page.type_here("listening")
        said = page.find(FoundCardView, f"found-{LISTENING.id}").accessibleDescription()

    for words in ("11 to 19 years", "Free", "0.2 miles away", "Open now until 17:00", "01632"):
        assert words in said


def test_filters_are_folded_away_and_their_number_is_said() -> None:
    with opened() as page:
        assert not page.can_be_seen("services-filter")
        page.click("services-filters")
        page.type("services-filter-age", "15")
        page.click("services-filter-free")
        choose(page, "services-filter-when", "Open now")
        choose(page, "services-filter-miles", "Within 3 miles")
        page.click("services-filters")
        button = page.find(QAbstractButton, "services-filters")
        assert button.accessibleName() == "Filters, 4 set"
        assert "Harbour Listening Service" in cards(page)
        assert "Lantern Boxing Gym" not in cards(page)


def test_nothing_found_offers_to_relax_one_part() -> None:
    with opened() as page:
        page.type_here("boxing")
        page.click("services-filters")
        choose(page, "services-filter-when", "Open now")
        assert "Nothing fits all of this." in page.words()
        page.click("services-empty-when")
        assert cards(page) == ["Lantern Boxing Gym"]
        assert not page.can_be_seen("services-empty")
        assert page.find(QComboBox, "services-filter-when").currentText() == "At any time"


def test_a_place_nobody_knows_is_said_at_its_field() -> None:
    with opened() as page:
        page.click("services-filters")
        page.type("services-filter-place", "Nowhere")
        assert "We don’t know this place." in page.words()
        page.type("services-filter-age", "old")
        assert "Write the age in whole years" in page.words()


def test_why_am_i_not_seeing_it() -> None:
    went = Went()
    with opened(went) as page:
        page.click("services-filters")
        page.type("services-filter-age", "40")
        page.type("services-missing-line", "boxing gym")
        page.press(Qt.Key.Key_Return)
        assert "It is for another age: 8 to 25 years." in page.words()
        page.click("services-missing-open-0")
        page.click("services-missing-show-0")
        assert cards(page) == ["Lantern Boxing Gym"]

    assert went.last.service == BOXING.id


def test_more_is_shown_on_demand() -> None:
    with opened() as page:
        assert len(cards(page)) == 20
        page.click("services-more")
        assert len(cards(page)) == 40


def test_sp_03_the_list_of_what_is_to_be_checked() -> None:
    with opened() as page:
        page.click("services-checking")
        assert "Papyrus HOPELINE247" in cards(page)
        assert "Cedar Mentors" not in cards(page)
        assert "entries to check." in page.words()
        page.type("services-search", "cedar")
        assert cards(page) == ["Cedar Mentors"]
        assert not page.find(QAbstractButton, "services-checking").isChecked()


def test_views_are_used_again_while_somebody_types() -> None:
    with opened() as page:
        before = page.screen.findChildren(FoundCardView)
        page.type_here("boxing")
        assert page.screen.findChildren(FoundCardView) == before


def test_while_the_store_is_slow_the_last_answer_stays() -> None:
    runner = WaitingTaskRunner()
    with opened(made=Invented(runner=runner)) as page:
        assert cards(page) == []
        runner.finish()
        shown = cards(page)
        page.type_here("boxing")
        assert cards(page) == shown
        runner.finish()
        assert cards(page) == ["Lantern Boxing Gym"]


@pytest.mark.parametrize("width", [1024, 1280])
def test_no_text_is_cut_off(width: int) -> None:
    with opened() as page:
        page.screen.resize(width, 600)
        page.click("services-filters")
        QApplication.processEvents()
        assert clipped_texts(page.screen) == []
        scroll = page.find(QWidget, "page")
        assert scroll.width() <= width
