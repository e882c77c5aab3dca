"""Steps Z2 and Z3: read their own words back, and ask what would make the biggest difference (TI-26, TI-30)."""

from dataclasses import dataclass, replace

from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.domain.instrument import Instrument, ItemRole
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.presenter import Presenter

MATTERS = "What would make the biggest difference for you?"
READ_BACK = "These are your words, as I wrote them down. You can change them."


@dataclass(frozen=True, slots=True, kw_only=True)
class YourWordsState:
    """Their words for the letter, what they were built from, and their yes to using them."""

    words: str
    said: tuple[str, ...]
    approved: bool


class YourWordsPresenter(Presenter[YourWordsState]):
    """Page of step Z2; words come only from strengths and wishes they gave, never from harm items."""

    def __init__(self, conversation: ConversationPresenter, instrument: Instrument) -> None:
        self._conversation = conversation
        screening = conversation.state.screening
        said = strengths_said(instrument, screening)
        step = KnownStep.YOUR_WORDS.value
        super().__init__(
            YourWordsState(
                words=screening.own_words.get(step, " ".join(said)),
                said=said,
                approved=_note(screening, KnownStep.YOUR_WORDS, "approved") == "true",
            )
        )

    def write(self, words: str) -> None:
        """Their version; what they change needs their yes again."""
        self.show(replace(self.state, words=words, approved=False))
        self._conversation.write_step_words(KnownStep.YOUR_WORDS, words)

    def approve(self, *, yes: bool) -> None:
        """They say yes to these words standing in their letter."""
        self.show(replace(self.state, approved=yes))

    def go_on(self) -> None:
        """Keep it and go on."""
        self._conversation.write_step_words(KnownStep.YOUR_WORDS, self.state.words)
        self._conversation.finish_step(
            KnownStep.YOUR_WORDS, {"approved": "true" if self.state.approved else ""}
        )


class WhatMattersPresenter(Presenter[str]):
    """Page of step Z3; the state is their own words, and leaving them empty is fine."""

    def __init__(self, conversation: ConversationPresenter) -> None:
        self._conversation = conversation
        step = KnownStep.WHAT_MATTERS.value
        super().__init__(conversation.state.screening.own_words.get(step, ""))

    def write(self, words: str) -> None:
        """In their own words."""
        self.show(words)
        self._conversation.write_step_words(KnownStep.WHAT_MATTERS, words)

    def go_on(self) -> None:
        """Keep it and go on."""
        self._conversation.write_step_words(KnownStep.WHAT_MATTERS, self.state)
        self._conversation.finish_step(KnownStep.WHAT_MATTERS, {})


def strengths_said(instrument: Instrument, screening: Screening) -> tuple[str, ...]:
    """The own words they gave to strength items, in the order of the conversation."""
    keys = [item.id for item in instrument.items if item.role is ItemRole.PROTECTIVE]
    return tuple(
        screening.own_words[ItemId(key)] for key in keys if screening.own_words.get(ItemId(key))
    )


def _note(screening: Screening, step: KnownStep, key: str) -> str:
    notes = {str(done): kept for done, kept in screening.step_notes.items()}
    return notes.get(step.value, {}).get(key, "")
