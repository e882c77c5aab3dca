"""The question `What do you think?`: agree, a different level, or ask first (F12)."""

from collections.abc import Callable

from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.level_presenter import LevelPresenter
from vrn_desktop.presenters.level_state import LevelState, Verdict

QUESTION, WHICH = "What do you think?", "Which level fits better?"
QUESTION_AGAIN = "Do you see it differently now?"
SECOND_PERSON = "This takes effect once a different person, your supervisor, agrees."
LOCKED = "The record is locked."
FINISH_HINT = "After that no answer changes any more. You can still add dated notes."


class DecisionCard(Card):
    """The worker's own view of the level, and the ways on from here."""

    def __init__(self, presenter: LevelPresenter) -> None:
        super().__init__(name="level-decision")
        self._intents = presenter
        self._verdicts: ChoiceGroup | None = None
        self._levels: ChoiceGroup | None = None
        self._offered: object = None
        self._decided = MessageBanner(
            "", tone=BannerTone.CALM, icon="circle-check", name="level-decided"
        )
        self._question = Text(QUESTION, TextRole.SECTION)
        self._choices = Card(name="level-choices", spacing=12)
        self._choices.setProperty("card", "none")
        self._choices.body.setContentsMargins(0, 0, 0, 0)
        self._which = Text(WHICH, TextRole.STRONG, name="level-which")
        self._second = Text(SECOND_PERSON, TextRole.META, name="level-second-person")
        self._fairness = Text("", name="level-fairness")
        self._reason = OwnWordsField(
            label="Why", hint="A short sentence is enough.", name="level-reason"
        )
        self._reason.changed.connect(presenter.write_reason)
        self._hints = Text("", TextRole.META, name="level-kinder-words")
        self._reflection = OwnWordsField(
            label="Your thoughts on that", hint="You can leave this empty.", name="level-reflection"
        )
        self._reflection.changed.connect(presenter.write_reflection)
        self._problem = Text("", TextRole.ERROR, name="level-problem")
        self._save = _button("Keep this decision", "level-save", presenter.decide, icon="check")
        self._services = _button("Choose services", "level-services", presenter.choose_services)
        self._letter = Button(
            "Make the letter", name="level-letter", on_click=presenter.make_letter
        )
        self._finish = Button(
            "Finish and lock the record",
            icon="lock",
            name="level-finish",
            on_click=presenter.finish,
        )
        self._finish_hint = Text(FINISH_HINT, TextRole.META, name="level-finish-hint")
        for part in (
            self._decided,
            self._services,
            self._letter,
            self._finish,
            self._finish_hint,
            self._question,
            self._choices,
            self._second,
            self._fairness,
            self._reflection,
            self._reason,
            self._hints,
            self._problem,
            self._save,
        ):
            self.add(part)

    def draw(self, state: LevelState) -> None:
        """Show what was chosen and what is still needed."""
        self._offer(state)
        open_ = not (state.complete or state.loading)
        weighing = open_ and state.verdict is not None
        differs = weighing and state.verdict is Verdict.DIFFERENT
        self._question.setText(QUESTION_AGAIN if state.decided else QUESTION)
        self._question.setVisible(open_)
        self._choices.setVisible(open_)
        if self._verdicts is not None and self._levels is not None:
            self._verdicts.set_chosen(state.verdict)
            self._levels.set_chosen(state.wanted)
            self._levels.setVisible(differs)
        self._which.setVisible(differs)
        self._second.setVisible(open_ and state.goes_down)
        self._fairness.setText(state.fairness_prompt)
        self._reason.set_words(state.reason)
        self._reflection.set_words(state.reflection)
        for part in (self._fairness, self._reflection):
            part.setVisible(weighing)
        self._reason.setVisible(differs or (weighing and state.verdict is Verdict.ASK))
        self._hints.setText("\n".join(state.kinder_words))
        self._hints.setVisible(bool(state.kinder_words))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._draw_decided(state)
        on = state.complete or (bool(state.decided) and state.verdict is None)
        self._save.setVisible(open_ and not on)
        for button in (self._services, self._letter):
            button.setVisible(on)
        self._finish.setVisible(on and not state.complete)
        self._finish_hint.setVisible(on and not state.complete)

    def _draw_decided(self, state: LevelState) -> None:
        if state.complete:
            words = "\n".join(part for part in (state.decided, state.decided_words) if part)
            self._decided.set_message(LOCKED, words)
        else:
            self._decided.set_message(state.decided, state.decided_words)
        self._decided.setVisible(bool(state.decided) or state.complete)

    def _offer(self, state: LevelState) -> None:
        """The choices for this suggestion; made anew when an answer changed it."""
        offered = (state.level, state.level_choices)
        if state.loading or offered == self._offered:
            return
        self._offered = offered
        for group in (self._verdicts, self._levels):
            if group is not None:
                group.hide()
                group.deleteLater()
        self._verdicts = ChoiceGroup(
            [
                Choice(code=Verdict.AGREE, text=f"I agree: {state.level_title}"),
                Choice(
                    code=Verdict.DIFFERENT,
                    text="A different level fits better",
                    hint="A higher one holds at once. A lower one needs a reason and a second person.",
                ),
                Choice(
                    code=Verdict.ASK,
                    text="Ask my supervisor first",
                    hint="It goes on their review list.",
                ),
            ],
            question=QUESTION,
            name="level-verdict",
        )
        self._verdicts.chosen.connect(lambda code: self._intents.choose(Verdict(code)))
        self._levels = ChoiceGroup(
            [Choice(code=level, text=title) for level, title in state.level_choices],
            question=WHICH,
            name="level-wanted",
        )
        self._levels.chosen.connect(self._intents.want)
        for part in (self._verdicts, self._which, self._levels):
            self._choices.add(part)


def _button(words: str, name: str, on_click: Callable[[], object], *, icon: str = "") -> Button:
    button = Button(
        words,
        kind=ButtonKind.PRIMARY,
        icon=icon or "arrow-right",
        trailing_icon=not icon,
        name=name,
        on_click=on_click,
    )
    press_by_primary_keys(button)
    return button
