"""What a table pack promises each young person, computed exactly from its noise and caps, never from a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from vrn_desktop.exchange.errors import OverBudgetError
from vrn_desktop.exchange.table_pack import PeriodKind, TablePack

_TERMS = 60
"""More than enough of exp's series: what is left out is below 1e-30 for losses up to 10."""


class Window(StrEnum):
    """The stretches of time that a promise is made for."""

    QUARTER = "quarter"
    """The tables of one quarter alone: its weeks' and its own."""
    YEAR = "year"
    """Everything of one programme year."""
    FOUR_QUARTERS = "four_quarters"
    """Everything of any four successive quarters; they may touch two programme years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The most privacy loss (epsilon) the organisation allows in each window."""

    quarter: Fraction
    year: Fraction
    four_quarters: Fraction

    def of(self, window: Window) -> Fraction:
        """The most for one window."""
        return {
            Window.QUARTER: self.quarter,
            Window.YEAR: self.year,
            Window.FOUR_QUARTERS: self.four_quarters,
        }[window]


DEFAULT_BUDGET = Budget(quarter=Fraction(1), year=Fraction(5, 2), four_quarters=Fraction(3))
"""What the network agreed to; an organisation may ask for less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """The promise for each window, as privacy losses (epsilon)."""

    quarter: Fraction
    year: Fraction
    four_quarters: Fraction

    def of(self, window: Window) -> Fraction:
        """The loss in one window."""
        return {
            Window.QUARTER: self.quarter,
            Window.YEAR: self.year,
            Window.FOUR_QUARTERS: self.four_quarters,
        }[window]


def guarantee_of(*packs: TablePack) -> Guarantee:
    """What holds while these packs are in use: one, or two where one follows the other.

    A person is counted in one week of a quarter, so a weekly table costs once a quarter. In any
    four successive quarters a person is counted in at most the cap's number of them, and four
    quarters touch at most two programme years, each with its yearly tables.
    """
    quarter = max(_loss(pack, PeriodKind.WEEK) + _loss(pack, PeriodKind.QUARTER) for pack in packs)
    yearly = max(_loss(pack, PeriodKind.YEAR) for pack in packs)
    counted = max(pack.quarters_of_any_four for pack in packs)
    return Guarantee(
        quarter=quarter,
        year=counted * quarter + yearly,
        four_quarters=counted * quarter + 2 * yearly,
    )


def refuse_over_budget(packs: Sequence[TablePack], budget: Budget) -> Guarantee:
    """The guarantee, if it keeps within the budget in every window.

    Raises:
        OverBudgetError: it does not; names the windows with both figures.
    """
    guarantee = guarantee_of(*packs)
    over = [
        f"{_IN_WORDS[window]} {shown_loss(guarantee.of(window))} "
        f"where {shown_loss(budget.of(window), up=False)} is allowed"
        for window in Window
        if guarantee.of(window) > budget.of(window)
    ]
    if over:
        specs = ", ".join(pack.spec for pack in packs)
        raise OverBudgetError(f"{specs} would cost too much privacy: {'; '.join(over)}")
    return guarantee


_IN_WORDS = {
    Window.QUARTER: "in one quarter",
    Window.YEAR: "in a programme year",
    Window.FOUR_QUARTERS: "in any four successive quarters",
}


def _loss(pack: TablePack, kind: PeriodKind) -> Fraction:
    return sum((table.loss for table in pack.tables if table.period is kind), Fraction(0))


def odds_factor(loss: Fraction) -> Fraction:
    """exp(loss) and a hair more: by at most so much do the odds of any conclusion change.

    Raises:
        ValueError: the loss is negative or above 10, where no promise is worth its words.
    """
    if not 0 <= loss <= 10:  # noqa: PLR2004 - named in the sentence above
        raise ValueError("a privacy loss from 0 to 10 is expected")
    term = total = Fraction(1)
    for n in range(1, _TERMS):
        term = term * loss / n
        total += term
    return total + 2 * term * loss / _TERMS  # the rest is less than a geometric series of one half


def highest_posterior(prior: Fraction, loss: Fraction) -> Fraction:
    """The most that a belief of `prior` (0 to 1) can become, whatever else somebody knows."""
    factor = odds_factor(loss)
    return prior * factor / (1 - prior + prior * factor)


def rounded_up(value: Fraction, places: int) -> str:
    """A figure that never promises more than it is: the last place shown is rounded up."""
    return _shown(-((-value * 10**places) // 1), places)


def shown_loss(loss: Fraction, *, up: bool = True) -> str:
    """A privacy loss with one place, or as many as needed up to three; rounded up, a limit down."""
    for places in (1, 2):
        if (loss * 10**places).denominator == 1:
            return rounded_up(loss, places)
    return rounded_up(loss, 3) if up else _shown(loss * 1000 // 1, 3)


def _shown(scaled: int, places: int) -> str:
    digits = str(scaled).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
