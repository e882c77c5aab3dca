"""One service as a card: name, contact, what it is, its check state, and perhaps a yes or no."""

from collections.abc import Callable
from functools import partial

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.pill import Pill, PillTone
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters.choose_services_presenter import ServiceCard

ANSWERS = (
    (SignpostState.ACCEPTED, "Yes", "check"),
    (SignpostState.DECLINED, "Not this one", "x"),
    (SignpostState.ALREADY_KNOWN, "I know it already", "user"),
    (SignpostState.NOT_AVAILABLE, "Not available", "minus"),
)
"""Yes and no have the same size and place (TI-31)."""

Answer = Callable[[ServiceId, SignpostState], None]


class ServiceCardView(Card):
    """Draws a directory entry; `on_answer` adds the answers of the young person."""

    def __init__(
        self, card: ServiceCard, *, shared_view: bool = False, on_answer: Answer | None = None
    ) -> None:
        super().__init__(name=f"service-{card.id}", spacing=6)
        self.add(Text(card.name, TextRole.SECTION))
        self.add(Text(card.contact, TextRole.STRONG))
        if card.facts:
            self.add(Text(" · ".join(card.facts), TextRole.META))
        self.add(Text(card.check, TextRole.META, name=f"service-{card.id}-check"))
        if not shared_view:
            self._for_the_worker(card)
        if on_answer is not None and not card.workers_only:
            self._answers(card, on_answer)

    def _for_the_worker(self, card: ServiceCard) -> None:
        pills = [Pill(card.category, PillTone.INFO)] if card.category else []
        if card.workers_only:
            pills.append(Pill("For workers only", PillTone.NOTICE))
        if card.sensitive:
            pills.append(Pill("Sensitive on paper", PillTone.NEUTRAL))
        self.add(FlowRow(*pills, spacing=8))
        if card.caution:
            self.add(Text(f"Take care: {card.caution}", TextRole.META))

    def _answers(self, card: ServiceCard, on_answer: Answer) -> None:
        buttons = []
        for state, words, icon in ANSWERS:
            chosen = card.state is state
            button = Button(
                words,
                icon=icon if chosen else "",
                kind=ButtonKind.SECONDARY,
                name=f"service-{card.id}-{state}",
                on_click=partial(on_answer, card.id, state),
            )
            button.setCheckable(True)
            button.setChecked(chosen)
            button.setAccessibleName(f"{words}: {card.name}")
            buttons.append(button)
        self.add(FlowRow(*buttons, spacing=8))
