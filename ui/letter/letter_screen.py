"""The letter page: choices on one side, the page itself on the other; confirm, print, give."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document_preview import DocumentPreview
from ui.letter.letter_choices import LetterChoicesPanel
from ui.letter.letter_giving import LetterGivingPanel
from ui.printing import SENTENCES, ChoosePaper, PrintOutcome, choose_printer, print_document
from ui.save_copy import SaveOutcome, save_copy
from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.letter_presenter import LetterPresenter, LetterStage, LetterState

NOT_KEPT = (
    "This program keeps no copy outside its file. The computer's print queue holds the pages until "
    "they have printed."
)
PREVIEW_HEIGHT = 720


class LetterScreen(Screen[LetterState]):
    """Draws the letter. `choose_paper` stands for the printer dialog and can be exchanged."""

    def __init__(
        self,
        presenter: LetterPresenter,
        *,
        choose_paper: ChoosePaper = choose_printer,
        save: Callable[[bytes, QWidget | None], SaveOutcome] = save_copy,
    ) -> None:
        super().__init__(name="letter", title="A letter to take home")
        self._intents = presenter
        self._choose_paper = choose_paper
        self._save = save
        self._shown = b""
        self._pdf = b""
        self._problem = Text("", TextRole.ERROR, name="letter-problem")
        self._notice = Text("", TextRole.STRONG, name="letter-notice")
        self._loading = LoadingState(name="letter-loading")
        for part in (self._problem, self._notice, self._loading):
            self.add(part)
        columns = TwoColumns(side_share=55, name="letter-columns")
        self._choices = LetterChoicesPanel(presenter)
        self._giving = LetterGivingPanel(presenter)
        self._buttons(columns.main)
        columns.main.addWidget(self._choices)
        columns.main.addWidget(self._giving)
        self._preview = DocumentPreview()
        self._preview.setMinimumHeight(PREVIEW_HEIGHT)
        columns.side.addWidget(self._preview)
        self.add(columns)
        self.body.addStretch(1)
        self.attach(presenter)

    def draw(self, state: LetterState) -> None:
        """Fill the page."""
        if state.loading:
            self._loading.start()
            return
        self._loading.stop()
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._confirm.setVisible(state.stage is LetterStage.DRAFT)
        self._unconfirmed.setVisible(state.stage is LetterStage.DRAFT)
        self._print_row.setVisible(state.stage is not LetterStage.DRAFT)
        self._choices.setVisible(state.stage is LetterStage.DRAFT)
        self._choices.draw(state)
        self._giving.setVisible(state.stage is not LetterStage.DRAFT)
        self._giving.draw(state)
        if state.pdf and state.pdf != self._shown:
            self._shown = self._pdf = state.pdf
            self._preview.show_document(state.pdf, state.text)

    def print_letter(self) -> None:
        """From memory to the printer; whatever the outcome, a sentence says it."""
        outcome = print_document(self._pdf, self, choose=self._choose_paper)
        if outcome is PrintOutcome.PRINTED:
            self._intents.printed()
        else:
            self._problem.setText(SENTENCES[outcome])
            self._problem.setVisible(outcome is not PrintOutcome.CANCELLED)

    def save_letter(self) -> None:
        """A readable copy, only after a warning."""
        outcome = self._save(self._pdf, self)
        if outcome is SaveOutcome.SAVED:
            self._intents.copy_saved()

    def _buttons(self, column: QVBoxLayout) -> None:
        self._confirm = Button(
            "We have read it together: keep it",
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="letter-confirm",
            on_click=self._intents.confirm,
        )
        self._confirm.setShortcut("Ctrl+Return")
        self._unconfirmed = Text(
            "A draft until you have read it together.", TextRole.META, name="letter-draft-note"
        )
        print_button = Button(
            "Print",
            kind=ButtonKind.PRIMARY,
            icon="printer",
            name="letter-print",
            on_click=self.print_letter,
        )
        print_button.setShortcut("Ctrl+Shift+P")
        self._print_row = QWidget()
        rows = QVBoxLayout(self._print_row)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(
            FlowRow(
                print_button,
                Button(
                    "Save a copy", icon="download", name="letter-save", on_click=self.save_letter
                ),
                Button(
                    "Done", icon="arrow-right", name="letter-done", on_click=self._intents.leave
                ),
            )
        )
        rows.addWidget(Text(NOT_KEPT, TextRole.META, name="letter-not-kept"))
        for part in (self._confirm, self._unconfirmed, self._print_row):
            column.addWidget(part)
