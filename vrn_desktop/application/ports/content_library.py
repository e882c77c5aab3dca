"""The content in use: instrument, services, texts; older versions come back by their hash (F16)."""

from typing import Protocol

from vrn_desktop.domain.conversation_texts import ConversationTexts
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.local_service import ServiceDirectory


class ContentLibrary(Protocol):
    """Content as values; reading and checking of files is hidden behind it."""

    def instrument(self) -> Instrument:
        """The instrument that new conversations use."""
        ...

    def instrument_hash(self) -> str:
        """SHA-256 of the exact text of that instrument, hexadecimal."""
        ...

    def instrument_text(self) -> str:
        """The exact text of that instrument, to be kept in the file."""
        ...

    def instrument_from(self, text: str) -> Instrument:
        """An instrument of an earlier time, from the text the file kept of it."""
        ...

    def services(self) -> ServiceDirectory:
        """The directory of services."""
        ...

    def texts(self) -> ConversationTexts:
        """Script, grounding, prompts and hints."""
        ...
