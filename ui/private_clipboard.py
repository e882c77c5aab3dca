"""What is copied here stays out of clipboard histories and clouds and does not stay for long (L3)."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS_MS = 30_000
NUMBER_STAYS_MS = 60_000
"""A number takes longer: a phone is fetched, unlocked and typed on."""
_ZERO = (0).to_bytes(4, "little")
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
HINTS = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _ZERO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _ZERO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _ZERO,
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
}


class PrivateClipboard(QObject):
    """Copies words with the hints that clipboard managers heed, and forgets them after a while."""

    def __init__(self) -> None:
        super().__init__()
        self._copied: int | None = None
        self._later = self._forgetting_after(STAYS_MS)
        self._number_later = self._forgetting_after(NUMBER_STAYS_MS)

    def copy(self, words: str) -> None:
        """Put `words` into the clipboard for 30 seconds."""
        QGuiApplication.clipboard().setMimeData(self.words_to_copy(words))

    def copy_number(self, number: str) -> None:
        """Put a service's number into the clipboard for 60 seconds; the page that offers it says so."""
        QGuiApplication.clipboard().setMimeData(self._with_hints(number, self._number_later))

    def words_to_copy(self, words: str) -> QMimeData:
        """Return `words` with the hints of all systems; they are forgotten in 30 seconds."""
        return self._with_hints(words, self._later)

    def forget(self) -> None:
        """Empty the clipboard if what lies in it is ours; called at lock as well."""
        self._later.stop()
        self._number_later.stop()
        clipboard = QGuiApplication.clipboard()
        if self._copied is not None and hash(clipboard.text()) == self._copied:
            clipboard.clear()
        self._copied = None
        forget_selection()

    def _with_hints(self, words: str, forgetting: QTimer) -> QMimeData:
        data = QMimeData()
        data.setText(words)
        for name, value in HINTS.items():
            data.setData(name, value)
        self._copied = hash(words)
        self._later.stop()
        self._number_later.stop()
        forgetting.start()
        return data

    def _forgetting_after(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.forget)
        return timer


def forget_selection() -> None:
    """Take words that were only selected out of the middle mouse button (X11)."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


private_clipboard = PrivateClipboard()
