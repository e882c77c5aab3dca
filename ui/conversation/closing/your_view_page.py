"""Step Z7: how the talk was, three faces and a skip; and the optional page about themselves."""

from functools import partial

from ui.conversation.closing.closing_page import ClosingPage
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.feedback import Face
from vrn_desktop.presenters.closing.your_view_presenter import (
    ANONYMOUS,
    FACES,
    IN_CONTROL,
    LISTENED,
    YourViewPresenter,
    YourViewState,
)


class YourViewPage(ClosingPage[YourViewState]):
    """Two questions, both optional, kept without a name (TI-32)."""

    def __init__(self, presenter: YourViewPresenter) -> None:
        super().__init__(name="your-view", question="How was this talk for you?", hint=ANONYMOUS)
        self._intents = presenter
        faces = [(face.value, words) for face, words in FACES]
        self._listened = ChoiceChips(faces, name="your-view-listened")
        self._control = ChoiceChips(faces, name="your-view-control")
        self._listened.chosen.connect(lambda code: presenter.feel_listened_to(Face(code)))
        self._control.chosen.connect(lambda code: presenter.feel_in_control(Face(code)))
        for words, chips in ((LISTENED, self._listened), (IN_CONTROL, self._control)):
            self.add(Card(Text(words, TextRole.SECTION), chips))
        self._open = FlowRow(
            Button(
                "About you (optional)",
                icon="user",
                name="your-view-equality",
                on_click=presenter.open_equality,
            )
        )
        self.add(self._open)
        self._equality = Card(
            Text(presenter.state.equality_why, TextRole.LEAD), name="your-view-about"
        )
        self._answers: dict[str, ChoiceChips] = {}
        for question in presenter.state.questions:
            chips = ChoiceChips(list(question.options), name=f"about-{question.id}")
            chips.chosen.connect(partial(presenter.describe, question.id))
            self._answers[question.id] = chips
            self._equality.add(Text(question.question, TextRole.STRONG))
            self._equality.add(chips)
        self.add(self._equality)
        self._problem = Text("", TextRole.ERROR, name="your-view-problem")
        self.add(self._problem)
        self.attach(presenter, presenter.go_on)

    def draw(self, state: YourViewState) -> None:
        """Show what they chose."""
        if state.listened_to is not None:
            self._listened.set_chosen(state.listened_to.value)
        if state.in_control is not None:
            self._control.set_chosen(state.in_control.value)
        self._open.setVisible(not state.equality_open)
        self._equality.setVisible(state.equality_open)
        for question, code in state.codes.items():
            if question in self._answers:
                self._answers[question].set_chosen(code)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
