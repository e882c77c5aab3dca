"""A letter to a parent, a service or a school, or the card: asked, looked at, kept; shut until it may be made."""

from collections.abc import Callable
from dataclasses import replace

from vrn_desktop.application.letter_languages import LetterLanguage
from vrn_desktop.application.other_letters import OtherLetterMatter, shut_by
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ScreeningId, ServiceId
from vrn_desktop.domain.letter import Letter, LetterKind, TextSize
from vrn_desktop.domain.letter_agreement import LawfulReason, Shared
from vrn_desktop.domain.letter_facts import MOST_SERVICES
from vrn_desktop.domain.letter_facts_others import ContactWay, SchoolSupport
from vrn_desktop.domain.letter_gates import LetterShutError
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.safe_contact import SafeReply
from vrn_desktop.presenters import letter_words
from vrn_desktop.presenters.letter_gate_words import LOOK_AT_COMPETENCE, why_shut
from vrn_desktop.presenters.letter_state import ServiceTick
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.other_letter_drawing import (
    for_service,
    other_letter_begun,
    other_letter_choices,
)
from vrn_desktop.presenters.other_letter_state import OtherLetterState
from vrn_desktop.presenters.presenter import Presenter

WRITE_ADDRESS = "Write the address for the envelope, or take the envelope off."
ALONE_FIRST = "Something has to be noted first. Do it when you are on your own."
CHOOSE_SUPPORT = "Choose together what would help at school."


class OtherLetterPresenter(Presenter[OtherLetterState]):
    """One letter to somebody else. Each change draws the draft again, or says what still holds it shut."""

    def __init__(
        self,
        services: Services,
        screening_id: ScreeningId,
        kind: LetterKind,
        *,
        go: Callable[[Route], None],
    ) -> None:
        super().__init__(OtherLetterState(kind=kind))
        self._services = services
        self._screening_id = screening_id
        self._go = go
        self._matter: OtherLetterMatter | None = None
        self._code = services.letters.new_reply_code()
        self._drawing = self._stale = self._busy = False
        services.runner.run(
            lambda: (
                services.letters.others.matter(screening_id),
                services.letters.others.languages(kind),
            ),
            then=lambda read: self._take(*read),
            failed=self._refused,
        )

    # -- what was agreed ---------------------------------------------------------------------------

    def say_agrees(self, reply: SafeReply) -> None:
        """Their own answer to this letter."""
        self._redraft(replace(self.state, agrees=reply))

    def look_at_competence(self, seen: frozenset[str]) -> None:
        """The worker's view for this one decision (CO-04)."""
        self._redraft(replace(self.state, competence=seen))

    def rule_out_worry(self, *, on: bool) -> None:
        """Nothing worries the worker about this adult."""
        self._redraft(replace(self.state, no_worry=on))

    def say_support_only(self, *, on: bool) -> None:
        """The letter is about support and nothing else."""
        self._redraft(replace(self.state, support_only=on))

    def share(self, what: Shared, *, on: bool) -> None:
        """They agreed that the letter says this, or took it back."""
        shared = self.state.shared | {what} if on else self.state.shared - {what}
        self._redraft(replace(self.state, shared=shared))

    def write_words(self, words: str) -> None:
        """Their words for this letter; changing them asks for their yes again (TI-25)."""
        shared = self.state.shared - {Shared.OWN_WORDS}
        self._redraft(replace(self.state, own_words=words, shared=shared))

    def say_consent(self, *, yes: bool) -> None:
        """Their yes or no to this one service, kept with its date and the view on competence (CO-04)."""
        offer = self._matter.offer(self.state.service_id) if self._matter else None
        if offer is None or self._busy:
            return
        competence = other_letter_choices(self.state, "").agreement.competence
        if yes and self.state.asks_competence and competence is None:
            self.show(replace(self.state, problem=self._for_two(LOOK_AT_COMPETENCE)))
            return
        self._busy = True
        services, screening, service = self._services, self._screening_id, self.state.service_id

        def job() -> OtherLetterMatter:
            services.signposting.consent(offer[0], given=yes, competence=competence)
            return services.letters.others.matter(screening)

        def done(matter: OtherLetterMatter) -> None:
            self._busy = False
            self._matter = matter
            self._redraft(for_service(self.state, matter, service))

        services.runner.run(job, then=done, failed=self._refused)

    def choose_reason(self, reason: LawfulReason | None) -> None:
        """Why the law lets us write without consent, or none."""
        self._redraft(replace(self.state, lawful_reason=reason))

    def write_reason(self, note: str) -> None:
        """The reason in the worker's own words; it never stands in the letter."""
        self._redraft(replace(self.state, lawful_note=note))

    # -- what stands in it -------------------------------------------------------------------------

    def choose_service(self, service: ServiceId) -> None:
        """Which service a referral goes to."""
        if self._matter is not None:
            self._redraft(for_service(self.state, self._matter, service))

    def include(self, service: ServiceId, *, included: bool) -> None:
        """Whether a service stands in this letter; none does until they say so."""
        chosen = sum(tick.included for tick in self.state.services if tick.id != service)
        if included and chosen >= MOST_SERVICES:
            self.show(replace(self.state, problem=letter_words.TOO_MANY))
            return
        ticks = (
            replace(tick, included=included) if tick.id == service and not tick.refused else tick
            for tick in self.state.services
        )
        self._redraft(replace(self.state, services=tuple(ticks)))

    def tick(self, service: ServiceId, *, ticked: bool) -> None:
        """The worker has checked this service today (SP-03)."""
        ticks = (
            replace(tick, ticked=ticked) if tick.id == service else tick
            for tick in self.state.services
        )
        self._redraft(replace(self.state, services=tuple(ticks)))

    def choose_support(self, support: frozenset[SchoolSupport]) -> None:
        """What was agreed for school."""
        self._redraft(replace(self.state, support=support))

    def choose_way(self, way: ContactWay) -> None:
        """How the service is to get in touch; only safe ways are offered."""
        self._redraft(replace(self.state, way=way))

    def reply_within(self, days: int) -> None:
        """How long the service has to answer."""
        self._redraft(replace(self.state, days_to_reply=days))

    def carry_line(self, number: str, *, on: bool) -> None:
        """Whether a line stands on the card."""
        left = self.state.lines_left_out - {number} if on else self.state.lines_left_out | {number}
        self._redraft(replace(self.state, lines_left_out=left))

    def put_names_on_card(self, *, on: bool) -> None:
        """They said that names on the card are safe."""
        self._redraft(replace(self.state, card_names=on))

    def put_project_on_card(self, *, on: bool) -> None:
        """They said that our name on the card is safe."""
        self._redraft(replace(self.state, card_project=on))

    def post(self, *, on: bool) -> None:
        """For the window of an envelope."""
        self._redraft(replace(self.state, posted=on))

    def write_address(self, address: str) -> None:
        """The lines below the name; a letter home has those that were said to be safe."""
        self._redraft(replace(self.state, address=address))

    def choose_language(self, code: str) -> None:
        """The language of the letter; an unchecked translation goes together with the English one."""
        chosen = replace(self.state, language=code)
        self._redraft(replace(chosen, with_english=chosen.is_unchecked))

    def print_english(self, *, on: bool) -> None:
        """Whether the English letter follows a translation in the same document."""
        self._redraft(replace(self.state, with_english=on))

    def choose_size(self, size: TextSize) -> None:
        """Usual or large print (LT-05)."""
        self._redraft(replace(self.state, text_size=size))

    def look_together(self, *, on: bool) -> None:
        """Two pairs of eyes look at the draft: what holds a letter shut is not shown."""
        self.show(replace(self.state, together=on))

    # -- on from here ------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Read together: keep it encrypted in the file (LT-06)."""
        if self._busy or self._matter is None:
            return
        if self.state.still_shut or not self.state.pdf:
            shut = " ".join(self.state.still_shut)
            self.show(replace(self.state, problem=self._for_two(shut)))
            return
        if any(tick.included and not tick.is_ready for tick in self._printed_services()):
            self.show(replace(self.state, problem=letter_words.NEEDS_TICK))
            return
        self._busy = True
        choices = other_letter_choices(self.state, self._code)
        self._services.runner.run(
            lambda: self._services.letters.others.confirm(self._screening_id, choices),
            then=self._kept,
            failed=self._refused,
        )

    def ask_safe_contact(self) -> None:
        """Ask the safe-contact questions again, and come back."""
        if self._matter is not None:
            self._go(
                Route(
                    place=Place.SAFE_CONTACT,
                    screening=self._screening_id,
                    young_person=self._matter.person.id,
                    letter_kind=self.state.kind,
                )
            )

    def choose_services(self) -> None:
        """Back to choosing services together."""
        self._go(Route(place=Place.CHOOSE_SERVICES, screening=self._screening_id))

    def leave(self) -> None:
        """Back to the question who it is for."""
        self._go(Route(place=Place.LETTER_FOR, screening=self._screening_id))

    # -- inside ------------------------------------------------------------------------------------

    def _take(self, matter: OtherLetterMatter, languages: tuple[LetterLanguage, ...]) -> None:
        self._matter = matter
        begun = other_letter_begun(self.state.kind, matter)
        self._redraft(replace(begun, languages=languages))

    def _for_two(self, words: str) -> str:
        """Words for the worker alone are not shown while two pairs of eyes look."""
        return ALONE_FIRST if self.state.together else words

    def _printed_services(self) -> tuple[ServiceTick, ...]:
        state = self.state
        if state.kind is not LetterKind.SERVICE_REFERRAL:
            return state.services
        return tuple(tick for tick in state.services if tick.id == state.service_id)

    def _redraft(self, state: OtherLetterState) -> None:
        """Show the choices at once; then the draft, or what still holds it shut."""
        matter = self._matter
        if matter is None:
            return
        choices = other_letter_choices(state, self._code)
        shut = why_shut(shut_by(matter, choices)) or _still_missing(state)
        self.show(
            replace(
                state,
                still_shut=shut,
                problem="",
                pdf=b"" if shut else state.pdf,
                text="" if shut else state.text,
            )
        )
        if shut:
            return
        if self._drawing:
            self._stale = True
            return
        self._drawing, self._stale = True, False
        self._services.runner.run(
            lambda: self._services.letters.others.draft(matter, choices),
            then=lambda drawn: self._drawn(*drawn),
            failed=self._refused,
        )

    def _drawn(self, letter: Letter, pdf: bytes) -> None:
        self._drawing = False
        if self._stale:
            self._redraft(self.state)
        elif not self.state.still_shut:
            self.show(replace(self.state, pdf=pdf, text=letter.as_plain_text()))

    def _kept(self, kept: tuple[LetterRecord, Letter, bytes]) -> None:
        """The page is left for that of the kept letter, so that it cannot be kept a second time."""
        record = kept[0]
        self._go(Route(place=Place.LETTER, screening=self._screening_id, letter=record.id))

    def _refused(self, error: Exception) -> None:
        self._busy = self._drawing = False
        if isinstance(error, LetterShutError):
            shut = why_shut(error.reasons)
            self.show(replace(self.state, still_shut=shut, pdf=b"", text="", loading=False))
            return
        problem = letter_words.letter_problem(error)
        self.show(replace(self.state, loading=False, problem=problem, pdf=b"", text=""))


def _still_missing(state: OtherLetterState) -> tuple[str, ...]:
    """What an open letter still needs before it can be drawn."""
    to = next((tick for tick in state.services if tick.id == state.service_id), None)
    wants_address = state.kind in (LetterKind.SERVICE_REFERRAL, LetterKind.SCHOOL)
    missing = (
        (state.kind is LetterKind.SCHOOL and not state.support, CHOOSE_SUPPORT),
        (to is not None and bool(to.refused), to.refused if to else ""),
        (to is not None and not to.refused and not to.is_ready, letter_words.NEEDS_TICK),
        (wants_address and state.posted and not state.address.strip(), WRITE_ADDRESS),
    )
    return tuple(words for is_missing, words in missing if is_missing)
