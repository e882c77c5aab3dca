"""People who sign in: the list, and one page for each thing that is done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.people.people_list import PeopleList
from ui.people.person_form import PersonFormPart
from ui.recovery.sheet_part import SheetPart
from ui.screen import Screen
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.people.people_presenter import PeoplePresenter
from vrn_desktop.presenters.people.people_state import PeopleMode, PeopleState

TITLES = {
    PeopleMode.LIST: "People who sign in",
    PeopleMode.ADD: "Add someone",
    PeopleMode.CHANGE: "{name}",
    PeopleMode.RESET: "A new passphrase for {name}",
    PeopleMode.REMOVE: "Note that {name} has left",
    PeopleMode.OWN: "Change your passphrase",
    PeopleMode.SHEET: "A new recovery sheet",
}
DO = {
    PeopleMode.ADD: "Let them in",
    PeopleMode.CHANGE: "Keep the changes",
    PeopleMode.RESET: "Use the new passphrase",
    PeopleMode.REMOVE: "Note as left today",
    PeopleMode.OWN: "Use the new passphrase",
}
LEFT_WHAT = (
    "They can no longer sign in on this laptop. What they wrote and signed stays and can still be checked. "
    "Backups made until today still open with their passphrase: collect the sticks they have."
)
SHEET_WHAT = (
    "The present sheet stays valid until a row of the new one was typed back. After that, the old words "
    "open nothing."
)
BACK = "Back to the list"
RESET, REMOVE = "They have forgotten their passphrase", "They have left"
PAGE_WIDTH = 720


class PeopleScreen(Screen[PeopleState]):
    """Names of colleagues stand on the page, never in the window's title."""

    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__(name="people", title=TITLES[PeopleMode.LIST], content_width=PAGE_WIDTH)
        self._intents = presenter
        self._problems = ErrorSummary(name="people-problems")
        back = Button(
            BACK,
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="people-back",
            on_click=presenter.go_back,
        )
        self._back = FlowRow(back)
        self.body.insertWidget(0, self._back)
        self.body.insertWidget(1, self._problems)
        self._refusal = MessageBanner("", tone=BannerTone.PROBLEM, name="people-refusal")
        self._list = PeopleList(presenter)
        self._what = Text("", TextRole.LEAD, name="people-what")
        self._form = PersonFormPart()
        self._form.changed.connect(presenter.type_form)
        self._form.passphrase.another.connect(presenter.suggest_another)
        self._sheet = self._build_sheet(presenter)
        self._go = Button("", kind=ButtonKind.PRIMARY, name="people-go", on_click=self._do)
        reset = Button(
            RESET, icon="key-round", name="people-reset", on_click=presenter.begin_resetting
        )
        remove = Button(
            REMOVE, icon="door-open", name="people-remove", on_click=presenter.begin_removing
        )
        self._more = FlowRow(reset, remove)
        for part in (
            self._refusal,
            self._list,
            self._what,
            self._form,
            self._sheet,
            FlowRow(self._go),
            self._more,
        ):
            self.add(part)
        self.body.addStretch(1)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._do)
        self._mode: PeopleMode | None = None
        self._problems_shown: dict[str, str] = {}
        self._said = ""
        self.attach(presenter)

    def draw(self, state: PeopleState) -> None:
        """Show the page of the mode."""
        mode = state.mode
        name = state.chosen.name if state.chosen is not None else ""
        self._back.setVisible(mode is not PeopleMode.LIST)
        self._list.setVisible(mode is PeopleMode.LIST)
        self._list.draw(state)
        forms = (PeopleMode.ADD, PeopleMode.CHANGE, PeopleMode.RESET, PeopleMode.OWN)
        self._form.setVisible(mode in forms)
        self._form.draw(state)
        what = {PeopleMode.REMOVE: LEFT_WHAT, PeopleMode.SHEET: SHEET_WHAT}.get(mode, "")
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self._sheet.setVisible(mode is PeopleMode.SHEET and state.handover is not None)
        if state.handover is not None:
            self._sheet.show_handover(state.handover)
        self._go.setVisible(mode in DO)
        self._go.setText(state.working or DO.get(mode, ""))
        me = state.chosen is not None and state.chosen.id == state.me.id
        self._more.setVisible(mode is PeopleMode.CHANGE and not me)
        self._refusal.set_message(state.refusal)
        self._refusal.setVisible(bool(state.refusal))
        if mode is not self._mode:
            self._turn(mode, TITLES[mode].format(name=name))
        self._tell(state)

    def first_focus(self) -> QWidget | None:
        """The first thing to do on the page."""
        mode = self._intents.state.mode
        if mode is PeopleMode.LIST:
            add = self._list.add_button
            return add if add.isVisibleTo(self) else self._list.own_button
        first: dict[PeopleMode, QWidget] = {
            PeopleMode.ADD: self._form.name,
            PeopleMode.CHANGE: self._form.name,
            PeopleMode.RESET: self._form.passphrase.first_field(),
            PeopleMode.OWN: self._form.current.line,
        }
        return first.get(mode, self.heading)

    def _turn(self, mode: PeopleMode, title: str) -> None:
        first_time = self._mode is None
        self._mode = mode
        self.set_title(title)
        self._form.current.clear()
        if not first_time:
            self.scroll_to_top()
            announce(self, title)
            focus = self.first_focus()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, state: PeopleState) -> None:
        if dict(state.problems) != self._problems_shown:
            self._problems_shown = dict(state.problems)
            self._problems.show_problems(
                [(words, self._form.field_of(key)) for key, words in state.problems.items()]
            )
            self.scroll_to_top()
        said = state.refusal or state.notice
        if said and said != self._said:
            announce(self, said)
        self._said = said

    def _do(self) -> None:
        presenter = self._intents
        doing: dict[PeopleMode, Callable[[], None]] = {
            PeopleMode.ADD: presenter.add,
            PeopleMode.CHANGE: presenter.change,
            PeopleMode.RESET: presenter.reset,
            PeopleMode.REMOVE: presenter.remove,
            PeopleMode.OWN: lambda: presenter.change_own_passphrase(self._form.current.text()),
        }
        do = doing.get(presenter.state.mode)
        if do is not None:
            do()

    def _build_sheet(self, presenter: PeoplePresenter) -> SheetPart:
        sheet = SheetPart(name="new-sheet")
        sheet.print_wanted.connect(presenter.print_sheet)
        sheet.have_it.connect(presenter.have_sheet)
        sheet.again_wanted.connect(presenter.show_sheet_again)
        sheet.row_typed.connect(presenter.type_row)
        sheet.check_wanted.connect(presenter.check_row)
        return sheet
