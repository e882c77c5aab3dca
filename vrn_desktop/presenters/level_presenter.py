"""The level page: the rules suggest, the worker weighs and decides (F12, F14, F15, F18)."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from vrn_desktop.application.level_service import LevelPicture
from vrn_desktop.application.services import Services
from vrn_desktop.domain.answer_in_words import AnswerInWords
from vrn_desktop.domain.conversation_texts import kinder_word_hints
from vrn_desktop.domain.counterfactual import AnswerChange
from vrn_desktop.domain.identifiers import ItemId, LevelName, ScreeningId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.level_decision import DecisionState, LevelDecision
from vrn_desktop.domain.override import is_upward
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.level_state import LevelState, ReasonLine, Verdict
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import local_date, short_day

CHANGES_SHOWN = 6
_DECIDED = {
    DecisionState.CONFIRMED: "You confirmed this level.",
    DecisionState.PENDING_REVIEW: (
        "Waiting for a second person. Until they agree, the suggested level stands."
    ),
    DecisionState.APPROVED: "A second person agreed to this level.",
    DecisionState.DECLINED: "A second person did not agree. The suggested level stands.",
    DecisionState.ASKED_SUPERVISOR: "Waiting for your supervisor. Nothing is confirmed yet.",
}
CHOOSE_FIRST = "Choose what you think first."
GIVE_REASON = "Say in a sentence why. A lower level needs a reason."
CHOOSE_LEVEL = "Choose which level fits better."


class LevelPresenter(Presenter[LevelState]):
    """Weighing one level."""

    def __init__(
        self, services: Services, screening_id: ScreeningId, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(LevelState())
        self._services = services
        self._screening_id = screening_id
        self._go = go
        self._instrument: Instrument | None = None
        self.load()

    def load(self) -> None:
        """Look at the conversation as it stands now."""
        self._services.runner.run(self._loaded, then=self._take, failed=self._refused)

    def choose(self, verdict: Verdict) -> None:
        """Agree, a different level, or ask first."""
        self.show(self._weighed(replace(self.state, verdict=verdict, problem="")))

    def want(self, level: LevelName) -> None:
        """Which other level fits better."""
        self.show(self._weighed(replace(self.state, wanted=level, problem="")))

    def write_reason(self, words: str) -> None:
        """Why; hints about blaming words never block (TI-36)."""
        hints = kinder_word_hints(words, self._services.content.texts().kinder_words)
        found = tuple(f"“{hint.say}” could be “{hint.instead}”" for hint in hints)
        self.show(replace(self.state, reason=words, kinder_words=found, problem=""))

    def write_reflection(self, words: str) -> None:
        """What the fairness question brought up; free to leave empty (TI-35)."""
        self.show(replace(self.state, reflection=words))

    def decide(self) -> None:
        """Keep the decision."""
        state = self.state
        problem = _missing(state)
        if problem:
            self.show(replace(state, problem=problem))
            return
        wanted = state.wanted if state.verdict is Verdict.DIFFERENT else state.level
        if wanted is None:
            return
        self._services.runner.run(
            lambda: self._decided(state, wanted),
            then=lambda _: self.load(),
            failed=self._refused,
        )

    def finish(self) -> None:
        """Lock the record; refused while an escalation is open (TI-06)."""
        self._services.runner.run(
            lambda: self._services.screenings.complete(
                self._services.screenings.load(self._screening_id)
            ),
            then=lambda _: self.load(),
            failed=self._refused,
        )

    def choose_services(self) -> None:
        """To the services, chosen together."""
        self._go(Route(place=Place.CHOOSE_SERVICES, screening=self._screening_id))

    def make_letter(self) -> None:
        """To the letter."""
        self._go(Route(place=Place.LETTER, screening=self._screening_id))

    def change_answer(self, item: ItemId) -> None:
        """Back to one question (TI-23)."""
        self._go(Route(place=Place.CONVERSATION, screening=self._screening_id, item=item))

    def open_safety_steps(self) -> None:
        """To the steps and numbers."""
        self._go(Route(place=Place.SAFETY_STEPS))

    def _loaded(self) -> tuple[LevelPicture, YoungPerson, Instrument, int]:
        picture = self._services.levels.picture(self._screening_id)
        person = self._services.young_people.get(picture.screening.young_person_id)
        instrument = self._services.screenings.path(picture.screening).instrument
        escalations = self._services.escalations.of_screening(self._screening_id)
        return picture, person, instrument, sum(e.is_open for e in escalations)

    def _decided(self, state: LevelState, wanted: LevelName) -> LevelDecision:
        if state.verdict is Verdict.ASK:
            return self._services.levels.ask_supervisor(self._screening_id, state.reason)
        return self._services.levels.decide(
            self._screening_id,
            wanted,
            reason=state.reason,
            fairness_reflection=state.reflection,
        )

    def _take(self, loaded: tuple[LevelPicture, YoungPerson, Instrument, int]) -> None:
        picture, person, instrument, still_open = loaded
        self._instrument = instrument
        rules = instrument.rule_set
        outcome, why = picture.outcome, picture.rationale
        levels = tuple(
            (level, title) for level, title in rules.level_titles.items() if level != outcome.level
        )
        decision = picture.decision
        current = decision is not None and decision.outcome == outcome
        self.show(
            LevelState(
                loading=False,
                initials=person.initials(),
                day=short_day(local_date(picture.screening.started_at)),
                level=outcome.level,
                step=step_of(instrument, outcome.level),
                level_title=rules.level_titles[outcome.level],
                ladder=_ladder(instrument),
                meaning=" ".join(reason.text for reason in why.reasons[:1]),
                provisional=outcome.provisional,
                strengths=tuple(_strength(answer) for answer in why.strengths),
                reasons=tuple(
                    _line(reason.text, reason.answers, reason.rule) for reason in why.reasons
                ),
                escalations=tuple(
                    _line(reason.text, reason.answers, reason.rule) for reason in why.escalations
                ),
                open_escalations=still_open,
                notes=tuple(
                    ReasonLine(text=note.text, answers="", rule=note.rule, item=None)
                    for note in why.notes
                ),
                place_concern=any(note.flag == "context_concern" for note in why.notes),
                would_change=_changes(picture.counterfactuals.answered, instrument),
                unanswered=_changes(picture.counterfactuals.unanswered_core, instrument),
                silent=why.silent_items,
                rules=f"Rules: {instrument.title}, version {outcome.rule_set_version}",
                is_draft_content=instrument.status,
                level_choices=levels,
                fairness_prompt=self._services.content.texts().fairness_prompt,
                decided=_decision_words(decision, instrument) if decision and current else "",
                complete=picture.screening.closed_at is not None,
            )
        )

    def _weighed(self, state: LevelState) -> LevelState:
        """Whether what is wanted goes down and so needs a reason and a second person."""
        down = False
        if (
            state.verdict is Verdict.DIFFERENT
            and state.wanted is not None
            and state.level is not None
            and self._instrument is not None
        ):
            down = not is_upward(self._instrument.rule_set, state.level, state.wanted)
        return replace(state, needs_reason=down, needs_second_person=down)

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))


def step_of(instrument: Instrument, level: LevelName) -> int | None:
    """The step of the ladder, from 1; None where not enough is known."""
    rules = instrument.rule_set
    if level == rules.when_core_missing.level:
        return None
    return rules.level_ranks[level] + 1


def _ladder(instrument: Instrument) -> tuple[str, ...]:
    """The names of the steps, lowest first, without what stands in brackets."""
    rules = instrument.rule_set
    steps = sorted(
        (level for level in rules.level_titles if level != rules.when_core_missing.level),
        key=rules.level_ranks.__getitem__,
    )
    return tuple(rules.level_titles[level].split(" (")[0] for level in steps)


def _missing(state: LevelState) -> str:
    if state.verdict is None:
        return CHOOSE_FIRST
    if state.verdict is Verdict.DIFFERENT and state.wanted is None:
        return CHOOSE_LEVEL
    if state.needs_reason and not state.reason.strip():
        return GIVE_REASON
    return ""


def _line(text: str, answers: Iterable[AnswerInWords], rule: str) -> ReasonLine:
    said = tuple(answers)
    words = "; ".join(f"{answer.label}: “{answer.text}”" for answer in said)
    return ReasonLine(text=text, answers=words, rule=rule, item=said[0].item if said else None)


def _strength(answer: AnswerInWords) -> ReasonLine:
    return ReasonLine(text=answer.label, answers=f"“{answer.text}”", rule="", item=answer.item)


def _changes(changes: Iterable[AnswerChange], instrument: Instrument) -> tuple[ReasonLine, ...]:
    titles = instrument.rule_set.level_titles
    return tuple(
        ReasonLine(
            text=f"{change.label}: if it were “{change.text}”",
            answers=titles[change.level],
            rule="",
            item=change.item,
        )
        for change in tuple(changes)[:CHANGES_SHOWN]
    )


def _decision_words(decision: LevelDecision, instrument: Instrument) -> str:
    title = instrument.rule_set.level_titles[decision.final_level]
    return f"{_DECIDED[decision.state]} {title}."
