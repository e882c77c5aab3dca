"""Kept letters that wait for the printer: which may go today, their pages, and what was printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.identifiers import LetterId
from vrn_desktop.domain.letter_gates import Reason
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.letters_to_print import LetterToPrint, paper_held_back
from vrn_desktop.domain.safe_contact import SafeContact


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """The pages of one letter on their way to the printer, in memory only."""

    letter: LetterToPrint
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What goes to the printer, and the letters that cannot: their pages could not be read."""

    jobs: tuple[PrintJob, ...] = ()
    unreadable: tuple[LetterId, ...] = ()


class LettersToPrintService:
    """Use cases of printing several letters in one go."""

    def __init__(
        self,
        session: Session,
        *,
        clock: Clock,
        shut_now: Callable[[LetterRecord], tuple[Reason, ...]],
        note_printed: Callable[[LetterRecord], LetterRecord],
    ) -> None:
        self._session = session
        self._clock = clock
        self._shut_now = shut_now
        self._note_printed = note_printed

    def waiting(self) -> tuple[LetterToPrint, ...]:
        """The letters of this worker's caseload nobody has printed yet, oldest first."""
        today = self._clock().date()
        letters = []
        with self._session.store.read() as work:
            for record in work.letters.to_print(self._session.practitioner.id):
                person = work.young_people.get(record.young_person_id)
                contact = work.safe_contacts.latest(person.id) or SafeContact()
                held_back = paper_held_back(record.kind, contact, today)
                letters.append((record, person, held_back))
        return tuple(
            LetterToPrint(
                record=record,
                chosen_name=person.chosen_name,
                reference=person.reference,
                held_back=held_back or self._shut_now(record),
            )
            for record, person, held_back in letters
        )

    def count(self) -> int:
        """How many wait."""
        with self._session.store.read() as work:
            return len(work.letters.to_print(self._session.practitioner.id))

    def gather(self, chosen: Sequence[LetterId]) -> Gathered:
        """The pages of the chosen letters in the order of the list; gates are looked at once more."""
        jobs, unreadable = [], []
        for letter in self.waiting():
            if letter.record.id not in chosen or not letter.may_print:
                continue
            try:
                with self._session.store.read() as work:
                    jobs.append(PrintJob(letter=letter, pdf=work.letters.pdf(letter.record.id)))
            except StorageError:
                unreadable.append(letter.record.id)
        return Gathered(jobs=tuple(jobs), unreadable=tuple(unreadable))

    def printed(self, jobs: Sequence[PrintJob]) -> tuple[LetterId, ...]:
        """Note each as printed; what comes back could not be noted, because the file took no writing."""
        failed = []
        for job in jobs:
            try:
                self._note_printed(job.letter.record)
            except StorageError:
                failed.append(job.letter.record.id)
        return tuple(failed)
