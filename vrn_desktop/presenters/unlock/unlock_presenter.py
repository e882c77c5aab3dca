"""Signing in with a passphrase; what stands around it works before anybody has signed in (TI-03)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from vrn_desktop.application.file_service import FileService
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.ports.vault import PersonToPick, VaultDescription
from vrn_desktop.domain.errors import WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.unlock_delay import UnlockDelay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble, clock_trouble, trouble_of
from vrn_desktop.presenters.wording import count

NO_MATCH = "That didn’t match. Check Caps Lock and the keyboard language, then try again."
CHOOSE_WHO = "Choose your name."
TYPE_PASSPHRASE = "Type your passphrase."  # noqa: S105  a sentence on the screen


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockState:
    """The form of the unlock screen; a passphrase is never part of it."""

    people: tuple[PersonToPick, ...]
    setting: str = ""
    chosen: PractitionerId | None = None
    unlocking: bool = False
    who_problem: str = ""
    passphrase_problem: str = ""
    misses: int = 0


class UnlockPresenter(Presenter[UnlockState]):
    """`opened` takes over once the file is open; `troubled` shows why it cannot be opened.

    Where one may go on all the same, `troubled` is given the way on with the reason.

    `monotonic` gives seconds of a clock that never goes back, for the wait after misses.
    """

    def __init__(
        self,
        files: FileService,
        description: VaultDescription,
        *,
        runner: TaskRunner,
        clock: Clock,
        monotonic: Callable[[], float],
        opened: Callable[[OpenFile], None],
        troubled: Callable[[FileTrouble, Callable[[], None] | None], None],
        go: Callable[[Route], None],
    ) -> None:
        people = description.people
        super().__init__(
            UnlockState(
                people=people,
                setting=description.help_lines.setting,
                chosen=people[0].id if len(people) == 1 else None,
            )
        )
        self._files = files
        self._runner = runner
        self._clock = clock
        self._monotonic = monotonic
        self._opened = opened
        self._troubled = troubled
        self._go = go
        self._delay = UnlockDelay()

    def choose(self, person: PractitionerId) -> None:
        """Say who is at the keyboard."""
        self.show(replace(self.state, chosen=person, who_problem="", passphrase_problem=""))

    def unlock(self, passphrase: str) -> None:
        """Try the passphrase away from the window; a try during the wait is not made at all."""
        if self.state.unlocking:
            return
        person = self.state.chosen
        who = "" if person is not None else CHOOSE_WHO
        typed = "" if passphrase else TYPE_PASSPHRASE
        wait = self._wait_words()
        if person is None or typed or wait:
            self.show(replace(self.state, who_problem=who, passphrase_problem=typed or wait))
            return
        self.show(replace(self.state, unlocking=True, who_problem="", passphrase_problem=""))
        self._runner.run(
            lambda: self._sign_in(person, passphrase), then=self._open, failed=self._refused
        )

    def forgotten(self) -> None:
        """The passphrase is forgotten: the recovery sheet opens the way to a new one."""
        self._go(Route(place=Place.RECOVERY))

    def show_safety_steps(self) -> None:
        """Numbers and steps, without signing in."""
        self._go(Route(place=Place.SAFETY_STEPS))

    def show_help(self) -> None:
        """Help, without signing in."""
        self._go(Route(place=Place.HELP))

    def _sign_in(self, person: PractitionerId, passphrase: str) -> tuple[OpenFile, datetime | None]:
        return self._files.unlock(person, passphrase), self._files.clock_behind()

    def _open(self, signed_in: tuple[OpenFile, datetime | None]) -> None:
        opened, behind = signed_in
        self._delay = self._delay.after_match()
        self.show(replace(self.state, unlocking=False, misses=0))
        if behind is None:
            self._opened(opened)
        else:
            self._troubled(clock_trouble(self._clock(), behind), lambda: self._opened(opened))

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassphraseError):
            self._delay = self._delay.after_miss(self._monotonic())
            self.show(
                replace(
                    self.state,
                    unlocking=False,
                    misses=self._delay.misses,
                    passphrase_problem=f"{NO_MATCH} {self._wait_words()}".strip(),
                )
            )
            return
        self.show(replace(self.state, unlocking=False))
        self._troubled(trouble_of(error), None)

    def _wait_words(self) -> str:
        left = self._delay.wait_left(self._monotonic())
        if left <= 0:
            return ""
        return f"You can try again in {count(max(1, round(left + 0.49)), 'second')}."
