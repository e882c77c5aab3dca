"""The settings page: every change works at once and is kept (security.md 4, L5)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.settings import (
    AUTO_LOCK_MINUTES,
    AUTO_LOCK_MINUTES_IN_CONVERSATION,
    ColourChoice,
    Settings,
    Spacing,
)
from vrn_desktop.application.settings_service import SettingsService
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter

SCHEMES = {
    ColourChoice.SYSTEM: "As this computer",
    ColourChoice.LIGHT: "Light",
    ColourChoice.DARK: "Dark",
    ColourChoice.CONTRAST: "High contrast",
}
SPACINGS = {Spacing.USUAL: "Usual", Spacing.WIDE: "Wide"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A link to another page of this part: people, backups, the organisation."""

    place: Place
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """The settings in use, a calm word about their file, and the pages this role may open."""

    settings: Settings
    notice: str = ""
    doors: tuple[Door, ...] = ()


PEOPLE = Door(
    place=Place.PEOPLE_ADMIN,
    title="People who sign in",
    text="Add someone, note that someone has left, help with a forgotten passphrase.",
)
OWN_PASSPHRASE = Door(
    place=Place.PEOPLE_ADMIN,
    title="Your passphrase",
    text="Choose another one, and see who else signs in here.",
)
WORKPLACE = Door(
    place=Place.WORKPLACE,
    title="Organisation and safeguarding lead",
    text="Names and numbers that everybody sees before signing in.",
)
BACKUPS = Door(
    place=Place.BACKUP,
    title="Backups",
    text="Make one now, copy one to a stick, or bring one back.",
)

SOURCES = Door(
    place=Place.SERVICE_SOURCES,
    title="Where our services come from",
    text="Bring in the directory of a council, look for changes, give ours to others.",
)


def doors_for(role: Role | None) -> tuple[Door, ...]:
    """The further pages a role may open; nobody signed in opens none."""
    if role is None:
        return ()
    people = PEOPLE if role.may_manage_people else OWN_PASSPHRASE
    records = (SOURCES, BACKUPS) if role.may_read_records else ()
    return (people, *((WORKPLACE,) if role.may_review else ()), *records)


class SettingsPresenter(Presenter[SettingsState]):
    """`role` is the signed-in person's, or nothing before anyone has signed in."""

    def __init__(
        self,
        settings: SettingsService,
        *,
        go: Callable[[Route], None],
        role: Role | None = None,
    ) -> None:
        super().__init__(
            SettingsState(settings=settings.settings, notice=settings.notice, doors=doors_for(role))
        )
        self._settings = settings
        self._go = go

    def open_door(self, door: Door) -> None:
        """To one of the further pages."""
        self._go(Route(place=door.place))

    def choose_text_percent(self, percent: int) -> None:
        """Make all text larger or smaller."""
        self._change(replace(self._settings.settings, text_percent=percent))

    def choose_scheme(self, scheme: ColourChoice) -> None:
        """Light, dark or high contrast, or what the computer is set to."""
        self._change(replace(self._settings.settings, scheme=scheme))

    def choose_spacing(self, spacing: Spacing) -> None:
        """Letters and words further apart (TI-38)."""
        self._change(replace(self._settings.settings, spacing=spacing))

    def use_easy_read(self, *, on: bool) -> None:
        """Short sentences with a symbol beside each (TI-38)."""
        self._change(replace(self._settings.settings, easy_read=on))

    def use_digits(self, *, on: bool) -> None:
        """Whether the keys 1 to 9 choose an answer (WCAG 2.1.4)."""
        self._change(replace(self._settings.settings, digit_shortcuts=on))

    def go_on_by_itself(self, *, on: bool) -> None:
        """Whether the next question comes once an answer is kept."""
        self._change(replace(self._settings.settings, go_on_after_answer=on))

    def lock_after(self, minutes: int) -> None:
        """When nobody is at the laptop for so long."""
        if minutes in AUTO_LOCK_MINUTES:
            self._change(replace(self._settings.settings, auto_lock_minutes=minutes))

    def lock_in_conversation_after(self, minutes: int) -> None:
        """The same while two people talk."""
        if minutes in AUTO_LOCK_MINUTES_IN_CONVERSATION:
            self._change(
                replace(self._settings.settings, auto_lock_minutes_in_conversation=minutes)
            )

    def allow_screen_capture(self, *, on: bool) -> None:
        """Let pictures and screen sharing see the window, for training and remote help."""
        self._change(replace(self._settings.settings, screen_capture_allowed=on))

    def _change(self, settings: Settings) -> None:
        self._settings.change(settings)
        self.show(replace(self.state, settings=settings, notice=self._settings.notice))
