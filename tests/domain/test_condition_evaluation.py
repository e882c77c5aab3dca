"""A condition holds for a standing and names the answers it rests on; every kind of it."""

import pytest

from tests.talk_safe import answers, talk_safe, voices
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.condition import (
    AllOf,
    AnswerAtLeast,
    AnswerAtMost,
    AnswerIs,
    AnyOf,
    AnyRootAt,
    AnySignAt,
    Condition,
    CountOf,
    IsProvisional,
    SignSpread,
    StrongSupports,
)
from vrn_desktop.domain.condition_evaluation import items_read, ready
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.standing import ItemIndex

INDEX = ItemIndex(talk_safe())
SOME, CLEAR, PARTLY, STRONG = (AnswerCode(code) for code in ("some", "clear", "partly", "strong"))


def at_least(item: str, code: AnswerCode = SOME) -> AnswerAtLeast:
    return AnswerAtLeast(item=ItemId(item), code=code)


def rests_on(condition: Condition, sheet: AnswerSheet) -> tuple[str, ...] | None:
    used = ready(condition, INDEX)(INDEX.standing(sheet, core=INDEX.bit(ItemId("C01"))))
    return None if used is None else INDEX.items(used)


TWO_OF = CountOf(count=2, items=(ItemId("B01"), ItemId("B02"), ItemId("B03")), code=STRONG)
NESTED = AnyOf(
    parts=(
        at_least("H06", CLEAR),
        AllOf(parts=(at_least("H06"), AnyOf(parts=(at_least("H07"), at_least("H08", CLEAR))))),
    )
)


@pytest.mark.parametrize(
    ("condition", "given_answers", "expected"),
    [
        (at_least("H01"), {"H01": "none"}, None),
        (at_least("H01"), {"H01": "clear"}, ("H01",)),
        (at_least("H01"), {"H01": "declined"}, None),
        (AnswerAtMost(item=ItemId("B01"), code=PARTLY), {"B01": "weak"}, ("B01",)),
        (AnswerAtMost(item=ItemId("B01"), code=PARTLY), {"B01": "partly"}, ("B01",)),
        (AnswerAtMost(item=ItemId("B01"), code=PARTLY), {"B01": "strong"}, None),
        (AnswerAtMost(item=ItemId("B01"), code=PARTLY), {}, None),
        (AnswerIs(item=ItemId("B01"), code=STRONG), {"B01": "strong"}, ("B01",)),
        (AnswerIs(item=ItemId("B01"), code=PARTLY), {"B01": "strong"}, None),
        (TWO_OF, {"B01": "strong", "B03": "strong"}, ("B01", "B03")),
        (TWO_OF, {"B01": "strong", "B03": "partly"}, None),
        (NESTED, {"H06": "some"}, None),
        (NESTED, {"H06": "some", "H07": "some"}, ("H06", "H07")),
        (NESTED, {"H06": "some", "H08": "some"}, None),
        (NESTED, {"H06": "clear", "H08": "clear"}, ("H06", "H08")),
        (AnyOf(parts=(at_least("H01"), at_least("H02", CLEAR))), {"H02": "some"}, None),
        (
            AnyOf(parts=(at_least("H01"), at_least("H02", CLEAR))),
            {"H01": "some", "H02": "clear"},
            ("H01", "H02"),
        ),
        (SignSpread(code=SOME, levels=2), {"C01": "some", "E03": "clear"}, None),
        (SignSpread(code=SOME, levels=2), {"C01": "some", "D01": "some"}, ("C01", "D01")),
        (SignSpread(code=SOME, levels=2), {"C01": "some", "H01": "clear"}, None),
        (AnySignAt(code=SOME), {"F01": "clear"}, None),
        (AnySignAt(code=SOME), {"F02": "some"}, ("F02",)),
        (AnyRootAt(code=SOME), {"F01": "clear"}, ("F01",)),
        (StrongSupports(), {"B01": "strong", "B02": "strong"}, None),
        (
            StrongSupports(),
            {"B01": "strong", "B02": "strong", "B06": "strong"},
            ("B01", "B02", "B06"),
        ),
        (IsProvisional(), {}, ()),
        (IsProvisional(), {"C01": "none"}, None),
    ],
)
def test_what_a_condition_rests_on(
    condition: Condition, given_answers: dict[str, str], expected: tuple[str, ...] | None
) -> None:
    assert rests_on(condition, answers(**given_answers)) == expected


def test_the_items_a_condition_reads() -> None:
    assert items_read(NESTED) == {"H06", "H07", "H08"}
    assert items_read(TWO_OF) == {"B01", "B02", "B03"}
    assert items_read(SignSpread(code=SOME, levels=2)) == frozenset()


def test_a_standing_of_chosen_items_sees_only_these() -> None:
    standing = INDEX.standing(answers(H01="clear", H05="clear"), only=(ItemId("H05"),))
    assert INDEX.items(standing.answered) == ("H05",)


def test_f10_a_standing_takes_the_most_concerned_voice() -> None:
    standing = INDEX.standing(voices("H01", carer="none", child="some", worker="declined"))
    bit = INDEX.bit(ItemId("H01"))
    assert standing.exactly[INDEX.rank(ItemId("H01"), SOME)] == bit
    support = INDEX.standing(voices("B01", child="strong", carer="not_asked"))
    assert support.exactly[INDEX.rank(ItemId("B01"), STRONG)] == INDEX.bit(ItemId("B01"))
    silent = INDEX.standing(voices("H01", carer="declined", child="dont_know"))
    assert silent.answered == 0
