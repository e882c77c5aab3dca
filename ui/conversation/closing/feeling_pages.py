"""Steps Z1 and Z8: how are you right now, young person and worker."""

from ui.conversation.closing.closing_page import ClosingPage
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.feedback import WorkerState
from vrn_desktop.presenters.closing import back_to_now_presenter as now_words
from vrn_desktop.presenters.closing import worker_check_presenter as worker_words
from vrn_desktop.presenters.closing.back_to_now_presenter import (
    BackToNowPresenter,
    BackToNowState,
)
from vrn_desktop.presenters.closing.worker_check_presenter import (
    WorkerCheckPresenter,
    WorkerCheckState,
)

ALONE = "This page is for the worker alone."
OFFERED = "If you would like to, we can do one of these together."


class BackToNowPage(ClosingPage[BackToNowState]):
    """Come back to now; their own calming thing stands first (TI-11)."""

    def __init__(self, presenter: BackToNowPresenter) -> None:
        super().__init__(name="back-to-now", question=now_words.QUESTION)
        self._feelings = ChoiceGroup(
            [Choice(code=code, text=words) for code, words in now_words.FEELINGS],
            question=now_words.QUESTION,
            digit_keys=True,
            name="back-to-now-feeling",
        )
        self._feelings.chosen.connect(presenter.choose_feeling)
        self.add(self._feelings)
        ideas = Card(Text(OFFERED, TextRole.STRONG), kind=CardKind.SOFT, name="back-to-now-ideas")
        state = presenter.state
        if state.calming:
            ideas.add(Text(f"You told me this helps: “{state.calming}”", TextRole.BODY))
        for exercise in state.exercises:
            ideas.add(Text(f"{exercise.title}: {exercise.words}"))
        self.add(ideas)
        self.attach(presenter, presenter.go_on)

    def draw(self, state: BackToNowState) -> None:
        """Show how they feel."""
        self._feelings.set_chosen(state.feeling)


class WorkerCheckPage(ClosingPage[WorkerCheckState]):
    """How the worker is, for the worker alone."""

    def __init__(self, presenter: WorkerCheckPresenter) -> None:
        super().__init__(
            name="worker-check", question=worker_words.QUESTION, hint=worker_words.ONLY
        )
        self._answers = ChoiceGroup(
            [Choice(code=code, text=words) for code, words in worker_words.ANSWERS],
            question=worker_words.QUESTION,
            digit_keys=True,
            name="worker-check-answer",
        )
        self._answers.chosen.connect(lambda code: presenter.choose(WorkerState(code)))
        self.add(self._answers)
        self._suggestion = MessageBanner("", tone=BannerTone.CALM, name="worker-check-break")
        self._problem = Text("", TextRole.ERROR, name="worker-check-problem")
        self.add(self._suggestion)
        self.add(self._problem)
        self.attach(presenter, presenter.go_on)

    def set_shared(self, shared: bool) -> None:  # noqa: FBT001 - follows Qt's setters
        """On a shared screen the worker does not answer this."""
        super().set_shared(shared)
        self._answers.setVisible(not shared)
        self.set_heading(
            ALONE if shared else worker_words.QUESTION, "" if shared else worker_words.ONLY
        )

    def draw(self, state: WorkerCheckState) -> None:
        """Show the answer and, after a third heavy conversation, the suggestion."""
        self._answers.set_chosen(state.answer)
        self._suggestion.set_message(state.suggestion)
        self._suggestion.setVisible(bool(state.suggestion))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
