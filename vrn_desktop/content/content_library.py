"""The content that ships with the program, read and checked once, when it is first asked for."""

import hashlib
from functools import cached_property

from vrn_desktop.content.conversation_texts import conversation_texts_from
from vrn_desktop.content.pack_reader import instrument_from_text, service_directory_from_text
from vrn_desktop.content.resource_files import (
    INSTRUMENT_FILE,
    SERVICES_FILE,
    TEXTS_FILE,
    shipped_conversation_texts,
    shipped_instrument_text,
    shipped_services_text,
)
from vrn_desktop.domain.conversation_texts import ConversationTexts
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.local_service import ServiceDirectory


class ShippedContentLibrary:
    """The port ContentLibrary over the files in `resources/content` (packs come later)."""

    def instrument(self) -> Instrument:
        """The instrument that new conversations use."""
        return self._instrument

    def instrument_hash(self) -> str:
        """SHA-256 of its exact text, hexadecimal."""
        return self._hash

    def instrument_text(self) -> str:
        """Its exact text."""
        return self._text

    def instrument_from(self, text: str) -> Instrument:
        """An instrument of an earlier time, from the text the file kept of it (F16)."""
        return instrument_from_text(text, INSTRUMENT_FILE)

    def services(self) -> ServiceDirectory:
        """The starter directory."""
        return self._services

    def texts(self) -> ConversationTexts:
        """Script, grounding, prompts and hints."""
        return self._texts

    @cached_property
    def _text(self) -> str:
        return shipped_instrument_text()

    @cached_property
    def _hash(self) -> str:
        return hashlib.sha256(self._text.encode("utf-8")).hexdigest()

    @cached_property
    def _instrument(self) -> Instrument:
        return instrument_from_text(self._text, INSTRUMENT_FILE)

    @cached_property
    def _services(self) -> ServiceDirectory:
        return service_directory_from_text(shipped_services_text(), SERVICES_FILE, self._instrument)

    @cached_property
    def _texts(self) -> ConversationTexts:
        return conversation_texts_from(shipped_conversation_texts(), TEXTS_FILE)
