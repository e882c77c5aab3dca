"""One message number by number, in words; the file's own text behind a button; and taking it back."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.sync.number_tables import NumberTables
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import MessageView

BACK = "Back"
SHOW, HIDE = "Show exactly what is in the file", "Hide what is in the file"
LITERAL_TITLE = "Exactly what is in the file"
LITERAL_HELP = (
    "This is all the central office can read once it has opened the file. “site” is your site’s short "
    "name; “prev” and “id” are random-looking marks that put the messages in order. Spaces follow, so that "
    "every message is equally long."
)
WITHDRAW = "Withdraw these numbers…"


class MessagePart(QWidget):
    """Opened from a list; Back leads there again."""

    def __init__(self, presenter: SyncPresenter) -> None:
        super().__init__()
        self.setObjectName("sync-message")
        self.back = Button(
            BACK,
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="sync-message-back",
            on_click=presenter.close_message,
        )
        self._title = Text("", TextRole.TITLE, name="sync-message-title")
        self._facts = Text("", name="sync-message-facts")
        self._warning = MessageBanner("", tone=BannerTone.NOTICE, name="sync-message-warning")
        self._no_numbers = Text("", name="sync-message-no-numbers")
        self._tables = NumberTables(name="sync-numbers")
        self._literal_button = Button(
            SHOW, icon="file-text", name="sync-literal-show", on_click=presenter.switch_literal
        )
        self._withdraw = Button(
            WITHDRAW, icon="undo-2", name="sync-withdraw", on_click=presenter.ask_to_withdraw
        )
        self._literal = Text("", name="sync-literal-text")
        self._literal_card = Card(
            Text(LITERAL_TITLE, TextRole.STRONG),
            Text(LITERAL_HELP, TextRole.META),
            self._literal,
            kind=CardKind.SUNKEN,
            name="sync-literal",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (
            FlowRow(self.back),
            self._title,
            self._warning,
            self._facts,
            self._no_numbers,
            self._tables,
            FlowRow(self._literal_button, self._withdraw),
            self._literal_card,
        ):
            column.addWidget(part)

    def show_message(self, view: MessageView) -> None:
        """Fill in the message."""
        self._title.setText(view.title)
        self._facts.setText("\n".join(view.facts))
        self._warning.setVisible(view.warning is not None)
        if view.warning is not None:
            self._warning.set_message(view.warning.title, view.warning.text)
        self._no_numbers.setText(view.no_numbers)
        self._no_numbers.setVisible(bool(view.no_numbers))
        self._tables.show_tables(view.tables)
        self._literal_button.setText(HIDE if view.shows_literal else SHOW)
        self._literal.setText(view.literal)
        self._literal_card.setVisible(view.shows_literal)
        self._withdraw.setVisible(view.may_withdraw)
