"""The code of a reply slip says nothing about anybody, and no misreading passes for another code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.domain.reply_code import (
    ReplyCode,
    ReplyCodeUnreadableError,
    read_reply_code,
    reply_code_from,
)

SIGNS = "23456789BCDFGHJKMNPQRSTUVWXYZ"
codes = st.binary(min_size=16, max_size=16).map(lambda random: reply_code_from(random.hex()))


@given(codes)
def test_a_code_is_short_and_has_no_signs_that_people_mix_up(code: ReplyCode) -> None:
    assert len(code) == 8
    assert code[3] == "-"
    assert set(code) - {"-"} <= set(SIGNS)


@given(codes)
def test_it_is_read_however_it_was_typed(code: ReplyCode) -> None:
    for typed in (code, code.lower(), code.replace("-", ""), f" {code.replace('-', ' ')} "):
        assert read_reply_code(typed) == code


@given(codes, st.integers(0, 6), st.sampled_from(SIGNS))
def test_one_misread_sign_is_always_noticed(code: ReplyCode, place: int, sign: str) -> None:
    plain = code.replace("-", "")
    misread = plain[:place] + sign + plain[place + 1 :]
    if misread != plain:
        with pytest.raises(ReplyCodeUnreadableError):
            read_reply_code(misread)


@given(codes, st.integers(0, 6), st.integers(0, 6))
def test_two_swapped_signs_are_always_noticed(code: ReplyCode, one: int, other: int) -> None:
    signs = list(code.replace("-", ""))
    signs[one], signs[other] = signs[other], signs[one]
    swapped = "".join(signs)
    if swapped != code.replace("-", ""):
        with pytest.raises(ReplyCodeUnreadableError):
            read_reply_code(swapped)


@given(st.text(max_size=12).filter(lambda typed: not set(typed.upper()) <= set(SIGNS)))
def test_anything_else_is_refused_without_repeating_what_was_typed(typed: str) -> None:
    try:
        code = read_reply_code(typed)
    except ReplyCodeUnreadableError:
        return
    assert read_reply_code(code) == code


def test_thousands_of_codes_are_thousands_of_different_ones() -> None:
    assert len({reply_code_from(f"{number:032x}") for number in range(20_000)}) == 20_000
