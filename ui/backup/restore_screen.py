"""Bring a backup back: which one, who was able to sign in then, and their passphrase of that day."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.backup.backup_choice import BackupChoice
from ui.save_dialog import ask_for_file
from ui.screen import Screen
from ui.theme import theme
from ui.unlock.person_picker import PersonPicker
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.presenters.backup.restore_presenter import RestorePresenter, RestoreState

TITLE = "Bring a backup back"
LEAD = (
    "The backup goes into a new file. The file you have now stays beside it, and nothing in it changes. "
    "What was written after the backup is only in the file you have now."
)
WHICH = "Which backup?"
WHO = "Who are you?"
WHO_HINT = "These people were able to sign in when the backup was made."
PASSPHRASE = "Your passphrase of that day"  # noqa: S105  a label
PASSPHRASE_HINT = "It has to be the one you had when the backup was made."  # noqa: S105  a hint
WITH_SHEET = "Nobody knows a passphrase of that day"
RESTORE = "Bring it back"
LEAVE = "Leave it as it is"
CHOOSE_FILE = "Choose a backup"
KINDS = "Backups (*.vrnbackup)"
PAGE_WIDTH = 720
"""Logical pixels at usual text size."""


class RestoreScreen(Screen[RestoreState]):
    """One page; the questions about you come once the backup was looked into."""

    def __init__(
        self,
        presenter: RestorePresenter,
        *,
        choose_file: Callable[[QWidget], Path | None] | None = None,
    ) -> None:
        super().__init__(name="restore", title=TITLE, content_width=theme.px(PAGE_WIDTH))
        self._intents = presenter
        self._choose_file = choose_file or _ask_for_backup
        self._backups = BackupChoice(
            chosen=presenter.choose_backup, from_stick=self._from_stick, name="restore-backup"
        )
        self._which = LabelledField(WHICH, self._backups, name="restore-which")
        self._picker = PersonPicker(name="restore-person")
        self._picker.chosen.connect(lambda person: presenter.choose_person(PractitionerId(person)))
        self._who = LabelledField(WHO, self._picker, hint=WHO_HINT, name="restore-who")
        self._passphrase = PassphraseField(name="restore-passphrase")
        self._passphrase.entered.connect(self._restore)
        self._field = LabelledField(
            PASSPHRASE, self._passphrase, hint=PASSPHRASE_HINT, name="restore-field"
        )
        with_sheet = Button(
            WITH_SHEET,
            kind=ButtonKind.LINK,
            name="restore-with-sheet",
            on_click=presenter.use_sheet,
        )
        self._you = Card(self._who, self._field, FlowRow(with_sheet), spacing=16)
        self._working = MessageBanner(
            "", tone=BannerTone.INFO, icon="clock", name="restore-working"
        )
        for part in (
            Text(LEAD, TextRole.LEAD),
            Card(self._which),
            self._you,
            self._working,
            self._ways_on(),
        ):
            self.add(part)
        self.body.addStretch(1)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._restore)
        self._said = ""
        self._problems: tuple[str, str, str] = ("", "", "")
        self.attach(presenter)

    def first_focus(self) -> QWidget | None:
        """The first backup, or the way to one on a stick."""
        return self._backups.first_field()

    def draw(self, state: RestoreState) -> None:
        """Show the backups, who could sign in then, and what is missing."""
        self._backups.show_backups(state)
        self._you.setVisible(state.backup is not None)
        self._picker.show_people(state.people, state.chosen)
        self._which.set_problem(state.backup_problem)
        self._who.set_problem(state.who_problem)
        self._field.set_problem(state.passphrase_problem)
        self._working.set_message(state.working)
        self._working.setVisible(bool(state.working))
        if state.working and state.working != self._said:
            announce(self, state.working)
        self._said = state.working
        self._go_to_problem(state)

    def _go_to_problem(self, state: RestoreState) -> None:
        problems = (state.backup_problem, state.who_problem, state.passphrase_problem)
        if problems == self._problems:
            return
        self._problems = problems
        fields = (self._backups.first_field(), self._picker, self._passphrase.line)
        unfinished = [field for field, words in zip(fields, problems, strict=True) if words]
        if unfinished:
            self._passphrase.line.selectAll()
            unfinished[0].setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, " ".join(filter(None, problems)))

    def _ways_on(self) -> FlowRow:
        return FlowRow(
            Button(
                RESTORE,
                kind=ButtonKind.PRIMARY,
                icon="history",
                name="restore-go",
                on_click=self._restore,
            ),
            Button(LEAVE, name="restore-leave", on_click=self._intents.leave),
        )

    def _restore(self) -> None:
        self._intents.restore(self._passphrase.text())

    def _from_stick(self) -> None:
        backup = self._choose_file(self)
        if backup is not None:
            self._intents.choose_backup(backup)


def _ask_for_backup(parent: QWidget) -> Path | None:
    return ask_for_file(parent, title=CHOOSE_FILE, kinds=KINDS)
