"""One referral: where it stands, what was heard of it, news to note, and the first call."""

from ui.loop.call_card import CallCard
from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import PlainLine
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.domain.referral import HowWeKnow, ReferralState
from vrn_desktop.presenters.loop.loop_words import ASKED_FOR, HOW_WE_KNOW
from vrn_desktop.presenters.loop.referral_presenter import ReferralPresenter
from vrn_desktop.presenters.loop.referral_state import NewsForm, NewsLine, ReferralPageState
from vrn_desktop.presenters.loop.typed_day import DAY_HINT

NOTHING_HEARD = "Nothing heard yet."


class ReferralScreen(Screen[ReferralPageState]):
    """Draws the page."""

    def __init__(self, presenter: ReferralPresenter) -> None:
        super().__init__(name="referral", title="What became of it")
        self._intents = presenter
        back = Button(
            "Back",
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="referral-back",
            on_click=presenter.back,
        )
        self.body.insertWidget(0, FlowRow(back))
        self._service = Text("", TextRole.TITLE, name="referral-service")
        self._who = Text("", TextRole.LEAD, name="referral-who")
        self._names = Button("", name="referral-names", on_click=presenter.switch_names)
        person = Button(
            "Their page", icon="user", name="referral-person", on_click=presenter.to_person
        )
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="referral-problem")
        self._waits = MessageBanner("", tone=BannerTone.NOTICE, name="referral-waits")
        self._notice = Text("", TextRole.STRONG, name="referral-notice")
        self._loading = LoadingState(name="referral-loading")
        self._stands = Text("", TextRole.STRONG, name="referral-stands")
        self._contact = Text("", TextRole.META, name="referral-contact")
        self._call = CallCard(presenter)
        columns = TwoColumns(side_share=38, name="referral-columns")
        columns.main.addWidget(self._news_card())
        columns.main.addWidget(self._heard_card())
        columns.side.addWidget(self._call)
        for part in (
            self._service,
            self._who,
            FlowRow(person, self._names),
            self._problem,
            self._notice,
            self._loading,
            self._stands,
            self._contact,
            self._waits,
            columns,
        ):
            self.add(part)
        self.body.addStretch(1)
        self.attach(presenter)

    def draw(self, state: ReferralPageState) -> None:
        """Fill the page."""
        self._service.setText(state.service)
        self._who.setText(state.who)
        self._names.setText("Hide name" if state.names_shown else "Show name")
        self._names.set_icon("eye-off" if state.names_shown else "eye")
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._waits.set_message(state.waits)
        self._waits.setVisible(bool(state.waits))
        if state.notice and state.notice != self._notice.text():
            announce(self, state.notice)
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._stands.setText(state.stands)
        self._contact.setText(f"Contact today: {state.contact_now}" if state.contact_now else "")
        self._contact.setVisible(bool(state.contact_now))
        self._draw_news(state.news)
        self._call.draw(state)
        self._call.setVisible(state.may_hand_over or bool(state.agreed))
        self._heard.show_reasons([self._heard_line(line) for line in state.lines])
        self._nothing.setVisible(not (state.lines or state.loading))

    def _news_card(self) -> Card:
        self._choices = FlowRow(spacing=8, name="news-choices")
        self._built: tuple[ReferralState, ...] = ()
        self._chips: ChoiceChips | None = None
        self._day = PlainLine(name="news-day")
        self._day.textEdited.connect(self._intents.write_day)
        self._day_field = LabelledField("On which day", self._day, hint=DAY_HINT, name="news-on")
        self._how = ChoiceChips(
            [(how.value, HOW_WE_KNOW[how]) for how in ASKED_FOR], name="news-how"
        )
        self._how.chosen.connect(lambda code: self._intents.choose_how(HowWeKnow(code)))
        keep = Button(
            "Note it",
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="news-keep",
            on_click=self._intents.keep_news,
        )
        press_by_primary_keys(keep)
        return Card(
            Text("What did you hear?", TextRole.SECTION),
            self._choices,
            self._day_field,
            Text("How do you know?", TextRole.STRONG),
            self._how,
            FlowRow(keep),
            name="news-card",
        )

    def _draw_news(self, form: NewsForm) -> None:
        choices = tuple(state for state, _ in form.choices)
        if choices != self._built or self._chips is None:
            self._built = choices
            self._choices.clear()
            self._chips = ChoiceChips(
                [(state.value, words) for state, words in form.choices], name="news-what"
            )
            self._chips.chosen.connect(lambda code: self._intents.choose_news(ReferralState(code)))
            self._choices.add(self._chips)
        self._chips.set_chosen(None if form.what is None else form.what.value)
        self._how.set_chosen(form.how.value)
        if self._day.text() != form.day:
            self._day.setText(form.day)
        self._day_field.set_problem(form.problem)

    def _heard_card(self) -> Card:
        self._heard = ReasonList(ruled=True, name="referral-heard")
        self._nothing = Text(NOTHING_HEARD, TextRole.META, name="referral-nothing")
        return Card(
            Text("What was heard so far", TextRole.SECTION),
            self._nothing,
            self._heard,
            name="referral-heard-card",
        )

    def _heard_line(self, line: NewsLine) -> Reason:
        return Reason(
            text=line.text,
            meaning=f"{line.when}. {line.meaning}",
            icon="undo-2" if line.crossed_out else "footprints",
            colour=Colour.INK_SOFT if line.crossed_out else Colour.PRIMARY,
            action="That was a mistake" if line.may_take_back else "",
            on_action=lambda: self._intents.take_back(line.id),
        )
