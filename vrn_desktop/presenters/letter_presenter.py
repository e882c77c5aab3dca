"""The letter page: choose together what stands in it, look at it, confirm, print, record the giving."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from vrn_desktop.application.letter_giving_service import (
    LetterChoices,
    LetterMatter,
    LetterPages,
    ServiceOnPaper,
)
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import ContactNotSafeError, DomainError
from vrn_desktop.domain.identifiers import LetterId, ScreeningId, ServiceId, StepId
from vrn_desktop.domain.letter import TextSize
from vrn_desktop.domain.letter_channel import LetterChannel, is_safe_channel
from vrn_desktop.domain.letter_deny_list import LetterWordRefusedError
from vrn_desktop.domain.letter_facts import CheckIn, CheckInWay, is_safe_way
from vrn_desktop.domain.letter_record import LetterRecord, ReadingCheck
from vrn_desktop.domain.letter_service import LeftOut, ServiceNotForLetterError
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.presenters.choose_services_presenter import check_words
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import day, masked_name

WORDS_STEP = StepId("Z2")

_LEFT_OUT = {
    LeftOut.NEEDS_TICK: "Tick that you have checked each number, or leave that service out.",
    LeftOut.WORKERS_ONLY: "A line for workers cannot stand in this letter.",
}
_WAYS = {
    CheckInWay.IN_PERSON: "In person",
    CheckInWay.TEXT: "By text",
    CheckInWay.CALL: "By phone",
    CheckInWay.POST: "By letter",
}


class LetterStage(StrEnum):
    """Where the letter stands."""

    DRAFT = "draft"
    KEPT = "kept"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTick:
    """One chosen service with its switches: on paper, sensitive opt-in, number checked."""

    id: ServiceId
    name: str
    check: str
    sensitive: bool
    needs_tick: bool
    included: bool
    on_paper: bool
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterState:
    """The page; `pdf` is the letter in memory and `text` the same to read aloud."""

    loading: bool = True
    stage: LetterStage = LetterStage.DRAFT
    initials: str = ""
    own_words: str = ""
    own_words_approved: bool = False
    services: tuple[ServiceTick, ...] = ()
    check_in_days: tuple[tuple[int, str], ...] = ()
    check_in_in: int | None = None
    check_in_ways: tuple[tuple[CheckInWay, str, bool], ...] = ()
    check_in_way: CheckInWay = CheckInWay.IN_PERSON
    text_size: TextSize = TextSize.STANDARD
    may_post: bool = False
    posted: bool = False
    channels: tuple[tuple[LetterChannel, bool], ...] = ()
    pdf: bytes = b""
    text: str = ""
    unconfirmed_note: str = "Draft until you confirm it"
    problem: str = ""
    notice: str = ""


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
        self._matter: LetterMatter | None = None
        self._record: LetterRecord | None = None
        services.runner.run(self._read, then=self._take, failed=self._refused)

    def write_words(self, words: str) -> None:
        """Their words for the letter; changing them asks for their yes again (TI-25)."""
        self._redraft(replace(self.state, own_words=words, own_words_approved=False))

    def approve_words(self, *, yes: bool) -> None:
        """They said yes to these words standing in the letter."""
        self._redraft(replace(self.state, own_words_approved=yes))

    def include(self, service: ServiceId, *, included: bool) -> None:
        """Whether a service stands in the letter; a sensitive one only by their own opt-in (SP-09)."""
        self._with_service(
            service, lambda tick: replace(tick, included=included, on_paper=included)
        )

    def tick(self, service: ServiceId, *, ticked: bool) -> None:
        """The worker has checked this number today (SP-03)."""
        self._with_service(service, lambda tick: replace(tick, ticked=ticked))

    def promise_check_in(self, days: int | None) -> None:
        """When the worker will check in, or not in this letter."""
        self._redraft(replace(self.state, check_in_in=days))

    def check_in_by(self, way: CheckInWay) -> None:
        """How; only ways that were said to be safe are offered."""
        self._redraft(replace(self.state, check_in_way=way))

    def choose_size(self, size: TextSize) -> None:
        """Usual or large print (LT-05)."""
        self._redraft(replace(self.state, text_size=size))

    def post(self, *, on: bool) -> None:
        """A letter for the post, with their safe name and address in the window."""
        self._redraft(replace(self.state, posted=on))

    def confirm(self) -> None:
        """The worker has read it with them: keep it encrypted in the file (LT-06)."""
        matter = self._matter
        if matter is None or self.state.stage is not LetterStage.DRAFT:
            return
        choices = self._choices(self.state)
        self._services.runner.run(
            lambda: self._services.letters.confirm(matter, choices),
            then=lambda kept: self._kept(*kept),
            failed=self._refused,
        )

    def printed(self) -> None:
        """The pages went to the printer."""
        record = self._record
        if record is not None:
            self._services.runner.run(
                lambda: self._services.letters.printed(record),
                then=lambda _: self.show(
                    replace(self.state, notice="Sent to the printer. This program keeps no copy.")
                ),
                failed=self._refused,
            )

    def copy_saved(self) -> None:
        """A readable copy was saved outside the file, after the warning."""
        record = self._record
        if record is not None:
            self._services.runner.run(
                lambda: self._services.letters.copy_saved(record),
                then=lambda _: None,
                failed=self._refused,
            )

    def given(self, channel: LetterChannel, reading_check: ReadingCheck) -> None:
        """How it reached them; a way that was not said to be safe is refused."""
        record = self._record
        if record is None:
            return
        self._services.runner.run(
            lambda: self._services.letters.given(record, channel, reading_check),
            then=lambda _: self.show(
                replace(self.state, stage=LetterStage.GIVEN, notice="Noted.", problem="")
            ),
            failed=self._refused,
        )

    def ask_safe_contact(self) -> None:
        """Ask the safe-contact questions again."""
        person = self._matter.person.id if self._matter else None
        self._go(Route(place=Place.SAFE_CONTACT, screening=self._screening_id, young_person=person))

    def leave(self) -> None:
        """To the level page, where the worker goes on."""
        self._go(Route(place=Place.LEVEL, screening=self._screening_id))

    def _read(self) -> tuple[LetterMatter, bytes | None]:
        matter = self._services.letters.matter(self._screening_id)
        kept = self._services.letters.pages_of(self._letter_id) if self._letter_id else None
        return matter, kept

    def _take(self, read: tuple[LetterMatter, bytes | None]) -> None:
        self._matter, kept = read
        matter = self._matter
        today = self._services.clock().date()
        words = matter.screening.own_words.get(WORDS_STEP, "")
        notes = matter.screening.step_notes.get(WORDS_STEP, {})
        state = replace(
            self.state,
            loading=False,
            initials=masked_name(matter.person.chosen_name),
            own_words=words,
            own_words_approved=bool(words) and notes.get("approved") == "true",
            services=tuple(
                _tick(entry, check_words(entry, today), needs_tick=entry.needs_check(today))
                for _, entry in matter.accepted
            ),
            check_in_days=tuple((n, day(today + timedelta(days=n))) for n in (1, 7, 14, 28)),
            check_in_ways=tuple(
                (way, words_, is_safe_way(way, matter.safe_contact))
                for way, words_ in _WAYS.items()
            ),
            may_post=matter.safe_contact.may_post(),
            channels=tuple(
                (channel, is_safe_channel(channel, matter.safe_contact, today))
                for channel in LetterChannel
            ),
        )
        if kept is not None and self._letter_id is not None:
            self._record = next(r for r in matter.given_before if r.id == self._letter_id)
            stage = LetterStage.GIVEN if self._record.given else LetterStage.KEPT
            self.show(replace(state, stage=stage, pdf=kept))
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
        """Show the choices at once and draw the draft on the store thread."""
        matter = self._matter
        self.show(replace(state, problem=""))
        if matter is None or state.stage is not LetterStage.DRAFT:
            return
        choices = self._choices(state)
        self._services.runner.run(
            lambda: self._services.letters.draft(matter, choices),
            then=self._drawn,
            failed=self._refused,
        )

    def _drawn(self, pages: LetterPages) -> None:
        if self.state.stage is LetterStage.DRAFT:
            self.show(replace(self.state, pdf=pages.pdf, text=pages.letter.as_plain_text()))

    def _choices(self, state: LetterState) -> LetterChoices:
        today = self._services.clock().date()
        check_in = None
        if state.check_in_in is not None:
            check_in = CheckIn(
                day=today + timedelta(days=state.check_in_in), way=state.check_in_way
            )
        return LetterChoices(
            own_words=state.own_words if state.own_words_approved else "",
            own_words_approved=state.own_words_approved,
            services=tuple(
                ServiceOnPaper(service_id=tick.id, on_paper=tick.on_paper, ticked=tick.ticked)
                for tick in state.services
                if tick.included and (tick.ticked or not tick.needs_tick)
            ),
            check_in=check_in,
            text_size=state.text_size,
            posted=state.posted,
        )

    def _kept(self, record: LetterRecord, pages: LetterPages) -> None:
        self._record = record
        self.show(
            replace(
                self.state,
                stage=LetterStage.KEPT,
                pdf=pages.pdf,
                text=pages.letter.as_plain_text(),
                notice="Kept, encrypted, in this file.",
                problem="",
            )
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=letter_problem(error)))


def letter_problem(error: Exception) -> str:
    """What keeps a letter from being made, and what to do."""
    if isinstance(error, ServiceNotForLetterError):
        return _LEFT_OUT.get(error.reason, "One service cannot stand in this letter. Leave it out.")
    if isinstance(error, LetterWordRefusedError):
        return "A name here holds a word that never stands in a letter. Choose another service."
    if isinstance(error, ContactNotSafeError):
        return (
            "This way was not said to be safe. Ask the safe-contact questions, or choose another."
        )
    if isinstance(error, DomainError):
        return str(error).capitalize() + "."
    return told(error)


def _tick(entry: ServiceEntry, check: str, *, needs_tick: bool) -> ServiceTick:
    return ServiceTick(
        id=entry.id,
        name=entry.name,
        check=check,
        sensitive=entry.sensitive,
        needs_tick=needs_tick,
        included=not entry.sensitive,
        on_paper=False,
        ticked=False,
    )
