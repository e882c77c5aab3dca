"""Answers and the four ways of not answering; several voices may answer the same item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from vrn_desktop.domain.identifiers import AnswerCode, ItemId


class Silence(StrEnum):
    """The four ways of not answering. Equal for every rule: silence is neutral (domain.md F5)."""

    DECLINED = "declined"
    NOT_ASKED = "not_asked"
    DONT_KNOW = "dont_know"
    NOT_REACHED = "not_reached"


class Voice(StrEnum):
    """Who gave an answer. Case files may name other voices; these are the ones the program records."""

    YOUNG_PERSON = "young_person"
    CARER = "carer"
    WORKER = "worker"


def is_silent(code: str) -> bool:
    """Whether a code is one of the four ways of not answering."""
    return code in Silence._value2member_map_


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """What each voice answered to each item. Never changed in place; order of entry does not matter (F2)."""

    by_item: Mapping[ItemId, Mapping[str, AnswerCode]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def with_answer(
        self, item: ItemId, code: AnswerCode, voice: str = Voice.YOUNG_PERSON
    ) -> "AnswerSheet":
        """The same sheet with one voice's answer to one item given or changed."""
        voices = {**self.by_item.get(item, {}), str(voice): code}
        return AnswerSheet(
            by_item=MappingProxyType({**self.by_item, item: MappingProxyType(voices)})
        )

    def without(self, item: ItemId, voice: str = Voice.YOUNG_PERSON) -> "AnswerSheet":
        """The same sheet with one voice's answer withdrawn (TI-23)."""
        voices = {v: c for v, c in self.by_item.get(item, {}).items() if v != voice}
        rest = {i: v for i, v in self.by_item.items() if i != item}
        if voices:
            rest[item] = MappingProxyType(voices)
        return AnswerSheet(by_item=MappingProxyType(rest))

    def voices(self, item: ItemId) -> Mapping[str, AnswerCode]:
        """Every voice's answer to an item, silent ones too; empty when nobody was asked."""
        return self.by_item.get(item, MappingProxyType({}))

    def code(self, item: ItemId, voice: str = Voice.YOUNG_PERSON) -> AnswerCode | None:
        """One voice's answer, or None when that voice gave none."""
        return self.voices(item).get(voice)

    def spoken(self, item: ItemId) -> tuple[AnswerCode, ...]:
        """The answers to an item that are not silence; missing voices are ignored where another spoke (F10)."""
        return tuple(code for code in self.voices(item).values() if not is_silent(code))

    def __iter__(self) -> Iterator[ItemId]:
        return iter(self.by_item)
