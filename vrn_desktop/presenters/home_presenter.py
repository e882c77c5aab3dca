"""Home: what is due today, what is unfinished, how this laptop is, and where help is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from vrn_desktop.application.follow_up_service import Today
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import FollowUpId
from vrn_desktop.presenters.due_lines import DueLine, DueLines
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.sync.standing_words import waiting_words
from vrn_desktop.presenters.wording import count, day, greeting

SHOWN = 8
DONE = "Noted as done."


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeState:
    """The home page; `more` says how many things are not shown yet."""

    loading: bool = True
    greeting: str = ""
    day_and_setting: str = ""
    due: tuple[DueLine, ...] = ()
    more: str = ""
    backup: str = ""
    backup_is_old: bool = False
    sending: str = ""
    """What waits to be sent to the network; empty where this laptop sends nothing."""
    services_words: str = ""
    notice: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    today: Today
    setting: str
    outdated: int
    letters: int
    services: int
    sending: str


class HomePresenter(Presenter[HomeState]):
    """Gathers the day."""

    def __init__(
        self,
        services: Services,
        names: NameDisplay,
        *,
        go: Callable[[Route], None],
        backup_words: Callable[[date], tuple[str, bool]] | None = None,
    ) -> None:
        super().__init__(HomeState())
        self._services = services
        self._names = names
        self._go = go
        self._backup_words = backup_words
        self._lines = DueLines(names, services.practitioner.id, services.people.name_of)
        self._today: Today | None = None
        self._outdated = 0
        self._letters = 0
        self._all = False
        names.listen(self._redraw)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def load(self) -> None:
        """Look at the day as it stands now."""
        self._services.runner.run(self._loaded, then=self._take, failed=self._refused)

    def start_conversation(self) -> None:
        """Begin with somebody."""
        self._go(Route(place=Place.NEW_CONVERSATION))

    def open(self, line: DueLine) -> None:
        """Follow a line's verb."""
        self._go(line.route)

    def show_all(self) -> None:
        """Everything that is due, not only the most urgent."""
        self._all = True
        self._redraw()

    def mark_done(self, follow_up: FollowUpId) -> None:
        """A promise was kept."""
        self._services.runner.run(
            lambda: self._services.follow_ups.done(follow_up),
            then=lambda _: self._done(),
            failed=self._refused,
        )

    def open_place(self, place: Place) -> None:
        """To another page of the program."""
        self._go(Route(place=place))

    def _done(self) -> None:
        self.show(replace(self.state, notice=DONE, problem=""))
        self.load()

    def _loaded(self) -> _Day:
        return _Day(
            today=self._services.follow_ups.today(),
            setting=self._services.workplaces.workplace().setting_name,
            outdated=len(self._services.loop.freshness.to_tell()),
            letters=self._services.letters.to_print.count(),
            services=self._services.directory.count(),
            sending=waiting_words(self._services.counts.overview()),
        )

    def _take(self, loaded: _Day) -> None:
        self._today, setting = loaded.today, loaded.setting
        self._outdated = loaded.outdated
        self._letters = loaded.letters
        first_name = self._services.practitioner.name.split()[:1]
        backup, is_old = self._backup_words(self._today.day) if self._backup_words else ("", False)
        self.show(
            replace(
                self.state,
                loading=False,
                greeting=", ".join([greeting(self._services.clock()), *first_name]),
                day_and_setting=f"{day(self._today.day)} · {setting}",
                backup=backup,
                backup_is_old=is_old,
                sending=loaded.sending,
                services_words=f"{count(loaded.services, 'service')} and help lines",
                problem="",
            )
        )
        self._redraw()

    def _redraw(self) -> None:
        if self._today is None:
            return
        lines = self._lines.of(self._today, outdated=self._outdated, letters=self._letters)
        shown = lines if self._all else lines[:SHOWN]
        hidden = len(lines) - len(shown)
        more = f"Show {count(hidden, 'more thing')}" if hidden else ""
        self.show(replace(self.state, due=shown, more=more))

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error), notice=""))
