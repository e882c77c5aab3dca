"""A kept letter of any kind: look at it, print it again, note how it went, take it back."""

from ui.document_preview import DocumentPreview
from ui.letter.kept_letter_parts import GivenCard, RecallCard
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
from vrn_desktop.presenters.kept_letter_presenter import (
    HELD,
    KeptLetterPresenter,
    KeptLetterState,
)

PREVIEW_HEIGHT = 700
TAKEN_BACK = "This letter was taken back"


class KeptLetterScreen(Screen[KeptLetterState]):
    """Draws a kept letter. `choose_paper` stands for the printer dialog and can be exchanged."""

    def __init__(
        self,
        presenter: KeptLetterPresenter,
        *,
        choose_paper: ChoosePaper = choose_printer,
        save: SaveCopy = save_copy,
    ) -> None:
        super().__init__(name="kept-letter", title="A letter that was made")
        self._intents = presenter
        self._ways = PaperWays(self, presenter, choose_paper=choose_paper, save=save)
        self._shown = b""
        self._said = ""
        self._lead = Text("", TextRole.LEAD, name="kept-letter-lead")
        self._problem = MessageBanner("", tone=BannerTone.NOTICE, name="kept-letter-problem")
        self._notice = MessageBanner(
            "", tone=BannerTone.CALM, icon="circle-check", name="kept-letter-notice"
        )
        self._held = MessageBanner(HELD, tone=BannerTone.NOTICE, name="kept-letter-held")
        self._recalled = MessageBanner(
            TAKEN_BACK, tone=BannerTone.NOTICE, name="kept-letter-recalled"
        )
        self._loading = LoadingState(name="kept-letter-loading")
        self._history = Text("", name="kept-letter-history")
        self._code = Text("", name="kept-letter-code")
        self._story = Card(
            Text("What happened to it", TextRole.SECTION),
            self._history,
            self._code,
            name="kept-letter-story",
        )
        self._paper = self._paper_card()
        self._given = GivenCard(presenter)
        self._recall = RecallCard(presenter)
        self._preview = DocumentPreview()
        self._preview.setMinimumHeight(PREVIEW_HEIGHT)
        columns = TwoColumns(side_share=54, name="kept-letter-columns")
        for card in (self._story, self._paper, self._given, self._recall):
            columns.main.addWidget(card)
        columns.side.addWidget(self._preview)
        banners = (self._problem, self._notice, self._recalled, self._held)
        for part in (self._lead, *banners, self._loading, columns):
            self.add(part)
        self.body.addStretch(1)
        self.set_footer(self._footer())
        self.attach(presenter)

    def draw(self, state: KeptLetterState) -> None:
        """Fill the page."""
        self._lead.setText(" · ".join(part for part in (state.title, state.recipient) if part))
        for banner, words in (
            (self._problem, state.problem),
            (self._notice, state.notice),
        ):
            banner.set_message(words)
            banner.setVisible(bool(words))
        self._recalled.set_message(TAKEN_BACK, state.recalled)
        self._recalled.setVisible(bool(state.recalled))
        self._held.set_message(HELD, "\n".join(state.held))
        self._held.setVisible(bool(state.held) and not state.recalled)
        self._announce(state.problem or state.notice or state.recalled)
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._history.setText("\n".join(state.history))
        self._code.setText(f"Code on the reply slip: {state.reply_code}")
        self._code.setVisible(bool(state.reply_code))
        self._story.setVisible(not state.loading)
        self._paper.setVisible(state.may_go_out)
        self._print.setVisible(state.may_go_out)
        self._given.draw(state)
        self._recall.draw(state)
        if state.pdf and state.pdf != self._shown:
            self._shown = state.pdf
            self._preview.show_document(state.pdf, words_of(state.pdf))
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
            Text(KEEPS_NO_COPY),
            Text(SHARED_PRINTER, TextRole.META),
            FlowRow(
                Button(
                    "Save a copy",
                    icon="download",
                    name="kept-letter-save",
                    on_click=self.save_letter,
                )
            ),
            name="kept-letter-paper",
        )

    def _footer(self) -> StickyFooter:
        self._print = Button(
            "Print",
            kind=ButtonKind.PRIMARY,
            icon="printer",
            name="kept-letter-print",
            on_click=self.print_letter,
        )
        press_by(self._print, "Ctrl+Shift+P")
        another = Button(
            "Make another one",
            icon="pen-line",
            name="kept-letter-again",
            on_click=self._intents.make_another,
        )
        done = Button("Done", name="kept-letter-done", on_click=self._intents.leave)
        press_by_primary_keys(done)
        return StickyFooter(start=(another,), end=(done, self._print), name="kept-letter-footer")
