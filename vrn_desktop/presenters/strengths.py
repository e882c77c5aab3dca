"""The good things somebody told us, which stand above everything else a worker reads (TI-29)."""

from dataclasses import dataclass

from vrn_desktop.domain.answer_in_words import counting_answers
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.domain.instrument import Instrument, ItemRole
from vrn_desktop.domain.screening import Screening

TITLE = "Strengths to build on"
NONE_YET = "None told yet. That says nothing about them: ask again another time."


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthLine:
    """One support that is there at least in part: its name, the answer, and their own words if given."""

    item: ItemId
    label: str
    answer: str
    own_words: str

    @property
    def in_quotation_marks(self) -> str:
        """The answer and their own words, both as theirs."""
        return " ".join(f"“{words}”" for words in (self.answer, self.own_words) if words)


def strengths_of(instrument: Instrument, screening: Screening) -> tuple[StrengthLine, ...]:
    """The supports that are there, in the order of the conversation."""
    return tuple(
        StrengthLine(
            item=item.id,
            label=item.label,
            answer=answer.text,
            own_words=screening.own_words.get(item.id, ""),
        )
        for item in instrument.items
        if item.role is ItemRole.PROTECTIVE
        for answer in counting_answers(instrument, screening.answers, item.id)[:1]
        if answer.code != instrument.codes_for(item)[0]
    )
