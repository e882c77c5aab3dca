"""Turns a conversation into what was noted: strengths, then part by part, flags apart for the worker."""

from vrn_desktop.domain.answer import Voice, is_silent
from vrn_desktop.domain.answer_in_words import answer_text
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.instrument import Item, ItemRole, Section
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.domain.screening_path import ScreeningPath
from vrn_desktop.domain.skip_logic import AskVerdict
from vrn_desktop.presenters.conversation.conversation_presenter import TOLD_WORDS
from vrn_desktop.presenters.noted_state import (
    LEFT_FOR_NOW,
    NOT_YET,
    PART_LEFT_OUT,
    SILENCES,
    NotedLine,
    NotedPart,
)
from vrn_desktop.presenters.strengths import NONE_YET, TITLE, strengths_of

IN_THEIR_WORDS = "In their words"
FOR_WORKER = "Only for you: never shown or read out"
_VOICES = {Voice.CARER.value: "Their carer: ", Voice.WORKER.value: "Noted by a worker: "}
_WORDS = {
    KnownStep.YOUR_WORDS.value: "Read back together",
    KnownStep.WHAT_MATTERS.value: "What would make the biggest difference",
}


class NotedDrawing:
    """One conversation's answers in words."""

    def __init__(self, path: ScreeningPath, screening: Screening) -> None:
        self._path = path
        self._screening = screening
        self._open = screening.state is not ScreeningState.COMPLETE
        self._strong = {line.item for line in strengths_of(path.instrument, screening)}

    def strengths(self) -> NotedPart:
        """What they can build on, with their own words."""
        lines = tuple(
            self._line(item) for item in self._path.instrument.items if item.id in self._strong
        )
        return NotedPart(title=TITLE, lines=lines, words="" if lines else NONE_YET)

    def parts(self) -> tuple[NotedPart, ...]:
        """Everything else, part by part, then what they said in their own words."""
        parts = []
        for section in self._path.parts_for(self._screening):
            part = self._part(section)
            if part.lines or part.words or part.not_asked:
                parts.append(part)
        said = tuple(
            NotedLine(label=label, answer=f"“{words}”", answered=True)
            for key, label in _WORDS.items()
            if (words := self._screening.own_words.get(key, ""))
        )
        return (*parts, NotedPart(title=IN_THEIR_WORDS, lines=said)) if said else tuple(parts)

    def for_worker(self) -> NotedPart | None:
        """Flags marked by the worker and what was said unasked; None where there is neither."""
        lines = [
            NotedLine(
                label=item.label, answer=self._words_of(item, code, Voice.WORKER), answered=True
            )
            for item in self._path.instrument.items
            if item.role is ItemRole.RED_FLAG
            and (code := self._screening.answers.code(item.id, Voice.WORKER)) is not None
        ]
        told = self._screening.own_words.get(TOLD_WORDS, "")
        if told:
            lines.append(NotedLine(label="Said unasked", answer=f"“{told}”", answered=True))
        return NotedPart(title=FOR_WORKER, lines=tuple(lines)) if lines else None

    def _part(self, section: Section) -> NotedPart:
        skipped = section.id in self._screening.sections_skipped
        lines, never_came_up = [], []
        for item_id in self._path.items_of(section.id):
            item = self._path.instrument.item(item_id)
            left = item_id in self._screening.items_skipped
            if item_id in self._strong:
                continue
            if self._screening.answers.voices(item_id) or left:
                lines.append(self._line(item))
            elif not skipped and self._asks(item_id):
                never_came_up.append(item.label)
        names = "; ".join(never_came_up)
        return NotedPart(
            title=section.title,
            lines=tuple(lines),
            words=PART_LEFT_OUT if skipped else "",
            not_asked=NOT_YET.format(labels=names) if names else "",
        )

    def _asks(self, item: ItemId) -> bool:
        return self._path.verdict(item, self._screening) is AskVerdict.ASK

    def _line(self, item: Item) -> NotedLine:
        voices = self._screening.answers.voices(item.id)
        spoken = {voice: code for voice, code in voices.items() if not is_silent(code)}
        if spoken:
            answer = "\n".join(
                f"{_VOICES.get(voice, '')}{self._words_of(item, code, voice)}"
                for voice, code in sorted(spoken.items(), reverse=True)
            )
        else:
            answer = next((SILENCES[code] for code in voices.values()), LEFT_FOR_NOW)
        return NotedLine(
            label=item.label,
            answer=answer,
            answered=bool(spoken),
            own_words=self._screening.own_words.get(item.id, ""),
            item=item.id if self._open and self._asks(item.id) else None,
        )

    def _words_of(self, item: Item, code: AnswerCode, voice: str) -> str:
        return answer_text(self._path.instrument, item, code, voice)
