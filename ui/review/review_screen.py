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
from vrn_desktop.presenters.strengths import NONE_YET
from vrn_desktop.presenters.strengths import TITLE as STRENGTHS

ONLY_SUPERVISORS = "Only supervisors review levels."
ASK_THEM = "What you ask them about waits on their page."
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
        self._notice = Text("", TextRole.STRONG, name="review-notice")
        self._cards: list[Card] = []
        self._shown: tuple[ReviewCard, ...] = ()
        for part in (self._problem, self._notice, self._loading, self._colleague_card, self._empty):
            self.add(part)
        self.body.addStretch(1)
        self.attach(presenter)

    def draw(self, state: ReviewState) -> None:
        """Fill the list."""
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        if not state.may_review:
            self._empty.set_title(ONLY_SUPERVISORS, ASK_THEM)
        self._empty.setVisible(not state.cards and not state.loading)
        self._colleagues.setText("\n".join(state.colleagues))
        self._colleague_card.setVisible(bool(state.colleagues))
        if state.cards != self._shown:
            self._shown = state.cards
            self._build(state.cards)

    def _build(self, cards: tuple[ReviewCard, ...]) -> None:
        """Built again only when the list changed, so that no typed word is lost."""
        for card in self._cards:
            card.hide()
            self.body.removeWidget(card)
            card.deleteLater()
        self._cards = [self._card(place, card) for place, card in enumerate(cards)]
        for place, drawn in enumerate(self._cards):
            self.body.insertWidget(self.body.count() - 1, drawn)
            drawn.setObjectName(f"review-card-{place}")

    def _card(self, place: int, card: ReviewCard) -> Card:
        question = f"{card.asked_by} asks what you think"
        wish = f"{card.asked_by} thinks another level fits better"
        drawn = Card(
            Text(question if card.is_question else wish, TextRole.SECTION),
            Text(f"{card.who} · {card.day}", TextRole.META),
            Text(STRENGTHS, TextRole.STRONG),
            *(Text(f"{line.label}: {line.in_quotation_marks}") for line in card.strengths),
            *(() if card.strengths else (Text(NONE_YET, TextRole.META),)),
            Text(f"The rules suggest: {card.suggested}", TextRole.STRONG),
            *(Text(reason) for reason in card.reasons),
            name=f"review-card-{place}",
        )
        if not card.is_question:
            drawn.add(Text(f"{card.asked_by} would choose: {card.wanted}", TextRole.STRONG))
        if card.worker_reason:
            drawn.add(Text(f"Their reason: {card.worker_reason}"))
        if card.reflection:
            drawn.add(Text(f"Their thoughts on fairness: {card.reflection}"))
        if card.is_own:
            drawn.add(Text(OWN, TextRole.META, name=f"review-{place}-own"))
            return drawn
        words = OwnWordsField(
            label="Your words", hint="Kept with the decision.", name=f"review-{place}-words"
        )
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
