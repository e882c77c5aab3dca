"""Asks once more before something that cannot be taken back; the safe answer has the keyboard."""

from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import Asking


class AskingBanner(MessageBanner):
    """`sync-asking`, with `sync-asking-no` and `sync-asking-yes`."""

    def __init__(self, presenter: SyncPresenter) -> None:
        super().__init__("", tone=BannerTone.NOTICE, name="sync-asking")
        self._no = Button("", name="sync-asking-no", on_click=presenter.say_no)
        self._yes = Button("", name="sync-asking-yes", on_click=presenter.say_yes)
        self.add(FlowRow(self._no, self._yes))
        self._asked: Asking | None = None
        self.hide()

    def show_asking(self, asking: Asking | None) -> None:
        """Ask, or take the question away."""
        if asking == self._asked:
            return
        self._asked = asking
        self.setVisible(asking is not None)
        if asking is None:
            return
        self.set_message(asking.title, asking.text)
        self._no.setText(asking.no)
        self._yes.setText(asking.yes)
        announce(self, f"{asking.title} {asking.text}")
        self._no.setFocus()
