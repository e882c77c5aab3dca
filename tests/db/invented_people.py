"""Invented young people and their conversations, any number of them, the same in every run."""

import random
from datetime import date, timedelta
from types import MappingProxyType

from sqlalchemy import insert, update

from db.records.file_mark import FILE_MARK
from db.records.follow_ups import FOLLOW_UP
from db.records.level_decisions import LEVEL_DECISION
from db.records.screenings import ANSWER, SCREENING
from db.records.young_people import YOUNG_PERSON
from db.repositories import follow_ups, level_decisions, screening_record, young_people
from db.sql_store import SqlStore
from tests.db.invented_holder import ASH, START
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationName,
    FollowUpId,
    ItemId,
    LevelName,
    LifeStageId,
    RuleId,
    ScreeningId,
    YoungPersonId,
)
from vrn_desktop.domain.level_decision import DecisionState, LevelDecision
from vrn_desktop.domain.level_outcome import LevelOutcome
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.screening import Form, Screening
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.domain.young_person import YoungPerson

FIRST = (
    "Alder", "Briar", "Cedar", "Dune", "Ember", "Fern", "Gale", "Hazel", "Isle", "Juniper",
    "Kestrel", "Linden", "Maple", "Nettle", "Oak", "Pebble", "Quill", "Reed", "Sorrel", "Teasel",
    "سدرة", "ਚੰਦਨ", "🌿 Ivy", "Ünal",
)  # fmt: skip
SECOND = (
    "Sample", "Specimen", "Example", "Invented", "Pretend", "Madeup", "Storybook", "Notreal",
)  # fmt: skip
LEVELS = ("primary", "secondary", "tertiary", "insufficient")
ITEMS_ANSWERED = 10


def invented_people(count: int) -> tuple[YoungPerson, ...]:
    """So many young people who never lived."""
    draw = random.Random(20261122)  # noqa: S311 - invented data
    return tuple(
        YoungPerson(
            id=YoungPersonId(f"person-{number:06d}"),
            reference=f"YP-{number:04d}",
            chosen_name=f"{draw.choice(FIRST)} {draw.choice(SECOND)} {number}",
            age=draw.randint(5, 24),
            age_recorded_on=date(2026, 9, 1),
            practitioner_id=ASH,
        )
        for number in range(1, count + 1)
    )


def invented_screening(person: YoungPerson, number: int = 1) -> Screening:
    """A conversation with a person, answered in part."""
    draw = random.Random(f"{person.id} {number}")  # noqa: S311 - invented data
    answers = {
        ItemId(f"Q{item:02d}"): MappingProxyType(
            {"young_person": AnswerCode(draw.choice(("none", "some", "clear")))}
        )
        for item in range(ITEMS_ANSWERED)
    }
    return Screening(
        id=ScreeningId(f"screening-{person.id}-{number}"),
        young_person_id=person.id,
        practitioner_id=ASH,
        form=Form.FULL,
        age=person.age,
        life_stage=LifeStageId("YA"),
        respondent=Respondent.YOUNG_PERSON,
        setting_kind=SettingKind.YOUTH_OUTREACH,
        instrument_id="invented",
        instrument_version="1",
        content_hash="0" * 64,
        started_at=START - timedelta(days=draw.randint(1, 700)),
        worker_trained=True,
        answers=AnswerSheet(by_item=MappingProxyType(answers)),
        position="Q10",
    )


def invented_decision(screening: Screening) -> LevelDecision:
    """A confirmed level for a conversation."""
    level = LevelName(random.Random(screening.id).choice(LEVELS))  # noqa: S311 - invented data
    return LevelDecision(
        screening_id=screening.id,
        outcome=LevelOutcome(
            level=level,
            escalation=EscalationName("none"),
            provisional=False,
            fired=(RuleId("P01"),),
            shown=(RuleId("P01"),),
            notes=(),
            involvement=("worker",),
            rule_set_version="1",
        ),
        wanted_level=level,
        final_level=level,
        state=DecisionState.CONFIRMED,
        decided_by=ASH,
        decided_at=screening.started_at + timedelta(hours=1),
    )


def fill(store: SqlStore, count: int) -> tuple[YoungPerson, ...]:
    """Put so many people, each with a conversation, a level and a promise, into an empty file."""
    people = invented_people(count)
    screenings = [invented_screening(person) for person in people]
    promises = [
        FollowUp(
            id=FollowUpId(f"promise-{person.id}"),
            young_person_id=person.id,
            screening_id=screening.id,
            practitioner_id=ASH,
            kind=FollowUpKind.CHECK_IN,
            due_on=START.date() + timedelta(days=number % 60),
        )
        for number, (person, screening) in enumerate(zip(people, screenings, strict=True))
    ]
    with store.change(Act.YOUNG_PERSON_ADDED, ""):
        write = store._access.write
        write(insert(YOUNG_PERSON), [young_people.to_record(one) for one in people])
        write(insert(SCREENING), [screening_record.to_record(one) for one in screenings])
        write(
            insert(ANSWER), [a for one in screenings for a in screening_record.answer_records(one)]
        )
        write(
            insert(LEVEL_DECISION),
            [level_decisions.to_record(invented_decision(one)) for one in screenings],
        )
        write(insert(FOLLOW_UP), [follow_ups.to_record(one) for one in promises])
        write(update(FILE_MARK), {"last_reference_number": count})
    return people
