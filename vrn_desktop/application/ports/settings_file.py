"""The small file beside the encrypted one that keeps text size, colours and keys."""

from typing import Protocol

from vrn_desktop.application.settings import Settings, SettingsRead


class SettingsFile(Protocol):
    """Holds settings only; whatever else stands in the file is not read and not kept."""

    def read(self) -> SettingsRead:
        """The settings; usual values where the file is missing, cut short or not ours."""
        ...

    def write(self, settings: Settings) -> bool:
        """Keep the settings; False where the disk does not take them."""
        ...
