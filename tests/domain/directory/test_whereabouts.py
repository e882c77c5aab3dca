"""A street is found however it is written, and nothing else is taken for one."""

from dataclasses import replace

import pytest

from tests.invented_directory import LISTENING
from vrn_desktop.domain.directory.whereabouts import (
    KEPT_BACK,
    speaks_of_refuge,
    without_whereabouts,
)


@pytest.mark.parametrize("street", ["12 Hidden Lane", "Flat 3, 12 Hidden Lane", "Hidden Lane 12"])
@pytest.mark.parametrize("written", ["12 hidden lane", "Hidden Lane", "12a, Hidden\nLane"])
def test_a_street_is_found_however_it_is_written(street: str, written: str) -> None:
    record = replace(LISTENING, alert=f"The bell of {written} is broken")
    told = without_whereabouts(record, {street}).alert
    assert told == f"The bell of {KEPT_BACK} is broken"


@pytest.mark.parametrize("line", ["1 Oak", "The refuge", ""])
def test_a_line_that_says_too_little_leaves_other_words_alone(line: str) -> None:
    record = replace(LISTENING, alert="The refuge is by 100 oaks in a hidden lane")
    assert without_whereabouts(record, {line}) == record


def test_a_name_that_is_only_its_house_stays() -> None:
    record = replace(LISTENING, name="Hollybank")
    assert without_whereabouts(record, {"Hollybank"}).name == "Hollybank"


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("a women's refuge", True),
        ("Safe house", True),
        ("safe accommodation", True),
        ("Help for refugees", False),
        ("refuse collection", False),
    ],
)
def test_what_speaks_of_a_refuge(text: str, speaks: bool) -> None:
    assert speaks_of_refuge(text) is speaks
