"""No sentence promises more than the computation."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_packs import shipped_pack, strict_pack
from vrn_desktop.exchange.guarantee import (
    Guarantee,
    guarantee_of,
    highest_posterior,
    odds_factor,
)
from vrn_desktop.exchange.guarantee_words import NOT_COVERED, how_it_is_kept, promises
from vrn_desktop.exchange.table_pack import TablePack


@pytest.mark.parametrize(
    ("pack", "figures"),
    [
        (
            shipped_pack(),
            [
                ("1.0", "2.72", "2.7", "74"),
                ("2.5", "12.19", "11.0", "93"),
                ("3.0", "20.09", "16.9", "96"),
            ],
        ),
        (
            strict_pack(),
            [
                ("0.5", "1.65", "1.7", "63"),
                ("1.25", "3.50", "3.5", "78"),
                ("1.5", "4.49", "4.4", "82"),
            ],
        ),
    ],
)
def test_figures_of_the_packs(pack: TablePack, figures: list[tuple[str, ...]]) -> None:
    assert [
        (p.loss, p.odds_factor, p.from_one_in_a_hundred, p.best_guess)
        for p in promises(guarantee_of(pack))
    ] == figures


def test_the_sentence_says_what_it_means_for_a_suspicion() -> None:
    sentence = promises(guarantee_of(shipped_pack()))[0].sentence
    assert "a factor of at most 2.72 (ε = 1.0)" in sentence
    assert "1 in 100 becomes at most 2.7 in 100" in sentence


@given(loss=st.fractions(0, 6, max_denominator=64))
def test_every_figure_in_words_is_at_least_the_computed_one(loss: Fraction) -> None:
    guarantee = Guarantee(quarter=loss, year=loss, four_quarters=loss)
    for promise in promises(guarantee):
        assert Fraction(promise.loss) >= loss
        assert Fraction(promise.odds_factor) >= odds_factor(loss)
        assert Fraction(promise.from_one_in_a_hundred) >= 100 * highest_posterior(
            Fraction(1, 100), loss
        )
        assert Fraction(promise.best_guess) >= 100 * highest_posterior(Fraction(1, 2), loss)
        assert set(re.findall(r"[0-9]+\.[0-9]+", promise.sentence)) == {
            *(promise.loss, promise.odds_factor, promise.from_one_in_a_hundred),
        }


def test_the_caps_are_named_as_the_pack_has_them() -> None:
    assert "at most two of any four quarters" in how_it_is_kept(shipped_pack())
    assert any("several sites" in line for line in NOT_COVERED)
