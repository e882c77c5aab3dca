"""Step Z6: the rest of today, and when to check in again."""

from ui.conversation.closing.closing_page import ClosingPage
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.labelled_field import LabelledField
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.closing.rest_of_today_presenter import (
    AFTERCARE,
    RestOfTodayPresenter,
    RestOfTodayState,
)

NO_CHECK_IN = "none"


class RestOfTodayPage(ClosingPage[RestOfTodayState]):
    """What are you doing next, and who will be with you?"""

    def __init__(self, presenter: RestOfTodayPresenter) -> None:
        super().__init__(
            name="rest-of-today", question="What are you doing next? Who will be with you?"
        )
        self._intents = presenter
        state = presenter.state
        self._doing = PlainLine(name="today-doing")
        self._with = PlainLine(name="today-with")
        self._how = PlainLine(name="today-how")
        self._doing.setText(state.doing)
        self._with.setText(state.with_whom)
        for line in (self._doing, self._with, self._how):
            line.textChanged.connect(lambda _text: self._write())
        self.add(LabelledField("Doing next", self._doing))
        self.add(LabelledField("With whom", self._with))
        self.add(Text("When shall we check in?", TextRole.SECTION))
        self._days = ChoiceChips(
            [*((str(n), words) for n, words in state.days), (NO_CHECK_IN, "Not for now")],
            name="today-check-in",
        )
        self._days.chosen.connect(self._promise)
        self.add(self._days)
        self._how_field = LabelledField(
            "How",
            self._how,
            hint="Only a way they said is safe, for example in person at the club.",
        )
        self.add(self._how_field)
        self._aftercare = MessageBanner(
            "For you", AFTERCARE, tone=BannerTone.INFO, name="today-aftercare"
        )
        self.add(self._aftercare)
        self._problem = Text("", TextRole.ERROR, name="today-problem")
        self.add(self._problem)
        self.attach(presenter, presenter.go_on)

    def draw(self, state: RestOfTodayState) -> None:
        """Show what was promised."""
        if state.check_in_in is not None:
            self._days.set_chosen(str(state.check_in_in))
        self._how_field.setVisible(state.check_in_in is not None)
        self._aftercare.setVisible(state.aftercare)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))

    def _write(self) -> None:
        self._intents.write(
            doing=self._doing.text(), with_whom=self._with.text(), how=self._how.text()
        )

    def _promise(self, code: object) -> None:
        self._intents.promise(None if code == NO_CHECK_IN else int(str(code)))
