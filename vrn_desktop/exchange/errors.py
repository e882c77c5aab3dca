"""What may be refused about tables, messages and receipts; no text holds a number of a site."""

from enum import StrEnum
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]
"""Where something stands in a pack: keys and positions from the top."""


class ExchangeError(Exception):
    """Something about the exchange between a site and the centre is refused."""


class TablePackError(ExchangeError):
    """A table pack is not sound; says where, so that whoever read the file can name the line."""

    def __init__(self, place: Place, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(reason)


class OverBudgetError(ExchangeError):
    """A table pack promises less than the organisation asks for."""


class NotCountableError(ExchangeError):
    """A record holds a code that no list of the table pack knows."""


class Refusal(StrEnum):
    """Why a message or a receipt is refused, for counting and for telling apart."""

    FORM = "form"
    """The bytes do not have the form of a message of this version."""
    VERSION = "version"
    """A version this program does not know; it may be newer."""
    UNKNOWN_SENDER = "unknown_sender"
    """Signed by a key that is not enrolled, or no longer."""
    SIGNATURE = "signature"
    """The signature does not fit: changed on the way, or signed by somebody else."""
    OTHER_KEY = "other_key"
    """Sealed to a key this office does not hold."""
    SEAL = "seal"
    """The sealed part does not open: changed on the way, or taken from another message."""
    CONTENT = "content"
    """It opens, and says something that no site of this version says."""
    OTHER_SENDER = "other_sender"
    """The content belongs to another site or another message than the cover."""


class MessageRefusedError(ExchangeError):
    """A message or receipt is refused whole; nothing of it may be used."""

    def __init__(self, refusal: Refusal, reason: str) -> None:
        self.refusal = refusal
        self.reason = reason
        super().__init__(reason)
