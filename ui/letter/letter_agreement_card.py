"""What was agreed about a letter to somebody else: their yes, what it may say; nothing is ticked beforehand."""

from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.choice_group import Choice, MultiChoice
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_agreement import Shared
from vrn_desktop.domain.safe_contact import SafeReply
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter
from vrn_desktop.presenters.other_letter_state import POINTS, SHARED_WORDS, OtherLetterState

AGREES = "Are they happy with this letter?"
COMPETENCE = "Can they decide this for themselves?"
COMPETENCE_LEAD = "Your view for this letter only. Tick what you saw."
NO_WORRY = "Nothing worries me about this adult"
NO_WORRY_HINT = "You know of no fear, harm or control that comes from them."
SUPPORT_ONLY = "This letter is about support only"
SUPPORT_ONLY_HINT = "For a worry about safety, tell the safeguarding lead instead."
MAY_SAY = "What may it say?"
MAY_SAY_LEAD = "Only what they say yes to. Nothing is ticked beforehand."
_ANSWERS = (
    (SafeReply.YES, "Yes"),
    (SafeReply.NO, "No"),
    (SafeReply.RATHER_NOT_SAY, "They would rather not say"),
)
_NEEDS_YES = (LetterKind.PARENT_CARER, LetterKind.SCHOOL)


class LetterAgreementCard(Card):
    """Their own yes to this letter, and the worker's view beside it."""

    def __init__(self, presenter: OtherLetterPresenter, kind: LetterKind) -> None:
        super().__init__(name="letter-agreement")
        self._kind = kind
        self._agrees = ChoiceChips(
            [(reply.value, words) for reply, words in _ANSWERS], name="letter-agrees"
        )
        self._agrees.setAccessibleName(AGREES)
        self._agrees.chosen.connect(lambda code: presenter.say_agrees(SafeReply(code)))
        self._competence = MultiChoice(
            [Choice(code=code, text=words) for code, words in POINTS],
            question=COMPETENCE,
            name="letter-competence",
        )
        self._competence.changed.connect(presenter.look_at_competence)
        self._competence_head = (
            Text(COMPETENCE, TextRole.STRONG),
            Text(COMPETENCE_LEAD, TextRole.META),
        )
        self._no_worry = CheckCard(NO_WORRY, hint=NO_WORRY_HINT, name="letter-no-worry")
        self._no_worry.clicked.connect(lambda on: presenter.rule_out_worry(on=on))
        self._support_only = CheckCard(
            SUPPORT_ONLY, hint=SUPPORT_ONLY_HINT, name="letter-support-only"
        )
        self._support_only.clicked.connect(lambda on: presenter.say_support_only(on=on))
        self._agrees_head = Text(AGREES, TextRole.SECTION)
        for part in (
            self._agrees_head,
            self._agrees,
            *self._competence_head,
            self._competence,
            self._no_worry,
            self._support_only,
        ):
            self.add(part)

    def draw(self, state: OtherLetterState) -> None:
        """Show what was said."""
        asks = self._kind in _NEEDS_YES
        self._agrees_head.setVisible(asks)
        self._agrees.setVisible(asks)
        self._agrees.set_chosen(None if state.agrees is SafeReply.NOT_ASKED else state.agrees.value)
        competence = state.asks_competence and not state.has_consent and not state.together
        for part in (*self._competence_head, self._competence):
            part.setVisible(competence)
        self._competence.set_chosen(state.competence or ())
        self._no_worry.setVisible(self._kind is LetterKind.PARENT_CARER and not state.together)
        self._no_worry.setChecked(state.no_worry)
        self._support_only.setVisible(self._kind is LetterKind.SCHOOL)
        self._support_only.setChecked(state.support_only)
        self.setVisible(asks or competence)


class MaySayCard(Card):
    """What they agreed to share in this letter."""

    def __init__(self, presenter: OtherLetterPresenter) -> None:
        super().__init__(
            Text(MAY_SAY, TextRole.SECTION),
            Text(MAY_SAY_LEAD, TextRole.META),
            name="letter-may-say",
        )
        self._intents = presenter
        self._checks: dict[Shared, CheckCard] = {}
        self._words = OwnWordsField(
            label="In their words, for this service",
            hint="Then tick that they said yes to these words.",
            name="letter-own-words",
        )
        self._words.changed.connect(presenter.write_words)
        self._words.hide()
        self.add(self._words)

    def draw(self, state: OtherLetterState) -> None:
        """Show what was agreed."""
        for what in state.may_share:
            if what not in self._checks:
                self._checks[what] = self._build(what)
            self._checks[what].setChecked(what in state.shared)
        self._words.setVisible(Shared.OWN_WORDS in state.may_share)
        words = self._checks.get(Shared.OWN_WORDS)
        if words is not None:
            words.setVisible(bool(state.own_words.strip()))
        self.setVisible(bool(state.may_share))

    def _build(self, what: Shared) -> CheckCard:
        text = "They said yes to these words" if what is Shared.OWN_WORDS else SHARED_WORDS[what]
        check = CheckCard(text, name=f"letter-share-{what.value}")
        check.clicked.connect(lambda on: self._intents.share(what, on=on))
        if what is Shared.OWN_WORDS:
            self.add(check)
        else:
            self.body.insertWidget(self.body.indexOf(self._words), check)
        return check
