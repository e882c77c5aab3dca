"""Keeps the settings in `ui.ini` of the data folder: known keys only, never anything about a person."""

from pathlib import Path

from PySide6.QtCore import QSettings

from vrn_desktop.application.settings import Settings, SettingsRead, as_texts, settings_from

NAME = "ui.ini"
GROUP = "settings"
LONGEST_FILE = 16_384
UNREADABLE = "file"


class IniSettingsFile:
    """Implements the port `SettingsFile`; a file that is too long or no ini is taken as not ours."""

    def __init__(self, data_folder: Path) -> None:
        self._path = data_folder / NAME

    def read(self) -> SettingsRead:
        """The settings; each key that cannot be understood falls back on its own."""
        try:
            if not self._path.exists():
                return SettingsRead(settings=Settings())
            # Qt would take any bytes for an ini file, and a huge one into memory.
            if self._path.stat().st_size > LONGEST_FILE:
                return SettingsRead(settings=Settings(), not_understood=(UNREADABLE,))
            self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return SettingsRead(settings=Settings(), not_understood=(UNREADABLE,))
        ini = self._ini()
        texts = {
            key.removeprefix(f"{GROUP}/"): str(ini.value(key, "", str)) for key in ini.allKeys()
        }
        read = settings_from(texts)
        if ini.status() is not QSettings.Status.NoError or not texts:
            return SettingsRead(
                settings=read.settings, not_understood=(*read.not_understood, UNREADABLE)
            )
        return read

    def write(self, settings: Settings) -> bool:
        """Keep the settings and nothing else; False where the disk does not take them."""
        ini = self._ini()
        ini.clear()
        ini.beginGroup(GROUP)
        for key, text in as_texts(settings).items():
            ini.setValue(key, text)
        ini.endGroup()
        ini.sync()
        return ini.status() is QSettings.Status.NoError

    def _ini(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)
