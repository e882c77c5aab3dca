"""Letters to print: several in one go, each noted as printed, and those held back with the reason."""

from collections.abc import Callable
from dataclasses import replace

from vrn_desktop.application.letters_to_print_service import Gathered, PrintJob
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import LetterId
from vrn_desktop.domain.letters_to_print import LetterToPrint
from vrn_desktop.presenters import letters_to_print_words as words
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.letters_to_print_state import LettersToPrintState, WaitingLine
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter

PrintThem = Callable[[tuple[bytes, ...]], None]


class LettersToPrintPresenter(Presenter[LettersToPrintState]):
    """The pages go from memory to the printer; this only says which, and notes what was printed."""

    def __init__(
        self, services: Services, names: NameDisplay, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(LettersToPrintState())
        self._services = services
        self._names = names
        self._go = go
        self._waiting: tuple[LetterToPrint, ...] = ()
        self._jobs: tuple[PrintJob, ...] = ()
        self._failed: dict[LetterId, str] = {}
        self._ticked: frozenset[LetterId] = frozenset()
        names.listen(self._redraw)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def load(self) -> None:
        """Look again at what waits."""
        self._services.runner.run(
            self._services.letters.to_print.waiting, then=self._take, failed=self._refused
        )

    def tick(self, letter: LetterId, *, ticked: bool) -> None:
        """Whether a letter is printed with the others."""
        self._ticked = self._ticked | {letter} if ticked else self._ticked - {letter}
        self._redraw()

    def tick_all(self) -> None:
        """Print all that may be printed today."""
        self._ticked = frozenset(letter.record.id for letter in self._waiting if letter.may_print)
        self._redraw()

    def print_them(self, print_them: PrintThem) -> None:
        """Read the pages of the ticked letters and hand them on; gates are looked at once more."""
        chosen = self.state.ticked
        if self.state.printing:
            return
        if not chosen:
            self.show(replace(self.state, problem=words.TICK_ONE, notice=""))
            return
        self._failed = {}
        self.show(
            replace(self.state, printing=True, drawn=0, sent=len(chosen), problem="", notice="")
        )

        def gathered(found: Gathered) -> None:
            self._gathered(found, chosen, print_them)

        self._services.runner.run(
            lambda: self._services.letters.to_print.gather(chosen),
            then=gathered,
            failed=self._refused,
        )

    def drawn(self, count: int) -> None:
        """So many letters are drawn."""
        self.show(replace(self.state, drawn=count))

    def all_printed(self) -> None:
        """The job went to the printer whole: note each letter as printed."""
        jobs = self._jobs
        self._services.runner.run(
            lambda: self._services.letters.to_print.printed(jobs),
            then=self._noted,
            failed=self._refused,
        )

    def not_printed(self, sentence: str) -> None:
        """Stopped or refused: nothing is noted, since nobody knows what came out."""
        self._jobs = ()
        self.show(replace(self.state, printing=False, problem=sentence, notice=""))

    def ask_safe_contact(self, line: WaitingLine) -> None:
        """Ask what is safe today, which may open the letter again."""
        self._go(
            Route(
                place=Place.SAFE_CONTACT,
                young_person=line.young_person,
                returns_to=Place.LETTERS_TO_PRINT,
            )
        )

    def open_person(self, line: WaitingLine) -> None:
        """To the record of the young person, where the letter stands."""
        self._go(Route(place=Place.YOUNG_PERSON, young_person=line.young_person))

    def leave(self) -> None:
        """Back home."""
        self._go(Route(place=Place.HOME))

    def _take(self, waiting: tuple[LetterToPrint, ...]) -> None:
        self._waiting = waiting
        self._ticked &= {letter.record.id for letter in waiting if letter.may_print}
        self.show(replace(self.state, loading=False))
        self._redraw()

    def _redraw(self) -> None:
        lines = [self._line(letter) for letter in self._waiting if letter.may_print]
        held_back = [self._line(letter) for letter in self._waiting if not letter.may_print]
        self.show(replace(self.state, lines=tuple(lines), held_back=tuple(held_back)))

    def _line(self, letter: LetterToPrint) -> WaitingLine:
        record = letter.record
        return WaitingLine(
            id=record.id,
            young_person=record.young_person_id,
            screening=record.screening_id,
            who=self._names.label(letter.chosen_name, letter.reference),
            what=words.what_waits(record, self._services.clock().date()),
            reason=words.held_back_words(letter.held_back),
            asks_safe_contact=words.asks_safe_contact(letter.held_back),
            ticked=record.id in self._ticked,
            failed=self._failed.get(record.id, ""),
        )

    def _gathered(
        self, found: Gathered, chosen: tuple[LetterId, ...], print_them: PrintThem
    ) -> None:
        self._jobs = found.jobs
        self._failed = dict.fromkeys(found.unreadable, words.UNREADABLE)
        gone = len(chosen) - len(found.jobs) - len(found.unreadable)
        self.show(replace(self.state, sent=len(found.jobs)))
        if not found.jobs:
            self.not_printed(words.NOTHING_LEFT)
            self.load()
            return
        if gone:
            self.show(replace(self.state, problem=words.SOME_SHUT))
        print_them(tuple(job.pdf for job in found.jobs))

    def _noted(self, not_noted: tuple[LetterId, ...]) -> None:
        printed = len(self._jobs)
        self._jobs = ()
        self._failed.update(dict.fromkeys(not_noted, words.NOT_NOTED))
        self.show(replace(self.state, printing=False, notice=words.sent_words(printed)))
        self.load()

    def _refused(self, error: Exception) -> None:
        self._jobs = ()
        self.show(
            replace(self.state, loading=False, printing=False, problem=told(error), notice="")
        )
