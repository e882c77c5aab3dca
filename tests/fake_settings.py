"""A settings file in memory."""

from dataclasses import dataclass, field

from vrn_desktop.application.settings import Settings, SettingsRead


@dataclass
class FakeSettingsFile:
    """`takes=False` is a disk that is full or read-only."""

    kept: Settings = field(default_factory=Settings)
    not_understood: tuple[str, ...] = ()
    takes: bool = True

    def read(self) -> SettingsRead:
        return SettingsRead(settings=self.kept, not_understood=self.not_understood)

    def write(self, settings: Settings) -> bool:
        if self.takes:
            self.kept = settings
        return self.takes
