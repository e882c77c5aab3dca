"""The instrument that ships, and short ways to write down answers to it."""

from functools import cache

from vrn_desktop.content.pack_reader import instrument_from_text
from vrn_desktop.content.resource_files import INSTRUMENT_FILE, shipped_instrument_text
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.instrument import Instrument, Item, ItemRole


@cache
def talk_safe() -> Instrument:
    """The shipped instrument, read once."""
    return instrument_from_text(shipped_instrument_text(), INSTRUMENT_FILE)


def answers(**given: str) -> AnswerSheet:
    """A sheet on which the young person gave these answers."""
    sheet = AnswerSheet()
    for item, code in given.items():
        sheet = sheet.with_answer(ItemId(item), AnswerCode(code))
    return sheet


def calm(**given: str) -> AnswerSheet:
    """A sheet on which nothing is a worry and supports are partly there, but for these answers."""
    codes = {str(item.id): _calm_code(item) for item in talk_safe().items} | given
    return answers(**codes)


def voices(item: str, **given: str) -> AnswerSheet:
    """A sheet on which several voices answered one item."""
    sheet = AnswerSheet()
    for voice, code in given.items():
        sheet = sheet.with_answer(ItemId(item), AnswerCode(code), voice)
    return sheet


def _calm_code(item: Item) -> str:
    return "partly" if item.role is ItemRole.PROTECTIVE else "none"
