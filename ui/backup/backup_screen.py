"""Backups: how old the newest is, one more now, a copy on a stick, and the way to bring one back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.save_dialog import ask_for_folder
from ui.screen import Screen
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.backup.backup_presenter import BackupPresenter, BackupState
from vrn_desktop.presenters.backup.backup_words import BackupRow

TITLE = "Backups"
WHAT_FOR = (
    "One is made each time you lock. Those on this laptop help if the file is damaged. A copy on a stick "
    "helps if the laptop is lost: make one each week."
)
MAKE = "Make a backup now"
LIST = "On this laptop"
NONE_YET = "Nothing here yet."
COPY = "Copy to a stick"
COPY_NAME = "Copy the backup of {made} to a stick"
NEWEST = "{age}, {size}, the newest"
OLDER = "{age}, {size}"
CHOOSE_FOLDER = "Choose the stick"
BACK = "Bring a backup back"
BACK_WORDS = (
    "For when the file is damaged. The file you have now is locked first and stays as it is; the backup "
    "goes into a new one."
)
KEPT = "The file from before a backup was brought back"
KEPT_WORDS = (
    "It is kept in case something is missing in the one you work with now. Look through that first. Then "
    "a supervisor can remove the earlier file; this cannot be taken back."
)
LET_GO = "Everything is there: remove the earlier file"
SHOW_BACK = "Lock, then bring one back"
PAGE_WIDTH = 860
"""Logical pixels at usual text size."""


class BackupScreen(Screen[BackupState]):
    """Ctrl+Enter makes one; done is said only after it was read back."""

    def __init__(
        self,
        presenter: BackupPresenter,
        *,
        choose_folder: Callable[[QWidget], Path | None] | None = None,
    ) -> None:
        super().__init__(name="backup", title=TITLE, content_width=theme.px(PAGE_WIDTH))
        self._intents = presenter
        self._choose_folder = choose_folder or _ask_for_stick
        self._old = MessageBanner("", tone=BannerTone.NOTICE, name="backup-old")
        self._line = Text("", TextRole.LEAD, name="backup-line")
        self._make = Button(
            MAKE,
            kind=ButtonKind.PRIMARY,
            icon="save",
            name="backup-make",
            on_click=presenter.make_now,
        )
        self._working = MessageBanner("", tone=BannerTone.INFO, icon="clock", name="backup-working")
        self._done = MessageBanner(
            "", tone=BannerTone.CALM, icon="circle-check", name="backup-done"
        )
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="backup-problem")
        self._none = Text(NONE_YET, TextRole.META, name="backup-none")
        self._rows = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="backup-row")
        self._kept_lines = Text("", name="backup-kept-lines")
        self._let_go = FlowRow(
            Button(LET_GO, name="backup-let-go", on_click=presenter.let_earlier_go)
        )
        self._kept = Card(
            Text(KEPT, TextRole.SECTION),
            self._kept_lines,
            Text(KEPT_WORDS, TextRole.META),
            self._let_go,
            name="backup-kept",
        )
        for part in (
            self._old,
            self._line,
            Text(WHAT_FOR),
            FlowRow(self._make),
            self._working,
            self._done,
            self._problem,
            Card(Text(LIST, TextRole.SECTION), self._none, self._rows, name="backup-list"),
            self._kept,
            self._way_back(),
        ):
            self.add(part)
        self.body.addStretch(1)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._make.click)
        self._said = ""
        self._drawn: tuple[BackupRow, ...] = ()
        self.attach(presenter)

    def first_focus(self) -> QWidget | None:
        """The one thing most people come for."""
        return self._make

    def draw(self, state: BackupState) -> None:
        """Show how old, what was done, and the list."""
        self._old.set_message(state.line)
        self._old.setVisible(state.is_old)
        self._line.setText(state.line)
        self._line.setVisible(bool(state.line) and not state.is_old)
        for banner, words in (
            (self._working, state.working),
            (self._done, state.done),
            (self._problem, state.problem),
        ):
            banner.set_message(words)
            banner.setVisible(bool(words))
        said = state.working or state.done or state.problem
        if said and said != self._said:
            announce(self, said)
        self._said = said
        self._none.setVisible(not state.rows)
        self._kept.setVisible(bool(state.kept))
        self._kept_lines.setText("\n".join(state.kept))
        self._let_go.setVisible(state.may_let_go)
        if state.rows != self._drawn:
            self._drawn = state.rows
            self._rows.show_reasons([self._row(row) for row in state.rows])

    def _row(self, row: BackupRow) -> Reason:
        words = NEWEST if row.newest else OLDER
        meaning = words.format(age=row.age[:1].upper() + row.age[1:], size=row.size)
        return Reason(
            text=row.made,
            meaning=f"{meaning}. {row.note}" if row.note else meaning,
            icon="hard-drive",
            colour=Colour.PRIMARY if row.newest else Colour.INK_SOFT,
            action=COPY,
            action_name=COPY_NAME.format(made=row.made),
            on_action=lambda: self._copy(row.path),
        )

    def _way_back(self) -> Card:
        return Card(
            Text(BACK, TextRole.SECTION),
            Text(BACK_WORDS),
            FlowRow(
                Button(
                    SHOW_BACK,
                    icon="history",
                    name="backup-restore",
                    on_click=self._intents.restore,
                )
            ),
        )

    def _copy(self, backup: Path) -> None:
        folder = self._choose_folder(self)
        if folder is not None:
            self._intents.copy_to(backup, folder)


def _ask_for_stick(parent: QWidget) -> Path | None:
    return ask_for_folder(parent, title=CHOOSE_FOLDER)
