"""Which letters a file is written in: UTF-8, or the old Windows letters; anything else is refused."""

import codecs
from typing import IO

from vrn_desktop.content.service_feeds.feed_files import FeedFile
from vrn_desktop.content.service_feeds.feed_limits import FILE_BYTES, in_words
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

UTF_8, OLD_WINDOWS = "utf-8", "cp1252"
OLD_LETTERS_REASON = "the file is not UTF-8: it was read with the old Windows letters (cp1252)"
_CHUNK = 1024 * 1024
_BOM = codecs.BOM_UTF8


def encoding_of(file: FeedFile) -> str:
    """The encoding of a file, after looking at all of it once.

    Raises:
        FeedUnreadableError: it holds zero bytes (or is UTF-16), or bytes that are in neither encoding, or
            more than its limit.
    """
    found, read = UTF_8, 0
    decoder = codecs.getincrementaldecoder(UTF_8)()
    with file.open() as stream:
        while chunk := stream.read(_CHUNK):
            read += len(chunk)
            if read > FILE_BYTES:
                reason = f"the file is larger than {in_words(FILE_BYTES)}"
                raise FeedUnreadableError(file.name, reason)
            if b"\0" in chunk:
                raise FeedUnreadableError(file.name, "this is not a text file in UTF-8")
            if found == UTF_8:
                found = _tried(decoder, chunk)
            if found == OLD_WINDOWS:
                _check_old(file, chunk)
        if found == UTF_8:
            found = _tried(decoder, b"", final=True)
    return found


def _tried(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> str:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return OLD_WINDOWS
    return UTF_8


def _check_old(file: FeedFile, chunk: bytes) -> None:
    try:
        chunk.decode(OLD_WINDOWS)
    except UnicodeDecodeError as error:
        raise FeedUnreadableError(file.name, "this is not a text file in UTF-8") from error


class Utf8Stream:
    """A file's bytes as UTF-8 without the mark that some programs put first."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._first = True

    def read(self, size: int = -1) -> bytes:
        """The next bytes; a read of no bytes is no end."""
        if size == 0:
            return b""
        chunk = self._stream.read(size)
        if self._first:
            self._first = False
            chunk = chunk.removeprefix(_BOM) or self._stream.read(size)
        return chunk if self._encoding == UTF_8 else chunk.decode(self._encoding).encode(UTF_8)
