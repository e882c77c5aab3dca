"""What leaves this laptop for the network: one page in a few parts, of which one is open."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.save_dialog import ask_for_file, ask_for_folder, ask_where_to_save
from ui.screen import Screen
from ui.service_sources.outcome_banner import OutcomeBanner
from ui.sync.asking_banner import AskingBanner
from ui.sync.join_part import ChoosePath, JoinCard, WordsCard
from ui.sync.ledger_part import LedgerPart
from ui.sync.message_part import MessagePart
from ui.sync.network_part import NetworkPart
from ui.sync.planned_part import PlannedPart
from ui.sync.promise_part import PromisePart
from ui.sync.standing_part import ChooseFolder, StandingPart
from ui.theme import theme
from ui.widgets.announcement import announce
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import Joining, SyncPart, SyncState

TITLE = "Sync"
PARTS = (
    (SyncPart.NOW, "Now"),
    (SyncPart.TO_SEND, "What will be sent"),
    (SyncPart.LEFT, "What left this computer"),
    (SyncPart.PROMISE, "The promise"),
)
NETWORK = "Network"
PARTS_NAME = "Parts of this page"
CHOOSE_OFFER, OFFERS = (
    "Open the file from the central office",
    "Enrolment (*.vrnoffer);;All files (*)",
)
SAVE_KEY, KEY_NAME, KEYS = "Save our key file", "site-key.vrnkey", "Key (*.vrnkey)"
SAVE_NEW, NEW_NAME, NEW_KEYS = "Save the new key file", "new-key.vrnnewkey", "Key (*.vrnnewkey)"
CHOOSE_STICK = "Choose the stick"
LOOKS_AGAIN_MS = 30_000
PAGE_WIDTH = 940
"""Logical pixels at usual text size."""

_CHIPS = (*PARTS, (SyncPart.NETWORK, NETWORK))


class SyncScreen(Screen[SyncState]):
    """The parts are switches at the top; one message takes their place while it is read."""

    def __init__(
        self,
        presenter: SyncPresenter,
        *,
        choose_file: ChoosePath | None = None,
        choose_save_key: ChoosePath | None = None,
        choose_save_new_key: ChoosePath | None = None,
        choose_folder: ChooseFolder | None = None,
    ) -> None:
        super().__init__(name="sync", title=TITLE, content_width=theme.px(PAGE_WIDTH))
        ask_file = choose_file or _ask_for_offer
        self._outcome = OutcomeBanner(name="sync-outcome")
        self._asking = AskingBanner(presenter)
        self._working = MessageBanner("", tone=BannerTone.INFO, icon="clock", name="sync-working")
        self._loading = LoadingState(name="sync-loading")
        self._chips = ChoiceChips(_CHIPS, name="sync-part")
        self._chips.setAccessibleName(PARTS_NAME)
        self._chips.chosen.connect(lambda code: presenter.open_part(SyncPart(code)))
        self._join = JoinCard(presenter, choose_file=ask_file)
        self._words = WordsCard(presenter, choose_save=choose_save_key or _ask_where_key)
        self._standing = StandingPart(presenter, choose_folder=choose_folder or _ask_for_stick)
        self._planned = PlannedPart()
        self._ledger = LedgerPart(presenter)
        self._promise = PromisePart()
        self._network = NetworkPart(
            presenter,
            choose_file=ask_file,
            choose_save=choose_save_new_key or _ask_where_new_key,
        )
        self._message = MessagePart(presenter)
        for part in (
            self._chips,
            self._outcome,
            self._asking,
            self._working,
            self._loading,
            self._words,
            self._standing,
            self._join,
            self._planned,
            self._ledger,
            self._promise,
            self._network,
            self._message,
        ):
            self.add(part)
        self.body.addStretch(1)
        self._loading.start()
        self._shown: SyncPart | None = None
        self._said = ""
        self._again = presenter.look_again
        look = QTimer(self)
        look.timeout.connect(self._look_again)
        look.start(LOOKS_AGAIN_MS)
        self.attach(presenter)

    def first_focus(self) -> QWidget | None:
        """The switch of the part that is open; in a message the way back."""
        if self._message.isVisibleTo(self):
            return self._message.back
        return self._chips.chip(self._shown or SyncPart.NOW)

    def draw(self, state: SyncState) -> None:
        """Show the part the state is about."""
        is_read = state.joining is not Joining.NOT_READ
        if is_read or state.outcome is not None:
            self._loading.stop()
        is_free = not state.working
        self._outcome.show_outcome(state.outcome)
        self._asking.show_asking(state.asking)
        self._working.set_message(state.working)
        self._working.setVisible(bool(state.working))
        if state.working and state.working != self._said:
            announce(self, state.working)
        self._said = state.working
        self._show_chips(state)
        now = state.part is SyncPart.NOW and is_read
        self._join.setVisible(now and not state.compare and state.joining is not Joining.IN_FORCE)
        self._join.show_for(may_change=state.may_change)
        self._words.setVisible(now and state.compare is not None)
        if state.compare is not None:
            self._words.show_words(state.compare)
        self._standing.setVisible(now and state.joining in (Joining.IN_FORCE, Joining.ENDED))
        self._standing.show_standing(state.standing, may_change=state.may_change, is_free=is_free)
        self._show_other_parts(state, is_free=is_free)
        self._change_part(state.part)

    def _look_again(self) -> None:
        if self.isVisible():
            self._again()

    def _show_chips(self, state: SyncState) -> None:
        self._chips.setVisible(state.part is not SyncPart.MESSAGE)
        self._chips.set_chosen(state.part)
        has_network = state.may_change and state.joining is Joining.IN_FORCE
        self._chips.chip(SyncPart.NETWORK).setVisible(has_network)

    def _show_other_parts(self, state: SyncState, *, is_free: bool) -> None:
        for part, widget in (
            (SyncPart.TO_SEND, self._planned),
            (SyncPart.LEFT, self._ledger),
            (SyncPart.PROMISE, self._promise),
            (SyncPart.NETWORK, self._network),
            (SyncPart.MESSAGE, self._message),
        ):
            widget.setVisible(state.part is part and state.joining is not Joining.NOT_READ)
        self._planned.show_planned(state.planned)
        self._ledger.show_rows(state.rows, shown=state.shown, is_empty=state.ledger_is_empty)
        if state.joining is not Joining.NOT_READ:
            self._promise.show_promise(state.promise, state.promise_refused)
        self._network.show_network(state.network, is_free=is_free)
        if state.message is not None:
            self._message.show_message(state.message)

    def _change_part(self, part: SyncPart) -> None:
        if part is self._shown:
            return
        was_shown, self._shown = self._shown, part
        if was_shown is None:
            return
        self.scroll_to_top()
        if self.isVisible():
            self.arrive()


def _ask_for_offer(parent: QWidget) -> Path | None:
    return ask_for_file(parent, title=CHOOSE_OFFER, kinds=OFFERS)


def _ask_where_key(parent: QWidget) -> Path | None:
    return ask_where_to_save(parent, title=SAVE_KEY, name=KEY_NAME, kinds=KEYS)


def _ask_where_new_key(parent: QWidget) -> Path | None:
    return ask_where_to_save(parent, title=SAVE_NEW, name=NEW_NAME, kinds=NEW_KEYS)


def _ask_for_stick(parent: QWidget) -> Path | None:
    return ask_for_folder(parent, title=CHOOSE_STICK)
