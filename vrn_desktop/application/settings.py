"""How the program looks and behaves on this laptop: nothing about people, kept beside the encrypted file."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum


class ColourScheme(StrEnum):
    """Light paper, dark, or high contrast."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class ColourChoice(StrEnum):
    """What somebody chose: what the computer itself is set to, or one of the three for this program."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"

    def scheme(self, system: ColourScheme) -> ColourScheme:
        """The scheme to show where the computer is set to `system`."""
        return system if self is ColourChoice.SYSTEM else ColourScheme(self.value)


class Spacing(StrEnum):
    """How far letters and words stand apart; wide helps many readers with dyslexia (TI-38)."""

    USUAL = "usual"
    WIDE = "wide"


class Language(StrEnum):
    """Languages the program speaks to the worker. English only so far."""

    ENGLISH = "en"


TEXT_PERCENTS = (100, 125, 150, 175, 200)
AUTO_LOCK_MINUTES = (1, 2, 3, 5)
AUTO_LOCK_MINUTES_IN_CONVERSATION = (5, 10)
"""Never longer than 5 and 10 minutes (decisions.md 13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting there is; the field names are the only keys the settings file may hold."""

    text_percent: int = 100
    scheme: ColourChoice = ColourChoice.SYSTEM
    spacing: Spacing = Spacing.USUAL
    easy_read: bool = False
    language: Language = Language.ENGLISH
    digit_shortcuts: bool = True
    go_on_after_answer: bool = False
    auto_lock_minutes: int = 5
    auto_lock_minutes_in_conversation: int = 10
    screen_capture_allowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsRead:
    """Settings as the file has them; `not_understood` are the keys that fell back to the usual value."""

    settings: Settings
    not_understood: tuple[str, ...] = ()


USUAL = Settings()
_ALLOWED: Mapping[str, tuple[object, ...]] = {
    "text_percent": TEXT_PERCENTS,
    "scheme": tuple(ColourChoice),
    "spacing": tuple(Spacing),
    "easy_read": (False, True),
    "language": tuple(Language),
    "digit_shortcuts": (False, True),
    "go_on_after_answer": (False, True),
    "auto_lock_minutes": AUTO_LOCK_MINUTES,
    "auto_lock_minutes_in_conversation": AUTO_LOCK_MINUTES_IN_CONVERSATION,
    "screen_capture_allowed": (False, True),
}
KEYS = tuple(field.name for field in fields(Settings))


def as_texts(settings: Settings) -> dict[str, str]:
    """The settings as the file keeps them, one text per key."""
    return {key: _text(getattr(settings, key)) for key in KEYS}


def settings_from(texts: Mapping[str, str]) -> SettingsRead:
    """Settings out of a file's texts; each key falls back on its own, strange keys are left out."""
    values: dict[str, object] = {}
    strange = [key for key in texts if key not in KEYS]
    for key in KEYS:
        if key in texts:
            meant = {_text(value): value for value in _ALLOWED[key]}.get(texts[key].strip().lower())
            if meant is None:
                strange.append(key)
            else:
                values[key] = meant
    settings = Settings(**values)  # type: ignore[arg-type]  # each value is one of those allowed for its key
    return SettingsRead(settings=settings, not_understood=tuple(strange))


def _text(value: object) -> str:
    return str(value).lower()
