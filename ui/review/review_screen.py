"""The supervisor's review list: the rules' reasons and the worker's own, side by side, and an answer."""

from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.review_presenter import ReviewCard, ReviewPresenter, ReviewState

OWN = "You made this decision, so a different person has to look at it."


class ReviewScreen(Screen[ReviewState]):
    """Draws what waits for a second person."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(name="review", title="Waiting for a second person")
        self._intents = presenter
        self._problem = Text("", TextRole.ERROR, name="review-problem")
        self._loading = LoadingState(name="review-loading")
        self._empty = EmptyState("Nothing waiting.", icon="clipboard-check", name="review-empty")
        self._colleagues = Text("", name="review-colleagues")
        self._colleague_card = Card(
            Text("Colleagues who would like to talk", TextRole.SECTION),
            self._colleagues,
            kind=CardKind.SOFT,
            name="review-colleague-card",
        )
        self._cards: list[Card] = []
        for part in (self._problem, self._loading, self._colleague_card, self._empty):
            self.add(part)
        self.body.addStretch(1)
        self.attach(presenter)

    def draw(self, state: ReviewState) -> None:
        """Fill the list."""
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        if not state.may_review:
            self._empty.set_title("Only supervisors review levels.")
        self._empty.setVisible(not state.cards and not state.loading)
        self._colleagues.setText("\n".join(state.colleagues))
        self._colleague_card.setVisible(bool(state.colleagues))
        for card in self._cards:
            card.hide()
            self.body.removeWidget(card)
            card.deleteLater()
        self._cards = [self._card(place, card) for place, card in enumerate(state.cards)]
        for place, card in enumerate(self._cards):
            self.body.insertWidget(self.body.count() - 1, card)
            card.setObjectName(f"review-card-{place}")

    def _card(self, place: int, card: ReviewCard) -> Card:
        question = f"{card.asked_by} asks what you think"
        wish = f"{card.asked_by} thinks another level fits better"
        words = OwnWordsField(
            label="Your words", hint="Kept with the decision.", name=f"review-{place}-words"
        )
        parts = [
            Text(question if card.is_question else wish, TextRole.SECTION),
            Text(f"{card.initials} · {card.day}", TextRole.META),
            Text(f"The rules suggest: {card.suggested}"),
        ]
        if not card.is_question:
            parts.append(Text(f"Wanted instead: {card.wanted}", TextRole.STRONG))
        parts += [Text(reason, TextRole.META) for reason in card.reasons]
        if card.worker_reason:
            parts.append(Text(f"Their reason: {card.worker_reason}"))
        if card.reflection:
            parts.append(Text(f"Their reflection: {card.reflection}"))
        drawn = Card(*parts)
        if card.is_own:
            drawn.add(Text(OWN, TextRole.META))
            return drawn
        drawn.add(words)
        drawn.add(self._answers(place, card, words))
        return drawn

    def _answers(self, place: int, card: ReviewCard, words: OwnWordsField) -> FlowRow:
        agree = "Confirm the suggested level" if card.is_question else "Agree"

        def answer(*, approved: bool) -> None:
            self._intents.answer(card.screening, approved=approved, words=words.words())

        buttons = [
            Button(
                agree,
                kind=ButtonKind.PRIMARY,
                name=f"review-{place}-agree",
                on_click=lambda: answer(approved=True),
            ),
            Button(
                "Look at the conversation's level",
                name=f"review-{place}-look",
                on_click=lambda: self._intents.look(card.screening),
            ),
        ]
        if not card.is_question:
            buttons.insert(
                1,
                Button(
                    "Let the suggested level stand",
                    name=f"review-{place}-decline",
                    on_click=lambda: answer(approved=False),
                ),
            )
        return FlowRow(*buttons)
