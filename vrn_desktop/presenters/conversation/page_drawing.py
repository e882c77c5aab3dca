"""Fills in what the page at hand shows, and nothing of the pages beside it."""

from dataclasses import replace

from vrn_desktop.application.ports.rows import EarlierAnswer
from vrn_desktop.domain.conversation_page import OPENING, KnownStep, Page, PageKind
from vrn_desktop.domain.identifiers import ItemId, StepId
from vrn_desktop.domain.screening import Screening, Voicing
from vrn_desktop.domain.screening_path import ScreeningPath
from vrn_desktop.presenters.conversation.conversation_state import (
    ConversationState,
    Sheet,
    Shown,
)
from vrn_desktop.presenters.conversation.page_views import (
    earlier_by_item,
    flag_views,
    intro_view,
    question_view,
    resume_view,
    subject_views,
)

FIRST_PART = "Before we start"
LAST_PART = "To finish"
CALMING_ITEM = ItemId("B05")
"""Where they may have said what calms them, besides step A4 (TI-11)."""


class PageDrawing:
    """One conversation's pages; knows its parts and what was shared before."""

    def __init__(
        self, path: ScreeningPath, screening: Screening, earlier: tuple[EarlierAnswer, ...]
    ) -> None:
        self._path = path
        self._parts = path.parts_for(screening)
        self._sections = [part.id for part in self._parts]
        self._earlier = earlier_by_item(earlier, screening)
        self._asked_again: frozenset[ItemId] = frozenset()

    @property
    def part_titles(self) -> tuple[str, ...]:
        """The parts of this conversation, getting ready and rounding off included."""
        return (FIRST_PART, *(part.title for part in self._parts), LAST_PART)

    def earlier(self, item: ItemId) -> EarlierAnswer | None:
        """What was answered in the last 90 days, if it was (TI-40)."""
        return self._earlier.get(item)

    def ask_again(self, item: ItemId) -> None:
        """Something may have changed: put the question again."""
        self._asked_again |= {item}

    def draw(self, state: ConversationState) -> ConversationState:
        """The state with everything its page and sheet show."""
        page, screening = state.page, state.screening
        number, within = self._progress(page)
        item = page.item if state.shown is Shown.QUESTION else None
        choices = screening.step_notes.get(StepId(KnownStep.CHOICES.value), {})
        return replace(
            state,
            part_number=number,
            part_within=within,
            question=None
            if item is None
            else question_view(
                self._path,
                screening,
                self._path.instrument.item(item),
                state.texts,
                self._earlier,
                ask_again=item in self._asked_again,
            ),
            intro=intro_view(self._path, page.section, screening, state.texts)
            if page.section is not None and state.shown is Shown.INTRO
            else None,
            step=KnownStep(page.step) if page.step and state.shown is Shown.STEP else None,
            resume=resume_view(self._path, screening) if state.shown is Shown.RESUME else None,
            offers_grounding=self._was_heavy(page),
            subjects=subject_views(self._path, screening, page.section)
            if state.sheet is Sheet.CHANGE_SUBJECT
            else (),
            flags=flag_views(self._path.instrument, screening)
            if state.sheet is Sheet.FLAGS
            else (),
            calming=choices.get("calming", "") or screening.own_words.get(CALMING_ITEM, ""),
            stop_sign=choices.get("stop_sign", ""),
            own_hands=choices.get("how") == Voicing.OWN_HANDS.value,
        )

    def _was_heavy(self, page: Page) -> bool:
        """After the part about harm, grounding is offered without being asked for (TI-11)."""
        if page.kind is PageKind.CHECK_IN and page.section is not None:
            return self._path.section(page.section).reminder_required
        return page.step == KnownStep.BACK_TO_NOW.value

    def _progress(self, page: Page) -> tuple[int, float]:
        """Part number from 0, and how far into it; never a percentage (TI-08)."""
        if page.section is None or page.section not in self._sections:
            opening = page.step in {step.value for step in OPENING}
            return (0, 0.5) if opening else (len(self._sections) + 1, 0.5)
        items = self._path.items_of(page.section)
        at = items.index(page.item) if page.item in items else 0
        within = 1.0 if page.kind is PageKind.CHECK_IN else at / max(1, len(items))
        return self._sections.index(page.section) + 1, within
