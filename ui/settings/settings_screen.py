"""The settings page: every change works at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screen import Screen
from ui.settings.look_part import LookPart
from ui.widgets.button import ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.labelled_field import LabelledField
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.application.settings import (
    AUTO_LOCK_MINUTES,
    AUTO_LOCK_MINUTES_IN_CONVERSATION,
)
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.settings.settings_presenter import (
    Door,
    SettingsPresenter,
    SettingsState,
)
from vrn_desktop.presenters.wording import count

TITLE = "Settings"
LOOK, CONVERSATION, LOCKING = "How it looks", "In a conversation", "Locking and hiding"
MORE, LANGUAGE = "More", "Language"
ENGLISH_ONLY = "English. Other languages for you as a worker come later; letters have their own."
DIGITS = "Keys 1 to 9 choose an answer"
DIGITS_HINT = "Turn this off if you press digits by accident, or use speech input."
GO_ON = "Go on by itself after an answer"
GO_ON_HINT = "The next question comes once the answer is saved. You can always go back."
LOCK_AFTER = "Lock when nobody is here for"
LOCK_IN_CONVERSATION = "Lock in a conversation after"
LOCK_HINT = "It tells you 30 seconds before. Any key keeps it open."
CAPTURE = "Allow pictures of the screen"
CAPTURE_HINT = (
    "For training or remote help only. While this is on, screen sharing can show what you see. Turn it off "
    "afterwards."
)
OPEN = "Open"
ICONS = {
    Place.PEOPLE_ADMIN: "users",
    Place.WORKPLACE: "building-2",
    Place.SERVICE_SOURCES: "map-pin-house",
    Place.BACKUP: "hard-drive",
}
PAGE_WIDTH = 760


class SettingsScreen(Screen[SettingsState]):
    """Cards by what they are about, and doors to people, organisation and backups."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(name="settings", title=TITLE, content_width=PAGE_WIDTH)
        self._intents = presenter
        self._notice = MessageBanner("", tone=BannerTone.NOTICE, name="settings-notice")
        self._doors = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="settings-doors")
        self._doors_card = Card(Text(MORE, TextRole.SECTION), self._doors)
        self._look = LookPart(presenter)
        self._digits = _check(DIGITS, DIGITS_HINT, "digits", presenter.use_digits)
        self._go_on = _check(GO_ON, GO_ON_HINT, "go-on", presenter.go_on_by_itself)
        self._capture = _check(CAPTURE, CAPTURE_HINT, "capture", presenter.allow_screen_capture)
        self._idle = _minutes(AUTO_LOCK_MINUTES, "lock", presenter.lock_after)
        self._talking = _minutes(
            AUTO_LOCK_MINUTES_IN_CONVERSATION, "lock-talking", presenter.lock_in_conversation_after
        )
        for part in (
            self._notice,
            self._doors_card,
            _card(LOOK, self._look),
            _card(CONVERSATION, self._digits, self._go_on),
            _card(
                LOCKING,
                LabelledField(LOCK_AFTER, self._idle, hint=LOCK_HINT, name="lock-field"),
                LabelledField(LOCK_IN_CONVERSATION, self._talking, name="lock-talking-field"),
                self._capture,
            ),
            _card(LANGUAGE, Text(ENGLISH_ONLY)),
        ):
            self.add(part)
        self.body.addStretch(1)
        self._drawn_doors: tuple[Door, ...] = ()
        self.attach(presenter)

    def draw(self, state: SettingsState) -> None:
        """Show the settings in use."""
        settings = state.settings
        self._notice.set_message(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._look.show_settings(settings)
        self._digits.setChecked(settings.digit_shortcuts)
        self._go_on.setChecked(settings.go_on_after_answer)
        self._capture.setChecked(settings.screen_capture_allowed)
        self._idle.set_chosen(str(settings.auto_lock_minutes))
        self._talking.set_chosen(str(settings.auto_lock_minutes_in_conversation))
        self._doors_card.setVisible(bool(state.doors))
        if state.doors != self._drawn_doors:
            self._drawn_doors = state.doors
            self._doors.show_reasons([self._row(door) for door in state.doors])

    def first_focus(self) -> QWidget | None:
        """The first choice about how it looks."""
        return self._look.first_field()

    def _row(self, door: Door) -> Reason:
        return Reason(
            text=door.title,
            meaning=door.text,
            icon=ICONS[door.place],
            action=OPEN,
            on_action=lambda: self._intents.open_door(door),
        )


def _card(title: str, *parts: QWidget) -> Card:
    card = Card(Text(title, TextRole.SECTION), spacing=14)
    holder = QVBoxLayout()
    holder.setSpacing(14)
    for part in parts:
        holder.addWidget(part)
    card.add(holder)
    return card


def _check(text: str, hint: str, name: str, intent: Callable[..., None]) -> CheckCard:
    card = CheckCard(text, hint=hint, name=f"settings-{name}")
    card.clicked.connect(lambda on: intent(on=on))
    return card


def _minutes(choices: tuple[int, ...], name: str, intent: Callable[[int], None]) -> ChoiceChips:
    chips = ChoiceChips(
        [(str(minutes), count(minutes, "minute")) for minutes in choices], name=f"settings-{name}"
    )
    chips.chosen.connect(lambda code: intent(int(code)))
    return chips
