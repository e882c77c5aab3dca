"""With whom this laptop counts: a newer file of the central office, a new key, leaving the network."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.sync.join_part import ChoosePath
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import NetworkView

FILE_TITLE, FILE_TEXT = (
    "A newer file from the central office",
    "Open it here when the central office sends one, for example after it has moved.",
)
OPEN = "Open the newer file"
KEY_TITLE = "A new key"
KEY_TEXT = (
    "Make one each time the central office asks for it, or if somebody may have had this file and a "
    "passphrase. What was sent stays as it is."
)
MAKE = "Make a new key…"
WAITS = (
    "A new key waits. Send it by network, or save it and hand it over; until the central office has it, the "
    "present key goes on. Both keys have signed it, so no words are compared."
)
SEND, SAVE = "Send the new key by network", "Save the new key file"
ACCEPTED = "The central office has taken it in"
LEAVE_TITLE, LEAVE_TEXT = (
    "Leave the network",
    "No numbers are drawn any more. The list of what left this computer stays here.",
)
LEAVE = "Leave the network…"


class NetworkPart(QWidget):
    """For supervisors only."""

    def __init__(
        self, presenter: SyncPresenter, *, choose_file: ChoosePath, choose_save: ChoosePath
    ) -> None:
        super().__init__()
        self.setObjectName("sync-network")
        self._intents = presenter
        self._choose_file = choose_file
        self._choose_save = choose_save
        self._with = Text("", TextRole.LEAD, name="sync-network-with")
        self._waits = Text(WAITS, name="sync-new-key-waits")
        self._make = Button(
            MAKE, icon="key-round", name="sync-new-key", on_click=presenter.ask_for_new_key
        )
        self._send = Button(
            SEND, icon="upload", name="sync-new-key-send", on_click=presenter.send_new_key
        )
        self._save = Button(SAVE, icon="save", name="sync-new-key-save", on_click=self._save_key)
        self._accepted = Button(
            ACCEPTED,
            icon="check",
            name="sync-new-key-in-force",
            on_click=presenter.new_key_in_force,
        )
        open_newer = Button(
            OPEN, icon="file-text", name="sync-open-newer", on_click=self._open_newer
        )
        leave = Button(LEAVE, icon="log-out", name="sync-leave", on_click=presenter.ask_to_leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._with)
        column.addWidget(
            Card(
                Text(FILE_TITLE, TextRole.SECTION),
                Text(FILE_TEXT),
                FlowRow(open_newer),
                name="sync-newer-card",
            )
        )
        column.addWidget(
            Card(
                Text(KEY_TITLE, TextRole.SECTION),
                Text(KEY_TEXT),
                self._waits,
                FlowRow(self._make, self._send, self._save, self._accepted),
                name="sync-new-key-card",
            )
        )
        column.addWidget(
            Card(
                Text(LEAVE_TITLE, TextRole.SECTION),
                Text(LEAVE_TEXT),
                FlowRow(leave),
                name="sync-leave-card",
            )
        )

    def show_network(self, view: NetworkView, *, is_free: bool) -> None:
        """Fill in with whom, and whether a new key waits."""
        waits = view.new_key_waits
        self._with.setText(view.with_whom)
        self._waits.setVisible(waits)
        self._make.setVisible(not waits)
        self._send.setVisible(waits and view.by_network)
        self._save.setVisible(waits)
        self._accepted.setVisible(waits)
        for button in (self._make, self._send, self._save, self._accepted):
            button.setEnabled(is_free)

    def _open_newer(self) -> None:
        path = self._choose_file(self)
        if path is not None:
            self._intents.open_offer(path)

    def _save_key(self) -> None:
        path = self._choose_save(self)
        if path is not None:
            self._intents.save_new_key(path)
