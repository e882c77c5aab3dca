"""How the numbers were made and what they promise, computed from the table pack; and what they cannot say."""

from dataclasses import dataclass

from vrn_desktop.exchange.guarantee import Window, guarantee_of
from vrn_desktop.exchange.guarantee_words import NOT_COVERED, WindowPromise, promises
from vrn_desktop.exchange.table_pack import PeriodKind, TablePack

_WINDOWS = {
    Window.QUARTER: "about one quarter",
    Window.YEAR: "about one programme year",
    Window.FOUR_QUARTERS: "in any four quarters in a row",
}
_EVERY = {
    PeriodKind.WEEK: "each week",
    PeriodKind.QUARTER: "each quarter",
    PeriodKind.YEAR: "each year",
}
_TIMES = {1: "one", 2: "two", 3: "three", 4: "four"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPart:
    """One part of the method page."""

    title: str
    sentences: tuple[str, ...]


CANNOT_SAY = (
    (
        "How many young people are affected by violence. Only those are counted who had a conversation at "
        "a site that sends numbers."
    ),
    "Why a number rose or fell, or why groups differ. It shows differences, not causes.",
    "That a service helped. Nobody is compared with young people who went without it.",
    "Anything about one young person, one practitioner or one place.",
    "Whether somebody will be harmed or will harm. Nothing here predicts that.",
    "How much a missing site would have changed. Missing sites are named and never guessed.",
)
"""What readers must not take from the numbers; stands in every report."""

READING = MethodPart(
    title="How to read the numbers",
    sentences=(
        (
            "Each number is a sum over the sites that sent theirs. “52 of 60 sites” means: 60 were "
            "expected, 52 sent numbers, the other 8 are missing and were not guessed."
        ),
        "Numbers are shown to the nearest 5. Numbers under 10 are not shown.",
        (
            "The 95% interval is where the sum of the true counts lies, 95 times in 100. Its width comes from the "
            "noise that protects young people."
        ),
        (
            "Precision A: the interval reaches at most 5% to either side; B: 15%; C: 30%. Where it reaches "
            "further (class x) the number is too uncertain to show."
        ),
        (
            "Numbers that are not rounded, with noise, below zero too, are in the open data. Use them for sums of "
            "your own; rounded numbers add up their rounding."
        ),
    ),
)


def method_parts(pack: TablePack) -> tuple[MethodPart, ...]:
    """The method page of a pack: its tables, its promise, how figures were made from it."""
    return (
        MethodPart(title="What is counted", sentences=_counted(pack)),
        READING,
        MethodPart(
            title="How the figures are made",
            sentences=(
                (
                    "Two quarterly tables count the same young people by level. They are brought into agreement "
                    "by least squares, weighted by their precision, so that levels are the same in both."
                ),
                (
                    "Shares and changes are computed from estimates that are not rounded; their intervals hold "
                    "the noise of both parts."
                ),
                (
                    "The interval of an index of ethnic groups is found by simulation and holds noise and chance. "
                    "The same release gives the same interval."
                ),
            ),
        ),
        MethodPart(title="What is promised to each young person", sentences=_promised(pack)),
        MethodPart(title="What the promise does not cover", sentences=NOT_COVERED),
    )


def _counted(pack: TablePack) -> tuple[str, ...]:
    tables = tuple(
        f"{table.title}, {_EVERY[table.period]}: {table.cells} numbers; one young person adds at most "
        f"{table.a_person_adds}; noise of scale {table.scale} on every number."
        for table in pack.tables
    )
    return (
        (
            "Each young person is counted once a quarter, at the first approved conversation, and in at most "
            f"{_TIMES[pack.quarters_of_any_four]} of any four quarters in a row."
        ),
        "Quarters are 13 weeks of the ISO calendar (a quarter may have 14), not calendar quarters.",
        *tables,
        f"Specification {pack.spec}.",
    )


def _promised(pack: TablePack) -> tuple[str, ...]:
    return (
        (
            "Every number carries secret random noise, zeros too. The noise is drawn once, at the site, before "
            "anything leaves it. No true count reaches this office."
        ),
        *(_sentence(promise) for promise in promises(guarantee_of(pack))),
    )


def _sentence(promise: WindowPromise) -> str:
    return (
        "Whatever anyone already knows or learns later: everything one site sends "
        f"{_WINDOWS[promise.window]} changes the odds of any conclusion about one young person, even of "
        f"whether they were ever seen there, by a factor of at most {promise.odds_factor} "
        f"(ε = {promise.loss}). A suspicion of 1 in 100 becomes at most "
        f"{promise.from_one_in_a_hundred} in 100. Somebody who would guess by tossing a coin is right at "
        f"most {promise.best_guess} times in 100."
    )
