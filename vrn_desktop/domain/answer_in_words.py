"""An answer as the worker reads it: the item's name, the option's text, and whose voice it was."""

from dataclasses import dataclass

from vrn_desktop.domain.answer import AnswerSheet, Voice
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.instrument import Instrument, Item, ItemRole
from vrn_desktop.domain.life_stage import Respondent

_FLAG_NO = "No"
_FLAG_UNSURE = "Unsure or worried"
_FLAG_YES = "Yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInWords:
    """One voice's answer to one item, in words."""

    item: ItemId
    label: str
    code: AnswerCode
    text: str
    voice: str


def answer_text(
    instrument: Instrument, item: Item, code: AnswerCode, voice: str = Voice.YOUNG_PERSON
) -> str:
    """The option's text as this voice was shown it; flags have no wording of their own."""
    if item.role is ItemRole.RED_FLAG:
        rank = instrument.codes_for(item).index(code)
        last = len(instrument.codes_for(item)) - 1
        return _FLAG_NO if rank == 0 else _FLAG_YES if rank == last else _FLAG_UNSURE
    wanted = Respondent.CARER if voice == Voice.CARER else Respondent.YOUNG_PERSON
    wording = item.wordings.get(wanted) or next(iter(item.wordings.values()))
    return dict(wording.options)[code]


def counting_answers(
    instrument: Instrument, sheet: AnswerSheet, item_id: ItemId
) -> tuple[AnswerInWords, ...]:
    """The answers that count for an item: every voice that gave the most concerned one (F10)."""
    item = instrument.item(item_id)
    order = instrument.codes_for(item)
    spoken = sheet.spoken(item_id)
    if not spoken:
        return ()
    pick = min if item.role is ItemRole.PROTECTIVE else max
    counting = pick(spoken, key=order.index)
    return tuple(
        AnswerInWords(
            item=item_id,
            label=item.label,
            code=code,
            text=answer_text(instrument, item, code, voice),
            voice=voice,
        )
        for voice, code in sorted(sheet.voices(item_id).items())
        if code == counting
    )
