"""The supervisor's list with real clicks: words are kept, nothing typed is lost, nobody answers themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tests.invented_services import PRIYA, Invented
from tests.talk import CALM_CORE, answered, begun
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.review.review_screen import ReviewScreen
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.feedback import WorkerState
from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.presenters.review_presenter import ReviewPresenter


@pytest.fixture
def office() -> Invented:
    office = Invented()
    services = office.services()
    talk = answered(services, begun(services), {**CALM_CORE, "H07": "clear", "B01": "strong"})
    services.levels.decide(talk.id, LevelName("secondary"), reason="It was a verbal threat.")
    services.aftertalk.check_worker(WorkerState.DEBRIEF, heavy=True)
    return office


def screen(services: Services) -> ReviewScreen:
    return ReviewScreen(ReviewPresenter(services, go=Went()))


@pytest.fixture
def page(office: Invented) -> Iterator[OpenedScreen]:
    with OpenedScreen(screen(office.as_person(PRIYA).services())) as opened:
        yield opened


def test_ti_29_strengths_stand_above_reasons(page: OpenedScreen) -> None:
    words = page.words()

    assert words.index("A trusted adult") < words.index("arrest, caution or court")
    assert "Their reason: It was a verbal threat." in words
    assert "Sam Invented would like a debrief" in words


def test_f12_agreeing_keeps_the_words(page: OpenedScreen, office: Invented) -> None:
    area = page.find(QPlainTextEdit, "review-0-words-area")
    QTest.keyClicks(area, "I see it too.")
    page.click("review-0-agree")

    decision = office.store.records.decisions[-1]
    assert decision.state is DecisionState.APPROVED
    assert decision.review is not None
    assert decision.review.words == "I see it too."
    assert "Nothing waiting." in page.words()


def test_a_full_disk_loses_no_typed_word(page: OpenedScreen, office: Invented) -> None:
    area = page.find(QPlainTextEdit, "review-0-words-area")
    QTest.keyClicks(area, "I see it too.")
    office.store.refuses = DiskFullError()

    page.click("review-0-decline")

    assert "The disk is full." in page.words()
    assert area.isVisible()
    assert area.toPlainText() == "I see it too."


def test_f12_ones_own_decision_has_no_answer(office: Invented) -> None:
    services = office.as_person(PRIYA).services()
    talk = answered(services, begun(services), {**CALM_CORE, "H07": "clear"})
    services.levels.decide(talk.id, LevelName("secondary"), reason="It was a verbal threat.")
    with OpenedScreen(screen(services)) as page:
        assert page.can_be_seen("review-1-own")
        assert not page.can_be_seen("review-1-agree")


def test_ti_42_for_anybody_else_the_page_says_whose_it_is(office: Invented) -> None:
    with OpenedScreen(screen(office.services())) as page:
        assert "Only supervisors review levels." in page.words()
        assert page.screen.findChildren(QWidget, "review-card-0") == []
