"""A release comes back from its text as it was, and nothing else is taken for one."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.central.exports.invented_release import invented_release
from vrn_desktop.central.published_table import (
    Heading,
    HeadingList,
    NetworkCell,
    NetworkTable,
    Precision,
    Release,
)
from vrn_desktop.central.publishing.release_text import (
    ReleaseTextError,
    release_as_text,
    release_from_text,
    tables_as_text,
    tables_from_text,
)
from vrn_desktop.domain.programme_period import ProgrammeYear, Quarter, Week

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
COUNTS = st.integers(-(10**9), 10**9)
FIGURES = st.floats(allow_nan=False, allow_infinity=False)
PERIODS = st.one_of(
    st.builds(ProgrammeYear, st.integers(2000, 2999)),
    st.builds(Quarter, st.integers(2000, 2999), st.integers(1, 4)),
    st.builds(Week, st.integers(2000, 2999), st.integers(1, 52)),
)
CELLS = st.builds(
    NetworkCell,
    codes=st.lists(WORDS, max_size=3).map(tuple),
    noisy_sum=COUNTS,
    estimate=FIGURES,
    low=FIGURES,
    high=FIGURES,
    precision=st.sampled_from(Precision),
    shown=st.none() | COUNTS,
)
LISTS = st.builds(
    HeadingList,
    name=WORDS,
    headings=st.lists(st.builds(Heading, code=WORDS, label=WORDS), max_size=3).map(tuple),
)
TABLES = st.builds(
    NetworkTable,
    name=WORDS,
    title=WORDS,
    period=PERIODS,
    spec=WORDS,
    lists=st.lists(LISTS, max_size=2).map(tuple),
    scale=COUNTS,
    sites_reporting=COUNTS,
    sites_expected=COUNTS,
    cells=st.lists(CELLS, max_size=3).map(tuple),
)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=1))])
RELEASES = st.builds(
    Release,
    id=WORDS,
    period=PERIODS,
    edition=st.integers(1, 99),
    tables=st.lists(TABLES, max_size=2).map(tuple),
    drafted_by=WORDS,
    published_by=WORDS,
    published_at=st.datetimes(min_value=datetime(2020, 1, 1), timezones=ZONES),  # noqa: DTZ001 - Hypothesis adds the zone
    note=WORDS,
)


@given(RELEASES)
def test_a_release_comes_back_as_it_was_and_is_written_the_same_again(release: Release) -> None:
    text = release_as_text(release)
    again = release_from_text(text)
    assert again == release
    assert release_as_text(again) == text


def test_the_tables_of_a_real_shape_come_back() -> None:
    tables = invented_release().tables
    assert tables_from_text(tables_as_text(tables)) == tables


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"form":1', '"form":2'),
        ('"edition":1', '"edition":1.0'),
        ('"edition":1', '"edition":true'),
        ('"precision":"', '"precision":"?'),
        ('"period":"2026-Q4"', '"period":"2026-Q5"'),
        ('"note":""', '"note":null'),
        ('"note":""', '"note": ""'),
        ('"published_at":"2', '"published_at":"x'),
        ('"codes":[', '"codes":[7,'),
    ],
)
def test_a_changed_text_is_no_release(old: str, new: str) -> None:
    text = release_as_text(invented_release())
    assert old in text
    with pytest.raises(ReleaseTextError):
        release_from_text(text.replace(old, new))
