"""Letters to print: tick several, one job, each noted; and apart, what may not be printed today."""

from functools import partial

from ui.batch_printing import BatchPrinting
from ui.printing import (
    KEEPS_NO_COPY,
    SENTENCES,
    SHARED_PRINTER,
    ChoosePaper,
    PrintOutcome,
    choose_printer,
)
from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by, press_by_primary_keys
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_card import CheckCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.letters_to_print_presenter import LettersToPrintPresenter
from vrn_desktop.presenters.letters_to_print_state import LettersToPrintState, WaitingLine
from vrn_desktop.presenters.letters_to_print_words import STOPPED

EMPTY = "No letter waits for the printer"
EMPTY_MEANING = "A letter you keep without printing it will stand here."
HELD_BACK = "Not today"
ALL = "Tick all"
ASK, OPEN = "Ask about safe contact", "Open their record"


class LettersToPrintScreen(Screen[LettersToPrintState]):
    """Draws the two lists. `choose_paper` stands for the printer dialog and can be exchanged."""

    def __init__(
        self, presenter: LettersToPrintPresenter, *, choose_paper: ChoosePaper = choose_printer
    ) -> None:
        super().__init__(name="letters-to-print", title="Letters to print")
        self._intents = presenter
        self._choose_paper = choose_paper
        self._batch: BatchPrinting | None = None
        self._said = ""
        self._problem = MessageBanner("", tone=BannerTone.NOTICE, name="batch-problem")
        self._notice = MessageBanner(
            "", tone=BannerTone.CALM, icon="circle-check", name="batch-notice"
        )
        self._loading = LoadingState(name="batch-loading")
        self._empty = EmptyState(EMPTY, EMPTY_MEANING, icon="printer", name="batch-empty")
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._cards: dict[str, CheckCard] = {}
        self._list = Card(name="batch-list")
        self._held = ReasonList(kind=ButtonKind.LINK, ruled=True, name="batch-held-rows")
        self._held_card = Card(
            Text(HELD_BACK, TextRole.SECTION), self._held, kind=CardKind.SOFT, name="batch-held"
        )
        self._paper = Card(
            Text(KEEPS_NO_COPY, name="batch-not-kept"),
            Text(SHARED_PRINTER, TextRole.META),
            name="batch-paper",
        )
        for part in (self._problem, self._notice):
            self.add(part)
        self.add(self._loading)
        self.add(self._empty)
        for card in (self._list, self._held_card, self._paper):
            self.add(card)
        self.body.addStretch(1)
        self.set_footer(self._footer())
        self.attach(presenter)

    def draw(self, state: LettersToPrintState) -> None:
        """Fill the page."""
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._notice.set_message(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._announce(state.progress or state.problem or state.notice)
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._empty.setVisible(state.is_empty)
        self._draw_lines(state)
        self._held.show_reasons([self._reason(line) for line in state.held_back])
        self._held_card.setVisible(bool(state.held_back))
        self._paper.setVisible(bool(state.lines))
        self._progress.setText(state.progress)
        self._progress.setVisible(state.printing)
        self._stop.setVisible(state.printing)
        self._print.setVisible(bool(state.lines) and not state.printing)
        self._all.setVisible(len(state.lines) > 1 and not state.printing)

    def print_letters(self) -> None:
        """Hand the ticked letters to the printer."""
        self._intents.print_them(self._start)

    def leave(self) -> None:
        """The page is left: a job that is being drawn is stopped, since nobody could note it."""
        if self._batch is not None:
            self._batch.stop()
        super().leave()

    def _start(self, documents: tuple[bytes, ...]) -> None:
        self._batch = BatchPrinting(documents, self)
        self._batch.progressed.connect(self._intents.drawn)
        self._batch.finished.connect(self._ended)
        self._batch.start(self._choose_paper)

    def _ended(self, outcome: PrintOutcome) -> None:
        batch, self._batch = self._batch, None
        if batch is not None:
            was_drawing = batch.was_drawing
            batch.deleteLater()
        else:
            was_drawing = False
        if outcome is PrintOutcome.PRINTED:
            self._intents.all_printed()
        elif outcome is PrintOutcome.CANCELLED and was_drawing:
            self._intents.not_printed(STOPPED)
        else:
            self._intents.not_printed(SENTENCES[outcome])

    def _stop_printing(self) -> None:
        if self._batch is not None:
            self._batch.stop()

    def _draw_lines(self, state: LettersToPrintState) -> None:
        shown = tuple((line.id, line.who, line.what + line.failed) for line in state.lines)
        if shown != self._shown:
            self._shown = shown
            for card in self._cards.values():
                self._list.body.removeWidget(card)
                card.hide()
                card.deleteLater()
            self._cards = {line.id: self._line(line) for line in state.lines}
        for line in state.lines:
            self._cards[line.id].setChecked(line.ticked)
            self._cards[line.id].setEnabled(not state.printing)
        self._list.setVisible(bool(state.lines))

    def _line(self, line: WaitingLine) -> CheckCard:
        hint = " ".join(part for part in (f"{line.what}.", line.failed) if part)
        card = CheckCard(line.who, hint=hint, name=f"batch-letter-{line.id}")
        card.clicked.connect(lambda on: self._intents.tick(line.id, ticked=on))
        self._list.add(card)
        return card

    def _reason(self, line: WaitingLine) -> Reason:
        verb = (
            self._intents.ask_safe_contact if line.asks_safe_contact else self._intents.open_person
        )
        return Reason(
            text=f"{line.who}: {line.what}",
            meaning=line.reason,
            icon="shield",
            colour=Colour.PRIMARY,
            action=ASK if line.asks_safe_contact else OPEN,
            on_action=partial(verb, line),
        )

    def _announce(self, words: str) -> None:
        if words and words != self._said:
            announce(self, words)
        self._said = words

    def _footer(self) -> StickyFooter:
        self._progress = Text("", TextRole.STRONG, name="batch-progress")
        self._print = Button(
            "Print",
            kind=ButtonKind.PRIMARY,
            icon="printer",
            name="batch-print",
            on_click=self.print_letters,
        )
        press_by(self._print, "Ctrl+Shift+P")
        press_by_primary_keys(self._print)
        self._stop = Button("Stop", icon="x", name="batch-stop", on_click=self._stop_printing)
        self._all = Button(
            ALL, icon="list-checks", name="batch-all", on_click=self._intents.tick_all
        )
        back = Button("Back", icon="arrow-left", name="batch-back", on_click=self._intents.leave)
        return StickyFooter(
            start=(back,),
            end=(FlowRow(self._progress), self._stop, self._all, self._print),
            name="batch-footer",
        )
