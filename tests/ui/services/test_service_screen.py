"""One service's page and the editor with real clicks: copied, checked, asked about, kept."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.invented_directory import LISTENING, OUR_OWN, REFUGE, fill_directory
from tests.invented_services import WORKPLACE, Invented
from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.private_clipboard import private_clipboard
from ui.services.copy_number import COPIED
from ui.services.entry_screen import EntryScreen
from ui.services.open_link import open_in_browser
from ui.services.service_screen import ServiceScreen
from vrn_desktop.domain.directory.service_query import ServiceQuery
from vrn_desktop.domain.directory.service_record import ServiceRecord
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.presenters.directory.entry_presenter import EntryPresenter
from vrn_desktop.presenters.directory.service_page_presenter import ServicePagePresenter
from vrn_desktop.presenters.directory.service_page_state import SECRET_ADDRESS
from vrn_desktop.presenters.navigation_presenter import Place


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    yield
    private_clipboard.forget()
    QApplication.clipboard().clear()


def office(*services: ServiceRecord) -> Invented:
    made = Invented()
    made.store.records.workplace = replace(WORKPLACE, place="Leicester")
    fill_directory(made.store, *services)
    return made


def page_of(
    service: ServiceId = LISTENING.id,
    made: Invented | None = None,
    opened_pages: list[str] | None = None,
    went: Went | None = None,
) -> OpenedScreen:
    services = (made or office()).services()
    presenter = ServicePagePresenter(services, service, go=went or Went())
    pages: list[str] = [] if opened_pages is None else opened_pages
    return OpenedScreen(ServiceScreen(presenter, open_page=pages.append))


def editor(
    service: ServiceId | None, made: Invented | None = None, went: Went | None = None
) -> OpenedScreen:
    services = (made or office()).services()
    return OpenedScreen(EntryScreen(EntryPresenter(services, service, go=went or Went())))


def test_sp_03_everything_stands_on_the_page() -> None:
    with page_of() as page:
        words = page.words()

    for said in (
        "Harbour Listening Service",
        "11 to 19 years",
        "About two weeks",
        "English, Gujarati",
        "Monday to Friday",
        "Open now until 17:00",
        "Next check by 2 February 2027.",
        "Harbour county list",
        "0.2 miles away",
    ):
        assert said in words


def test_a_number_is_copied_for_a_minute_and_the_page_says_so() -> None:
    with page_of() as page:
        page.click("service-number-1-copy")
        assert COPIED in page.words()
        assert QApplication.clipboard().text() == "07700 900101"
        assert private_clipboard._number_later.isActive()


def test_a_page_on_the_web_is_opened_only_after_a_yes() -> None:
    opened: list[str] = []
    with page_of(opened_pages=opened) as page:
        page.click("service-web")
        assert page.can_be_seen("service-link")
        page.click("service-link-no")
        assert opened == []
        page.click("service-web")
        page.click("service-link-yes")
        assert not page.can_be_seen("service-link")

    assert opened == ["https://listening.example/help"]


def test_only_web_pages_are_ever_handed_to_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[str] = []
    monkeypatch.setattr(
        "ui.services.open_link.QDesktopServices.openUrl", lambda url: handed.append(url.toString())
    )

    for address in ("file:///etc/passwd", "javascript:alert(1)", "https://a.example/b"):
        open_in_browser(address)

    assert handed == ["https://a.example/b"]


def test_a_description_is_never_read_as_rich_text() -> None:
    made = office(replace(LISTENING, description='<img src="https://a.example/x.png"> <b>Hi</b>'))
    with page_of(made=made) as page:
        assert '<img src="https://a.example/x.png"> <b>Hi</b>' in page.words()


def test_sp_03_checked_today_with_one_click() -> None:
    with page_of() as page:
        page.click("service-right")
        assert "Last checked 24 November 2026." in page.words()
        assert "24 November 2026. Sam Invented: still right" in page.words()


def test_sp_03_something_has_changed_is_written_down() -> None:
    with page_of() as page:
        assert not page.can_be_seen("service-what")
        page.click("service-changed")
        page.click("service-keep-change")
        assert "Say in a few words what has changed." in page.words()
        page.type("service-what", "They have moved")
        page.press(Qt.Key.Key_Return)
        assert "changed: They have moved" in page.words()
        assert not page.can_be_seen("service-what")


def test_kinds_of_help_are_set_with_switches() -> None:
    made = office()
    with page_of(made=made) as page:
        page.click("service-set-kinds")
        page.click("service-kind-mentoring")
        page.click("service-keep-kinds")
        assert "A mentor or youth worker" in page.words()

    kinds = made.store.records.directory.categories[LISTENING.id]
    assert set(kinds) == {"mental_health", "mentoring"}


def test_a_secret_address_is_never_on_the_page() -> None:
    with page_of(REFUGE.id) as page:
        assert SECRET_ADDRESS in page.words()
        assert "miles away" not in page.words()


def test_our_own_entry_is_changed_and_somebody_elses_copied() -> None:
    went = Went()
    with page_of(went=went) as page:
        assert page.can_be_seen("service-edit")
        page.click("service-edit")
        page.click("service-back")

    assert went.places == [Place.SERVICE_EDITOR, Place.SERVICES]


def test_writing_an_entry_from_its_name_to_the_file() -> None:
    made, went = office(), Went()
    with editor(None, made, went) as page:
        assert page.focused == "entry-name"
        page.type_here("Kite Club")
        page.type("entry-number-0", "01632 960777")
        page.type("entry-first-age", "8")
        page.click("entry-kind-activities")
        page.click("entry-referral-yes")
        page.type("entry-opens-0", "9:00")
        page.type("entry-closes-0", "17:00")
        page.press(Qt.Key.Key_Return, ctrl=True)

    assert went.places == [Place.SERVICE]
    (found,) = made.services().directory.find(ServiceQuery(words="kite club"))
    assert (found.record.first_age, found.record.self_referral) == (8, True)
    assert found.record.schedules[0].byday == ("MO",)


def test_what_is_missing_is_said_at_the_top_and_at_the_field() -> None:
    with editor(None) as page:
        page.type("entry-web-page", "our page")
        page.click("entry-keep")
        assert page.words().count("Write the name by which people know it.") == 1
        assert page.focused == "entry-problems-0"
        page.press(Qt.Key.Key_Return)
        assert page.focused == "entry-name"


def test_unsaved_words_are_asked_about_and_staying_is_the_careful_answer() -> None:
    went = Went()
    with editor(OUR_OWN.id, went=went) as page:
        page.type("entry-wait", "Long")
        page.click("entry-back")
        assert page.can_be_seen("entry-leave")
        assert page.focused == "entry-leave-no"
        page.press(Qt.Key.Key_Return)
        assert not page.can_be_seen("entry-leave")
        page.click("entry-back")
        page.click("entry-leave-yes")

    assert went.places == [Place.SERVICE]


def test_a_page_without_unsaved_words_never_holds_anybody_back() -> None:
    with page_of() as page:
        assert not page.screen.holds_back(lambda: None)
    with editor(None) as page:
        assert not page.screen.holds_back(lambda: None)
        page.type_here("Kite")
        assert page.screen.holds_back(lambda: None)


def test_taking_an_entry_off_the_list_is_asked_about() -> None:
    made, went = office(), Went()
    with editor(OUR_OWN.id, made, went) as page:
        page.click("entry-delete")
        page.click("entry-delete-ask-no")
        page.click("entry-delete")
        page.click("entry-delete-ask-yes")

    assert went.places == [Place.SERVICES]
    assert made.services().directory.find(ServiceQuery(words="cedar")) == ()


@pytest.mark.parametrize("width", [1024, 1280])
def test_no_text_is_cut_off_and_every_control_has_a_name(width: int) -> None:
    for opened in (page_of(), editor(LISTENING.id)):
        with opened as page:
            page.screen.resize(width, 600)
            assert clipped_texts(page.screen) == []
            assert poor_controls(page.screen) == []
