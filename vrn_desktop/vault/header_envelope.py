"""One copy of the header in its file: body, MAC against changes, SHA-256 against damage."""

import hashlib
from dataclasses import dataclass

from vrn_desktop.domain.errors import FileDamagedError, FileTooNewError
from vrn_desktop.vault.header import FORMAT, Header
from vrn_desktop.vault.header_reading import format_of, read
from vrn_desktop.vault.strict_fields import HeaderFormError

LARGEST_BYTES = 1024 * 1024
MAC_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedHeader:
    """A header whose bytes are whole. Whether its MAC is right shows only with a key."""

    header: Header
    body: bytes
    mac: bytes

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        marked = self.body + b"\nmac " + self.mac.hex().encode("ascii") + b"\n"
        return marked + b"sha256 " + _sha256(marked) + b"\n"


def opened(data: bytes) -> SealedHeader:
    """One copy, read and checked for damage; FileDamagedError, FileTooNewError.

    The frame (the two last lines) is the same in every format, so that a newer format and damage are
    told apart.
    """
    parts = data.split(b"\n") if len(data) <= LARGEST_BYTES else []
    if len(parts) != 4 or parts[3]:  # noqa: PLR2004 - body, MAC, SHA-256, end of the last line
        raise FileDamagedError("the header has lost its form")
    body, mac_line, _sha_line, _end = parts
    try:
        mac = bytes.fromhex(mac_line.removeprefix(b"mac ").decode("ascii"))
    except ValueError as error:
        raise FileDamagedError("the header's MAC cannot be read") from error
    marked = body + b"\n" + mac_line + b"\n"
    if marked + b"sha256 " + _sha256(marked) + b"\n" != data or len(mac) != MAC_BYTES:
        raise FileDamagedError("the header's checksum differs")
    try:
        if format_of(body) > FORMAT:
            raise FileTooNewError("the header has a newer format")
        sealed = SealedHeader(header=read(body), body=body, mac=mac)
    except HeaderFormError as error:
        raise FileDamagedError("the header cannot be read") from error
    if sealed.data != data:
        raise FileDamagedError("the header is not written in the one way it can be")
    return sealed


def _sha256(marked: bytes) -> bytes:
    return hashlib.sha256(marked).hexdigest().encode("ascii")
