"""The first call to a service: who calls, on which day, perhaps at what time (SP-08)."""

from ui.widgets.button import Button
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.handover import Caller
from vrn_desktop.presenters.loop.loop_words import CALLERS
from vrn_desktop.presenters.loop.referral_presenter import ReferralPresenter
from vrn_desktop.presenters.loop.referral_state import ReferralPageState
from vrn_desktop.presenters.loop.typed_day import DAY_HINT

NONE_AGREED = "Nothing agreed yet. Calling together is a good start."


class CallCard(Card):
    """What was agreed, and the form while it is being agreed."""

    def __init__(self, presenter: ReferralPresenter) -> None:
        super().__init__(kind=CardKind.SOFT, name="referral-call-card")
        self._agreed = Text("", name="referral-agreed")
        self._plan = Button(
            "Agree the first call",
            icon="phone",
            name="referral-call",
            on_click=presenter.plan_call,
        )
        self._callers = ChoiceChips(
            [(caller.value, words) for caller, words in CALLERS.items()], name="call-who"
        )
        self._callers.chosen.connect(lambda code: presenter.choose_caller(Caller(code)))
        self._day = PlainLine(name="call-day")
        self._day.textEdited.connect(presenter.write_call_day)
        self._time = PlainLine(name="call-time")
        self._time.textEdited.connect(presenter.write_call_time)
        self._day_field = LabelledField("On which day", self._day, hint=DAY_HINT, name="call-on")
        self._form = Card(
            Text("Who calls?", TextRole.STRONG),
            self._callers,
            self._day_field,
            LabelledField(
                "At what time",
                self._time,
                hint="For example 15:30. It can stay empty.",
                name="call-at",
            ),
            FlowRow(
                Button("Agree", icon="check", name="call-keep", on_click=presenter.keep_call),
                Button("Cancel", name="call-cancel", on_click=presenter.cancel_call),
            ),
            name="call-form",
        )
        for part in (
            Text("The first call", TextRole.SECTION),
            self._agreed,
            self._plan,
            self._form,
        ):
            self.add(part)

    def draw(self, state: ReferralPageState) -> None:
        """Show what was agreed, or the form."""
        form = state.handover
        self.setVisible(bool(state.agreed) or state.may_hand_over)
        self._agreed.setText(state.agreed or NONE_AGREED)
        self._plan.setVisible(state.may_hand_over and form is None)
        opening = form is not None and self._form.isHidden()
        self._form.setVisible(form is not None)
        if form is None:
            return
        if opening:
            self._day.clear()
            self._time.clear()
        self._callers.set_chosen(form.caller.value)
        self._day_field.set_problem(form.problem)
