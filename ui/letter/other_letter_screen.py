"""The page of a letter to somebody else: what is asked on one side, the draft on the other."""

from ui.document_preview import DocumentPreview
from ui.letter.letter_agreement_card import LetterAgreementCard, MaySayCard
from ui.letter.letter_language import LetterLanguageCard
from ui.letter.other_letter_parts import CardLinesCard, FormCard, SupportCard
from ui.letter.referral_choices import ReferralCard, SafeWayCard
from ui.letter.service_ticks import ServiceTicks
from ui.screen import Screen
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.presenters.letter_gate_words import PAGE_TITLES
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter
from vrn_desktop.presenters.other_letter_state import OtherLetterState

PREVIEW_HEIGHT = 700
STILL_SHUT = "Not ready yet"
TOGETHER = "We look at this together"
TOGETHER_HINT = "Hides what is only for you."
IS_DRAFT = "A draft until you have read it together."


class OtherLetterScreen(Screen[OtherLetterState]):
    """Draws one letter to somebody else."""

    def __init__(self, presenter: OtherLetterPresenter) -> None:
        kind = presenter.state.kind
        super().__init__(name="other-letter", title=PAGE_TITLES[kind])
        self._intents = presenter
        self._shown = b""
        self._said = ""
        self._lead = Text("", TextRole.LEAD, name="letter-lead")
        self._problem = MessageBanner("", tone=BannerTone.NOTICE, name="letter-problem")
        self._shut = MessageBanner(
            STILL_SHUT, tone=BannerTone.INFO, icon="lock", name="letter-still-shut"
        )
        self._loading = LoadingState(name="letter-loading")
        self._together = CheckCard(TOGETHER, hint=TOGETHER_HINT, name="letter-together")
        self._together.clicked.connect(lambda on: presenter.look_together(on=on))
        self._parts = _parts(presenter, kind)
        self._contact = _contact_row(presenter)
        self._preview = DocumentPreview()
        self._preview.setMinimumHeight(PREVIEW_HEIGHT)
        columns = TwoColumns(side_share=54, name="letter-columns")
        for card in (self._together, *self._parts, self._contact):
            columns.main.addWidget(card)
        columns.side.addWidget(self._preview)
        for part in (self._lead, self._problem, self._shut, self._loading, columns):
            self.add(part)
        self.body.addStretch(1)
        self.set_footer(self._footer())
        self.attach(presenter)

    def draw(self, state: OtherLetterState) -> None:
        """Fill the page."""
        who = ". ".join(part for part in (state.who, state.recipient) if part)
        self._lead.setText(f"{who}. {IS_DRAFT}" if state.pdf else who)
        self._lead.setVisible(bool(who))
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._shut.set_message(STILL_SHUT, "\n".join(state.still_shut))
        self._shut.setVisible(bool(state.still_shut) and not state.together)
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._together.setChecked(state.together)
        for part in self._parts:
            # Drawing may hide a part again that has nothing to ask.
            part.setVisible(not state.loading)
            if not state.loading:
                part.draw(state)
        self._contact.setVisible(not state.loading)
        if state.pdf and state.pdf != self._shown:
            self._shown = state.pdf
            self._preview.show_document(state.pdf, state.text)
        self._preview.setVisible(bool(state.pdf))
        self._confirm.setVisible(bool(state.pdf))
        self._announce(state)

    def _announce(self, state: OtherLetterState) -> None:
        words = state.problem
        if words and words != self._said:
            announce(self, words)
            self.scroll_to_top()
        self._said = words

    def _footer(self) -> StickyFooter:
        self._confirm = Button(
            "We have read it together: keep it",
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="letter-confirm",
            on_click=self._intents.confirm,
        )
        press_by_primary_keys(self._confirm)
        back = Button("Back", icon="arrow-left", name="letter-back", on_click=self._intents.leave)
        return StickyFooter(start=(back,), end=(self._confirm,), name="letter-footer")


Part = (
    LetterAgreementCard
    | MaySayCard
    | ServiceTicks
    | ReferralCard
    | SafeWayCard
    | SupportCard
    | CardLinesCard
    | LetterLanguageCard
    | FormCard
)


def _parts(presenter: OtherLetterPresenter, kind: LetterKind) -> tuple[Part, ...]:
    form = FormCard(presenter, kind)
    language = LetterLanguageCard(presenter)
    match kind:
        case LetterKind.SERVICE_REFERRAL:
            return (
                # The view on competence comes before the yes that it is about (CO-04).
                LetterAgreementCard(presenter, kind),
                ReferralCard(presenter),
                MaySayCard(presenter),
                SafeWayCard(presenter),
                form,
            )
        case LetterKind.SCHOOL:
            return (LetterAgreementCard(presenter, kind), SupportCard(presenter), form)
        case LetterKind.WALLET_CARD:
            return (CardLinesCard(presenter), ServiceTicks(presenter), language)
        case LetterKind.PARENT_CARER | LetterKind.YOUNG_PERSON:
            return (
                LetterAgreementCard(presenter, kind),
                MaySayCard(presenter),
                ServiceTicks(presenter),
                language,
                form,
            )


def _contact_row(presenter: OtherLetterPresenter) -> Card:
    ask = Button(
        "Ask about safe contact",
        icon="shield-check",
        name="letter-safe-contact",
        on_click=presenter.ask_safe_contact,
    )
    return Card(Text("Being in touch", TextRole.SECTION), FlowRow(ask), name="letter-contact-card")
