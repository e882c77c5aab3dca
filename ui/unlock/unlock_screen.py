"""The unlock screen: who you are, your passphrase, and help that needs no sign-in (TI-03)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.unlock.front_screen import OFFLINE, FrontPanel, FrontScreen
from ui.unlock.person_picker import PersonPicker
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.presenters.unlock.unlock_presenter import UnlockPresenter, UnlockState

TITLE = "Welcome back"
WHO = "Who are you?"
PASSPHRASE = "Passphrase"  # noqa: S105  a label
UNLOCK = "Unlock"
UNLOCKING = "Unlocking…"
FORGOTTEN = "I’ve forgotten my passphrase"
SAFETY = "Safety steps and phone numbers, no sign-in needed"
HELP = "Help"
KEYBOARD = "Keyboard language now: {language}"
FORM_WIDTH = 520


class UnlockScreen(FrontScreen[UnlockState]):
    """Enter unlocks; the button keeps the focus while the key is worked out.

    `typing_began` comes at the first letter of a passphrase: time to bring in what unlocking needs.
    """

    typing_began = Signal()

    def __init__(self, presenter: UnlockPresenter, *, version: str = "") -> None:
        super().__init__(name="unlock", title=TITLE, content_width=FORM_WIDTH)
        self._intents = presenter
        self.panel = FrontPanel(foot=f"{OFFLINE} Version {version}" if version else OFFLINE)
        self._picker = PersonPicker(name="unlock-person")
        self._picker.chosen.connect(lambda person: presenter.choose(PractitionerId(person)))
        self._who = LabelledField(WHO, self._picker, name="unlock-who")
        self._passphrase = PassphraseField(name="unlock-passphrase")
        self._passphrase.entered.connect(self._unlock)
        self._passphrase.line.textEdited.connect(self._tell_typing)
        self._field = LabelledField(PASSPHRASE, self._passphrase, name="unlock-field")
        self._keyboard = Text("", TextRole.META, name="unlock-keyboard")
        self._go = Button(
            UNLOCK, kind=ButtonKind.PRIMARY, icon="lock", name="unlock-go", on_click=self._unlock
        )
        self.body.insertStretch(0, 1)
        for part in (self._who, self._field, self._keyboard, self._go):
            self.add(part)
        self.add(
            FlowRow(
                Button(
                    FORGOTTEN,
                    kind=ButtonKind.LINK,
                    name="unlock-forgotten",
                    on_click=presenter.forgotten,
                )
            )
        )
        self.body.addSpacing(8)
        self.add(
            FlowRow(
                Button(
                    SAFETY,
                    kind=ButtonKind.LINK,
                    icon="life-buoy",
                    name="unlock-safety",
                    on_click=presenter.show_safety_steps,
                ),
                Button(
                    HELP,
                    kind=ButtonKind.LINK,
                    icon="book-open",
                    name="unlock-help",
                    on_click=presenter.show_help,
                ),
                spacing=24,
            )
        )
        self.body.addStretch(2)
        self.set_front(self.panel)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._unlock)
        self.attach(presenter)

    def _tell_typing(self, _text: str) -> None:
        self._passphrase.line.textEdited.disconnect(self._tell_typing)
        self.typing_began.emit()

    def draw(self, state: UnlockState) -> None:
        """Show who may sign in, what is missing, and whether it is being unlocked."""
        self.panel.place.setText(state.setting)
        self.panel.place.setVisible(bool(state.setting))
        self._picker.show_people(state.people, state.chosen)
        self._picker.setEnabled(not state.unlocking)
        self._who.set_problem(state.who_problem)
        said = self._passphrase.line.accessibleDescription()
        self._field.set_problem(state.passphrase_problem)
        language = QGuiApplication.inputMethod().locale().nativeLanguageName()
        self._keyboard.setVisible(bool(state.misses and language))
        self._keyboard.setText(KEYBOARD.format(language=language))
        self._go.setText(UNLOCKING if state.unlocking else UNLOCK)
        if state.passphrase_problem and not state.unlocking:
            self._passphrase.line.selectAll()
            self._passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
            if state.passphrase_problem not in said:
                announce(self, state.passphrase_problem)
        elif state.who_problem:
            self._picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The picker, or the passphrase where only one person signs in."""
        return self._passphrase.line if self._picker.currentIndex() >= 0 else self._picker

    def _unlock(self) -> None:
        self._intents.unlock(self._passphrase.text())
