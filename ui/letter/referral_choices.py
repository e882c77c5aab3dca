"""A referral: to which service, by whose yes or by which reason, and how they may get in touch."""

from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.application.other_letters import REPLY_IN
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.letter_agreement import LawfulReason
from vrn_desktop.domain.letter_facts_others import ContactWay
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter
from vrn_desktop.presenters.other_letter_state import LAWFUL_WORDS, WAY_WORDS, OtherLetterState

WHICH = "Which service?"
CONSENT = "They say yes to this service being told"
CONSENT_HINT = "The day is kept with it. They can take it back at any time."
NO_REASON = "none"
REASON = "Without their yes"
REASON_LEAD = "Only where the law allows it. The reason is kept and never stands in the letter."
WAY = "How may the service get in touch?"
WAY_LEAD = "Only ways they said are safe are offered."
DAYS = "Ask for an answer within"
CHECKED = "I have checked this service today"


class ReferralCard(Card):
    """The service, and the ground on which it is told."""

    def __init__(self, presenter: OtherLetterPresenter) -> None:
        super().__init__(Text(WHICH, TextRole.SECTION), name="letter-referral")
        self._intents = presenter
        self._services = ChoiceChips([], name="letter-to-service")
        self._services.setAccessibleName(WHICH)
        self._services.chosen.connect(lambda code: presenter.choose_service(ServiceId(str(code))))
        self._checked = CheckCard(CHECKED, name="letter-to-service-checked")
        self._checked.clicked.connect(
            lambda on: presenter.tick(presenter.state.service_id, ticked=on)
        )
        self._since = Text("", TextRole.META, name="letter-consent-since")
        self._consent = CheckCard(CONSENT, hint=CONSENT_HINT, name="letter-consent")
        self._consent.clicked.connect(lambda on: presenter.say_consent(yes=on))
        self._reasons = ChoiceChips(
            [(NO_REASON, "No other reason"), *((r.value, w) for r, w in LAWFUL_WORDS.items())],
            name="letter-reason",
        )
        self._reasons.setAccessibleName(REASON)
        self._reasons.chosen.connect(self._choose_reason)
        self._note = OwnWordsField(
            label="The reason, in one sentence", hint="For the record.", name="letter-reason-note"
        )
        self._note.changed.connect(presenter.write_reason)
        self._without = (
            Text(REASON, TextRole.STRONG),
            Text(REASON_LEAD, TextRole.META),
            self._reasons,
        )
        for part in (
            self._services,
            self._checked,
            self._since,
            self._consent,
            *self._without,
            self._note,
        ):
            self.add(part)
        self._offered: set[str] = set()

    def draw(self, state: OtherLetterState) -> None:
        """Show the services and what is known of a yes."""
        for tick in state.services:
            if tick.id not in self._offered:
                self._services.add_choice(tick.id, tick.name)
                self._offered.add(tick.id)
        self._services.set_chosen(state.service_id or None)
        chosen = next((each for each in state.services if each.id == state.service_id), None)
        self._checked.setVisible(chosen is not None and chosen.needs_tick)
        self._checked.setChecked(chosen is not None and chosen.ticked)
        self._since.setText(state.consent)
        self._consent.setChecked(state.has_consent)
        without = not state.has_consent and not state.together
        for part in self._without:
            part.setVisible(without)
        self._reasons.set_chosen(state.lawful_reason.value if state.lawful_reason else NO_REASON)
        self._note.setVisible(without and state.lawful_reason is not None)

    def _choose_reason(self, code: object) -> None:
        self._intents.choose_reason(None if code == NO_REASON else LawfulReason(str(code)))


class SafeWayCard(Card):
    """How the service may get in touch, and how long it has to answer."""

    def __init__(self, presenter: OtherLetterPresenter) -> None:
        super().__init__(name="letter-safe-way")
        self._ways = ChoiceChips([], name="letter-contact-way")
        self._ways.setAccessibleName(WAY)
        self._ways.chosen.connect(lambda code: presenter.choose_way(ContactWay(code)))
        self._days = ChoiceChips(
            [(str(days), f"{days} days") for days in REPLY_IN], name="letter-reply-in"
        )
        self._days.setAccessibleName(DAYS)
        self._days.chosen.connect(lambda code: presenter.reply_within(int(str(code))))
        for part in (
            Text(WAY, TextRole.SECTION),
            Text(WAY_LEAD, TextRole.META),
            self._ways,
            Text(DAYS, TextRole.STRONG),
            self._days,
        ):
            self.add(part)
        self._offered: set[ContactWay] = set()

    def draw(self, state: OtherLetterState) -> None:
        """Offer the safe ways."""
        for way in state.ways:
            if way not in self._offered:
                self._ways.add_choice(way.value, WAY_WORDS[way])
                self._offered.add(way)
        self._ways.set_chosen(state.way.value)
        self._days.set_chosen(str(state.days_to_reply))
