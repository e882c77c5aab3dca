"""The conversations of the file; an answer, a word, a step is written the moment it is given."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from db.record_access import RecordAccess
from db.records.screenings import ADDENDUM, ANSWER, OWN_WORDS, SCREENING, STEP_NOTE
from db.repositories import screening_record, screening_rows
from db.repositories.missing_record import MissingRecordError
from db.repositories.written_values import write_table, write_time
from vrn_desktop.application.ports.rows import EarlierAnswer, ScreeningRow
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, ScreeningId, StepId, YoungPersonId
from vrn_desktop.domain.screening import Addendum, Screening

_INSERT = insert(SCREENING)
_SAVE = update(SCREENING).where(
    SCREENING.c.id == bindparam("of_id"), SCREENING.c.version == bindparam("of_version")
)
_GET = select(SCREENING).where(SCREENING.c.id == bindparam("of_id"))
_EXISTS = select(SCREENING.c.version).where(SCREENING.c.id == bindparam("of_id"))
_ANSWERS = select(ANSWER.c.item, ANSWER.c.voice, ANSWER.c.code).where(
    ANSWER.c.screening_id == bindparam("of_id")
)
_PUT_ANSWER = upsert(ANSWER)
_PUT_ANSWER = _PUT_ANSWER.on_conflict_do_update(
    index_elements=[ANSWER.c.screening_id, ANSWER.c.item, ANSWER.c.voice],
    set_={"code": _PUT_ANSWER.excluded.code, "given_at": _PUT_ANSWER.excluded.given_at},
)
_REMOVE_ANSWER = delete(ANSWER).where(
    ANSWER.c.screening_id == bindparam("of_id"),
    ANSWER.c.item == bindparam("of_item"),
    ANSWER.c.voice == bindparam("of_voice"),
)
_WORDS = select(OWN_WORDS.c.key, OWN_WORDS.c.words).where(
    OWN_WORDS.c.screening_id == bindparam("of_id")
)
_PUT_WORDS = upsert(OWN_WORDS)
_PUT_WORDS = _PUT_WORDS.on_conflict_do_update(
    index_elements=[OWN_WORDS.c.screening_id, OWN_WORDS.c.key],
    set_={"words": _PUT_WORDS.excluded.words},
)
_REMOVE_WORDS = delete(OWN_WORDS).where(
    OWN_WORDS.c.screening_id == bindparam("of_id"), OWN_WORDS.c.key == bindparam("of_key")
)
_NOTES = select(STEP_NOTE.c.step, STEP_NOTE.c.notes).where(
    STEP_NOTE.c.screening_id == bindparam("of_id")
)
_PUT_STEP = upsert(STEP_NOTE)
_PUT_STEP = _PUT_STEP.on_conflict_do_update(
    index_elements=[STEP_NOTE.c.screening_id, STEP_NOTE.c.step],
    set_={"notes": _PUT_STEP.excluded.notes, "at": _PUT_STEP.excluded.at},
)
_ADD_ADDENDUM = insert(ADDENDUM)
_ADDENDA = (
    select(ADDENDUM).where(ADDENDUM.c.screening_id == bindparam("of_id")).order_by(ADDENDUM.c.id)
)


class SqlScreenings:
    """Implements `Screenings` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def add(self, screening: Screening) -> None:
        """Keep a conversation that has just begun, with everything in it."""
        self._access.write(_INSERT, screening_record.to_record(screening))
        for statement, records in (
            (_PUT_ANSWER, screening_record.answer_records(screening)),
            (_PUT_WORDS, screening_record.words_records(screening)),
            (_PUT_STEP, screening_record.step_records(screening)),
        ):
            if records:
                self._access.write(statement, records)

    def save(self, screening: Screening) -> Screening:
        """Write everything but answers, words and step notes; returns the next version.

        Raises:
            StorageError: somebody else changed this conversation meanwhile.
        """
        following = replace(screening, version=screening.version + 1)
        key = {"of_id": screening.id, "of_version": screening.version}
        if not self._access.write(_SAVE, {**screening_record.to_record(following), **key}):
            if self._access.value(_EXISTS, {"of_id": screening.id}) is None:
                raise MissingRecordError("no such conversation")
            raise StorageError("this conversation was changed meanwhile")
        return following

    def get(self, screening_id: ScreeningId) -> Screening:
        """The whole conversation."""
        key = {"of_id": screening_id}
        record = self._access.record(_GET, key)
        if record is None:
            raise MissingRecordError("no such conversation")
        return screening_record.to_domain(
            record,
            answers=self._access.rows(_ANSWERS, key),
            words=self._access.rows(_WORDS, key),
            notes=self._access.rows(_NOTES, key),
        )

    def put_answer(
        self, screening_id: ScreeningId, item: ItemId, voice: str, code: AnswerCode, at: datetime
    ) -> None:
        """One voice's answer to one item, given or changed."""
        self._access.write(
            _PUT_ANSWER,
            {
                "screening_id": screening_id,
                "item": item,
                "voice": str(voice),
                "code": code,
                "given_at": write_time(at),
            },
        )

    def remove_answer(self, screening_id: ScreeningId, item: ItemId, voice: str) -> None:
        """An answer withdrawn (TI-23)."""
        self._access.write(
            _REMOVE_ANSWER, {"of_id": screening_id, "of_item": item, "of_voice": str(voice)}
        )

    def put_words(self, screening_id: ScreeningId, key: str, words: str) -> None:
        """Own words exactly as typed; an empty text removes them (TI-26)."""
        if words:
            self._access.write(
                _PUT_WORDS, {"screening_id": screening_id, "key": key, "words": words}
            )
        else:
            self._access.write(_REMOVE_WORDS, {"of_id": screening_id, "of_key": key})

    def put_step(
        self, screening_id: ScreeningId, step: StepId, notes: Mapping[str, str], at: datetime
    ) -> None:
        """A process step with what was noted."""
        self._access.write(
            _PUT_STEP,
            {
                "screening_id": screening_id,
                "step": step,
                "notes": write_table(notes),
                "at": write_time(at),
            },
        )

    def rows(self, person_id: YoungPersonId | None = None) -> tuple[ScreeningRow, ...]:
        """All conversations, or those of one person, newest first."""
        if person_id is None:
            found = self._access.rows(screening_rows.ALL_SCREENINGS)
        else:
            found = self._access.rows(screening_rows.SCREENINGS_OF_PERSON, {"person": person_id})
        return tuple(map(screening_rows.to_row, found))

    def earlier_answers(
        self, person_id: YoungPersonId, since: datetime, but: ScreeningId
    ) -> tuple[EarlierAnswer, ...]:
        """The latest answer of each item and voice since a time, without one conversation's own."""
        found = self._access.rows(
            screening_rows.EARLIER_ANSWERS,
            {"person": person_id, "since": write_time(since), "but": but},
        )
        return tuple(map(screening_rows.to_earlier_answer, found))

    def add_addendum(self, addendum: Addendum) -> None:
        """A dated addition to a locked record."""
        self._access.write(_ADD_ADDENDUM, screening_record.addendum_record(addendum))

    def addenda(self, screening_id: ScreeningId) -> tuple[Addendum, ...]:
        """The additions in the order they were made."""
        found = self._access.records(_ADDENDA, {"of_id": screening_id})
        return tuple(map(screening_record.to_addendum, found))
