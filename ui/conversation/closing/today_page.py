"""Step Z6: the rest of today, and when to check in again."""

from ui.conversation.closing.closing_page import ClosingPage
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.labelled_field import LabelledField
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.presenters.check_in_choices import ONLY_SAFE
from vrn_desktop.presenters.closing.rest_of_today_presenter import (
    AFTERCARE,
    RestOfTodayPresenter,
    RestOfTodayState,
)

QUESTION = "What are you doing next? Who will be with you?"
WHEN, HOW = "When shall we check in?", "How?"
NO_CHECK_IN = "none"


class RestOfTodayPage(ClosingPage[RestOfTodayState]):
    """What are you doing next, and who will be with you?"""

    def __init__(self, presenter: RestOfTodayPresenter) -> None:
        super().__init__(name="rest-of-today", question=QUESTION)
        self._intents = presenter
        self._offered: tuple[CheckInWay, ...] = ()
        self._shared = False
        state = presenter.state
        self._doing = PlainLine(name="today-doing")
        self._with = PlainLine(name="today-with")
        self._details = PlainLine(name="today-details")
        self._doing.setText(state.doing)
        self._with.setText(state.with_whom)
        for line in (self._doing, self._with, self._details):
            line.textChanged.connect(lambda _text: self._write())
        self._days = ChoiceChips(
            [*((str(n), words) for n, words in state.days), (NO_CHECK_IN, "Not for now")],
            name="today-check-in",
        )
        self._days.setAccessibleName(WHEN)
        self._days.chosen.connect(self._promise)
        self._ways = ChoiceChips([], name="today-way")
        self._ways.setAccessibleName(HOW)
        self._ways.chosen.connect(lambda code: presenter.promise_by(CheckInWay(code)))
        self._how = (
            Text(HOW, TextRole.SECTION),
            Text(ONLY_SAFE, TextRole.META),
            self._ways,
            LabelledField("Where or when", self._details, hint="For example after the club."),
        )
        self._aftercare = MessageBanner(
            "For you", AFTERCARE, tone=BannerTone.INFO, name="today-aftercare"
        )
        self._problem = Text("", TextRole.ERROR, name="today-problem")
        for part in (
            LabelledField("Doing next", self._doing),
            LabelledField("With whom", self._with),
            Text(WHEN, TextRole.SECTION),
            self._days,
            *self._how,
            self._aftercare,
            self._problem,
        ):
            self.add(part)
        self.attach(presenter, presenter.go_on)

    def set_shared(self, shared: bool) -> None:  # noqa: FBT001 - follows Qt's setters
        """What is said to the worker leaves a shared screen."""
        super().set_shared(shared)
        self._shared = shared
        self.draw(self._intents.state)

    def draw(self, state: RestOfTodayState) -> None:
        """Show what was promised."""
        for way, words in state.ways:
            if way not in self._offered:
                self._ways.add_choice(way.value, words)
                self._offered = (*self._offered, way)
        if state.check_in_in is not None:
            self._days.set_chosen(str(state.check_in_in))
        self._ways.set_chosen(state.way.value)
        for part in self._how:
            part.setVisible(state.check_in_in is not None)
        self._aftercare.setVisible(state.aftercare and not self._shared)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))

    def _write(self) -> None:
        self._intents.write(
            doing=self._doing.text(), with_whom=self._with.text(), details=self._details.text()
        )

    def _promise(self, code: object) -> None:
        self._intents.promise(None if code == NO_CHECK_IN else int(str(code)))
