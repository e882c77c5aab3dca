"""A message's content says a period's numbers, always in the same number of bytes."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_messages import PERIODS, contribution, saying
from tests.exchange_packs import changed_pack, shipped_pack
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.canonical_json import written
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.payload import (
    FIRST_PREV,
    LARGEST_CELL,
    PADDED_BYTES,
    Contribution,
    PeriodState,
    fits_a_message,
    padded,
    refuse_other_tables,
    unpadded,
)
from vrn_desktop.exchange.table_pack import MessageKind

CELLS = st.integers(-LARGEST_CELL, LARGEST_CELL)


@st.composite
def contributions(draw: st.DrawFn) -> Contribution:
    kind = draw(st.sampled_from(MessageKind))
    state = draw(st.sampled_from(PeriodState))
    said = contribution(kind, state=state)
    return replace(
        said,
        number=draw(st.integers(2, 10**6)),
        previous=draw(
            st.text("0123456789abcdef", min_size=64, max_size=64).filter(lambda d: d != FIRST_PREV)
        ),
        tables={
            name: tuple(draw(st.lists(CELLS, min_size=len(cells), max_size=len(cells))))
            for name, cells in said.tables.items()
        },
    )


@given(said=contributions())
def test_a_contribution_reads_back_as_it_was_written(said: Contribution) -> None:
    assert unpadded(padded(said)) == said


@given(said=contributions())
def test_every_content_has_the_same_length(said: Contribution) -> None:
    assert len(padded(said)) == PADDED_BYTES


def test_the_content_is_text_that_anybody_can_read() -> None:
    content = json.loads(padded(contribution(MessageKind.P)))
    assert content["kind"] == "P"
    assert content["period"] == "2026-W47"
    assert content["spec"] == "vrn-tables/1"
    assert content["scale"] == {"P": 4}
    assert [type(cell) for cell in content["tables"]["P"]] == [int, int]
    assert padded(contribution()).startswith(b'{"app":"0.1.0","id":"')
    assert padded(contribution()).rstrip(b" ").endswith(b"}}")


@pytest.mark.parametrize("kind", list(MessageKind))
def test_the_longest_numbers_of_the_shipped_pack_fit(kind: MessageKind) -> None:
    assert fits_a_message(shipped_pack(), kind)
    said = contribution(kind)
    widest = {name: (-LARGEST_CELL,) * len(cells) for name, cells in said.tables.items()}
    assert len(padded(replace(said, tables=widest))) == PADDED_BYTES


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "short"},
        {"site": ""},
        {"site": "S 001"},
        {"app": "x" * 21},
        {"number": 0},
        {"number": 2},
        {"previous": "f" * 64},
        {"period": PERIODS[MessageKind.P]},
        {"kind": MessageKind.P},
        {"state": PeriodState.MISSING},
        {"tables": {"J": (1.5,)}},
        {"tables": {"J": ()}},
        {"tables": {"J": (LARGEST_CELL + 1,)}, "scale": {"J": 2}},
        {"tables": {"J": (True,)}, "scale": {"J": 2}},
        {"scale": {"J": 2}},
        {"tables": {"J": (1,) * 2000}, "scale": {"J": 2}},
    ],
    ids=str,
)
def test_what_no_reader_would_take_is_not_written(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"no reader|do not fit"):
        padded(saying(**changes))


def content_with(change: dict[str, Any], *, without: str = "") -> bytes:
    value = json.loads(padded(contribution())) | change
    value.pop(without, None)
    return written(value).ljust(PADDED_BYTES)


def refused(content: bytes) -> MessageRefusedError:
    with pytest.raises(MessageRefusedError) as caught:
        unpadded(content)
    assert caught.value.refusal is Refusal.CONTENT
    return caught.value


@pytest.mark.parametrize(
    "change",
    [
        {"note": "free text"},
        {"kind": "X"},
        {"kind": "P"},
        {"kind": ["Q"]},
        {"period": "2026-Q5"},
        {"period": 2026, "kind": "Y"},
        {"state": "perhaps"},
        {"seq": "1"},
        {"seq": True},
        {"seq": -1},
        {"prev": "F" * 64},
        {"site": 1},
        {"tables": []},
        {"tables": {"J": 1}},
        {"tables": {"J": ["1"]}},
        {"scale": {"C": 4, "J": 0}},
        {"scale": 4},
        {"tables": {}, "scale": {}},
    ],
    ids=str,
)
def test_content_of_another_kind_is_refused(change: dict[str, Any]) -> None:
    refused(content_with(change))


@pytest.mark.parametrize("field", ["app", "id", "kind", "period", "prev", "scale", "seq", "tables"])
def test_content_without_a_field_is_refused(field: str) -> None:
    refused(content_with({}, without=field))


def test_other_padding_is_refused() -> None:
    content = padded(contribution())
    refused(content[:-1])
    refused(content + b" ")
    refused(content[:-1] + b"\n")
    refused(content.rstrip().ljust(PADDED_BYTES, b"\0"))
    refused(b" " + content[:-1])


def test_numbers_are_held_against_the_pack() -> None:
    said = contribution()
    refuse_other_tables(said, shipped_pack())
    refuse_other_tables(contribution(state=PeriodState.MISSING), shipped_pack())
    louder = changed_pack(lambda plain: plain["tables"][1].update(scale=3))
    other_spec = changed_pack(lambda plain: plain.update(spec="vrn-tables/2"))
    fewer = replace(said, tables={**said.tables, "C": said.tables["C"][:-1]})
    one = replace(said, tables={"J": said.tables["J"]}, scale={"J": 2})
    quarter_of_another = replace(said, period=Quarter(2027, 1))
    refuse_other_tables(quarter_of_another, shipped_pack())
    for other, pack in [
        (said, louder),
        (said, other_spec),
        (fewer, shipped_pack()),
        (one, shipped_pack()),
    ]:
        with pytest.raises(MessageRefusedError, match="these are not the tables of"):
            refuse_other_tables(other, pack)
