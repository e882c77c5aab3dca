"""The way back in with the recovery sheet."""

import pytest

from tests.fake_files import ADVICE, SHEET, SHEET_WORDS, TOO_EASY, InventedFile
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.vault import SheetFault, SheetFinding, SheetNotMatchedError
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DiskFullError, FileDamagedError
from vrn_desktop.presenters.recovery.new_passphrase import (
    DIFFERENT,
    DIFFERENT_FROM_WORDS,
    TYPE_AGAIN,
    TYPE_ONE,
    NewPassphrase,
    problem_with,
)
from vrn_desktop.presenters.recovery.recovery_presenter import (
    CHOOSE_WHO,
    RecoveryPresenter,
    RecoveryStep,
)
from vrn_desktop.presenters.recovery.sheet_words import finding_in_words, typed_back
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble, TroubleKind


class WithSheet:
    def __init__(self) -> None:
        self.file = InventedFile()
        self.opened: list[OpenFile] = []
        self.troubles: list[FileTrouble] = []
        self.left: list[str] = []
        self.presenter = RecoveryPresenter(
            self.file.service.recovery(),
            runner=ImmediateTaskRunner(),
            opened=self.opened.append,
            troubled=lambda trouble, _go_on: self.troubles.append(trouble),
            leave=lambda: self.left.append("left"),
        )

    def type_all(self, rows: tuple[str, ...] = SHEET_WORDS) -> None:
        for row, words in enumerate(rows, start=1):
            self.presenter.type_row(row, words)

    def let_in(self) -> None:
        self.type_all()
        self.presenter.open_sheet()


def test_each_row_is_checked_when_it_is_left() -> None:
    sheet = WithSheet()
    sheet.presenter.type_row(2, "ember feather garden")
    sheet.presenter.leave_row(2)
    sheet.presenter.type_row(1, SHEET_WORDS[0].upper())
    sheet.presenter.leave_row(1)
    assert sheet.presenter.state.row_problems == (
        "",
        "Row 2 needs four words with spaces between them.",
        "",
        "",
    )
    assert sheet.presenter.state.rows_right == (True, False, False, False)


def test_an_empty_row_that_is_left_is_no_problem_yet() -> None:
    sheet = WithSheet()
    sheet.presenter.leave_row(3)
    assert sheet.presenter.state.row_problems == ("", "", "", "")


def test_all_rows_are_named_before_the_sheet_is_tried() -> None:
    sheet = WithSheet()
    sheet.type_all(("", *SHEET_WORDS[1:3], "magnet nettle orchard wrong"))
    sheet.presenter.open_sheet()
    state = sheet.presenter.state
    assert [bool(problem) for problem in state.row_problems] == [True, False, False, True]
    assert state.step is RecoveryStep.WORDS


def test_the_words_let_somebody_choose_a_new_passphrase_and_sign_in() -> None:
    sheet = WithSheet()
    sheet.let_in()
    assert sheet.presenter.state.people == (PRIYA, SAM)
    sheet.presenter.sign_in()
    assert sheet.presenter.state.who_problem == CHOOSE_WHO
    sheet.presenter.choose(SAM.id)
    sheet.presenter.type_passphrase(
        NewPassphrase(own=True, typed="velvet anchor muffin", again="velvet anchor muffin")
    )
    sheet.presenter.sign_in()
    assert [opened.practitioner for opened in sheet.opened] == [SAM]
    assert sheet.file.vault.passphrases[SAM.id] == "velvet anchor muffin"
    assert (Act.PASSPHRASE_RESET, SAM.id) in sheet.file.stores.store.acts


def test_a_passphrase_that_is_too_easy_gets_advice_and_nothing_changes() -> None:
    sheet = WithSheet()
    sheet.let_in()
    sheet.presenter.choose(SAM.id)
    sheet.presenter.type_passphrase(NewPassphrase(own=True, typed=TOO_EASY, again=TOO_EASY))
    sheet.presenter.sign_in()
    assert sheet.presenter.state.passphrase.problem == ADVICE
    assert sheet.opened == []


@pytest.mark.parametrize(
    ("passphrase", "problem"),
    [
        (NewPassphrase(suggested="a b c d"), TYPE_AGAIN),
        (NewPassphrase(suggested="a b c d", again="a b c e"), DIFFERENT_FROM_WORDS),
        (NewPassphrase(suggested="a b c d", again="a b c d"), ""),
        (NewPassphrase(own=True), TYPE_ONE),
        (NewPassphrase(own=True, typed="one", again="two"), DIFFERENT),
        (NewPassphrase(own=True, typed="caf\u00e9", again="cafe\u0301"), ""),
    ],
)
def test_what_is_missing_of_a_new_passphrase(passphrase: NewPassphrase, problem: str) -> None:
    assert problem_with(passphrase) == problem


def test_another_suggestion_is_another_phrase() -> None:
    sheet = WithSheet()
    first = sheet.presenter.state.passphrase.suggested
    sheet.presenter.suggest_another()
    assert sheet.presenter.state.passphrase.suggested != first


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (FileDamagedError("x"), TroubleKind.FILE_DAMAGED),
        (DiskFullError("x"), TroubleKind.DISK_FULL),
    ],
)
def test_a_file_that_stays_closed_has_its_own_page(error: Exception, kind: TroubleKind) -> None:
    sheet = WithSheet()
    sheet.file.vault.fails = error
    sheet.let_in()
    assert [trouble.kind for trouble in sheet.troubles] == [kind]


def test_the_sheet_of_another_file_is_named() -> None:
    sheet = WithSheet()
    sheet.file.vault.fails = SheetNotMatchedError(
        (SheetFinding(fault=SheetFault.OTHER_SHEET, row=1),)
    )
    sheet.let_in()
    assert "another file" in sheet.presenter.state.row_problems[0]


def test_words_and_passphrases_stay_out_of_what_could_be_logged() -> None:
    sheet = WithSheet()
    sheet.let_in()
    sheet.presenter.type_passphrase(NewPassphrase(own=True, typed="velvet", again="velvet"))
    shown = repr(sheet.presenter.state)
    assert "candle" not in shown
    assert "velvet" not in shown


def test_going_back_changes_nothing() -> None:
    sheet = WithSheet()
    sheet.let_in()
    sheet.presenter.go_back()
    sheet.presenter.sign_in()
    assert sheet.left == ["left"]
    assert sheet.opened == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("island jacket kettle ladder", ""),
        ("ISLAND, jack kett-ladd", ""),
        ("island jacket kettle", "Row 3 needs four words with spaces between them."),
        ("jacket island kettle ladder", "Row 3: the first and second words stand"),
        ("island jacket kettle lantern", "Row 3: the fourth word on the sheet read"),
        ("apple bridge candle dolphin", "Row 3 holds the words of row 1."),
    ],
)
def test_a_row_typed_back_is_compared_in_words(typed: str, said: str) -> None:
    finding = typed_back(SHEET, 3, typed)
    words = finding_in_words(finding) if finding is not None else ""
    assert words.startswith(said)
    assert bool(words) == bool(said)


@pytest.mark.parametrize("fault", list(SheetFault))
def test_every_fault_has_words_that_name_the_place(fault: SheetFault) -> None:
    finding = SheetFinding(fault=fault, row=2, words=(1, 4), belongs_to=3)
    assert ("Row 2" in finding_in_words(finding)) or fault is SheetFault.OTHER_SHEET
