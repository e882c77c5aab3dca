"""A first run over fakes, filled in page by page."""

from datetime import date

from tests.fake_files import SHEET_WORDS, InventedFile
from tests.immediate_task_runner import ImmediateTaskRunner
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.vault import RecoverySheet
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.domain.setting import LawfulBasis, SettingKind
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.first_run.first_run_state import FirstRunPage, FirstRunState
from vrn_desktop.presenters.navigation_presenter import Route
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase
from vrn_desktop.presenters.recovery.sheet_handover import SheetPrinting
from vrn_desktop.presenters.workplace.workplace_draft import Entry

TEXTS = {
    Entry.ORGANISATION: "Invented Youth Trust",
    Entry.SETTING_NAME: "Harbour Street Project",
    Entry.PLACE: "Harbour Street",
    Entry.LEAD_NAME: "Alex Made-Up",
    Entry.LEAD_NUMBER: "01632 960001",
    Entry.LEAD_OTHER_NUMBER: "07700 900001",
}


class SheetAsText:
    def render(self, sheet: RecoverySheet, *, organisation: str, made_on: date) -> bytes:
        return f"{sheet.sheet_name} {organisation} {made_on}".encode()


class SettingUp:
    """A first run with everything it does outside."""

    def __init__(self) -> None:
        self.file = InventedFile()
        self.opened: list[OpenFile] = []
        self.routes: list[Route] = []
        self.printed: list[bytes] = []
        self.prints = True
        runner = ImmediateTaskRunner()
        ids = iter(("one", "two", "three"))
        self.presenter = FirstRunPresenter(
            self.file.service,
            runner=runner,
            clock=self.file.clock,
            new_id=lambda: next(ids),
            printing=SheetPrinting(SheetAsText, runner=runner, print_pages=self._print),
            opened=self.opened.append,
            go=self.routes.append,
            draw=lambda _number: 2,
        )

    def state(self) -> FirstRunState:
        return self.presenter.state

    def fill_texts(self) -> None:
        for entry, text in TEXTS.items():
            self.presenter.type_text(entry, text)
        self.presenter.choose_setting(SettingKind.YOUTH_OUTREACH)
        self.presenter.choose_basis(LawfulBasis.PUBLIC_TASK)

    def fill_person(self, role: Role, name: str) -> None:
        self.presenter.type_name(role, name)
        suggested = self.state().people[role].passphrase.suggested
        self.presenter.type_passphrase(role, NewPassphrase(suggested=suggested, again=suggested))

    def go_to(self, page: FirstRunPage) -> None:
        self.fill_texts()
        self.fill_person(Role.SUPERVISOR, "Priya Invented")
        self.fill_person(Role.PRACTITIONER, "Sam Invented")
        while self.state().page is not page:
            if self.state().page is FirstRunPage.ADMINISTRATOR:
                self.presenter.come_later(Role.ADMINISTRATOR)
            elif self.state().page is FirstRunPage.SHEET:
                self.presenter.have_sheet()
                self.presenter.type_row(SHEET_WORDS[2])
                self.presenter.check_row()
            else:
                self.presenter.go_on()

    def _print(self, pages: bytes) -> bool:
        self.printed.append(pages)
        return self.prints
