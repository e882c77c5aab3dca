"""There is one way to write a value, and only that way is read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.exchange.canonical_json import LARGEST_NUMBER, NotCanonicalError, read, written

LEAVES = (
    st.integers(-LARGEST_NUMBER, LARGEST_NUMBER) | st.text(max_size=8) | st.booleans() | st.none()
)
VALUES = st.dictionaries(
    st.text(max_size=6), LEAVES | st.lists(LEAVES, max_size=4) | st.dictionaries(st.text(), LEAVES)
)


@given(value=VALUES)
def test_a_value_reads_back_as_it_was_written(value: object) -> None:
    assert read(written(value)) == value


@given(value=VALUES, indent=st.integers(0, 2))
def test_another_spelling_is_refused(value: object, indent: int) -> None:
    spaced = json.dumps(value, indent=indent).encode()
    if spaced != written(value):
        with pytest.raises(NotCanonicalError):
            read(spaced)


@given(raw=st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        assert written(read(raw)) == raw
    except NotCanonicalError:
        return


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}  ",
        b'{"b":1,"a":2}',
        b'{"a":1,"a":2}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":-0}',
        b'{"a":01}',
        b'{"a":9007199254740992}',
        b'{"a":' + b"9" * 5000 + b"}",
        b"[" * 5000 + b"]" * 5000,
        b"[[[[[1]]]]]",
        b'{"a":"\\u0041"}',
        '{"a":"é"}'.encode(),
        b"\xef\xbb\xbf{}",
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(raw: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        read(raw)
