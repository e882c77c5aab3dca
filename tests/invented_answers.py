"""Hypothesis strategies: any set of answers a conversation with the shipped instrument can hold."""

from types import MappingProxyType

from hypothesis import strategies as st

from tests.talk_safe import talk_safe
from vrn_desktop.domain.answer import AnswerSheet, Silence
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.instrument import Item

VOICES = ("young_person", "carer", "worker", "child")
AGES = st.integers(min_value=0, max_value=120)


def codes(item: Item) -> st.SearchStrategy[AnswerCode]:
    """Any answer to an item, silence among them."""
    return st.sampled_from([*talk_safe().codes_for(item), *map(AnswerCode, Silence)])


def _voices(item: Item) -> st.SearchStrategy[dict[str, AnswerCode]]:
    return st.dictionaries(st.sampled_from(VOICES), codes(item), min_size=1, max_size=3)


@st.composite
def sheets(draw: st.DrawFn) -> AnswerSheet:
    """Any sheet: any items, any order, several voices, worries as likely as none."""
    items = draw(st.lists(st.sampled_from(talk_safe().items), unique_by=lambda item: item.id))
    given = {item.id: MappingProxyType(draw(_voices(item))) for item in items}
    return AnswerSheet(by_item=MappingProxyType(given))


def with_voices(sheet: AnswerSheet, item: ItemId, given: dict[str, AnswerCode]) -> AnswerSheet:
    """The sheet with all voices of one item replaced; no voice leaves the item out."""
    rest = {each: sheet.voices(each) for each in sheet if each != item}
    if given:
        rest[item] = MappingProxyType(given)
    return AnswerSheet(by_item=MappingProxyType(rest))
