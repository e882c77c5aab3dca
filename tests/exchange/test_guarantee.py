"""The promise is computed from the pack, and no pack over the budget is taken."""

from decimal import Decimal, getcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_packs import changed_pack, shipped_pack, strict_pack
from vrn_desktop.exchange.errors import OverBudgetError
from vrn_desktop.exchange.guarantee import (
    DEFAULT_BUDGET,
    Budget,
    Guarantee,
    guarantee_of,
    highest_posterior,
    odds_factor,
    refuse_over_budget,
    rounded_up,
    shown_loss,
)

getcontext().prec = 60
LOSSES = st.fractions(0, 10, max_denominator=1000)


def test_the_shipped_pack_promises_1_and_2_5_and_3() -> None:
    assert guarantee_of(shipped_pack()) == Guarantee(
        quarter=Fraction(1), year=Fraction(5, 2), four_quarters=Fraction(3)
    )


def test_the_strict_profile_promises_half_of_it() -> None:
    assert guarantee_of(strict_pack()) == Guarantee(
        quarter=Fraction(1, 2), year=Fraction(5, 4), four_quarters=Fraction(3, 2)
    )


def test_each_table_adds_what_it_costs() -> None:
    losses = {table.name: table.loss for table in shipped_pack().tables}
    assert losses == {
        "P": Fraction(1, 4),
        "J": Fraction(1, 2),
        "C": Fraction(1, 4),
        "N": Fraction(1, 4),
        "S": Fraction(1, 8),
        "E": Fraction(1, 8),
    }


def test_without_a_cap_every_quarter_costs() -> None:
    def uncapped(plain: Any) -> None:
        plain["counting"]["quarters_of_any_four"] = 4

    assert guarantee_of(changed_pack(uncapped)).four_quarters == 5


def test_while_one_pack_follows_another_the_weaker_promise_holds() -> None:
    assert guarantee_of(shipped_pack(), strict_pack()) == guarantee_of(shipped_pack())


def test_a_pack_within_the_budget_is_taken() -> None:
    assert refuse_over_budget([shipped_pack()], DEFAULT_BUDGET) == guarantee_of(shipped_pack())


def test_a_pack_over_the_budget_is_refused_with_both_figures() -> None:
    def louder(plain: Any) -> None:
        plain["tables"][1]["scale"] = 1

    with pytest.raises(OverBudgetError) as refused:
        refuse_over_budget([changed_pack(louder)], DEFAULT_BUDGET)
    assert str(refused.value) == (
        "vrn-tables/1 would cost too much privacy: in one quarter 1.5 where 1.0 is allowed; "
        "in a programme year 3.5 where 2.5 is allowed; "
        "in any four successive quarters 4.0 where 3.0 is allowed"
    )


@pytest.mark.parametrize("window", ["quarter", "year", "four_quarters"])
def test_a_hair_over_the_budget_in_any_window_is_over_it(window: str) -> None:
    figures = {"quarter": Fraction(1), "year": Fraction(5, 2), "four_quarters": Fraction(3)}
    figures[window] -= Fraction(1, 10**12)
    with pytest.raises(OverBudgetError):
        refuse_over_budget([shipped_pack()], Budget(**figures))


@given(loss=LOSSES)
def test_the_odds_factor_is_exp_and_a_hair_more(loss: Fraction) -> None:
    exact = (Decimal(loss.numerator) / Decimal(loss.denominator)).exp()
    factor = odds_factor(loss)
    shown = Decimal(factor.numerator) / Decimal(factor.denominator)
    assert exact <= shown + Decimal(10) ** -50
    assert shown - exact < Decimal(10) ** -15


@pytest.mark.parametrize(
    ("loss", "percent"),
    [(Fraction(1), "2.7"), (Fraction(2), "7.0"), (Fraction(5, 2), "11.0"), (Fraction(3), "16.9")],
)
def test_a_belief_of_1_in_100_becomes_at_most(loss: Fraction, percent: str) -> None:
    assert rounded_up(100 * highest_posterior(Fraction(1, 100), loss), 1) == percent


@given(prior=st.fractions(0, 1, max_denominator=500), loss=LOSSES)
def test_a_belief_only_grows_and_never_past_certainty(prior: Fraction, loss: Fraction) -> None:
    assert prior <= highest_posterior(prior, loss) <= 1


@given(value=st.fractions(0, 1000), places=st.integers(0, 4))
def test_a_figure_shown_is_never_smaller_than_it_is(value: Fraction, places: int) -> None:
    shown = Fraction(rounded_up(value, places))
    assert value <= shown < value + Fraction(1, 10**places)


def test_losses_are_shown_short() -> None:
    thirds = Fraction(1, 3)
    assert [shown_loss(Fraction(n, 4)) for n in (4, 10, 5)] == ["1.0", "2.5", "1.25"]
    assert (shown_loss(thirds), shown_loss(thirds, up=False)) == ("0.334", "0.333")


@pytest.mark.parametrize("loss", [Fraction(-1), Fraction(11)])
def test_a_loss_beyond_words_is_refused(loss: Fraction) -> None:
    with pytest.raises(ValueError, match="from 0 to 10"):
        odds_factor(loss)
