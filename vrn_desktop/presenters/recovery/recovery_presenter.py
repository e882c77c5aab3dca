"""A forgotten passphrase: the 16 words open the file, somebody gets a new passphrase and is signed in."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.ports.vault import SheetAccess, SheetNotMatchedError
from vrn_desktop.application.recovery_way import RecoveryWay
from vrn_desktop.domain.errors import WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseTooEasyError
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.recovery.new_passphrase import (
    NewPassphrase,
    advised,
    problem_with,
)
from vrn_desktop.presenters.recovery.sheet_words import finding_in_words
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble, trouble_of

Value = TypeVar("Value")
ROWS = 4
CHOOSE_WHO = "Choose who needs a new passphrase."


class RecoveryStep(StrEnum):
    """The two pages: the words of the sheet, then whose passphrase and the new one."""

    WORDS = "words"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryState:
    """What was typed so far; words and passphrases never show up in a repr.

    `brings_back` is whether a backup is brought back at the end.
    """

    sheet_name: str
    brings_back: bool = False
    step: RecoveryStep = RecoveryStep.WORDS
    rows: tuple[str, ...] = field(default=("",) * ROWS, repr=False)
    row_problems: tuple[str, ...] = ("",) * ROWS
    rows_right: tuple[bool, ...] = (False,) * ROWS
    people: tuple[Practitioner, ...] = ()
    chosen: PractitionerId | None = None
    who_problem: str = ""
    passphrase: NewPassphrase = field(default_factory=NewPassphrase)
    working: bool = False


class RecoveryPresenter(Presenter[RecoveryState]):
    """Rows are checked as they are left; the sheet itself is tried on the store thread."""

    def __init__(
        self,
        way: RecoveryWay,
        *,
        runner: TaskRunner,
        opened: Callable[[OpenFile], None],
        troubled: Callable[[FileTrouble, Callable[[], None] | None], None],
        leave: Callable[[], None],
    ) -> None:
        description = way.describe()
        super().__init__(
            RecoveryState(
                sheet_name=description.sheet_name,
                brings_back=way.brings_back,
                passphrase=NewPassphrase(suggested=way.suggest_phrase()),
            )
        )
        self._way = way
        self._runner = runner
        self._opened = opened
        self._troubled = troubled
        self._leave = leave
        self._access: SheetAccess | None = None

    def type_row(self, row: int, words: str) -> None:
        """Keep what is typed into one row (from 1)."""
        self._state = replace(self.state, rows=_put(self.state.rows, row, words))

    def leave_row(self, row: int) -> None:
        """Say what is not right about a row once it has been typed."""
        if self.state.rows[row - 1].strip() and self.state.step is RecoveryStep.WORDS:
            self._check(row)

    def open_sheet(self) -> None:
        """Try the sixteen words."""
        if self.state.working:
            return
        for row in range(1, ROWS + 1):
            self._check(row)
        if not all(self.state.rows_right):
            return
        words = " ".join(self.state.rows)
        self.show(replace(self.state, working=True))
        self._runner.run(
            lambda: self._way.open_with(words), then=self._let_in, failed=self._refused
        )

    def choose(self, person: PractitionerId) -> None:
        """Whose passphrase is to be a new one."""
        self.show(replace(self.state, chosen=person, who_problem=""))

    def type_passphrase(self, passphrase: NewPassphrase) -> None:
        """Keep what was chosen and typed."""
        self.show(replace(self.state, passphrase=passphrase))

    def suggest_another(self) -> None:
        """Four other words."""
        suggested = replace(self.state.passphrase, suggested=self._way.suggest_phrase())
        self.show(replace(self.state, passphrase=suggested))

    def sign_in(self) -> None:
        """New keys and passphrase for the chosen person, who is then signed in."""
        access, person = self._access, self.state.chosen
        if access is None or self.state.working:
            return
        problem = problem_with(self.state.passphrase)
        if person is None or problem:
            self.show(
                replace(
                    self.state,
                    who_problem="" if person is not None else CHOOSE_WHO,
                    passphrase=replace(self.state.passphrase, problem=problem),
                )
            )
            return
        passphrase = self.state.passphrase.chosen
        self.show(replace(self.state, working=True))
        self._runner.run(
            lambda: self._way.sign_in(access, person, passphrase),
            then=self._opened,
            failed=self._refused,
        )

    def go_back(self) -> None:
        """Back to where they came from; nothing has been changed."""
        self._access = None
        self._leave()

    def _check(self, row: int) -> None:
        finding = self._way.check_row(row, self.state.rows[row - 1])
        words = finding_in_words(finding) if finding is not None else ""
        self.show(
            replace(
                self.state,
                row_problems=_put(self.state.row_problems, row, words),
                rows_right=_put(self.state.rows_right, row, finding is None),
            )
        )

    def _let_in(self, access: SheetAccess) -> None:
        self._access = access
        people = self._way.people(access)
        self.show(
            replace(
                self.state,
                working=False,
                step=RecoveryStep.PERSON,
                people=people,
                chosen=people[0].id if len(people) == 1 else None,
            )
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, working=False))
        if isinstance(error, SheetNotMatchedError):
            for finding in error.findings:
                self.show(
                    replace(
                        self.state,
                        row_problems=_put(
                            self.state.row_problems, finding.row, finding_in_words(finding)
                        ),
                        rows_right=_put(self.state.rows_right, finding.row, value=False),
                    )
                )
        elif isinstance(error, PassphraseTooEasyError):
            self.show(replace(self.state, passphrase=advised(self.state.passphrase, error.advice)))
        elif not isinstance(error, WrongPassphraseError):
            self._troubled(trouble_of(error), None)


def _put(values: tuple[Value, ...], place: int, value: Value) -> tuple[Value, ...]:
    return (*values[: place - 1], value, *values[place:])
