"""One conversation as rows, and back."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Any

from db.record_access import Record
from db.repositories.written_values import (
    read_list,
    read_time,
    read_time_or_none,
    read_words,
    write_set,
    write_table,
    write_time,
    write_time_or_none,
)
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    ItemId,
    LifeStageId,
    PractitionerId,
    ScreeningId,
    SectionId,
    StepId,
    YoungPersonId,
)
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.screening import Addendum, Form, Screening, ScreeningState
from vrn_desktop.domain.setting import SettingKind


def to_record(screening: Screening) -> Record:
    """The row of the conversation itself, without answers, words and step notes."""
    return {
        "id": screening.id,
        "young_person_id": screening.young_person_id,
        "practitioner_id": screening.practitioner_id,
        "form": screening.form.value,
        "age": screening.age,
        "life_stage": screening.life_stage,
        "respondent": screening.respondent.value,
        "setting_kind": screening.setting_kind.value,
        "instrument_id": screening.instrument_id,
        "instrument_version": screening.instrument_version,
        "content_hash": screening.content_hash,
        "started_at": write_time(screening.started_at),
        "worker_trained": int(screening.worker_trained),
        "state": screening.state.value,
        "private": None if screening.private is None else int(screening.private),
        "steps_done": write_set(screening.steps_done),
        "sections_skipped": write_set(screening.sections_skipped),
        "items_skipped": write_set(screening.items_skipped),
        "position": screening.position,
        "closed_at": write_time_or_none(screening.closed_at),
        "version": screening.version,
    }


def answer_records(screening: Screening) -> list[Record]:
    """The rows of the answers a new conversation already holds."""
    return [
        {
            "screening_id": screening.id,
            "item": item,
            "voice": voice,
            "code": code,
            "given_at": write_time(screening.started_at),
        }
        for item in screening.answers
        for voice, code in screening.answers.voices(item).items()
    ]


def words_records(screening: Screening) -> list[Record]:
    """The rows of the own words a new conversation already holds."""
    return [
        {"screening_id": screening.id, "key": key, "words": words}
        for key, words in screening.own_words.items()
    ]


def step_records(screening: Screening) -> list[Record]:
    """The rows of the step notes a new conversation already holds."""
    return [
        {
            "screening_id": screening.id,
            "step": step,
            "notes": write_table(notes),
            "at": write_time(screening.started_at),
        }
        for step, notes in screening.step_notes.items()
    ]


def to_domain(
    record: Record,
    *,
    answers: Iterable[Sequence[Any]],
    words: Iterable[Sequence[Any]],
    notes: Iterable[Sequence[Any]],
) -> Screening:
    """The whole conversation; a step that has notes counts as done."""
    step_notes = {StepId(step): read_words(text) for step, text in notes}
    return Screening(
        id=ScreeningId(record["id"]),
        young_person_id=YoungPersonId(record["young_person_id"]),
        practitioner_id=PractitionerId(record["practitioner_id"]),
        form=Form(record["form"]),
        age=record["age"],
        life_stage=LifeStageId(record["life_stage"]),
        respondent=Respondent(record["respondent"]),
        setting_kind=SettingKind(record["setting_kind"]),
        instrument_id=record["instrument_id"],
        instrument_version=record["instrument_version"],
        content_hash=record["content_hash"],
        started_at=read_time(record["started_at"]),
        worker_trained=record["worker_trained"] == 1,
        state=ScreeningState(record["state"]),
        private=None if record["private"] is None else record["private"] == 1,
        answers=_answer_sheet(answers),
        own_words=MappingProxyType(dict(tuple(pair) for pair in words)),
        step_notes=MappingProxyType(step_notes),
        steps_done=frozenset(map(StepId, read_list(record["steps_done"]))) | step_notes.keys(),
        sections_skipped=frozenset(map(SectionId, read_list(record["sections_skipped"]))),
        items_skipped=frozenset(map(ItemId, read_list(record["items_skipped"]))),
        position=record["position"],
        closed_at=read_time_or_none(record["closed_at"]),
        version=record["version"],
    )


def to_addendum(record: Record) -> Addendum:
    """One dated addition."""
    return Addendum(
        screening_id=ScreeningId(record["screening_id"]),
        text=record["text"],
        at=read_time(record["at"]),
        by=PractitionerId(record["by"]),
    )


def addendum_record(addendum: Addendum) -> Record:
    """The row of one dated addition."""
    return {
        "screening_id": addendum.screening_id,
        "text": addendum.text,
        "at": write_time(addendum.at),
        "by": addendum.by,
    }


def _answer_sheet(answers: Iterable[Sequence[Any]]) -> AnswerSheet:
    by_item: dict[ItemId, dict[str, AnswerCode]] = {}
    for item, voice, code in answers:
        by_item.setdefault(ItemId(item), {})[voice] = AnswerCode(code)
    return AnswerSheet(
        by_item=MappingProxyType({item: MappingProxyType(v) for item, v in by_item.items()})
    )
