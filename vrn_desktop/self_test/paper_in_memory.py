"""A stand-in for a printer: takes the pages and keeps nothing but how many bytes they were."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPdfWriter


class PaperInMemory:
    """Implements `ui.printing.Paper`; `jobs` are the titles a print queue would show."""

    def __init__(self) -> None:
        self._bytes = QByteArray()
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._writer.setResolution(150)
        self.jobs: list[str] = []

    @property
    def device(self) -> QPagedPaintDevice:
        """Where pages are drawn."""
        return self._writer

    @property
    def goes_into_a_file(self) -> bool:
        """It stays in memory."""
        return False

    def name_job(self, title: str) -> None:
        """The name of the job."""
        self.jobs.append(title)

    @property
    def size(self) -> int:
        """Bytes of the pages drawn so far."""
        return self._bytes.size()
