"""Lists of conversations, and what was answered in earlier ones."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from db.records.escalations import ACTION, ESCALATION
from db.records.level_decisions import LEVEL_DECISION
from db.records.screenings import ANSWER, SCREENING
from db.records.young_people import YOUNG_PERSON
from db.repositories.written_values import read_time
from vrn_desktop.application.ports.rows import EarlierAnswer, ScreeningRow
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    ItemId,
    LevelName,
    PractitionerId,
    ScreeningId,
    YoungPersonId,
)
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.screening import ScreeningState

_OPEN_ESCALATIONS = (
    select(ESCALATION.c.screening_id, func.count().label("open"))
    .outerjoin(ACTION, ACTION.c.escalation_id == ESCALATION.c.id)
    .where(ACTION.c.escalation_id.is_(None))
    .group_by(ESCALATION.c.screening_id)
    .subquery()
)
_DECISION = LEVEL_DECISION.alias()
_LATEST_DECISION = (
    select(func.max(_DECISION.c.id))
    .where(_DECISION.c.screening_id == SCREENING.c.id)
    .correlate(SCREENING)
    .scalar_subquery()
)
ALL_SCREENINGS: Select[Any] = (
    select(
        SCREENING.c.id,
        SCREENING.c.young_person_id,
        YOUNG_PERSON.c.reference,
        YOUNG_PERSON.c.chosen_name,
        SCREENING.c.practitioner_id,
        SCREENING.c.state,
        SCREENING.c.started_at,
        SCREENING.c.position,
        func.coalesce(_OPEN_ESCALATIONS.c.open, 0),
        LEVEL_DECISION.c.final_level,
        LEVEL_DECISION.c.state,
    )
    .join(YOUNG_PERSON, YOUNG_PERSON.c.id == SCREENING.c.young_person_id)
    .outerjoin(_OPEN_ESCALATIONS, _OPEN_ESCALATIONS.c.screening_id == SCREENING.c.id)
    .outerjoin(LEVEL_DECISION, LEVEL_DECISION.c.id == _LATEST_DECISION)
    .order_by(SCREENING.c.started_at.desc(), SCREENING.c.id)
)
SCREENINGS_OF_PERSON = ALL_SCREENINGS.where(SCREENING.c.young_person_id == bindparam("person"))

EARLIER_ANSWERS: Select[Any] = (
    # With max(), SQLite takes the other columns from the row that holds the maximum.
    select(ANSWER.c.item, ANSWER.c.voice, ANSWER.c.code, func.max(ANSWER.c.given_at))
    .join(SCREENING, SCREENING.c.id == ANSWER.c.screening_id)
    .where(
        SCREENING.c.young_person_id == bindparam("person"),
        SCREENING.c.id != bindparam("but"),
        ANSWER.c.given_at >= bindparam("since"),
    )
    .group_by(ANSWER.c.item, ANSWER.c.voice)
)


def to_row(row: Sequence[Any]) -> ScreeningRow:
    """One line of the list."""
    (person_screening, person, reference, name, practitioner, state) = row[:6]
    (started_at, position, open_escalations, level, decision) = row[6:]
    return ScreeningRow(
        id=ScreeningId(person_screening),
        young_person_id=YoungPersonId(person),
        reference=reference,
        chosen_name=name,
        practitioner_id=PractitionerId(practitioner),
        state=ScreeningState(state),
        started_at=read_time(started_at),
        position=position,
        open_escalations=open_escalations,
        level=None if level is None else LevelName(level),
        decision=None if decision is None else DecisionState(decision),
    )


def to_earlier_answer(row: Sequence[Any]) -> EarlierAnswer:
    """One answer of an earlier conversation."""
    item, voice, code, given_at = row
    return EarlierAnswer(
        item=ItemId(item), voice=voice, code=AnswerCode(code), given_at=read_time(given_at)
    )
