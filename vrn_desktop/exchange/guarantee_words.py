"""The guarantee as sentences: every figure comes from the computation and is rounded up."""

from dataclasses import dataclass
from fractions import Fraction

from vrn_desktop.exchange.guarantee import (
    Guarantee,
    Window,
    highest_posterior,
    odds_factor,
    rounded_up,
    shown_loss,
)
from vrn_desktop.exchange.table_pack import TablePack

PRIOR = Fraction(1, 100)
EVEN = Fraction(1, 2)

_WHEN = {
    Window.QUARTER: "about one quarter (its weekly and quarterly tables)",
    Window.YEAR: "about one programme year",
    Window.FOUR_QUARTERS: "in any four quarters in a row, even where they touch two programme years",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPromise:
    """What one window promises, in figures and in words."""

    window: Window
    loss: str
    odds_factor: str
    from_one_in_a_hundred: str
    """What a belief of 1 in 100 becomes at most, as a percentage without the sign."""
    best_guess: str
    """How often somebody who starts at 50/50 guesses right at most, as a percentage."""
    sentence: str


def promises(guarantee: Guarantee) -> tuple[WindowPromise, ...]:
    """The promise for each window, shortest first."""
    return tuple(_promise(window, guarantee.of(window)) for window in Window)


def _promise(window: Window, loss: Fraction) -> WindowPromise:
    factor = rounded_up(odds_factor(loss), 2)
    hundredth = rounded_up(100 * highest_posterior(PRIOR, loss), 1)
    guess = rounded_up(100 * highest_posterior(EVEN, loss), 0)
    return WindowPromise(
        window=window,
        loss=shown_loss(loss),
        odds_factor=factor,
        from_one_in_a_hundred=hundredth,
        best_guess=guess,
        sentence=(
            "Whatever anyone already knows or learns later: everything this site sends "
            f"{_WHEN[window]} changes the odds of any conclusion about one young person, even of "
            f"whether they were ever seen here, by a factor of at most {factor} "
            f"(ε = {shown_loss(loss)}). A suspicion of 1 in 100 becomes at most {hundredth} in 100. "
            f"Somebody who would guess by tossing a coin is right at most {guess} times in 100."
        ),
    )


def how_it_is_kept(pack: TablePack) -> str:
    """Why the promise holds, for this pack."""
    times = {1: "one", 2: "two", 3: "three", 4: "four"}[pack.quarters_of_any_four]
    return (
        "Each young person is counted at most once a quarter and in at most "
        f"{times} of any four quarters in a row. Every number carries secret random noise, zeros too. "
        "The noise is drawn once, on this site's own computer, before anything leaves it."
    )


NOT_COVERED = (
    "A young person seen at several sites: the promise holds for each site, so the losses add up.",
    (
        "A young person registered twice at one site counts there as two people; so does one entered anew "
        "after an older backup was brought back."
    ),
    "Several people who are always seen together share one promise among them.",
    "A copied database that sends as well gives a second drawing; it is noticed, not prevented.",
    "Facts about a group, such as most young people being at one level, are what statistics are for.",
    "What is kept on a site's computer is protected by the locked file, not by this promise.",
)
"""What the promise does not say; shown wherever the promise is shown."""
