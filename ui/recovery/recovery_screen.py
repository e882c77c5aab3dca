"""The way back in: sixteen words in four rows, then whose passphrase, and a new one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.recovery.passphrase_part import PassphrasePart
from ui.recovery.sheet_rows import SheetRows
from ui.unlock.front_screen import FrontPanel, FrontScreen
from ui.unlock.person_picker import PersonPicker
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.presenters.recovery.recovery_presenter import (
    RecoveryPresenter,
    RecoveryState,
    RecoveryStep,
)

TITLE = "Get back in with the recovery sheet"
FIND = (
    "Find the sheet named “{name}”. It has four rows of four words. The first four letters of each word "
    "are enough. If you can’t find it, a supervisor here can give you a new passphrase instead."
)
OPEN, OPENING = "Open with these words", "Opening…"
TITLE_BACKUP = "Bring the backup back with the recovery sheet"
FIND_BACKUP = (
    "Find the sheet named “{name}”. It has four rows of four words. The first four letters of each word "
    "are enough. It has to be the sheet that was valid when the backup was made."
)
TITLE_PERSON = "Choose a new passphrase"
WHO = "Whose passphrase is it?"
WHO_HINT = "They should be at the keyboard now. Nobody else should see it."
SIGN_IN, SIGNING_IN = "Sign in", "Signing in…"
BRING_BACK, BRINGING_BACK = (
    "Bring it back and sign in",
    "Checking the backup and building a new file…",
)
BACK = "Back"
PAGE_WIDTH = 640


class RecoveryScreen(FrontScreen[RecoveryState]):
    """Two pages on one screen; rows are checked when they are left."""

    def __init__(self, presenter: RecoveryPresenter) -> None:
        backup = presenter.state.brings_back
        self._title = TITLE_BACKUP if backup else TITLE
        self._find_words = FIND_BACKUP if backup else FIND
        self._verbs = (BRING_BACK, BRINGING_BACK) if backup else (SIGN_IN, SIGNING_IN)
        super().__init__(name="recovery", title=self._title, content_width=PAGE_WIDTH)
        self._intents = presenter
        back = Button(
            BACK,
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="recovery-back",
            on_click=presenter.go_back,
        )
        self.body.insertWidget(0, FlowRow(back))
        self._words_page = self._build_words(presenter)
        self._person_page = self._build_person(presenter)
        self.add(self._words_page)
        self.add(self._person_page)
        self.body.addStretch(1)
        self.set_front(FrontPanel())
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._go_on)
        self._step: RecoveryStep | None = None
        self.attach(presenter)

    def draw(self, state: RecoveryState) -> None:
        """Show the page of the step with what is missing on it."""
        words = state.step is RecoveryStep.WORDS
        self._find.setText(self._find_words.format(name=state.sheet_name))
        self._words_page.setVisible(words)
        self._person_page.setVisible(not words)
        self._rows.show_rows(state.rows, state.row_problems, state.rows_right)
        self._open.setText(OPENING if state.working else OPEN)
        self._picker.show_people(state.people, state.chosen)
        self._who.set_problem(state.who_problem)
        self._passphrase.show_passphrase(state.passphrase)
        self._sign_in.setText(self._verbs[state.working])
        if state.step is not self._step:
            self._step = state.step
            self.set_title(self._title if words else TITLE_PERSON)
            if not words:
                self.scroll_to_top()
                announce(self, TITLE_PERSON)
                self._picker.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.who_problem:
            self._picker.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.passphrase.problem and not words and not state.working:
            announce(self, state.passphrase.problem)

    def first_focus(self) -> QWidget | None:
        """The first row of the sheet."""
        return self._rows.lines[0]

    def _go_on(self) -> None:
        if self._intents.state.step is RecoveryStep.WORDS:
            self._open_sheet()
        else:
            self._intents.sign_in()

    def _open_sheet(self) -> None:
        self._intents.open_sheet()
        problems = self._intents.state.row_problems
        wrong = next((place for place, problem in enumerate(problems) if problem), None)
        if wrong is not None and self._intents.state.step is RecoveryStep.WORDS:
            self._rows.lines[wrong].setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, problems[wrong])

    def _build_words(self, presenter: RecoveryPresenter) -> QWidget:
        page, column = _page()
        self._find = Text("", TextRole.LEAD, name="recovery-find")
        self._rows = SheetRows(name="recovery")
        self._rows.typed.connect(presenter.type_row)
        self._rows.left.connect(presenter.leave_row)
        self._rows.entered.connect(self._open_sheet)
        self._open = Button(
            OPEN,
            kind=ButtonKind.PRIMARY,
            icon="key-round",
            name="recovery-open",
            on_click=self._open_sheet,
        )
        for part in (self._find, self._rows, FlowRow(self._open)):
            column.addWidget(part)
        return page

    def _build_person(self, presenter: RecoveryPresenter) -> QWidget:
        page, column = _page()
        self._picker = PersonPicker(name="recovery-person", placeholder="Choose a name")
        self._picker.chosen.connect(lambda person: presenter.choose(PractitionerId(person)))
        self._who = LabelledField(WHO, self._picker, hint=WHO_HINT, name="recovery-who")
        self._passphrase = PassphrasePart(name="recovery-passphrase")
        self._passphrase.changed.connect(presenter.type_passphrase)
        self._passphrase.another.connect(presenter.suggest_another)
        self._sign_in = Button(
            self._verbs[0],
            kind=ButtonKind.PRIMARY,
            icon="lock",
            name="recovery-sign-in",
            on_click=presenter.sign_in,
        )
        for part in (self._who, self._passphrase, FlowRow(self._sign_in)):
            column.addWidget(part)
        return page


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    return page, column
