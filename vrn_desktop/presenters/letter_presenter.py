"""The letter page: choose together what stands in it, look at it, confirm, print, record the giving."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from vrn_desktop.application.letter_giving_service import (
    LetterChoices,
    LetterMatter,
    LetterPages,
)
from vrn_desktop.application.letter_services_chosen import ServiceOnPaper
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import LetterId, ScreeningId, ServiceId
from vrn_desktop.domain.letter import TextSize
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_facts import MOST_SERVICES, CheckIn, CheckInWay
from vrn_desktop.domain.letter_record import LetterRecord, ReadingCheck
from vrn_desktop.presenters import letter_words
from vrn_desktop.presenters.letter_drawing import in_language, letter_begun
from vrn_desktop.presenters.letter_state import LetterStage, LetterState, ServiceTick
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter

Result = TypeVar("Result")


class LetterPresenter(Presenter[LetterState]):
    """One letter to one young person. Nothing readable is ever a file (L1)."""

    def __init__(
        self,
        services: Services,
        screening_id: ScreeningId,
        *,
        go: Callable[[Route], None],
        letter_id: LetterId | None = None,
    ) -> None:
        super().__init__(LetterState())
        self._services = services
        self._screening_id = screening_id
        self._go = go
        self._letter_id = letter_id
        self._code = services.letters.new_reply_code()
        self._matter: LetterMatter | None = None
        self._record: LetterRecord | None = None
        self._drawing = False
        self._stale = False
        self._busy = False
        services.runner.run(self._read, then=self._take, failed=self._refused)

    # -- what stands in it -------------------------------------------------------------------------

    def write_words(self, words: str) -> None:
        """Their words for the letter; changing them asks for their yes again (TI-25)."""
        self._redraft(replace(self.state, own_words=words, own_words_approved=False))

    def approve_words(self, *, yes: bool) -> None:
        """They said yes to these words standing in the letter."""
        self._redraft(replace(self.state, own_words_approved=yes))

    def include(self, service: ServiceId, *, included: bool) -> None:
        """Whether a service stands in the letter; a sensitive one only by their own opt-in (SP-09)."""
        refused = next((t.refused for t in self.state.services if t.id == service), "")
        if included and refused:
            self.show(replace(self.state, problem=refused))
            return
        chosen = sum(tick.included for tick in self.state.services if tick.id != service)
        if included and chosen >= MOST_SERVICES:
            self.show(replace(self.state, problem=letter_words.TOO_MANY))
            return
        self._with_service(service, lambda tick: replace(tick, included=included))

    def tick(self, service: ServiceId, *, ticked: bool) -> None:
        """The worker has checked this number today (SP-03)."""
        self._with_service(service, lambda tick: replace(tick, ticked=ticked))

    def promise_check_in(self, days: int | None) -> None:
        """When the worker will check in, or not in this letter."""
        self._redraft(replace(self.state, check_in_in=days))

    def check_in_by(self, way: CheckInWay) -> None:
        """How; only ways that were said to be safe are offered."""
        self._redraft(replace(self.state, check_in_way=way))

    def choose_language(self, code: str) -> None:
        """The language of the letter; an unchecked translation goes together with the English one."""
        self._redraft(in_language(self.state, code))

    def print_english(self, *, on: bool) -> None:
        """Whether the English letter follows a translation in the same document."""
        self._redraft(replace(self.state, with_english=on))

    def choose_easy_read(self, *, on: bool) -> None:
        """One idea a line, with pictures (LT-05)."""
        self._redraft(replace(self.state, easy_read=on and self.state.may_be_easy_read))

    def choose_size(self, size: TextSize) -> None:
        """Usual or large print (LT-05)."""
        self._redraft(replace(self.state, text_size=size))

    def post(self, *, on: bool) -> None:
        """A letter for the post, with their safe name and address in the window."""
        self._redraft(replace(self.state, posted=on))

    def add_slip(self, *, on: bool) -> None:
        """A slip they may hand to a service, so that we hear they got there; no name stands on it."""
        self._redraft(replace(self.state, reply_slip=on))

    # -- kept, printed, given ----------------------------------------------------------------------

    def confirm(self) -> None:
        """The worker has read it with them: keep it encrypted in the file (LT-06)."""
        matter, state = self._matter, self.state
        if matter is None or state.stage is not LetterStage.DRAFT:
            return
        if any(tick.included and not tick.is_ready for tick in state.services):
            self.show(replace(state, problem=letter_words.NEEDS_TICK))
            return
        choices = self._choices(state)
        self._once(
            lambda: self._services.letters.confirm(matter, choices),
            then=lambda kept: self._kept(*kept),
        )

    def start_again(self) -> None:
        """Something is not right yet: a new draft with the same choices; the kept letter stays on record."""
        self._record = None
        self._redraft(
            replace(self.state, stage=LetterStage.DRAFT, channel=None, notice="", given_words="")
        )

    def printed(self) -> None:
        """The pages went to the printer."""
        record = self._record
        if record is not None:
            self._services.runner.run(
                lambda: self._services.letters.printed(record),
                then=lambda changed: self._noted(changed, letter_words.SENT),
                failed=self._refused,
            )

    def copy_saved(self) -> None:
        """A readable copy was saved outside the file, after the warning."""
        record = self._record
        if record is not None:
            self._services.runner.run(
                lambda: self._services.letters.copy_saved(record),
                then=lambda changed: self._noted(changed, letter_words.COPY_SAVED),
                failed=self._refused,
            )

    def not_done(self, sentence: str) -> None:
        """Printing or saving did not work; say what to do."""
        self.show(replace(self.state, problem=sentence, notice=""))

    def choose_channel(self, channel: LetterChannel) -> None:
        """How it reached them; only safe ways are offered."""
        self.show(replace(self.state, channel=channel, problem=""))

    def choose_check(self, check: ReadingCheck) -> None:
        """Whether they told in their own words what it says."""
        self.show(replace(self.state, reading_check=check, problem=""))

    def note_given(self) -> None:
        """Keep how it reached them; a way that was not said to be safe is refused."""
        record, channel, check = self._record, self.state.channel, self.state.reading_check
        if record is None:
            return
        if channel is None:
            self.show(replace(self.state, problem=letter_words.CHOOSE_CHANNEL))
            return
        if check is None:
            self.show(replace(self.state, problem=letter_words.CHOOSE_CHECK))
            return
        self._once(
            lambda: self._services.letters.given(record, channel, check),
            then=lambda changed: self._noted(changed, letter_words.NOTED),
        )

    # -- on from here ------------------------------------------------------------------------------

    def ask_safe_contact(self) -> None:
        """Ask the safe-contact questions again."""
        if self._matter is not None:
            self._go(
                Route(
                    place=Place.SAFE_CONTACT,
                    screening=self._screening_id,
                    young_person=self._matter.person.id,
                )
            )

    def choose_services(self) -> None:
        """Back to choosing services together."""
        self._go(Route(place=Place.CHOOSE_SERVICES, screening=self._screening_id))

    def leave(self) -> None:
        """To the level page, where the worker goes on."""
        self._go(Route(place=Place.LEVEL, screening=self._screening_id))

    # -- inside ------------------------------------------------------------------------------------

    def _read(self) -> tuple[LetterMatter, bytes | None]:
        matter = self._services.letters.matter(self._screening_id)
        kept = self._services.letters.pages_of(self._letter_id) if self._letter_id else None
        return matter, kept

    def _take(self, read: tuple[LetterMatter, bytes | None]) -> None:
        self._matter, kept = read
        state = letter_begun(self._matter, self._services.clock().date())
        if kept is not None and self._letter_id is not None:
            records = self._matter.given_before
            self._record = next(r for r in records if r.id == self._letter_id)
            self.show(replace(state, pdf=kept))
            self._noted(self._record, "")
        else:
            self._redraft(state)

    def _with_service(
        self, service: ServiceId, change: Callable[[ServiceTick], ServiceTick]
    ) -> None:
        services = tuple(
            change(tick) if tick.id == service else tick for tick in self.state.services
        )
        self._redraft(replace(self.state, services=services))

    def _redraft(self, state: LetterState) -> None:
        """Show the choices at once; one draft at a time is drawn, and the last one wins."""
        self.show(replace(state, problem=""))
        matter = self._matter
        if matter is None or state.stage is not LetterStage.DRAFT:
            return
        if self._drawing:
            self._stale = True
            return
        self._drawing, self._stale = True, False
        choices = self._choices(state)
        self._services.runner.run(
            lambda: self._services.letters.draft(matter, choices),
            then=self._drawn,
            failed=self._refused,
        )

    def _drawn(self, pages: LetterPages) -> None:
        self._drawing = False
        if self.state.stage is LetterStage.DRAFT:
            if self._stale:
                self._redraft(self.state)
            else:
                self.show(
                    replace(
                        self.state,
                        pdf=pages.pdf,
                        text=pages.letter.as_plain_text(),
                        unprintable=letter_words.unprintable_words(pages.unprintable),
                    )
                )

    def _choices(self, state: LetterState) -> LetterChoices:
        today = self._services.clock().date()
        check_in = None
        if state.check_in_in is not None:
            day = today + timedelta(days=state.check_in_in)
            check_in = CheckIn(day=day, way=state.check_in_way)
        return LetterChoices(
            own_words=state.own_words if state.own_words_approved else "",
            own_words_approved=state.own_words_approved,
            services=tuple(
                ServiceOnPaper(service_id=tick.id, on_paper=True, ticked=tick.ticked)
                for tick in state.services
                if tick.is_ready
            ),
            check_in=check_in,
            text_size=state.text_size,
            language=state.language,
            with_english=state.with_english,
            easy_read=state.easy_read,
            posted=state.posted,
            reply_code=self._code if state.reply_slip else "",
        )

    def _kept(self, record: LetterRecord, pages: LetterPages) -> None:
        text = pages.letter.as_plain_text()
        self.show(replace(self.state, pdf=pages.pdf, text=text))
        self._noted(record, letter_words.KEPT)

    def _noted(self, record: LetterRecord, notice: str) -> None:
        self._record = record
        self.show(
            replace(
                self.state,
                stage=LetterStage.GIVEN if record.given else LetterStage.KEPT,
                given_words=letter_words.given_words(record),
                notice=notice,
                problem="",
            )
        )

    def _once(self, job: Callable[[], Result], *, then: Callable[[Result], None]) -> None:
        """Write once, even when the button is pressed twice."""
        if self._busy:
            return
        self._busy = True

        def done(result: Result) -> None:
            self._busy = False
            then(result)

        self._services.runner.run(job, then=done, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        self._busy = self._drawing = False
        problem = letter_words.letter_problem(error)
        self.show(replace(self.state, loading=False, problem=problem, notice=""))
