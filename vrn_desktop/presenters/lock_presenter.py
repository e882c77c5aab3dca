"""Coming back from the cover, and the quiet word before the program locks itself (TI-02)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.domain.errors import WrongPassphraseError
from vrn_desktop.domain.unlock_delay import UnlockDelay
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import count

# The cover looks like an ordinary planner, so its words do not speak of passphrases and records.
NO_MATCH = "That didn’t match."
CHECKING = "One moment…"
NOT_CHECKED = "That didn’t work just now. Try again."
LOCKING_SOON = "The program locks in 30 seconds. Press any key to stay."


@dataclass(frozen=True, slots=True, kw_only=True)
class LockState:
    """Whether the cover stands, what it says, and whether locking was announced."""

    covered: bool = False
    checking: bool = False
    cover_words: str = ""
    warning: str = ""


class LockPresenter(Presenter[LockState]):
    """`lock` ends the session and starts the program anew; every answer is on disk by then."""

    def __init__(
        self,
        people: PeopleService,
        *,
        runner: TaskRunner,
        monotonic: Callable[[], float],
        lock: Callable[[], None],
    ) -> None:
        super().__init__(LockState())
        self._people = people
        self._runner = runner
        self._monotonic = monotonic
        self._lock = lock
        self._delay = UnlockDelay()

    def cover(self) -> None:
        """Someone came in: the cover stands already when this is called."""
        self.show(LockState(covered=True))

    def come_back(self, passphrase: str) -> None:
        """Give the screen back to whoever signed in, and to nobody else."""
        if not self.state.covered or self.state.checking or not passphrase:
            return
        wait = self._delay.wait_left(self._monotonic())
        if wait > 0:
            self._say(_wait_words(wait))
            return
        self.show(replace(self.state, checking=True, cover_words=CHECKING))
        self._runner.run(
            lambda: self._people.confirm_passphrase(passphrase),
            then=self._matched,
            failed=self._missed,
        )

    def covered_for_long(self) -> None:
        """Half a minute under the cover, or the time without anybody is up."""
        self._lock()

    def warn(self) -> None:
        """Locking is half a minute away; said once, without a number that moves."""
        self.show(replace(self.state, warning=LOCKING_SOON))

    def ease(self) -> None:
        """Somebody is there again."""
        self.show(replace(self.state, warning=""))

    def _matched(self, _confirmed: None) -> None:
        self._delay = self._delay.after_match()
        self.show(LockState())

    def _missed(self, error: Exception) -> None:
        if not isinstance(error, WrongPassphraseError):
            self._say(NOT_CHECKED)
            return
        self._delay = self._delay.after_miss(self._monotonic())
        wait = self._delay.wait_left(self._monotonic())
        self._say(f"{NO_MATCH} {_wait_words(wait)}".strip())

    def _say(self, words: str) -> None:
        self.show(replace(self.state, checking=False, cover_words=words))


def _wait_words(wait: float) -> str:
    return f"Try again in {count(max(1, round(wait + 0.49)), 'second')}." if wait > 0 else ""
