"""One service as a card: name, contact, what it is, its check state, and perhaps a yes or no."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.pill import Pill, PillTone
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters.service_cards import ServiceCard

ANSWERS = (
    (SignpostState.ACCEPTED, "Yes"),
    (SignpostState.DECLINED, "Not this one"),
    (SignpostState.ALREADY_KNOWN, "I know it already"),
    (SignpostState.NOT_AVAILABLE, "Not available"),
)
"""Yes and no have the same size and place (TI-31)."""

MORE = "More about it"

Answer = Callable[[ServiceId, SignpostState], None]


class ServiceCardView(Card):
    """Draws a directory entry; `on_answer` adds their answers, `on_open` a way to its page."""

    def __init__(
        self,
        card: ServiceCard,
        *,
        with_category: bool,
        shared_view: bool = False,
        on_answer: Answer | None = None,
        on_open: Callable[[ServiceId], None] | None = None,
    ) -> None:
        super().__init__(name=f"service-{card.id}", spacing=6)
        self.service = card.id
        self._buttons: dict[SignpostState, Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.add(Text(card.name, TextRole.SECTION))
        self.add(Text(card.contact, TextRole.STRONG))
        if card.facts:
            self.add(Text(" · ".join(card.facts), TextRole.META))
        if card.check:
            self.add(Text(card.check, TextRole.META, name=f"service-{card.id}-check"))
        if not shared_view:
            self._for_the_worker(card, with_category=with_category)
        if on_open is not None and not shared_view:
            more = Button(
                MORE,
                kind=ButtonKind.LINK,
                name=f"service-{card.id}-open",
                on_click=partial(on_open, card.id),
            )
            more.setAccessibleName(f"{MORE}: {card.name}")
            self.add(FlowRow(more))
        if on_answer is not None and not card.workers_only:
            self.add(self._answers(card, on_answer))

    def show_answer(self, state: SignpostState | None) -> None:
        """Show what they said; nothing is chosen before they said anything."""
        self._group.setExclusive(False)
        for answer, button in self._buttons.items():
            chosen = answer is state
            button.setChecked(chosen)
            button.set_icon("check" if chosen else "")
        self._group.setExclusive(True)

    def _for_the_worker(self, card: ServiceCard, *, with_category: bool) -> None:
        pills = [Pill(card.category, PillTone.INFO)] if with_category and card.category else []
        if card.workers_only:
            pills.append(Pill("For workers only", PillTone.NOTICE))
        if card.sensitive and not with_category:
            pills.append(Pill("Sensitive on paper", PillTone.NEUTRAL))
        if pills:
            self.add(FlowRow(*pills, spacing=8))
        if card.caution:
            self.add(Text(f"Take care: {card.caution}", TextRole.META))

    def _answers(self, card: ServiceCard, on_answer: Answer) -> FlowRow:
        row = FlowRow(spacing=8)
        for state, words in ANSWERS:
            button = Button(
                words,
                name=f"service-{card.id}-{state}",
                on_click=partial(on_answer, card.id, state),
            )
            button.setCheckable(True)
            button.setAccessibleName(f"{words}: {card.name}")
            self._group.addButton(button)
            self._buttons[state] = button
            row.add(button)
        return row
