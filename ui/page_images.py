"""Pages of a document in memory as pictures; nothing readable is written anywhere (security L1)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 - only when a document is shown, so that the start stays quick

    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """Width and height of each page in points."""
    with _opened(pdf) as document:
        return tuple(QSizeF(*document.get_page_size(page)) for page in range(len(document)))


def page_image(pdf: bytes, page: int, scale: float) -> QImage:
    """One page as a picture of `scale` pixels to the point."""
    with _opened(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        picture = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGBX8888,
        ).copy()
        bitmap.close()
        sheet.close()
        return picture


def words_of(pdf: bytes) -> str:
    """The words of a document, page after page, where only its pages are still at hand."""
    with _opened(pdf) as document:
        texts = []
        for sheet in document:
            page = sheet.get_textpage()
            texts.append(page.get_text_bounded())
            page.close()
            sheet.close()
        return "\n\n".join(texts).replace("\r\n", "\n")
