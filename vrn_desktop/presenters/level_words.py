"""Levels in the words a worker reads, and where each stands on the ladder."""

from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.instrument import Instrument


def step_of(instrument: Instrument, level: LevelName) -> int | None:
    """The step of the ladder, from 1; None where not enough is known."""
    rules = instrument.rule_set
    if level == rules.when_core_missing.level:
        return None
    return rules.level_ranks[level] + 1


def short_title(instrument: Instrument, level: LevelName | None) -> str:
    """The level's title without what stands in brackets; nothing while there is none."""
    title = instrument.rule_set.level_titles.get(level, "") if level is not None else ""
    return title.split(" (")[0]
