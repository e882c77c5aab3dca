"""The content that ships with the program, as text."""

from importlib.resources import files

import resources

INSTRUMENT_FILE = "llr-talk-safe.yaml"
SERVICES_FILE = "llr-starter.yaml"
TEXTS_FILE = "texts.en.yaml"
PLACES_FILE = "places.yaml"


def shipped_instrument_text() -> str:
    """The text of the instrument that ships."""
    return _text("instruments", INSTRUMENT_FILE)


def shipped_services_text() -> str:
    """The text of the starter directory that ships."""
    return _text("services", SERVICES_FILE)


def shipped_places_text() -> str:
    """The text of the towns and postcode districts that ship."""
    return _text("services", PLACES_FILE)


def shipped_conversation_texts() -> str:
    """The text of the script, prompts and hints that ship."""
    return _text("conversation", TEXTS_FILE)


def _text(folder: str, name: str) -> str:
    return (files(resources) / "content" / folder / name).read_text(encoding="utf-8")
