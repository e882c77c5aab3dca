"""Step A3 on the screen: read it aloud, hear it back, agree or not."""

from PySide6.QtWidgets import QWidget

from ui.conversation.agreement_route_card import AgreementRouteCard
from ui.conversation.window_page import WindowPage
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import MessageBanner
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.agreement import AgreementRoute
from vrn_desktop.presenters.conversation.agreement_presenter import AgreementPresenter
from vrn_desktop.presenters.conversation.agreement_state import (
    AgreementField,
    AgreementState,
    SaidBack,
)

TITLE = "What happens today"
LEAD = "Read it aloud, slowly. Stop whenever they have a question."
SAID_BACK = "Did they tell you in their own words what will happen?"
SAID_BACK_CHOICES = (
    (SaidBack.OWN_WORDS, "Yes, in their own words", ""),
    (SaidBack.ANOTHER_WAY, "Yes, in another way", "Pointing, drawing, or through an interpreter"),
    (SaidBack.NOT_YET, "Not yet", "Say it once more in other words. Take your time"),
)
WORDS_LABEL = "What they said"
AGREES = "Are you happy to start?"
YES, NO = "yes", "no"
YES_TEXT = "Yes, let’s talk"
NO_TEXT = "No, I’d rather not"
NO_HINT = "That’s fine. We can still talk, and nothing is written down"
LATER_TITLE = "Asked separately, later"
LATER = (
    "Saying yes here is about talking today. Whether anyone else is told, and every referral, is asked on "
    "its own each time. They can take this back at any time. Keeping someone safe stays the one limit."
)
BASIS_TITLE = "Why the law lets us keep a record"
BASIS_NOTE = (
    "Set by your organisation. It is not the young person’s agreement, and not asked of them."
)


class AgreementPage(WindowPage):
    """Agreement to talk, lawful basis and consent to referrals stand apart; nothing is ticked (CO-06)."""

    def __init__(self, presenter: AgreementPresenter) -> None:
        super().__init__(name="agreement", title=TITLE, lead=LEAD)
        self._presenter = presenter
        self._missing: tuple[tuple[AgreementField, str], ...] = ()
        state = presenter.state
        self._summary = ErrorSummary(name="agreement-summary")
        self.column.insertWidget(0, self._summary)
        self.script = Card(kind=CardKind.PLAIN, name="agreement-script", spacing=14)
        for place, paragraph in enumerate(state.script):
            self.script.add(Text(paragraph, TextRole.QUOTE, name=f"agreement-script-{place}"))
        self.add(self.script)
        self._build_said_back()
        self._build_agrees(state)
        self.route = AgreementRouteCard(presenter)
        self.add(self.route)
        self._build_beside(state)
        presenter.attach(self._draw)

    def go_on(self) -> None:
        """Keep it and go on, or say what is missing."""
        self._missing = ()
        self._presenter.go_on()

    def leave(self) -> None:
        """Let go of the presenter."""
        self._presenter.detach()

    def first_focus(self) -> QWidget | None:
        """Return the first choice."""
        return self.said_back.card(SaidBack.OWN_WORDS.value)

    def _build_said_back(self) -> None:
        self.add(Text(SAID_BACK, TextRole.SECTION))
        self.said_back = ChoiceGroup(
            [Choice(code=c.value, text=text, hint=hint) for c, text, hint in SAID_BACK_CHOICES],
            question=SAID_BACK,
            name="agreement-saidBack",
        )
        self.said_back.chosen.connect(self._choose_said_back)
        self.add(self.said_back)
        self.words = OwnWordsField(label=WORDS_LABEL, hint="", name="agreement-words")
        self.words.changed.connect(self._write_words)
        self.add(self.words)

    def _build_agrees(self, state: AgreementState) -> None:
        question = state.assent if state.route is AgreementRoute.CARER_AND_ASSENT else AGREES
        self.add(Text(question, TextRole.SECTION, name="agreement-question"))
        self.agrees = ChoiceGroup(
            (
                Choice(code=YES, text=YES_TEXT),
                Choice(code=NO, text=NO_TEXT, hint=NO_HINT),
            ),
            question=question,
            name="agreement-agrees",
        )
        self.agrees.chosen.connect(self._choose_agrees)
        self.add(self.agrees)

    def _build_beside(self, state: AgreementState) -> None:
        without = Button(
            "Talk without keeping anything",
            kind=ButtonKind.QUIET,
            icon="hand",
            name="agreement-without",
            on_click=self._presenter.talk_without_keeping,
        )
        self.add(FlowRow(without))
        self.add(MessageBanner(LATER_TITLE, LATER, name="agreement-later"))
        basis = Card(kind=CardKind.SUNKEN, name="agreement-basis")
        basis.add(Text(BASIS_TITLE, TextRole.SECTION))
        basis.add(Text(state.basis, name="agreement-basis-text"))
        basis.add(Text(BASIS_NOTE, TextRole.META))
        self.add(basis)

    def _draw(self, state: AgreementState) -> None:
        self.route.draw(state)
        if state.missing != self._missing:
            self._missing = state.missing
            self._summary.show_problems(
                [(words, self._field(field)) for field, words in state.missing]
            )

    def _field(self, field: AgreementField) -> QWidget:
        if field is AgreementField.SAID_BACK:
            return self.said_back.card(SaidBack.OWN_WORDS.value)
        if field is AgreementField.YOUNG_PERSON:
            return self.agrees.card(YES)
        return self.route.field(field)

    def _choose_said_back(self, code: object) -> None:
        self._presenter.choose_said_back(SaidBack(str(code)))

    def _write_words(self, words: str) -> None:
        self._presenter.write_said_back(words)

    def _choose_agrees(self, code: object) -> None:
        self._presenter.choose_agrees(code == YES)
