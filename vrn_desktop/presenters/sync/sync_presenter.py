"""The page on what leaves this laptop for the network: look, join, send, copy, read, take back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from vrn_desktop.application.long_work import LongWork, Report, Steps, Where
from vrn_desktop.application.ports.aside_runner import AsideRunner
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.sync_service import SyncService
from vrn_desktop.application.sync_views import KeyPosted
from vrn_desktop.domain.counts_in_words import NumberTable
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.service_sources.sources_state import Outcome, Tone
from vrn_desktop.presenters.sync import outcome_words, questions
from vrn_desktop.presenters.sync.file_on_stick import read_small_file, write_new_file
from vrn_desktop.presenters.sync.look import Look, drawn_look, opened_message
from vrn_desktop.presenters.sync.sync_state import (
    Asking,
    LedgerFilter,
    Question,
    SyncPart,
    SyncState,
)

Result = TypeVar("Result")
SENDING, COPYING, READING = "Sending…", "Copying to the stick…", "Reading the stick…"
OPENING, SAVING, ASKING_THEM = "Opening the file…", "Saving…", "Asking the central office…"
AGREED = "Your site is in the network."
AGREED_TEXT = (
    "The first numbers are drawn once a week has closed. “What will be sent” shows all of them."
)
FORGOTTEN = "Everything from that file is forgotten, and no numbers were sent."
FORGOTTEN_TEXT = (
    "Somebody may have changed a file on its way. Tell the central office, on a number that you had "
    "before, and ask for a new file."
)
NEWER_TAKEN = "The file is taken."
MOMENT = "One moment…"
KEY_SAVED = Outcome(
    tone=Tone.DONE, title="The key file is saved.", text="Give it to the central office."
)


class SyncPresenter(Presenter[SyncState]):
    """Lives as long as the session: sending goes on while somebody looks at other pages."""

    def __init__(
        self,
        sync: SyncService,
        aside: AsideRunner,
        *,
        runner: TaskRunner,
        clock: Clock,
        name_of: Callable[[PractitionerId], str],
    ) -> None:
        super().__init__(SyncState())
        self._sync = sync
        self._aside = aside
        self._runner = runner
        self._clock = clock
        self._name_of = name_of
        self._look: Look | None = None
        self._came_from = SyncPart.NOW

    def attach(self, render: Callable[[SyncState], None]) -> None:
        """Draw, and look how it stands now."""
        super().attach(render)
        self._load()

    def detach(self) -> None:
        """The page is left: next time it opens at its first part, without what was said last."""
        super().detach()
        self.show(replace(self.state, part=SyncPart.NOW, message=None, outcome=None, asking=None))

    def look_again(self) -> None:
        """A message may have been delivered meanwhile, without anybody at this page."""
        if not self.state.working:
            self._load()

    # To look at

    def open_part(self, part: SyncPart) -> None:
        """To another part of the page."""
        self.show(replace(self.state, part=part, outcome=None, asking=None))

    def filter_ledger(self, shown: LedgerFilter) -> None:
        """Weeks, quarters or years only, or all."""
        self.show(replace(self.state, shown=shown))
        self._redraw()

    def open_message(self, number: int) -> None:
        """Read one message number by number."""
        self._runner.run(
            lambda: self._sync.tables_of(number),
            then=partial(self._show_message, number),
            failed=self._fail,
        )

    def close_message(self) -> None:
        """Back to the list it was opened from."""
        self.show(
            replace(self.state, part=self._came_from, message=None, outcome=None, asking=None)
        )

    def switch_literal(self) -> None:
        """Show the file's own text, or hide it."""
        view = self.state.message
        if view is not None:
            view = replace(view, shows_literal=not view.shows_literal)
            self.show(replace(self.state, message=view))

    # Joining

    def open_offer(self, path: Path) -> None:
        """The central office's file: the six words come next, or a newer file is taken over."""
        was_in_force = bool(self.state.network.with_whom)
        done = Outcome(tone=Tone.DONE, title=NEWER_TAKEN) if was_in_force else None
        self._do(OPENING, lambda: self._sync.begin_enrolment(read_small_file(path)), done)

    def save_key(self, path: Path) -> None:
        """Our key as a file for a stick."""
        self._do(SAVING, lambda: write_new_file(path, self._sync.request_file()), KEY_SAVED)

    def send_key(self) -> None:
        """Our key by network."""
        self._long(ASKING_THEM, self._post_key, outcome_words.key_posted)

    def words_agree(self) -> None:
        """Both sides read the same six words."""
        done = Outcome(tone=Tone.DONE, title=AGREED, text=AGREED_TEXT)
        self._do(MOMENT, self._sync.words_agree, done)

    def words_differ(self) -> None:
        """Somebody may stand between: forget all of it."""
        done = Outcome(tone=Tone.NOTICE, title=FORGOTTEN, text=FORGOTTEN_TEXT)
        self._do(MOMENT, self._sync.words_differ, done)

    # Sending

    def send_now(self) -> None:
        """Try all that may leave."""
        self._long(
            SENDING, lambda report: self._sync.send(report, asked_for=True), outcome_words.sent
        )

    def copy_to_stick(self, folder: Path) -> None:
        """Everything without a receipt, onto a stick."""
        self._try(COPYING, lambda: self._sync.put_on_stick(folder), outcome_words.copied)

    def read_stick(self, folder: Path) -> None:
        """Receipts from a stick."""
        self._try(READING, lambda: self._sync.take_from_stick(folder), outcome_words.taken)

    # The key

    def send_new_key(self) -> None:
        """The key that waits, by network."""
        self.send_key()

    def save_new_key(self, path: Path) -> None:
        """The key that waits, as a file for a stick."""
        self._do(
            SAVING,
            lambda: write_new_file(path, self._sync.rotation_file()),
            KEY_SAVED,
        )

    def new_key_in_force(self) -> None:
        """The central office says over the telephone that it is in force."""
        done = Outcome(tone=Tone.DONE, title=outcome_words.NEW_KEY_IN_FORCE)
        self._do(MOMENT, self._sync.new_key_in_force, done)

    # What is asked once more

    def ask_to_withdraw(self) -> None:
        """Say what a withdrawal means."""
        view = self.state.message
        if view is not None and view.may_withdraw:
            title = questions.WITHDRAW.title.format(period=view.title)
            self._ask(replace(questions.WITHDRAW, title=title))

    def ask_for_new_key(self) -> None:
        """Say what a new key means."""
        self._ask(questions.NEW_KEY)

    def ask_to_leave(self) -> None:
        """Say what leaving means."""
        self._ask(questions.LEAVE)

    def say_no(self) -> None:
        """Leave everything as it is."""
        self.show(replace(self.state, asking=None))

    def say_yes(self) -> None:
        """Do what was asked about."""
        asking, message = self.state.asking, self.state.message
        if asking is None or self.state.working:
            return
        if asking.question is Question.NEW_KEY:
            title, text = questions.KEY_MADE, questions.KEY_MADE_TEXT
            self._do(MOMENT, self._sync.new_key, Outcome(tone=Tone.DONE, title=title, text=text))
        elif asking.question is Question.LEAVE:
            self.show(replace(self.state, part=SyncPart.NOW))
            done = Outcome(tone=Tone.DONE, title=questions.HAS_LEFT)
            self._do(MOMENT, self._sync.leave_network, done)
        elif message is not None:
            done = Outcome(tone=Tone.DONE, title=questions.WITHDRAWN)
            self._do(MOMENT, lambda: self._sync.withdraw(message.number), done)

    def _ask(self, asking: Asking) -> None:
        if not self.state.working:
            self.show(replace(self.state, asking=asking, outcome=None))

    def _post_key(self, _report: Report) -> Steps[KeyPosted | None]:
        yield Where.FILE
        key = self._sync.key_to_send()
        if key is None:
            return None
        yield Where.ASIDE
        posted = self._sync.post_key(key)
        yield Where.FILE
        self._sync.keep_key_answer(posted)
        return posted

    def _do(self, working: str, job: Callable[[], None], done: Outcome | None) -> None:
        self._try(working, job, lambda _nothing: done)

    def _try(
        self,
        working: str,
        job: Callable[[], Result],
        words: Callable[[Result], Outcome | None],
    ) -> None:
        """Run one job on the store thread; what became of it is shown beside how it stands then."""
        if self._begin(working):
            self._runner.run(job, then=lambda result: self._end(words(result)), failed=self._fail)

    def _long(
        self,
        working: str,
        work: Callable[[Report], Steps[Result]],
        words: Callable[[Result], Outcome | None],
    ) -> None:
        """The same for what waits for the network: that piece runs aside."""
        if self._begin(working):
            LongWork(
                work,
                store=self._runner,
                aside=self._aside,
                then=lambda result: self._end(words(result)),
                failed=self._fail,
            ).start()

    def _begin(self, working: str) -> bool:
        if self.state.working:
            return False
        self.show(replace(self.state, working=working, outcome=None, asking=None))
        return True

    def _fail(self, error: Exception) -> None:
        self._end(outcome_words.failed(error))

    def _end(self, outcome: Outcome | None) -> None:
        self.show(replace(self.state, working="", outcome=outcome))
        self._load()

    def _load(self) -> None:
        self._runner.run(
            lambda: Look(overview=self._sync.overview(), coming=self._sync.what_will_be_sent()),
            then=self._take,
            failed=self._not_read,
        )

    def _take(self, look: Look) -> None:
        self._look = look
        self._redraw()

    def _redraw(self) -> None:
        if self._look is not None:
            self.show(drawn_look(self.state, self._look, self._clock(), self._name_of))

    def _show_message(self, number: int, tables: tuple[NumberTable, ...]) -> None:
        if self._look is None:
            return
        if self.state.part is not SyncPart.MESSAGE:
            self._came_from = self.state.part
        opened = opened_message(self._look, number, tables, self._clock(), self._name_of)
        self.show(
            replace(self.state, part=SyncPart.MESSAGE, message=opened, outcome=None, asking=None)
        )

    def _not_read(self, error: Exception) -> None:
        self.show(replace(self.state, working="", outcome=outcome_words.failed(error)))
