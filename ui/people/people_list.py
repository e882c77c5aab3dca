"""Who signs in here, and what may be done about it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from vrn_desktop.presenters.people.people_presenter import PeoplePresenter
from vrn_desktop.presenters.people.people_state import PeopleState, PersonRow

ADD = "Add someone"
CHANGE_OWN = "Change my passphrase"
NEW_SHEET = "Make a new recovery sheet"
OPEN = "Open"
LOCKS_TITLE = "Somebody has left: change the locks"
LOCKS_TEXT = (
    "Copies of the file that they could have taken still open with their passphrase. Changing the locks "
    "makes new keys and a new backup, takes a moment, and then locks the program. Everybody else signs in "
    "as before. Older backups on sticks stay readable to them: collect or destroy those."
)
LOCKS = "Change the locks now"
YOU = "{name} (you)"


class PeopleList(QWidget):
    """Everybody, those who have left too; a row opens where the role may change it."""

    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._intents = presenter
        self._notice = MessageBanner(
            "", tone=BannerTone.CALM, icon="circle-check", name="people-notice"
        )
        self.add_button = Button(
            ADD,
            kind=ButtonKind.PRIMARY,
            icon="user-plus",
            name="people-add",
            on_click=presenter.begin_adding,
        )
        self.own_button = Button(
            CHANGE_OWN,
            icon="key-round",
            name="people-own",
            on_click=presenter.begin_own_passphrase,
        )
        self._sheet = Button(
            NEW_SHEET, icon="file-check", name="people-sheet", on_click=presenter.begin_new_sheet
        )
        self._locks = MessageBanner(
            LOCKS_TITLE, LOCKS_TEXT, tone=BannerTone.NOTICE, icon="key-round", name="people-locks"
        )
        self._change = Button(LOCKS, name="people-locks-go", on_click=presenter.change_locks)
        self._locks.add(FlowRow(self._change))
        self._rows = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="people-rows")
        self._drawn: tuple[PersonRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._notice)
        column.addWidget(self._locks)
        column.addWidget(FlowRow(self.add_button, self.own_button, self._sheet))
        column.addWidget(Card(self._rows))

    def draw(self, state: PeopleState) -> None:
        """Draw the rows and what this role may do."""
        self._notice.set_message(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._locks.setVisible(state.locks_due)
        self._change.setText(state.working or LOCKS)
        self.add_button.setVisible(bool(state.roles_to_add))
        self._sheet.setVisible(state.may_renew_sheet)
        if state.rows != self._drawn:
            self._drawn = state.rows
            self._rows.show_reasons([self._row(row, state) for row in state.rows])

    def _row(self, row: PersonRow, state: PeopleState) -> Reason:
        return Reason(
            text=YOU.format(name=row.name) if row.me else row.name,
            meaning=f"{row.role}. {row.standing}.",
            icon="door-open" if row.left else "user",
            action=OPEN if state.may_manage and not row.left else "",
            action_name=f"{OPEN}: {row.name}",
            on_action=lambda: self._intents.begin_changing(row.id),
        )
