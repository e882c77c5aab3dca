"""What comes next in a conversation: strengths first, never ending on a question about harm (TI-12, TI-29)."""

from vrn_desktop.domain.conversation_page import (
    CLOSING,
    CLOSING_AFTER_STOP,
    OPENING,
    Page,
    PageKind,
    step_page,
)
from vrn_desktop.domain.identifiers import ItemId, SectionId
from vrn_desktop.domain.instrument import Instrument, Section
from vrn_desktop.domain.life_stage import LifeStage
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.domain.skip_logic import AskVerdict, SkipLogic


class ScreeningPath:
    """The order of pages of one instrument, and which of them a conversation visits.

    The order is fixed once; going on or back only looks at the pages in between, so the cost of an answer
    does not grow with the length of the instrument.
    """

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self._skip_logic = SkipLogic(instrument)
        self._stages = {stage.id: stage for stage in instrument.life_stages}
        self._sections = {section.id: section for section in instrument.sections}
        self._items_of: dict[SectionId, tuple[ItemId, ...]] = {
            section.id: tuple(i.id for i in instrument.items if i.section == section.id)
            for section in instrument.sections
        }
        self.parts = tuple(s for s in instrument.sections if not s.practitioner_only)
        self._full = self._order()
        self._stopped = tuple(step_page(step) for step in CLOSING_AFTER_STOP)
        self._index = {page.key(): n for n, page in enumerate(self._full)}
        self._stopped_index = {page.key(): n for n, page in enumerate(self._stopped)}

    def first(self) -> Page:
        """Where every conversation begins: place and privacy (TI-01)."""
        return self._full[0]

    def page(self, key: str) -> Page:
        """The page a draft was left at; the beginning when the instrument has no such page."""
        return self._full[self._index.get(key, 0)]

    def after(self, page: Page, screening: Screening) -> Page | None:
        """The next page to show, or None when the conversation is at its end."""
        order, start = self._where(page, screening)
        for candidate in order[start + 1 :]:
            if self.is_visited(candidate, screening):
                return candidate
        return None

    def before(self, page: Page, screening: Screening) -> Page | None:
        """The page before this one, or None at the beginning."""
        order, start = self._where(page, screening)
        for candidate in reversed(order[: max(start, 0)]):
            if self.is_visited(candidate, screening):
                return candidate
        return None

    def after_section(self, section: SectionId, screening: Screening) -> Page | None:
        """Where skipping a whole section leads: past its questions and its check-in (TI-20)."""
        return self.after(Page(kind=PageKind.CHECK_IN, section=section), screening)

    def start_of_section(self, section: SectionId) -> Page:
        """Where changing the subject to a section leads (TI-20)."""
        return Page(kind=PageKind.INTRO, section=section)

    def parts_for(self, screening: Screening) -> tuple[Section, ...]:
        """The parts this conversation has; they stay the same whatever is answered, skipped or private."""
        return tuple(
            part
            for part in self.parts
            if any(
                self._skip_logic.may_be_asked(
                    item,
                    stage=screening.life_stage,
                    age=screening.age,
                    respondent=screening.respondent,
                    short_form=screening.short_form,
                )
                for item in self._items_of[part.id]
            )
        )

    def is_visited(self, page: Page, screening: Screening) -> bool:
        """Whether the conversation shows this page with the answers and privacy it has now."""
        if page.kind is PageKind.STEP:
            return True
        if page.section in screening.sections_skipped:
            return False
        if page.item is not None:
            return self.verdict(page.item, screening) is AskVerdict.ASK
        items = self._items_of[page.section] if page.section else ()
        return any(self.verdict(item, screening) is AskVerdict.ASK for item in items)

    def verdict(self, item: ItemId, screening: Screening) -> AskVerdict:
        """Whether a question may be asked now, or why not."""
        return self._skip_logic.may_ask(
            item,
            screening.answers,
            stage=screening.life_stage,
            age=screening.age,
            respondent=screening.respondent,
            short_form=screening.short_form,
            private=bool(screening.private),
            trained=screening.worker_trained,
        )

    def section(self, section_id: SectionId) -> Section:
        """The section of this id."""
        return self._sections[section_id]

    def items_of(self, section_id: SectionId) -> tuple[ItemId, ...]:
        """The items of a section in their order."""
        return self._items_of[section_id]

    def life_stage(self, screening: Screening) -> LifeStage:
        """The conversation's life stage."""
        return self._stages[screening.life_stage]

    def _order(self) -> tuple[Page, ...]:
        order = [step_page(step) for step in OPENING]
        for part in self.parts:
            order.append(Page(kind=PageKind.INTRO, section=part.id))
            order += [
                Page(kind=PageKind.ITEM, section=part.id, item=item)
                for item in self._items_of[part.id]
            ]
            order.append(Page(kind=PageKind.CHECK_IN, section=part.id))
        return (*order, *(step_page(step) for step in CLOSING))

    def _where(self, page: Page, screening: Screening) -> tuple[tuple[Page, ...], int]:
        if screening.state is ScreeningState.STOPPED:
            return self._stopped, self._stopped_index.get(page.key(), -1)
        return self._full, self._index.get(page.key(), -1)
