"""What a young person says of one service: every answer has the same size and none has to be given."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.helping import Helping, StillGoing, WantedNext
from vrn_desktop.presenters.loop.check_in_presenter import CheckInPresenter
from vrn_desktop.presenters.loop.check_in_state import AskedService
from vrn_desktop.presenters.loop.loop_words import HELPING, STILL_GOING, WANTED_NEXT

Code = TypeVar("Code", StillGoing, Helping, WantedNext)


class AskedServiceCard(Card):
    """Built once; `draw` shows what was chosen."""

    def __init__(self, asked: AskedService, presenter: CheckInPresenter, *, place: int) -> None:
        super().__init__(name=f"asked-{place}")
        name = f"asked-{place}"
        self._still = _chips(
            STILL_GOING.items(),
            f"{name}-going",
            StillGoing,
            partial(presenter.still_going, asked.id),
        )
        self._helping = _chips(
            HELPING.items(), f"{name}-helping", Helping, partial(presenter.helping, asked.id)
        )
        self._next = _chips(
            WANTED_NEXT.items(),
            f"{name}-next",
            WantedNext,
            partial(presenter.wanted_next, asked.id),
        )
        self._words = OwnWordsField(
            label="What would help?",
            hint="In their own words. It can stay empty.",
            name=f"{name}-words",
            lines=2,
        )
        self._words.changed.connect(partial(presenter.would_help, asked.id))
        before = Text(f"Last time: {asked.before}", TextRole.META, name=f"{name}-before")
        before.setVisible(bool(asked.before))
        for part in (
            Text(asked.name, TextRole.SECTION),
            Text(asked.stands, TextRole.META),
            before,
            Text("Are you still going?", TextRole.STRONG),
            self._still,
            Text("Is it helping?", TextRole.STRONG),
            self._helping,
            self._words,
            Text("What next?", TextRole.STRONG),
            self._next,
        ):
            self.add(part)

    def draw(self, asked: AskedService) -> None:
        """Show what was chosen."""
        self._still.set_chosen(None if asked.still_going is None else asked.still_going.value)
        self._helping.set_chosen(None if asked.helping is None else asked.helping.value)
        self._next.set_chosen(None if asked.next is None else asked.next.value)
        self._words.set_words(asked.would_help)


def _chips(
    choices: Iterable[tuple[Code, str]],
    name: str,
    code: Callable[[str], Code],
    chosen: Callable[[Code], None],
) -> ChoiceChips:
    chips = ChoiceChips([(each.value, words) for each, words in choices], name=name)
    chips.chosen.connect(lambda value: chosen(code(value)))
    return chips
