"""The level page: the rules suggest, the worker weighs and decides (F12, F14, F15, F18)."""

from collections.abc import Callable
from dataclasses import replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.conversation_texts import kinder_word_hints
from vrn_desktop.domain.identifiers import ItemId, LevelName, ScreeningId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.level_decision import LevelDecision
from vrn_desktop.domain.override import is_upward
from vrn_desktop.presenters.closing.aftercare import care_afterwards
from vrn_desktop.presenters.conversation.place_concern_presenter import PlaceConcernPresenter
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.level_drawing import LevelMatter, level_drawn, level_matter
from vrn_desktop.presenters.level_state import LevelState, Verdict
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter

CHOOSE_FIRST = "Choose what you think first."
GIVE_REASON = "Say in a sentence why. A lower level needs a reason."
CHOOSE_LEVEL = "Choose which level fits better."
EMPTY_ADDENDUM = "Write what you want to add first."


class LevelPresenter(Presenter[LevelState]):
    """Weighing one level."""

    def __init__(
        self, services: Services, screening_id: ScreeningId, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(LevelState(fairness_prompt=services.content.texts().fairness_prompt))
        self._services = services
        self._screening_id = screening_id
        self._go = go
        self._instrument: Instrument | None = None
        self._busy = False
        self.load()

    def load(self) -> None:
        """Look at the conversation as it stands now."""
        self._services.runner.run(
            lambda: level_matter(self._services, self._screening_id),
            then=self._take,
            failed=self._refused,
        )

    # -- weighing ----------------------------------------------------------------------------------

    def choose(self, verdict: Verdict) -> None:
        """Agree, a different level, or ask first."""
        self.show(self._weighed(replace(self.state, verdict=verdict, problem="")))

    def want(self, level: LevelName) -> None:
        """Which other level fits better."""
        self.show(self._weighed(replace(self.state, wanted=level, problem="")))

    def write_reason(self, words: str) -> None:
        """Why; hints about blaming words never block (TI-36)."""
        self.show(replace(self.state, reason=words, kinder_words=self._hints(words), problem=""))

    def write_reflection(self, words: str) -> None:
        """What the fairness question brought up; free to leave empty (TI-35)."""
        self.show(replace(self.state, reflection=words))

    def decide(self) -> None:
        """Keep the decision, or say what is missing."""
        state = self.state
        problem = _missing(state)
        wanted = state.wanted if state.verdict is Verdict.DIFFERENT else state.level
        if problem or wanted is None:
            self.show(replace(state, problem=problem))
            return
        self._change(lambda: self._decided(state, wanted), then=self._forget_choice)

    def finish(self) -> None:
        """Lock the record; refused while an escalation is open (TI-06)."""
        screenings = self._services.screenings
        self._change(lambda: screenings.complete(screenings.load(self._screening_id)))

    # -- places and additions ----------------------------------------------------------------------

    def place_concern(self, kept: Callable[[], None]) -> PlaceConcernPresenter:
        """The sheet for a place that may not be safe; `kept` follows once it is on the disk (TI-37)."""

        def reload() -> None:
            kept()
            self.load()

        return PlaceConcernPresenter(self._services, self._screening_id, kept=reload)

    def write_addendum(self, words: str) -> None:
        """What is to be added to the locked record."""
        self.show(replace(self.state, addendum=words, addendum_problem=""))

    def add_addendum(self) -> None:
        """Add it with today's date; the original stays (TI-23)."""
        words = self.state.addendum.strip()
        if not words:
            self.show(replace(self.state, addendum_problem=EMPTY_ADDENDUM))
            return
        self._change(
            lambda: self._services.screenings.add_addendum(self._screening_id, words),
            then=lambda: self.show(replace(self.state, addendum="")),
        )

    # -- on from here ------------------------------------------------------------------------------

    def look_at_noted(self) -> None:
        """Back to what was noted in the conversation."""
        self._go(Route(place=Place.CHECK_NOTED, screening=self._screening_id))

    def open_person(self) -> None:
        """To the young person's page."""
        person = self.state.young_person
        if person is not None:
            self._go(Route(place=Place.YOUNG_PERSON, young_person=person))

    def choose_services(self) -> None:
        """To the services, chosen together."""
        self._go(Route(place=Place.CHOOSE_SERVICES, screening=self._screening_id))

    def make_letter(self) -> None:
        """To the letter."""
        self._go(Route(place=Place.LETTER_FOR, screening=self._screening_id))

    def change_answer(self, item: ItemId) -> None:
        """Back to one question (TI-23)."""
        self._go(
            Route(
                place=Place.CONVERSATION,
                screening=self._screening_id,
                item=item,
                returns_to=Place.LEVEL,
            )
        )

    def record_action(self) -> None:
        """Write down what was done about an open escalation (TI-06)."""
        self._go(
            Route(
                place=Place.ESCALATION,
                screening=self._screening_id,
                escalation=self.state.open_escalation,
            )
        )

    def open_safety_steps(self) -> None:
        """To the steps and numbers."""
        self._go(Route(place=Place.SAFETY_STEPS))

    # -- inside ------------------------------------------------------------------------------------

    def _decided(self, state: LevelState, wanted: LevelName) -> LevelDecision:
        """The decision; after a heavy talk that ended early it also puts aftercare on the list (TI-41)."""
        care_afterwards(self._services, self._services.screenings.load(self._screening_id))
        if state.verdict is Verdict.ASK:
            return self._services.levels.ask_supervisor(self._screening_id, state.reason)
        return self._services.levels.decide(
            self._screening_id,
            wanted,
            reason=state.reason if state.verdict is Verdict.DIFFERENT else "",
            fairness_reflection=state.reflection,
        )

    def _change(self, job: Callable[[], object], *, then: Callable[[], None] | None = None) -> None:
        """Write once, even when the button is pressed twice."""
        if self._busy:
            return
        self._busy = True

        def changed(_: object) -> None:
            self._busy = False
            self.show(replace(self.state, problem=""))
            if then is not None:
                then()
            self.load()

        self._services.runner.run(job, then=changed, failed=self._refused)

    def _forget_choice(self) -> None:
        self.show(
            replace(
                self.state,
                verdict=None,
                wanted=None,
                reason="",
                reflection="",
                goes_down=False,
                kinder_words=(),
            )
        )

    def _take(self, matter: LevelMatter) -> None:
        self._instrument = matter.instrument
        self.show(level_drawn(self.state, matter, self._services.people.name_of))

    def _weighed(self, state: LevelState) -> LevelState:
        """Whether what is wanted goes down and so needs a reason and a second person (F12)."""
        down = (
            state.verdict is Verdict.DIFFERENT
            and state.wanted is not None
            and state.level is not None
            and self._instrument is not None
            and not is_upward(self._instrument.rule_set, state.level, state.wanted)
        )
        return replace(state, goes_down=down)

    def _hints(self, words: str) -> tuple[str, ...]:
        hints = kinder_word_hints(words, self._services.content.texts().kinder_words)
        return tuple(f"“{hint.say}” could be “{hint.instead}”" for hint in hints)

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self.show(replace(self.state, loading=False, problem=told(error)))


def _missing(state: LevelState) -> str:
    if state.verdict is None:
        return CHOOSE_FIRST
    if state.verdict is Verdict.DIFFERENT and state.wanted is None:
        return CHOOSE_LEVEL
    if state.goes_down and not state.reason.strip():
        return GIVE_REASON
    return ""
