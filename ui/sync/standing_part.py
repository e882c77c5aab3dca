"""How it stands with sending: one sentence, four counts, what comes next, and the ways on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import CountOfMessages, Standing, WaitingLine, Warned

ONLY_NUMBERS = "Only these numbers leave this laptop."
SEND, COPY, READ = "Send now", "Copy to a stick", "Read receipts from a stick"
WAITING = "Without a receipt so far"
SEE, SEE_NAME = "See the numbers", "See the numbers of {period}"
NEXT_CLOSING, NEXT_SENDING = "Next numbers", "Next sending"

ChooseFolder = Callable[[QWidget], Path | None]


class StandingPart(QWidget):
    """The part that is open first."""

    def __init__(self, presenter: SyncPresenter, *, choose_folder: ChooseFolder) -> None:
        super().__init__()
        self.setObjectName("sync-standing")
        self._intents = presenter
        self._choose_folder = choose_folder
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(14)
        self._sentence = Text("", TextRole.LEAD, name="sync-sentence")
        self._counts = FlowRow(spacing=28, name="sync-counts")
        self._closing = Text("", name="sync-next-closing")
        self._sending = Text("", name="sync-next-sending")
        self._next = _stacked(
            Text(NEXT_CLOSING, TextRole.STRONG),
            self._closing,
            Text(NEXT_SENDING, TextRole.STRONG),
            self._sending,
        )
        self._offline = _OfflineLine()
        self.send = Button(
            SEND,
            kind=ButtonKind.PRIMARY,
            icon="upload",
            name="sync-send",
            on_click=presenter.send_now,
        )
        self.copy = Button(COPY, icon="usb", name="sync-copy", on_click=self._copy)
        self._read = Button(READ, icon="file-check", name="sync-read", on_click=self._take)
        self._ways = FlowRow(self.send, self.copy, self._read, name="sync-ways")
        self._list = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="sync-waiting")
        self._more = Text("", TextRole.META, name="sync-more-waiting")
        self._waiting = Card(
            Text(WAITING, TextRole.SECTION), self._list, self._more, name="sync-waiting-card"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._warnings)
        column.addWidget(
            Card(
                self._sentence,
                self._counts,
                self._next,
                self._offline,
                self._ways,
                Text(ONLY_NUMBERS, TextRole.META, name="sync-only-numbers"),
                name="sync-standing-card",
            )
        )
        column.addWidget(self._waiting)
        self._drawn_warnings: tuple[Warned, ...] = ()
        self._drawn_counts: tuple[CountOfMessages, ...] = ()
        self._drawn_lines: tuple[WaitingLine, ...] = ()

    def show_standing(self, standing: Standing, *, may_change: bool, is_free: bool) -> None:
        """Fill in how it stands; others than supervisors only read."""
        self._sentence.setText(standing.sentence)
        self._closing.setText(standing.next_closing)
        self._sending.setText(standing.next_sending)
        self._offline.show_words(standing.offline)
        self._next.setVisible(not standing.is_over)
        self._ways.setVisible(may_change)
        self.send.setVisible(standing.by_network and not standing.is_over)
        self.copy.setVisible(not standing.is_over)
        for button in (self.send, self.copy, self._read):
            button.setEnabled(is_free)
        self._show_counts(standing.counts)
        self._show_warnings(standing.warnings)
        self._more.setText(standing.more_waiting)
        self._more.setVisible(bool(standing.more_waiting))
        self._waiting.setVisible(bool(standing.waiting))
        if standing.waiting != self._drawn_lines:
            self._drawn_lines = standing.waiting
            self._list.show_reasons([self._line(line) for line in standing.waiting])

    def _show_counts(self, counts: tuple[CountOfMessages, ...]) -> None:
        if counts == self._drawn_counts:
            return
        self._drawn_counts = counts
        self._counts.clear()
        for place, count in enumerate(counts):
            self._counts.add(_count(count, f"sync-count-{place}"))

    def _show_warnings(self, warnings: tuple[Warned, ...]) -> None:
        if warnings == self._drawn_warnings:
            return
        self._drawn_warnings = warnings
        while (item := self._warnings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, warned in enumerate(warnings):
            self._warnings.addWidget(
                MessageBanner(
                    warned.title, warned.text, tone=BannerTone.NOTICE, name=f"sync-warning-{place}"
                )
            )

    def _line(self, line: WaitingLine) -> Reason:
        return Reason(
            text=line.period,
            meaning=line.detail,
            icon="mail",
            colour=Colour.INK_SOFT,
            action=SEE,
            action_name=SEE_NAME.format(period=line.period),
            on_action=lambda: self._intents.open_message(line.number),
        )

    def _copy(self) -> None:
        folder = self._choose_folder(self)
        if folder is not None:
            self._intents.copy_to_stick(folder)

    def _take(self) -> None:
        folder = self._choose_folder(self)
        if folder is not None:
            self._intents.read_stick(folder)


class _OfflineLine(QWidget):
    """Grey, because no network is the usual case; nothing is lost by it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sync-offline")
        self._words = Text("", TextRole.META, name="sync-offline-words")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconMark("monitor-off", Colour.INK_SOFT))
        row.addWidget(self._words, 1)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say it once more to a screen reader when it changes; no words take the line away."""
        if words and words != self._words.text():
            announce(self, words)
        self._words.setText(words)
        self.setVisible(bool(words))


def _stacked(*texts: Text) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for text in texts:
        column.addWidget(text)
    return holder


def _count(count: CountOfMessages, name: str) -> QWidget:
    holder = QWidget()
    holder.setObjectName(name)
    holder.setAccessibleName(f"{count.number} {count.words}")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Text(f"{count.number:,}", TextRole.FIGURE, wrap=False))
    column.addWidget(Text(count.words, TextRole.META, wrap=False))
    return holder
