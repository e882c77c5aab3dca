"""The level page with real clicks: agree, another level, ask; finish says what is missing; dated notes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tests.invented_services import PRIYA
from tests.talk import CALM_CORE, talked
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.level.level_screen import LevelScreen
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import LevelName, ScreeningId
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.presenters.level_presenter import CHOOSE_FIRST, GIVE_REASON, LevelPresenter
from vrn_desktop.presenters.navigation_presenter import Place

ARRESTED = {**CALM_CORE, "H07": "clear", "B01": "strong"}


def opened(services: Services, screening: ScreeningId, went: Went | None = None) -> OpenedScreen:
    return OpenedScreen(LevelScreen(LevelPresenter(services, screening, go=went or Went())))


def write(page: OpenedScreen, name: str, words: str) -> None:
    area = page.find(QPlainTextEdit, f"{name}-area")
    assert area.isVisible()
    QTest.keyClicks(area, words)


def test_f18_nothing_is_chosen_beforehand_and_agreeing_is_two_keys() -> None:
    office, services, screening = talked(CALM_CORE)
    with opened(services, screening.id) as page:
        page.press(Qt.Key.Key_Return, ctrl=True)
        assert CHOOSE_FIRST in page.words()
        assert office.store.records.decisions == []
        page.click("level-verdict-agree")
        page.press(Qt.Key.Key_Return, ctrl=True)
        assert "Decided: Build strengths" in page.words()
        assert page.can_be_seen("level-services")

    assert office.store.records.decisions[-1].state is DecisionState.CONFIRMED


def test_f12_another_level_up_holds_at_once() -> None:
    office, services, screening = talked(CALM_CORE)
    with opened(services, screening.id) as page:
        assert not page.can_be_seen("level-wanted")
        page.click("level-verdict-different")
        page.click("level-wanted-tertiary")
        assert not page.can_be_seen("level-second-person")
        page.click("level-save")

    assert office.store.records.decisions[-1].final_level == LevelName("tertiary")


def test_f12_another_level_down_asks_for_a_reason_and_says_who_must_agree() -> None:
    office, services, screening = talked(ARRESTED)
    with opened(services, screening.id) as page:
        page.click("level-verdict-different")
        page.click("level-wanted-secondary")
        assert page.can_be_seen("level-second-person")
        page.click("level-save")
        assert GIVE_REASON in page.words()
        write(page, "level-reason", "He is streetwise, and it was a verbal threat.")
        assert "could be “has had to cope alone”" in page.words()
        page.click("level-save")
        assert "Waiting for a second person" in page.words()

    decision = office.store.records.decisions[-1]
    assert (decision.state, decision.reason) == (
        DecisionState.PENDING_REVIEW,
        "He is streetwise, and it was a verbal threat.",
    )


def test_a_second_persons_answer_stands_on_the_page() -> None:
    office, services, screening = talked(ARRESTED)
    services.levels.decide(screening.id, LevelName("secondary"), reason="It was a verbal threat.")
    office.as_person(PRIYA).services().levels.review(
        screening.id, approved=False, words="Let us talk first."
    )
    with opened(services, screening.id) as page:
        assert "A second person did not agree" in page.words()
        assert "Priya Invented, 24 November 2026: “Let us talk first.”" in page.words()


def test_asking_the_supervisor_confirms_nothing() -> None:
    office, services, screening = talked(CALM_CORE)
    with opened(services, screening.id) as page:
        page.click("level-verdict-ask")
        write(page, "level-reason", "Not sure.")
        page.click("level-save")
        assert "Waiting for your supervisor" in page.words()
        page.click("level-finish")
        assert "Nobody has confirmed the level of support yet." in page.words()

    assert office.store.records.decisions[-1].state is DecisionState.ASKED_SUPERVISOR


def test_ti_06_an_open_escalation_stands_on_top_and_finishing_says_what_to_do() -> None:
    _, services, screening = talked({**CALM_CORE, "H05": "clear"})
    services.levels.decide(screening.id, LevelName("tertiary"))
    went = Went()
    with opened(services, screening.id, went) as page:
        safety, columns = page.find(QWidget, "level-safety"), page.find(QWidget, "level-columns")
        assert safety.mapTo(page.screen, safety.rect().topLeft()).y() < (
            columns.mapTo(page.screen, columns.rect().topLeft()).y()
        )
        page.click("level-finish")
        assert "Write down what was done, then finish the conversation." in page.words()
        page.click("level-record-action")

    assert (went.last.place, went.last.screening) == (Place.ESCALATION, screening.id)


def test_ti_29_strengths_stand_above_reasons_and_each_answer_leads_back() -> None:
    _, services, screening = talked(ARRESTED)
    went = Went()
    with opened(services, screening.id, went) as page:
        words = page.words()
        assert words.index("A trusted adult") < words.index("arrest, caution or court")
        page.click("level-strengths-0-0-action")
        page.click("level-reasons-0-0-action")

    assert [route.item for route in went.routes] == ["B01", "H07"]


def test_ti_23_a_locked_record_has_no_way_back_and_takes_dated_notes() -> None:
    office, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, LevelName("primary"))
    with opened(services, screening.id) as page:
        page.click("level-finish")
        assert "The record is locked." in page.words()
        assert not page.can_be_seen("level-finish")
        assert not page.can_be_seen("level-verdict")
        assert not page.can_be_seen("level-strengths-0-0-action")
        write(page, "level-addendum", "They now live with their aunt.")
        page.click("level-add-addendum")
        assert "24 November 2026 · Sam Invented" in page.words()
        assert page.find(QPlainTextEdit, "level-addendum-area").toPlainText() == ""

    assert [addendum.text for addendum in office.store.records.addenda] == [
        "They now live with their aunt."
    ]


def test_ti_37_a_place_is_noted_in_a_sheet_over_the_page() -> None:
    _, services, screening = talked({**CALM_CORE, "F01": "clear"})
    with opened(services, screening.id) as page:
        page.click("level-note-place")
        page.click("place-save")
        assert page.can_be_seen("place-summary")
        page.click("place-kind-park")
        page.click("place-time-evening")
        page.click("place-save")
        assert not page.can_be_seen("place-save")
        assert "Noted: A park or open space, in the evening" in page.words()


def test_leaving_with_the_sheet_open_leaves_nothing_behind() -> None:
    _, services, screening = talked({**CALM_CORE, "F01": "clear"})
    with opened(services, screening.id) as page:
        page.click("level-note-place")

    assert services.aftertalk.places(screening.id) == ()


def test_without_a_note_about_a_place_none_is_asked_for() -> None:
    _, services, screening = talked(CALM_CORE)
    with opened(services, screening.id) as page:
        assert not page.can_be_seen("level-note-place")
        assert "It is not a diagnosis or a prediction." in page.words()


def test_the_ways_on() -> None:
    _, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, LevelName("primary"))
    went = Went()
    with opened(services, screening.id, went) as page:
        for name in ("level-noted", "level-person", "level-services", "level-letter"):
            page.click(name)
        page.press(Qt.Key.Key_Return, ctrl=True)

    assert went.places == [
        Place.CHECK_NOTED,
        Place.YOUNG_PERSON,
        Place.CHOOSE_SERVICES,
        Place.LETTER_FOR,
        Place.CHOOSE_SERVICES,
    ]
