"""The letter page: choices on one side, the page itself on the other; confirm, print, give."""

from ui.document_preview import DocumentPreview
from ui.letter.letter_choices import LetterChoicesPanel
from ui.letter.letter_giving import LetterGivingPanel
from ui.letter.paper_ways import PaperWays, SaveCopy
from ui.page_images import words_of
from ui.printing import KEEPS_NO_COPY, SHARED_PRINTER, ChoosePaper, choose_printer
from ui.save_copy import save_copy
from ui.screen import Screen
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by, press_by_primary_keys
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.letter_state import LetterStage, LetterState

IS_DRAFT = "A draft until you have read it together."
PREVIEW_HEIGHT = 700


class LetterScreen(Screen[LetterState]):
    """Draws the letter. `choose_paper` stands for the printer dialog and can be exchanged."""

    def __init__(
        self,
        presenter: LetterPresenter,
        *,
        choose_paper: ChoosePaper = choose_printer,
        save: SaveCopy = save_copy,
    ) -> None:
        super().__init__(name="letter", title="A letter to take home")
        self._intents = presenter
        self._ways = PaperWays(self, presenter, choose_paper=choose_paper, save=save)
        self._shown = b""
        self._said = ""
        self._lead = Text("", TextRole.LEAD, name="letter-lead")
        self._problem = MessageBanner("", tone=BannerTone.NOTICE, name="letter-problem")
        self._notice = MessageBanner(
            "", tone=BannerTone.CALM, icon="circle-check", name="letter-notice"
        )
        self._unprintable = MessageBanner("", tone=BannerTone.NOTICE, name="letter-unprintable")
        self._loading = LoadingState(name="letter-loading")
        self._choices = LetterChoicesPanel(presenter)
        self._giving = LetterGivingPanel(presenter)
        self._paper = self._paper_card()
        self._preview = DocumentPreview()
        self._preview.setMinimumHeight(PREVIEW_HEIGHT)
        columns = TwoColumns(side_share=54, name="letter-columns")
        for card in (self._paper, self._giving, self._choices):
            columns.main.addWidget(card)
        columns.side.addWidget(self._preview)
        for part in (self._lead, self._problem, self._notice, self._unprintable):
            self.add(part)
        self.add(self._loading)
        self.add(columns)
        self.body.addStretch(1)
        self.set_footer(self._footer())
        self.attach(presenter)

    def draw(self, state: LetterState) -> None:
        """Fill the page."""
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._notice.set_message(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._unprintable.set_message(state.unprintable)
        self._unprintable.setVisible(bool(state.unprintable))
        self._announce(state.problem or state.notice)
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        draft = state.stage is LetterStage.DRAFT
        ready = not state.loading
        self._lead.setText(f"{state.who}. {IS_DRAFT}" if draft else state.who)
        self._lead.setVisible(bool(state.who))
        self._confirm.setVisible(draft)
        self._print.setVisible(not draft)
        self._done.setVisible(not draft)
        self._paper.setVisible(ready and not draft)
        self._choices.setVisible(ready and draft)
        self._choices.draw(state)
        self._giving.setVisible(ready and not draft)
        self._giving.draw(state)
        if state.pdf and state.pdf != self._shown:
            self._shown = state.pdf
            self._preview.show_document(state.pdf, state.text or words_of(state.pdf))
        self._preview.setVisible(bool(state.pdf))

    def print_letter(self) -> None:
        """From memory to the printer."""
        self._ways.print_pages(self._shown)

    def save_letter(self) -> None:
        """A readable copy, only after a warning."""
        self._ways.save_copy(self._shown)

    def _announce(self, words: str) -> None:
        if words and words != self._said:
            announce(self, words)
            self.scroll_to_top()
        self._said = words

    def _paper_card(self) -> Card:
        return Card(
            Text("On paper", TextRole.SECTION),
            Text(KEEPS_NO_COPY, name="letter-not-kept"),
            Text(SHARED_PRINTER, TextRole.META),
            FlowRow(
                Button(
                    "Save a copy", icon="download", name="letter-save", on_click=self.save_letter
                ),
                Button(
                    "Make another one",
                    icon="pen-line",
                    name="letter-again",
                    on_click=self._intents.start_again,
                ),
            ),
            name="letter-paper",
        )

    def _footer(self) -> StickyFooter:
        self._confirm = Button(
            "We have read it together: keep it",
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="letter-confirm",
            on_click=self._intents.confirm,
        )
        press_by_primary_keys(self._confirm)
        self._print = Button(
            "Print",
            kind=ButtonKind.PRIMARY,
            icon="printer",
            name="letter-print",
            on_click=self.print_letter,
        )
        press_by(self._print, "Ctrl+Shift+P")
        self._done = Button("Done", name="letter-done", on_click=self._intents.leave)
        press_by_primary_keys(self._done)
        back = Button("Back", icon="arrow-left", name="letter-back", on_click=self._intents.leave)
        return StickyFooter(
            start=(back,), end=(self._done, self._print, self._confirm), name="letter-footer"
        )
