"""Which kinds of help fit the answers, and why; the level orders them and removes none (SP-01)."""

from dataclasses import dataclass

from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.answer_in_words import AnswerInWords, counting_answers
from vrn_desktop.domain.condition_evaluation import ready
from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.local_service import (
    CRISIS,
    Evidence,
    ServiceCategory,
    ServiceDirectory,
    ServiceEntry,
)
from vrn_desktop.domain.rule_evaluation import compiled_rules

PRINTED_BY_DEFAULT = 3
"""More than three services on a sheet are no help (SP-02)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSuggestion:
    """One kind of help that fits, the answers that say so, and what can be offered.

    `services` may be offered to the young person; `for_workers` never reach their choice or
    a letter.
    """

    category: ServiceCategory
    reasons: tuple[AnswerInWords, ...]
    evidence: tuple[Evidence, ...]
    services: tuple[ServiceEntry, ...]
    for_workers: tuple[ServiceEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSuggestions:
    """What fits the answers, in order, and the crisis lines that always come in addition (SP-04).

    `other_categories` did not come up and may still be chosen: help never depends on answers
    (TI-24).
    """

    suggestions: tuple[ServiceSuggestion, ...]
    crisis_lines: tuple[ServiceEntry, ...]
    other_categories: tuple[ServiceCategory, ...]

    def printed_by_default(self) -> tuple[ServiceEntry, ...]:
        """The first service of the first kinds of help, at most three (SP-02)."""
        firsts = [
            next((entry for entry in each.services if entry.may_be_printed), None)
            for each in self.suggestions
        ]
        return tuple(entry for entry in firsts if entry is not None)[:PRINTED_BY_DEFAULT]


def suggest_services(
    directory: ServiceDirectory,
    instrument: Instrument,
    sheet: AnswerSheet,
    *,
    level: LevelName | None = None,
    age: int | None = None,
) -> ServiceSuggestions:
    """What fits these answers and this age; what belongs to the level comes first."""
    index = compiled_rules(instrument).index
    standing = index.standing(sheet)
    found: list[ServiceSuggestion] = []
    other: list[ServiceCategory] = []
    for category in _in_order(directory, instrument, level):
        used = ready(category.match, index)(standing)
        if used is None:
            other.append(category)
            continue
        entries = [e for e in directory.in_category(category.id) if age is None or e.fits(age)]
        found.append(
            ServiceSuggestion(
                category=category,
                reasons=tuple(
                    answer
                    for item in index.items(used)
                    for answer in counting_answers(instrument, sheet, item)
                ),
                evidence=_offered_evidence(directory, category),
                services=tuple(entry for entry in entries if not entry.workers_only),
                for_workers=tuple(entry for entry in entries if entry.workers_only),
            )
        )
    return ServiceSuggestions(
        suggestions=tuple(found),
        crisis_lines=tuple(
            line for line in directory.crisis_lines() if age is None or line.fits(age)
        ),
        other_categories=tuple(other),
    )


def _offered_evidence(
    directory: ServiceDirectory, category: ServiceCategory
) -> tuple[Evidence, ...]:
    known = (directory.evidence[name] for name in category.evidence)
    return tuple(evidence for evidence in known if not evidence.never_signpost)


def _in_order(
    directory: ServiceDirectory, instrument: Instrument, level: LevelName | None
) -> list[ServiceCategory]:
    ranks = instrument.rule_set.level_ranks
    here = ranks.get(level, 0) if level is not None else 0
    far = len(ranks) + 1

    def distance(category: ServiceCategory) -> int:
        if category.id == CRISIS:
            return -1
        if level is None or category.focus is None:
            return far
        away = here - ranks[category.focus]
        return away if away >= 0 else len(ranks) - away

    return sorted(directory.categories, key=distance)
