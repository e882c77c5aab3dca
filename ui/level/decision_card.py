"""The question `What do you think?`: agree, a different level, or ask first (F12)."""

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.level_presenter import LevelPresenter
from vrn_desktop.presenters.level_state import LevelState, Verdict

SECOND_PERSON = "This takes effect once a different person, your supervisor, agrees."


class DecisionCard(Card):
    """The worker's own view of the level."""

    def __init__(self, presenter: LevelPresenter) -> None:
        super().__init__(name="level-decision")
        self._intents = presenter
        self.add(Text("What do you think?", TextRole.SECTION))
        self._verdicts: ChoiceGroup | None = None
        self._levels: ChoiceGroup | None = None
        self._choices = Card(name="level-choices", spacing=12)
        self._choices.setProperty("card", "none")
        self._choices.body.setContentsMargins(0, 0, 0, 0)
        self.add(self._choices)
        self._second = Text(SECOND_PERSON, TextRole.META, name="level-second-person")
        self._fairness = Text("", TextRole.BODY, name="level-fairness")
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
        self._decided = MessageBanner("", tone=BannerTone.CALM, name="level-decided")
        self._save = Button(
            "Keep this decision",
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="level-save",
            on_click=presenter.decide,
        )
        self._save.setShortcut("Ctrl+Return")
        self._next = FlowRow(
            Button("Choose services", name="level-services", on_click=presenter.choose_services),
            Button("Make the letter", name="level-letter", on_click=presenter.make_letter),
            Button("Finish and lock the record", name="level-finish", on_click=presenter.finish),
        )
        for part in (
            self._second,
            self._fairness,
            self._reason,
            self._hints,
            self._reflection,
            self._problem,
            self._save,
            self._decided,
            self._next,
        ):
            self.add(part)

    def draw(self, state: LevelState) -> None:
        """Show what was chosen and what is still needed."""
        if self._verdicts is None and not state.loading:
            self._build(state)
        if self._verdicts is not None:
            self._verdicts.set_chosen(state.verdict)
            self._verdicts.setVisible(not state.complete)
        differs = state.verdict is Verdict.DIFFERENT
        if self._levels is not None:
            self._levels.setVisible(differs and not state.complete)
            self._levels.set_chosen(state.wanted)
        writes = state.verdict in {Verdict.DIFFERENT, Verdict.ASK} and not state.complete
        self._second.setVisible(state.needs_second_person)
        self._fairness.setText(state.fairness_prompt)
        self._fairness.setVisible(state.verdict is not None and not state.complete)
        self._reflection.setVisible(state.verdict is not None and not state.complete)
        self._reason.setVisible(writes)
        self._hints.setText("\n".join(state.kinder_words))
        self._hints.setVisible(bool(state.kinder_words))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._save.setVisible(not state.complete)
        self._decided.set_message("The record is locked." if state.complete else state.decided)
        self._decided.setVisible(bool(state.decided) or state.complete)
        self._next.setVisible(bool(state.decided) or state.complete)

    def _build(self, state: LevelState) -> None:
        self._verdicts = ChoiceGroup(
            [
                Choice(code=Verdict.AGREE, text=f"I agree: {state.level_title}"),
                Choice(
                    code=Verdict.DIFFERENT,
                    text="A different level fits better",
                    hint="A higher level holds at once. A lower one needs a reason and a second person.",
                ),
                Choice(
                    code=Verdict.ASK,
                    text="Ask my supervisor first",
                    hint="It goes on their review list.",
                ),
            ],
            question="What do you think?",
            name="level-verdict",
        )
        self._verdicts.chosen.connect(lambda code: self._intents.choose(Verdict(code)))
        self._levels = ChoiceGroup(
            [Choice(code=level, text=title) for level, title in state.level_choices],
            question="Which level fits better?",
            name="level-wanted",
        )
        self._levels.chosen.connect(self._intents.want)
        self._choices.add(self._verdicts)
        self._choices.add(self._levels)
