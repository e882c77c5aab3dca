"""Parts of the pages of letters to others: support for school, the card's numbers, size and envelope."""

from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.choice_group import Choice, MultiChoice
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainArea
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter import LetterKind, TextSize
from vrn_desktop.domain.letter_facts_others import SchoolSupport
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter
from vrn_desktop.presenters.other_letter_state import SUPPORT_WORDS, OtherLetterState

SUPPORT = "What would help at school?"
CARD_LEAD = "Bare numbers say nothing about anybody. 999 is always on it."
NAMES = "Names beside the numbers"
PROJECT = "Our name and number"
SAID_SAFE = "Only if they said that this is safe for them."
ADDRESS = "Address, below the name"
LONGEST_ADDRESS = 300
_SIZES = (
    (TextSize.STANDARD, "Usual"),
    (TextSize.LARGE, "Large print"),
    (TextSize.VERY_LARGE, "Very large"),
)


class SupportCard(Card):
    """Support agreed for school; each is one fixed sentence."""

    def __init__(self, presenter: OtherLetterPresenter) -> None:
        super().__init__(Text(SUPPORT, TextRole.SECTION), name="letter-support-card")
        self._support = MultiChoice(
            [Choice(code=each.value, text=words) for each, words in SUPPORT_WORDS.items()],
            question=SUPPORT,
            name="letter-support",
        )
        self._support.changed.connect(
            lambda codes: presenter.choose_support(frozenset(map(SchoolSupport, codes)))
        )
        self.add(self._support)

    def draw(self, state: OtherLetterState) -> None:
        """Show what was agreed."""
        self._support.set_chosen(each.value for each in state.support)


class CardLinesCard(Card):
    """Which numbers stand on the card, and whether any name does."""

    def __init__(self, presenter: OtherLetterPresenter) -> None:
        super().__init__(
            Text("Numbers on the card", TextRole.SECTION),
            Text(CARD_LEAD, TextRole.META),
            name="letter-card-lines",
        )
        self._intents = presenter
        self._lines: dict[str, CheckCard] = {}
        self._names = CheckCard(NAMES, hint=SAID_SAFE, name="letter-card-names")
        self._names.clicked.connect(lambda on: presenter.put_names_on_card(on=on))
        self._project = CheckCard(PROJECT, hint=SAID_SAFE, name="letter-card-project")
        self._project.clicked.connect(lambda on: presenter.put_project_on_card(on=on))
        self.add(self._names)
        self.add(self._project)

    def draw(self, state: OtherLetterState) -> None:
        """Show what is on it."""
        for number, name in state.lines:
            if number not in self._lines:
                self._lines[number] = self._build(number, name)
            self._lines[number].setChecked(number not in state.lines_left_out)
        self._names.setChecked(state.card_names)
        self._project.setChecked(state.card_project)

    def _build(self, number: str, name: str) -> CheckCard:
        check = CheckCard(number, hint=name, name=f"letter-line-{len(self._lines)}")
        check.clicked.connect(lambda on: self._intents.carry_line(number, on=on))
        self.body.insertWidget(self.body.indexOf(self._names), check)
        return check


class FormCard(Card):
    """How large the words are, and whether the letter goes into an envelope with a window."""

    def __init__(self, presenter: OtherLetterPresenter, kind: LetterKind) -> None:
        super().__init__(Text("Size of the words", TextRole.SECTION), name="letter-form")
        self._kind = kind
        self._sizes = ChoiceChips(
            [(size.value, words) for size, words in _SIZES], name="letter-size"
        )
        self._sizes.setAccessibleName("Size of the words")
        self._sizes.chosen.connect(lambda code: presenter.choose_size(TextSize(code)))
        self._post = CheckCard(
            "For an envelope with a window", hint="UK size DL, folded in three.", name="letter-post"
        )
        self._post.clicked.connect(lambda on: presenter.post(on=on))
        area = PlainArea(name="letter-address-lines", lines=4, longest=LONGEST_ADDRESS)
        area.left.connect(lambda: presenter.write_address(area.toPlainText()))
        self._address = LabelledField(ADDRESS, area, name="letter-address")
        for part in (self._sizes, self._post, self._address):
            self.add(part)

    def draw(self, state: OtherLetterState) -> None:
        """Show what was chosen."""
        self._sizes.set_chosen(state.text_size.value)
        self._post.setVisible(state.may_post)
        self._post.setChecked(state.posted)
        self._address.setVisible(state.posted and self._kind is not LetterKind.PARENT_CARER)
