"""The running program over a real file: who is signed in, where keys lead, and how it ends."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.invented_team import ADMINISTRATOR, PASSPHRASES, PRACTITIONER, SUPERVISOR
from tests.opened_program import CTRL, OpenedProgram, copied, found_office
from ui.widgets.crash_sheet import CrashSheet
from ui.widgets.get_help_sheet import GetHelpSheet
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test.asking import ask, the_screening
from vrn_desktop.self_test.talk_steps import begin, opening

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
THEIR_WORDS = "wren by the harbour"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked file, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("office")
    found_office(folder)
    return folder


@pytest.fixture
def program(office: Path, tmp_path: Path, dressed: QApplication) -> Iterator[OpenedProgram]:
    program = OpenedProgram(dressed, copied(office, tmp_path / "data"))
    yield program
    program.close()


@pytest.fixture
def worker(program: OpenedProgram) -> Iterator[OpenedProgram]:
    """Somebody who holds conversations has signed in; nothing unexpected may come up."""
    program.unlock(PRACTITIONER)
    yield program
    assert program.unexpected() == ""


def test_unlocking_leads_to_the_first_place_of_each_role(worker: OpenedProgram) -> None:
    assert worker.shell.place is Place.HOME
    assert [item.place for item in worker.session.rail()][:2] == [Place.HOME, Place.YOUNG_PEOPLE]
    assert Place.REVIEW not in [item.place for item in worker.session.rail()]


def test_a_supervisor_has_reviews_and_people(program: OpenedProgram) -> None:
    program.unlock(SUPERVISOR)
    places = [item.place for item in program.session.rail()]
    assert {Place.REVIEW, Place.PEOPLE_ADMIN} <= set(places)


def test_an_administrator_reads_no_records_whatever_key_is_pressed(program: OpenedProgram) -> None:
    program.unlock(ADMINISTRATOR)
    assert program.shell.place is Place.PEOPLE_ADMIN
    places = [item.place for item in program.session.rail()]
    assert places == [Place.PEOPLE_ADMIN, Place.SETTINGS, Place.HELP]
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        program.key(key, ALT)
        program.at_rest()
        assert program.shell.place is Place.PEOPLE_ADMIN
    program.key(Qt.Key.Key_N, CTRL)
    program.at_rest()
    assert program.shell.place is Place.PEOPLE_ADMIN
    assert program.unexpected() == ""


@pytest.mark.parametrize(
    ("key", "modifier", "place"),
    [
        (Qt.Key.Key_2, ALT, Place.YOUNG_PEOPLE),
        (Qt.Key.Key_3, ALT, Place.CONVERSATIONS),
        (Qt.Key.Key_4, ALT, Place.SERVICES),
        (Qt.Key.Key_N, CTRL, Place.NEW_CONVERSATION),
        (Qt.Key.Key_Comma, CTRL, Place.SETTINGS),
        (Qt.Key.Key_S, CTRL_SHIFT, Place.SAFETY_STEPS),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, Place.HELP),
    ],
)
def test_a_key_leads_to_each_place_and_alt_1_back_home(
    worker: OpenedProgram, key: Qt.Key, modifier: Qt.KeyboardModifier, place: Place
) -> None:
    worker.key(key, modifier)
    assert worker.shell.place is place
    worker.key(Qt.Key.Key_1, ALT)
    assert worker.shell.place is Place.HOME


def test_before_signing_in_no_key_leads_to_records_or_locks(program: OpenedProgram) -> None:
    for key, modifier in ((Qt.Key.Key_2, ALT), (Qt.Key.Key_N, CTRL), (Qt.Key.Key_L, CTRL)):
        program.key(key, modifier)
        assert program.shell.place is Place.UNLOCK
    assert program.restarts == 0
    program.key(Qt.Key.Key_Comma, CTRL)
    assert program.shell.place is Place.SETTINGS


def test_ctrl_f_goes_to_the_search_field(worker: OpenedProgram) -> None:
    worker.key(Qt.Key.Key_2, ALT)
    worker.at_rest()
    worker.key(Qt.Key.Key_F, CTRL)
    focused = worker.window.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.objectName() == "people-search"


def test_names_are_shown_at_a_key_and_hidden_by_the_cover(worker: OpenedProgram) -> None:
    worker.key(Qt.Key.Key_N, CTRL_SHIFT)
    assert worker.session.names.shown
    worker.key(Qt.Key.Key_F12)
    assert not worker.session.names.shown


def test_no_key_tears_anybody_out_of_a_conversation(worker: OpenedProgram) -> None:
    begin(worker.stage)
    worker.stage.find("privacy", QWidget)
    for key, modifier in ((Qt.Key.Key_1, ALT), (Qt.Key.Key_N, CTRL), (Qt.Key.Key_Comma, CTRL)):
        worker.key(key, modifier)
        assert worker.shell.place is Place.CONVERSATION
    worker.key(Qt.Key.Key_S, CTRL_SHIFT)
    assert worker.window.findChildren(GetHelpSheet)
    assert worker.shell.place is Place.CONVERSATION
    assert not worker.window.rail.isVisible()


def test_a_sheet_goes_with_the_page_it_lay_over(worker: OpenedProgram) -> None:
    worker.window.open_get_help()
    worker.key(Qt.Key.Key_2, ALT)
    worker.at_rest()
    assert worker.shell.place is Place.YOUNG_PEOPLE
    assert not worker.stage.is_there("getHelpSheet")
    assert worker.stage.is_enabled("people-search")


def test_locking_covers_backs_up_and_starts_afresh(worker: OpenedProgram) -> None:
    backups = set((worker.folder / "backups").iterdir())
    opened = worker.session.opened
    worker.key(Qt.Key.Key_L, CTRL)
    assert worker.window.cover_screen.isVisible()
    assert worker.shell.session is None
    worker.stage.wait(lambda: worker.restarts == 1, "a fresh program is started")
    assert set((worker.folder / "backups").iterdir()) - backups
    assert opened.records is not None
    assert not worker.named("home")
    worker.key(Qt.Key.Key_L, CTRL)
    assert worker.restarts == 1


def test_ti_02_words_typed_right_before_locking_are_kept(worker: OpenedProgram) -> None:
    begin(worker.stage)
    opening(worker.stage)
    worker.stage.find("intro", QWidget)
    worker.stage.click("header-telling")
    worker.stage.write("telling-words-area", THEIR_WORDS)
    worker.key(Qt.Key.Key_L, CTRL)
    worker.stage.wait(lambda: worker.restarts == 1, "a fresh program is started")
    assert THEIR_WORDS in repr(kept_by(worker))


def test_answers_still_waiting_for_a_slow_disk_are_kept_at_locking(worker: OpenedProgram) -> None:
    begin(worker.stage)
    opening(worker.stage)
    worker.stage.find("intro", QWidget)
    worker.stage.click("footer-continue")
    worker.stage.find("question", QWidget)
    disk = Event()
    worker.shell.runner.run(disk.wait, then=lambda _turn: None)
    try:
        for code in ("strong", "weak", "partly"):
            worker.stage.click(f"answers-{code}")
        worker.key(Qt.Key.Key_L, CTRL)
        assert worker.window.cover_screen.isVisible()
    finally:
        disk.set()
    worker.stage.wait(lambda: worker.restarts == 1, "a fresh program is started")
    assert kept_by(worker).answers.code(ItemId("B01")) == "partly"


def kept_by(locked: OpenedProgram) -> Screening:
    """The one conversation, as the next start of the program reads it."""
    locked.close()
    again = OpenedProgram(locked.application, locked.folder)
    try:
        again.unlock(PRACTITIONER)
        screening = the_screening(again.stage, again.shell)
        services = again.session.services
        return ask(again.stage, again.shell, lambda: services.screenings.load(screening))
    finally:
        again.close()


def test_closing_the_window_locks_and_ends_the_program(worker: OpenedProgram) -> None:
    ended: list[bool] = []
    worker.application.aboutToQuit.connect(lambda: ended.append(True))
    QTimer.singleShot(0, worker.window.close)
    watchdog = QTimer()
    watchdog.setSingleShot(True)
    watchdog.timeout.connect(lambda: worker.application.exit(1))
    watchdog.start(20_000)
    assert worker.application.exec() == 0
    assert ended == [True]
    assert not worker.window.isVisible()
    assert worker.restarts == 0


def test_one_crash_notice_at_a_time_and_nothing_about_anyone(worker: OpenedProgram) -> None:
    for _ in range(3):
        worker.shell.tell_of_crash(KeyError(THEIR_WORDS))
    assert len(worker.window.findChildren(CrashSheet)) == 1
    assert THEIR_WORDS not in worker.words()
    worker.stage.click("crashSheet-goOn")
    assert not worker.stage.is_there("crashSheet")
    worker.shell.tell_of_crash(KeyError(THEIR_WORDS))
    assert worker.stage.is_there("crashSheet")


def test_the_back_button_of_a_page_leads_to_the_place_before(worker: OpenedProgram) -> None:
    worker.shell.go(Route(place=Place.SERVICES))
    worker.shell.go(Route(place=Place.SAFETY_STEPS))
    worker.shell.back()
    assert worker.shell.place is Place.SERVICES


def test_a_place_that_needs_signing_in_leads_to_unlock(program: OpenedProgram) -> None:
    for place in (Place.HOME, Place.PEOPLE_ADMIN, Place.CONVERSATION, Place.LETTER, Place.BACKUP):
        program.shell.go(Route(place=place))
        assert program.shell.place is Place.UNLOCK
    assert program.unexpected() == ""


def test_after_a_restore_was_left_the_cover_asks_only_the_one_who_signs_in_next(
    program: OpenedProgram,
) -> None:
    program.unlock(SUPERVISOR)
    program.shell.go(Route(place=Place.BACKUP))
    program.shell.go(Route(place=Place.RESTORE))
    program.stage.wait(lambda: program.shell.place is Place.RESTORE, "a backup can be chosen")
    program.shell.back()
    program.unlock(PRACTITIONER)
    program.key(Qt.Key.Key_F12)
    program.window.uncover_requested.emit(PASSPHRASES[SUPERVISOR.id])
    program.at_rest()
    assert program.window.cover_screen.isVisible()
    program.window.uncover_requested.emit(PASSPHRASES[PRACTITIONER.id])
    program.stage.wait(lambda: not program.window.cover_screen.isVisible(), "it is given back")
    assert program.unexpected() == ""
