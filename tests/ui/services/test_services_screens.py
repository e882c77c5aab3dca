"""Choosing help together with real clicks: yes and no alike, none for now, and what leaves a shared screen."""

from PySide6.QtCore import Qt

from tests.invented_directory import LISTENING, fill_directory
from tests.talk import CALM_CORE, talked
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.services.choose_services_screen import ChooseServicesScreen
from ui.widgets.button import Button
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ScreeningId
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.navigation_presenter import Place

WORRIED = {**CALM_CORE, "G01": "some"}
YES, NO = "service-papyrus-hopeline247-accepted", "service-papyrus-hopeline247-declined"


def choosing(services: Services, screening: ScreeningId, went: Went | None = None) -> OpenedScreen:
    presenter = ChooseServicesPresenter(services, screening, go=went or Went())
    return OpenedScreen(ChooseServicesScreen(presenter))


def test_ti_31_yes_and_no_have_the_same_size_and_none_is_chosen_beforehand() -> None:
    _, services, screening = talked(WORRIED)
    with choosing(services, screening.id) as page:
        yes, no = page.find(Button, YES), page.find(Button, NO)

        assert yes.height() == no.height()
        assert (yes.isChecked(), no.isChecked()) == (False, False)
        assert yes.accessibleName() == "Yes: Papyrus HOPELINE247"
        page.click(YES)
        assert (yes.isChecked(), no.isChecked()) == (True, False)
        assert page.focused == YES
        page.click(YES)
        assert yes.isChecked()
        page.click(NO)
        assert (yes.isChecked(), no.isChecked()) == (False, True)


def test_ti_31_each_answer_is_kept_on_its_own() -> None:
    office, services, screening = talked(WORRIED)
    with choosing(services, screening.id) as page:
        page.click(YES)
        page.click("service-my-self-referral-under-18-mental-health-dhu-declined")
        assert not page.can_be_seen("choose-none")

    kept = {s.service_name: s.state for s in office.store.records.signposts.values()}
    assert kept == {
        "Papyrus HOPELINE247": SignpostState.ACCEPTED,
        "My Self-Referral (under 18 mental health, DHU)": SignpostState.DECLINED,
    }


def test_ti_31_none_for_now_is_a_good_answer() -> None:
    _, services, screening = talked(WORRIED)
    with choosing(services, screening.id) as page:
        page.click("choose-none")
        assert "None for now is a good answer." in page.words()
        page.click(YES)
        assert "None for now" not in page.words()


def test_ti_17_side_by_side_reasons_evidence_and_worker_lines_leave_the_page() -> None:
    _, services, screening = talked({**WORRIED, "E04": "some", "H05": "some"}, age=16)
    with choosing(services, screening.id) as page:
        alone = page.words()
        assert "Because:" in alone
        assert "How sure:" in alone
        assert "Forced Marriage Unit" in alone
        page.press(Qt.Key.Key_D, ctrl=True)
        together = page.words()

        for word in ("Because:", "How sure:", "Forced Marriage Unit", "For workers", "Take care"):
            assert word not in together
        assert "Papyrus HOPELINE247" in together
        page.press(Qt.Key.Key_D, ctrl=True)
        assert "Because:" in page.words()


def test_search_and_other_kinds_of_help() -> None:
    _, services, screening = talked({})
    with choosing(services, screening.id) as page:
        assert "No answer pointed to a kind of help." in page.words()
        page.click("choose-more-money_housing")
        assert "Shelter" in page.words()
        page.type("choose-search", "samar")
        assert "1 found" in page.words()
        assert "Shelter" not in page.words()


def test_the_letter_is_one_key_away_and_back_leads_to_the_worker() -> None:
    _, services, screening = talked(WORRIED)
    went = Went()
    with choosing(services, screening.id, went) as page:
        page.press(Qt.Key.Key_Return, ctrl=True)
        page.click("choose-back")

    assert went.places == [Place.LETTER_FOR, Place.LEVEL]


def test_the_search_reaches_the_whole_directory_and_a_found_service_can_be_accepted() -> None:
    office, services, screening = talked({}, age=15)
    fill_directory(office.store)
    with choosing(services, screening.id) as page:
        page.type("choose-search", "harbour listening")
        assert "1 found" in page.words()
        page.click(f"service-{LISTENING.id}-accepted")
        assert "Harbour Listening Service" in page.words().split("Chosen together")[1]
        page.click("choose-clear")
        assert "No answer pointed to a kind of help." in page.words()

    (kept,) = office.store.records.signposts.values()
    assert (kept.service_id, kept.state) == (LISTENING.id, SignpostState.ACCEPTED)


def test_filters_begin_with_their_age_and_say_what_to_relax() -> None:
    office, services, screening = talked({}, age=22)
    fill_directory(office.store)
    with choosing(services, screening.id) as page:
        page.type("choose-search", "listening")
        assert "0 found" in page.words()
        page.click("choose-empty-age")
        assert "1 found" in page.words()


def test_sp_01_the_nearest_services_of_the_files_directory_stand_in_their_kind_of_help() -> None:
    office, services, screening = talked(WORRIED, age=15)
    fill_directory(office.store)
    with choosing(services, screening.id) as page:
        assert page.can_be_seen(f"service-{LISTENING.id}")
