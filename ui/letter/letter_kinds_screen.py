"""Who is the letter for? One card a kind; where it is shut, what would open it, for the worker only."""

from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_card import CheckCard
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.presenters.letter_kinds_presenter import (
    OPENER_WORDS,
    KindCard,
    LetterKindsPresenter,
    LetterKindsState,
)

LEAD = (
    "No letter is sent by this program. You give each letter yourself, only in a way that is safe."
)
TOGETHER = "We look at this together"
TOGETHER_HINT = "Shows only the letters that can be made now."
WHY = "For you only: why it is not open, and what would open it"


class LetterKindsScreen(Screen[LetterKindsState]):
    """Leads to the page of one kind."""

    def __init__(self, presenter: LetterKindsPresenter) -> None:
        super().__init__(name="letter-kinds", title="Who is the letter for?")
        self._intents = presenter
        self._who = Text("", TextRole.LEAD, name="letter-kinds-who")
        self._problem = MessageBanner("", tone=BannerTone.NOTICE, name="letter-kinds-problem")
        self._loading = LoadingState(name="letter-kinds-loading")
        self._together = CheckCard(TOGETHER, hint=TOGETHER_HINT, name="letter-kinds-together")
        self._together.clicked.connect(lambda on: presenter.look_together(on=on))
        self._cards: dict[LetterKind, tuple[Card, Card]] = {}
        for part in (self._who, Text(LEAD, TextRole.META), self._problem, self._loading):
            self.add(part)
        self.add(self._together)
        self.body.addStretch(1)
        back = Button("Back", icon="arrow-left", name="letter-kinds-back", on_click=presenter.leave)
        self.set_footer(StickyFooter(start=(back,), end=(), name="letter-kinds-footer"))
        self.attach(presenter)

    def draw(self, state: LetterKindsState) -> None:
        """Fill the page."""
        self._who.setText(state.who)
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._together.setChecked(state.together)
        self._together.setVisible(not state.loading)
        for card in state.cards:
            if card.kind not in self._cards:
                self._cards[card.kind] = self._build(card)
            whole, why = self._cards[card.kind]
            whole.setVisible(card.is_open or not state.together)
            why.setVisible(bool(card.why) and not state.together)

    def _build(self, card: KindCard) -> tuple[Card, Card]:
        kind, name = card.kind, f"letter-kind-{card.kind.value}"
        why = Card(
            Text(WHY, TextRole.META),
            *(Text(each, name=f"{name}-why-{place}") for place, each in enumerate(card.why)),
            kind=CardKind.SUNKEN,
            name=f"{name}-shut",
            spacing=6,
        )
        if card.opener is not None:
            words = OPENER_WORDS[card.opener]
            opener = Button(
                words, name=f"{name}-opener", on_click=lambda: self._intents.put_right(kind)
            )
            opener.setAccessibleName(f"{words}: {card.title}")
            why.add(FlowRow(opener))
        make = Button(
            "Make this one",
            kind=ButtonKind.PRIMARY if kind is LetterKind.YOUNG_PERSON else ButtonKind.SECONDARY,
            icon="mail",
            name=name,
            on_click=lambda: self._intents.choose(kind),
        )
        make.setAccessibleName(f"Make this one: {card.title}")
        whole = Card(
            Text(card.title, TextRole.SECTION),
            Text(card.about),
            FlowRow(make),
            why,
            name=f"{name}-card",
        )
        self.body.insertWidget(self.body.count() - 1, whole)
        make.setVisible(card.is_open)
        return whole, why
