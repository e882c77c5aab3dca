"""Settings work at once, are kept, and show each role its own further pages."""

from tests.fake_settings import FakeSettingsFile
from vrn_desktop.application.settings import ColourChoice, Settings, Spacing
from vrn_desktop.application.settings_service import NOT_KEPT, SettingsService
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.settings.settings_presenter import SettingsPresenter, doors_for


def presenter_over(file: FakeSettingsFile) -> SettingsPresenter:
    return SettingsPresenter(SettingsService(file), go=lambda _route: None)


def test_every_change_is_shown_and_kept() -> None:
    file = FakeSettingsFile()
    presenter = presenter_over(file)
    presenter.choose_text_percent(150)
    presenter.choose_scheme(ColourChoice.DARK)
    presenter.choose_spacing(Spacing.WIDE)
    presenter.use_easy_read(on=True)
    presenter.use_digits(on=False)
    presenter.go_on_by_itself(on=True)
    presenter.lock_after(2)
    presenter.lock_in_conversation_after(5)
    presenter.allow_screen_capture(on=True)
    wanted = Settings(
        text_percent=150,
        scheme=ColourChoice.DARK,
        spacing=Spacing.WIDE,
        easy_read=True,
        digit_shortcuts=False,
        go_on_after_answer=True,
        auto_lock_minutes=2,
        auto_lock_minutes_in_conversation=5,
        screen_capture_allowed=True,
    )
    assert presenter.state.settings == wanted
    assert file.kept == wanted


def test_locking_never_waits_longer_than_five_and_ten_minutes() -> None:
    presenter = presenter_over(FakeSettingsFile())
    presenter.lock_after(30)
    presenter.lock_in_conversation_after(60)
    assert presenter.state.settings == Settings()


def test_a_disk_that_does_not_take_it_is_told() -> None:
    presenter = presenter_over(FakeSettingsFile(takes=False))
    presenter.choose_text_percent(125)
    assert presenter.state.notice == NOT_KEPT


def test_each_role_sees_its_own_further_pages() -> None:
    places = {role: [door.place for door in doors_for(role)] for role in Role}
    assert places == {
        Role.PRACTITIONER: [Place.PEOPLE_ADMIN, Place.SERVICE_SOURCES, Place.BACKUP],
        Role.SUPERVISOR: [Place.PEOPLE_ADMIN, Place.WORKPLACE, Place.SERVICE_SOURCES, Place.BACKUP],
        Role.ADMINISTRATOR: [Place.PEOPLE_ADMIN],
    }
    assert doors_for(None) == ()


def test_a_door_leads_to_its_page() -> None:
    routes: list[Route] = []
    presenter = SettingsPresenter(
        SettingsService(FakeSettingsFile()), go=routes.append, role=Role.SUPERVISOR
    )
    presenter.open_door(presenter.state.doors[1])
    assert routes == [Route(place=Place.WORKPLACE)]
