"""What is shown is exactly what is sent: each number once, under its own words."""

import pytest

from tests.exchange_messages import contribution, saying
from tests.exchange_packs import shipped_pack
from vrn_desktop.exchange.numbers_in_words import likely_error, numbers_in_words
from vrn_desktop.exchange.payload import PeriodState
from vrn_desktop.exchange.table_pack import MessageKind


@pytest.mark.parametrize("kind", list(MessageKind))
def test_every_number_of_a_message_is_shown_once(kind: MessageKind) -> None:
    said = contribution(kind)
    shown = numbers_in_words(said, shipped_pack())
    assert {t.name: tuple(line.number for line in t.lines) for t in shown} == dict(said.tables)
    for table in shown:
        assert len({line.headings for line in table.lines}) == len(table.lines)


def test_a_number_stands_under_its_words() -> None:
    cells = tuple(range(96))
    said = saying(tables={"J": cells, "C": tuple(range(20))})
    levels = {t.name: t for t in numbers_in_words(said, shipped_pack())}["J"]
    assert levels.title == "Levels by age and setting"
    assert levels.lines[0].headings == (
        *("Build strengths (primary prevention)", "0 to 10 years", "School or college"),
    )
    assert levels.lines[95].headings == (
        *("Not enough known yet", "18 years and over", "Another setting"),
    )
    assert levels.lines[95].number == 95


def test_a_message_without_numbers_shows_none() -> None:
    assert numbers_in_words(contribution(state=PeriodState.MISSING), shipped_pack()) == ()


def test_tables_of_another_pack_are_not_shown_half() -> None:
    said = contribution()
    for other in ({**said.tables, "X": (1,)}, {**said.tables, "C": (1, 2)}):
        with pytest.raises(ValueError, match=r"tables that the pack|argument"):
            numbers_in_words(saying(tables=other), shipped_pack())


def test_noise_keeps_within_the_likely_error_19_times_in_20() -> None:
    assert {scale: likely_error(scale) for scale in (2, 4, 8, 12)} == {2: 6, 4: 12, 8: 24, 12: 36}
