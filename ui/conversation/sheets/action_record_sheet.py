"""Write down what was done; only this closes what stands open (TI-06, TI-18)."""

from PySide6.QtWidgets import QWidget

from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice_group import Choice, ChoiceGroup, MultiChoice
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainArea, PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.action_record_presenter import (
    ActionField,
    ActionRecordPresenter,
    ActionRecordState,
)

TITLE = "What was done"
WHICH = "What this is about"
WHO, WHO_HINT = "Who was told", "Name and role, for example the safeguarding lead"
WHEN, WHEN_HINT = "When", "Hours and minutes"
WHAT, WHAT_HINT = "What was done", "Facts, short"
OUTCOME, OUTCOME_HINT = "What came of it", "What happens next, as far as you know"
TOLD = "Was the young person told first?"
YES, NO = "yes", "no"
TOLD_CHOICES = (
    Choice(code=YES, text="Yes, they were told"),
    Choice(code=NO, text="No", hint="It would have put someone at risk, or they had gone"),
)
REASON = "Why they were not told first"
SAVE = "Keep this record"


class ActionRecordSheet(ConversationSheet):
    """Who, when, what, outcome, and whether they were told first."""

    def __init__(self, presenter: ActionRecordPresenter) -> None:
        super().__init__(TITLE, name="action", close_text="Not now")
        self._presenter = presenter
        self._missing: tuple[tuple[ActionField, str], ...] = ()
        self._summary = ErrorSummary(name="action-summary")
        self.add(self._summary)
        self._problem = Text("", TextRole.ERROR, name="action-problem")
        self.add(self._problem)
        state = presenter.state
        self.which = MultiChoice(
            [Choice(code=str(code), text=text) for code, text in state.choices],
            question=WHICH,
            chosen=state.which,
            name="action-which",
        )
        self.which.changed.connect(self._choose)
        self.add(Text(WHICH, TextRole.SECTION))
        self.add(self.which)
        self.who = self._line(WHO, WHO_HINT, "who", lambda words: presenter.write(who=words))
        self.when = self._line(WHEN, WHEN_HINT, "when", lambda words: presenter.write(when=words))
        what = PlainArea(name="action-what-editor", lines=3)
        what.textChanged.connect(lambda: presenter.write(what=what.toPlainText()))
        self.what = LabelledField(WHAT, what, hint=WHAT_HINT, name="action-what")
        self.add(self.what)
        self._line(OUTCOME, OUTCOME_HINT, "outcome", lambda words: presenter.write(outcome=words))
        self.add(Text(TOLD, TextRole.SECTION))
        self.told = ChoiceGroup(TOLD_CHOICES, question=TOLD, name="action-told")
        self.told.chosen.connect(self._choose_told)
        self.add(self.told)
        self.reason = self._line(REASON, "", "reason", lambda words: presenter.write(reason=words))
        self.add(
            FlowRow(
                Button(
                    SAVE,
                    kind=ButtonKind.PRIMARY,
                    icon="check",
                    name="action-save",
                    on_click=self.primary,
                )
            )
        )
        presenter.attach(self._draw)

    def primary(self) -> None:
        """Keep the record, or say what is missing."""
        self._missing = ()
        self._presenter.save()

    def leave(self) -> None:
        """Let go of the presenter."""
        self._presenter.detach()

    def _line(self, label: str, hint: str, name: str, write: object) -> LabelledField:
        line = PlainLine(name=f"action-{name}-editor")
        line.setText(self._presenter.state.when if name == "when" else "")
        line.textChanged.connect(write)
        field = LabelledField(label, line, hint=hint, name=f"action-{name}")
        self.add(field)
        return field

    def _draw(self, state: ActionRecordState) -> None:
        self.reason.setVisible(state.young_person_told is False)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        fields = self._fields()
        missing = dict(state.missing)
        for field in (ActionField.WHO, ActionField.WHEN, ActionField.WHAT, ActionField.REASON):
            holder = {
                ActionField.WHO: self.who,
                ActionField.WHEN: self.when,
                ActionField.WHAT: self.what,
                ActionField.REASON: self.reason,
            }[field]
            holder.set_problem(missing.get(field, ""))
        if state.missing != self._missing:
            self._missing = state.missing
            self._summary.show_problems([(words, fields[field]) for field, words in state.missing])

    def _fields(self) -> dict[ActionField, QWidget]:
        choices = self._presenter.state.choices
        return {
            ActionField.WHICH: self.which.card(str(choices[0][0])) if choices else self.which,
            ActionField.WHO: self.who.editor,
            ActionField.WHEN: self.when.editor,
            ActionField.WHAT: self.what.editor,
            ActionField.TOLD: self.told.card(YES),
            ActionField.REASON: self.reason.editor,
        }

    def _choose(self, which: object) -> None:
        if isinstance(which, frozenset):
            self._presenter.choose(which)

    def _choose_told(self, code: object) -> None:
        self._presenter.choose_told(code == YES)
