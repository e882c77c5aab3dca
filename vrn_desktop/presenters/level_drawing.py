"""Turns a conversation's level, its reasons and the decision so far into what the level page shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from vrn_desktop.application.level_service import LevelPicture
from vrn_desktop.application.services import Services
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.answer_in_words import AnswerInWords
from vrn_desktop.domain.counterfactual import AnswerChange
from vrn_desktop.domain.escalation import Escalation
from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId
from vrn_desktop.domain.instrument import Instrument, ItemRole
from vrn_desktop.domain.level_decision import DecisionState, LevelDecision
from vrn_desktop.domain.place_concern import PlaceConcern
from vrn_desktop.domain.screening import Addendum
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.conversation.place_concern_presenter import KINDS, TIMES
from vrn_desktop.presenters.level_state import (
    AddendumLine,
    AnswerLine,
    ChangeLine,
    LevelState,
    ReasonLine,
)
from vrn_desktop.presenters.level_words import short_title, step_of
from vrn_desktop.presenters.strengths import strengths_of
from vrn_desktop.presenters.wording import count, full_date, local_date, masked_name, short_day

CONTEXT_CONCERN = "context_concern"
"""The flag of a rule's note that asks for a place concern (TI-37)."""

MOST_CHANGES = 4
"""How many answered questions stand under "what would change it"; the rest would only be long."""

VOICES = {
    Voice.YOUNG_PERSON.value: "They said",
    Voice.CARER.value: "Their carer said",
    Voice.WORKER.value: "Noted by a worker",
}
_DECIDED = {
    DecisionState.CONFIRMED: "Decided",
    DecisionState.PENDING_REVIEW: "Waiting for a second person",
    DecisionState.APPROVED: "A second person agreed",
    DecisionState.DECLINED: "A second person did not agree",
    DecisionState.ASKED_SUPERVISOR: "Waiting for your supervisor",
}
_HOLDS = {
    DecisionState.PENDING_REVIEW: "Until they agree, the suggested level stands.",
    DecisionState.DECLINED: "The suggested level stands.",
    DecisionState.ASKED_SUPERVISOR: "Nothing is confirmed yet.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMatter:
    """Everything the page needs from the file, read at once."""

    picture: LevelPicture
    person: YoungPerson
    instrument: Instrument
    escalations: tuple[Escalation, ...]
    places: tuple[PlaceConcern, ...]
    addenda: tuple[Addendum, ...]


def level_matter(services: Services, screening_id: ScreeningId) -> LevelMatter:
    """Read a conversation's level (runs on the store thread)."""
    picture = services.levels.picture(screening_id)
    return LevelMatter(
        picture=picture,
        person=services.young_people.get(picture.screening.young_person_id),
        instrument=services.screenings.path(picture.screening).instrument,
        escalations=services.escalations.of_screening(screening_id),
        places=services.aftertalk.places(screening_id),
        addenda=services.screenings.addenda(screening_id),
    )


def level_drawn(
    state: LevelState, matter: LevelMatter, name_of: Callable[[PractitionerId], str]
) -> LevelState:
    """The page as the file stands now; what is being chosen or typed stays."""
    picture, instrument = matter.picture, matter.instrument
    outcome, why, rules = picture.outcome, picture.rationale, matter.instrument.rule_set
    screening = picture.screening
    still_open = [each.id for each in matter.escalations if each.is_open]
    decided, decided_words = _decision(picture, instrument, name_of)
    return replace(
        state,
        loading=False,
        young_person=screening.young_person_id,
        who=f"{masked_name(matter.person.chosen_name)} · {matter.person.reference}",
        day=short_day(local_date(screening.started_at)),
        level=outcome.level,
        step=step_of(instrument, outcome.level),
        level_title=rules.level_titles[outcome.level],
        provisional=outcome.provisional,
        strengths=strengths_of(instrument, screening),
        reasons=tuple(
            _reason(instrument, each.text, each.rule, each.answers) for each in why.reasons
        ),
        silent_words=_silent_words(why.silent_items),
        escalations=tuple(
            _reason(instrument, each.text, each.rule, each.answers) for each in why.escalations
        ),
        open_escalation=still_open[0] if still_open else None,
        notes=tuple(ReasonLine(text=note.text, rule=f"rule {note.rule}") for note in why.notes),
        place_concern=any(note.flag == CONTEXT_CONCERN for note in why.notes),
        places=tuple(map(_place, matter.places)),
        would_change=_changes(picture.counterfactuals.answered, instrument)[:MOST_CHANGES],
        unanswered=_changes(picture.counterfactuals.unanswered_core, instrument),
        rules=f"Rules: {instrument.title}, version {outcome.rule_set_version}.",
        level_choices=tuple(
            (level, title) for level, title in rules.level_titles.items() if level != outcome.level
        ),
        decided=decided,
        decided_words=decided_words,
        complete=screening.closed_at is not None,
        addenda=tuple(_addendum(each, name_of) for each in matter.addenda),
    )


def _silent_words(silent: int) -> str:
    if not silent:
        return ""
    return f"{count(silent, 'question')} without an answer. That is fine and counts for nothing."


def _reason(
    instrument: Instrument, text: str, rule: str, answers: Iterable[AnswerInWords]
) -> ReasonLine:
    return ReasonLine(
        text=text,
        rule=f"rule {rule}",
        answers=tuple(
            AnswerLine(
                item=None if _is_flag(instrument, answer) else answer.item,
                words=f"{answer.label}. {VOICES.get(answer.voice, answer.voice)}: “{answer.text}”",
            )
            for answer in answers
        ),
    )


def _is_flag(instrument: Instrument, answer: AnswerInWords) -> bool:
    return instrument.item(answer.item).role is ItemRole.RED_FLAG


def _changes(changes: Iterable[AnswerChange], instrument: Instrument) -> tuple[ChangeLine, ...]:
    return tuple(
        ChangeLine(
            item=item,
            label=label,
            leads_to=tuple(
                f"“{each.text}” would suggest: {short_title(instrument, each.level)}"
                for each in group
            ),
        )
        for (item, label), group in groupby(changes, key=lambda each: (each.item, each.label))
    )


def _decision(
    picture: LevelPicture, instrument: Instrument, name_of: Callable[[PractitionerId], str]
) -> tuple[str, str]:
    """What was decided on these very answers, and by whom; a decision on other answers does not count."""
    decision = picture.decision
    if decision is None or decision.outcome != picture.outcome:
        return "", ""
    title = short_title(instrument, decision.final_level)
    headline = f"{_DECIDED[decision.state]}: {title}"
    if decision.state in _HOLDS:
        headline = _DECIDED[decision.state]
    by = f"{name_of(decision.decided_by)}, {full_date(local_date(decision.decided_at))}."
    reason = f"Reason: {decision.reason.strip()}" if decision.reason.strip() else ""
    words = (_HOLDS.get(decision.state, ""), by, reason, _review(decision, name_of))
    return headline, "\n".join(part for part in words if part)


def _review(decision: LevelDecision, name_of: Callable[[PractitionerId], str]) -> str:
    review = decision.review
    if review is None:
        return ""
    said = f": “{review.words.strip()}”" if review.words.strip() else ""
    return f"{name_of(review.by)}, {full_date(local_date(review.at))}{said}"


def _place(place: PlaceConcern) -> str:
    kind = dict(KINDS).get(place.kind_of_place, place.kind_of_place)
    when = dict(TIMES)[place.time_band].lower()
    return ". ".join(part for part in (f"{kind}, {when}", place.words) if part)


def _addendum(addendum: Addendum, name_of: Callable[[PractitionerId], str]) -> AddendumLine:
    return AddendumLine(
        day_and_author=f"{full_date(local_date(addendum.at))} · {name_of(addendum.by)}",
        text=addendum.text,
    )
