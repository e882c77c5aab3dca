"""The page on what leaves, without a window: what will go, what went, and what is taken back."""

from dataclasses import replace

import pytest

from tests.invented_sync import (
    entry,
    opened,
    overview,
)
from tests.ui.sync.sync_pages import busy, numbers
from vrn_desktop.domain.counts_sent import NumbersState
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.presenters.sync.sync_state import LedgerFilter, RowTone, SyncPart


def test_without_a_promise_nothing_is_said_to_be_sent() -> None:
    _, presenter = opened(overview(promise=None, promise_refused="it would cost too much"))
    (warning,) = presenter.state.standing.warnings
    assert warning.title == "Nothing is drawn or sent."
    assert presenter.state.promise is None
    assert presenter.state.promise_refused == "it would cost too much"


def test_every_table_and_heading_is_shown_before_it_is_drawn() -> None:
    _, presenter = opened(overview())
    week, quarter, year = presenter.state.planned
    assert week.title == "The next week: Week 47 of 2026"
    assert "26 November 2026" in week.when
    assert [len(message.tables) for message in (week, quarter, year)] == [1, 2, 3]
    levels = quarter.tables[0]
    assert levels.numbers.startswith("96 numbers.")
    assert levels.lists[1] == "0 to 10 years; 11 to 14 years; 15 to 17 years; 18 years and over"


def test_the_ledger_says_when_and_how_each_message_left() -> None:
    _, presenter = opened(busy())
    rows = {row.number: row for row in presenter.state.rows}
    assert [row.number for row in presenter.state.rows] == list(range(10, 0, -1))
    assert (rows[10].left, rows[10].receipt, rows[10].state) == ("Not yet", "None yet", "Waits")
    assert rows[8].left == "Fri 6 Nov, on a stick"
    assert rows[3].receipt == "Sun 18 Oct"
    assert (rows[6].state, rows[6].tone) == ("Needs a look", RowTone.LOOK)
    assert (rows[4].state, rows[7].state, rows[2].state) == (
        "Withdrawn",
        "Withdrawal",
        "No numbers",
    )


@pytest.mark.parametrize(
    ("shown", "numbers_of"),
    [(LedgerFilter.YEARS, [1]), (LedgerFilter.QUARTERS, [5]), (LedgerFilter.ALL, range(10, 0, -1))],
)
def test_the_ledger_by_kind(shown: LedgerFilter, numbers_of: list[int]) -> None:
    _, presenter = opened(busy())
    presenter.filter_ledger(shown)
    assert [row.number for row in presenter.state.rows] == list(numbers_of)
    assert not presenter.state.ledger_is_empty


def test_a_message_is_read_number_by_number_and_left_again() -> None:
    _, presenter = opened(numbers())
    presenter.open_part(SyncPart.LEFT)
    presenter.open_message(2)
    view = presenter.state.message
    assert view is not None
    shown = [
        cell
        for table in view.tables
        for group in table.groups
        for row in group.rows
        for cell in row.cells
    ]
    assert len(shown) == 96 + 20
    assert any("by Priya Invented" in fact for fact in view.facts)
    assert any("by itself" in fact for fact in view.facts)
    assert "No receipt of the central office yet." in view.facts
    presenter.switch_literal()
    assert presenter.state.message is not None
    assert presenter.state.message.shows_literal
    assert presenter.state.message.literal.startswith('{"app":')
    assert presenter.state.message.literal.endswith("}")
    presenter.close_message()
    assert presenter.state.part is SyncPart.LEFT
    assert presenter.state.message is None


def test_messages_without_numbers_say_why() -> None:
    _, presenter = opened(busy())
    for number, words in ((2, "brought back"), (7, "not to use the numbers")):
        presenter.open_message(number)
        assert presenter.state.message is not None
        assert words in presenter.state.message.no_numbers
        assert not presenter.state.message.may_withdraw


def test_numbers_are_withdrawn_only_after_a_plain_warning() -> None:
    sync, presenter = opened(numbers())
    presenter.open_message(1)
    presenter.ask_to_withdraw()
    assert presenter.state.asking is not None
    assert "cannot be taken back from those who saw them" in presenter.state.asking.text
    presenter.say_no()
    assert sync.asked == []
    presenter.ask_to_withdraw()
    word = entry(4, Week(2026, 46), state=NumbersState.WITHDRAWN)
    sync.after = lambda look: replace(look, ledger=(word, *look.ledger))
    presenter.say_yes()
    assert sync.asked == ["withdraw 1"]
    view = presenter.state.message
    assert view is not None
    assert view.warning is not None
    assert view.warning.title == "The numbers of this period are withdrawn."
    assert len(view.tables) == 1
    assert not view.may_withdraw
    presenter.ask_to_withdraw()
    assert presenter.state.asking is None


def test_a_practitioner_reads_all_of_it_and_changes_nothing() -> None:
    _, presenter = opened(replace(busy(), may_change=False))
    presenter.open_message(3)
    assert presenter.state.message is not None
    assert not presenter.state.message.may_withdraw
    assert not presenter.state.may_change
    assert len(presenter.state.rows) == 10
    assert presenter.state.promise is not None
