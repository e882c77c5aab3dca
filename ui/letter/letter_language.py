"""The language of the letter, each named in its own script, and what is true about its translation."""

from ui.fonts import load_fonts_for
from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.letter_state import LetterState
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter
from vrn_desktop.presenters.other_letter_state import OtherLetterState

TITLE = "Language of the letter"
UNCHECKED = "Nobody has checked this translation yet. Give it together with the English letter."
WITH_ENGLISH = "Print the English letter after it"


class LetterLanguageCard(Card):
    """Chips with the names of languages; there is nothing to choose where there is only English."""

    def __init__(self, presenter: LetterPresenter | OtherLetterPresenter) -> None:
        super().__init__(name="letter-language-card")
        self._chips = ChoiceChips([], name="letter-language")
        self._chips.setAccessibleName(TITLE)
        self._chips.chosen.connect(presenter.choose_language)
        self._unchecked = MessageBanner(UNCHECKED, tone=BannerTone.NOTICE, name="letter-unchecked")
        self._english = CheckCard(WITH_ENGLISH, name="letter-with-english")
        self._english.clicked.connect(lambda on: presenter.print_english(on=on))
        for part in (Text(TITLE, TextRole.SECTION), self._chips, self._unchecked, self._english):
            self.add(part)
        self._offered: set[str] = set()

    def draw(self, state: LetterState | OtherLetterState) -> None:
        """Show the languages there are, the chosen one and whether somebody has checked it."""
        for language in state.languages:
            if language.code not in self._offered:
                load_fonts_for(language.name)
                self._chips.add_choice(language.code, language.name)
                self._offered.add(language.code)
        self._chips.set_chosen(state.language)
        self._unchecked.setVisible(state.is_unchecked)
        self._english.setVisible(state.is_translated)
        self._english.setChecked(state.with_english)
        self.setVisible(len(state.languages) > 1)
