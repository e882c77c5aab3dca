"""Nothing of the shipped instrument is built in: another one works, with its own names for all."""

from pathlib import Path

import pytest

from vrn_desktop.content.pack_reader import instrument_from_text, read_instrument
from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.counterfactual import counterfactuals
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, LevelName
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.level_outcome import LevelOutcome
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.override import OverrideStatus, decide_override
from vrn_desktop.domain.rationale import rationale
from vrn_desktop.domain.rule_evaluation import evaluate
from vrn_desktop.domain.skip_logic import AskVerdict, SkipLogic

FILE = Path(__file__).with_name("other-instrument.yaml")


@pytest.fixture(scope="module")
def harbour() -> Instrument:
    return read_instrument(FILE)


def sheet(**given: str) -> AnswerSheet:
    made = AnswerSheet()
    for item, code in given.items():
        name = "mayday" if item == "mayday" else f"deck.{item}"
        made = made.with_answer(ItemId(name), AnswerCode(code))
    return made


def outcome_of(harbour: Instrument, age: int = 15, **given: str) -> LevelOutcome:
    return evaluate(harbour, sheet(**given), age=age, short_form=False)


@pytest.mark.parametrize(
    ("given_answers", "level", "escalation", "fired"),
    [
        ({}, "adrift", "quiet", ("rest-b",)),
        ({"wind": "calm"}, "afloat", "quiet", ("rest-a",)),
        ({"wind": "breezy", "crew": "breezy"}, "listing", "quiet", ("one",)),
        (
            {"wind": "breezy", "crew": "breezy", "anchor": "moored"},
            "afloat",
            "quiet",
            ("rest-a",),
        ),
        ({"wind": "rough", "leak": "rough"}, "flooding", "pilot", ("two", "e2")),
        ({"wind": "storm", "leak": "storm"}, "sinking", "pilot", ("three", "two", "e1", "e2")),
        ({"mayday": "hoisted"}, "sinking", "lifeboat", ("four", "e3")),
        ({"debt": "storm", "wind": "calm"}, "afloat", "quiet", ("rest-a",)),
    ],
)
def test_its_own_levels_and_escalations(
    harbour: Instrument,
    given_answers: dict[str, str],
    level: str,
    escalation: str,
    fired: tuple[str, ...],
) -> None:
    outcome = evaluate(harbour, sheet(**given_answers), age=15, short_form=False)
    assert (outcome.level, outcome.escalation, outcome.fired) == (level, escalation, fired)


def test_its_own_core_items_by_life_stage(harbour: Instrument) -> None:
    assert outcome_of(harbour, 17, wind="calm").level == "afloat"
    assert outcome_of(harbour, 18, wind="calm").level == "adrift"
    assert outcome_of(harbour, 18, wind="calm", anchor="bare").level == "afloat"


def test_a_lower_rule_is_hidden_across_three_ranks(harbour: Instrument) -> None:
    outcome = outcome_of(harbour, wind="rough", leak="storm", crew="breezy")
    assert outcome.fired == ("one", "three", "two", "e2")
    assert outcome.shown == ("one", "three", "two", "e2")
    same = outcome_of(harbour, wind="storm", leak="storm")
    assert same.shown == ("three", "two", "e1", "e2")
    assert same.involvement == ("wet", "cold")


def test_its_reasons_and_changes_are_found(harbour: Instrument) -> None:
    answers = sheet(wind="rough", leak="rough", mayday="off")
    outcome = evaluate(harbour, answers, age=15, short_form=False)
    assert [r.rule for r in rationale(harbour, answers, outcome).reasons] == ["two"]
    found = counterfactuals(harbour, answers, outcome, age=15, short_form=False)
    assert ("mayday", "hoisted", "sinking") in [(c.item, c.code, c.level) for c in found.answered]


def test_its_highest_reason_stands_first(harbour: Instrument) -> None:
    answers = sheet(wind="rough", leak="storm", crew="breezy")
    outcome = evaluate(harbour, answers, age=15, short_form=False)
    said = rationale(harbour, answers, outcome)
    assert [reason.rule for reason in said.reasons] == ["three", "two", "one"]


def test_its_own_way_to_change_a_level(harbour: Instrument) -> None:
    def status(level: str, to: str) -> OverrideStatus:
        return decide_override(
            harbour.rule_set,
            LevelName(level),
            LevelName(to),
            reason="said so",
            supervisor_approved=False,
        ).status

    assert status("adrift", "afloat") is OverrideStatus.PENDING_REVIEW
    assert status("afloat", "adrift") is OverrideStatus.APPLIED
    assert status("sinking", "flooding") is OverrideStatus.PENDING_REVIEW
    assert status("listing", "flooding") is OverrideStatus.APPLIED


def test_its_own_skip_logic(harbour: Instrument) -> None:
    def leak(answers: AnswerSheet, *, short_form: bool) -> AskVerdict:
        return SkipLogic(harbour).may_ask(
            ItemId("deck.leak"),
            answers,
            stage=harbour.life_stage(15).id,
            age=15,
            respondent=Respondent.YOUNG_PERSON,
            short_form=short_form,
            private=True,
            trained=True,
        )

    assert leak(sheet(wind="breezy"), short_form=False) is AskVerdict.CONDITION_NOT_MET
    assert leak(sheet(wind="breezy", crew="calm"), short_form=False) is AskVerdict.ASK
    assert leak(sheet(wind="breezy"), short_form=True) is AskVerdict.ASK


def test_levels_without_a_title_go_by_their_name(harbour: Instrument) -> None:
    assert harbour.rule_set.level_titles[LevelName("sinking")] == "Sinking"
    assert harbour.rule_set.level_titles[LevelName("flooding")] == "flooding"


def test_without_special_ways_the_first_resting_rule_is_for_answered_core_items() -> None:
    text = FILE.read_text("utf-8")
    cut = text[: text.index("override:")]
    swapped = instrument_from_text(cut, "harbour.yaml").rule_set
    assert (swapped.when_core_answered.level, swapped.when_core_missing.level) == (
        "adrift",
        "afloat",
    )


def test_ages_that_no_stage_covers_are_refused(harbour: Instrument) -> None:
    with pytest.raises(ValueError, match="life stage"):
        outcome_of(harbour, 9, wind="calm")


def test_a_note_about_supports_needs_supports() -> None:
    text = FILE.read_text("utf-8").replace("buffer: {all", "x_buffer: {all")
    with pytest.raises(ContentPackError, match="x_buffer"):
        instrument_from_text(text, "harbour.yaml")
    without = FILE.read_text("utf-8").replace('buffer: {all: ["deck.anchor>=moored"]}', "")
    with pytest.raises(ContentPackError, match="does not say what strong supports are"):
        instrument_from_text(without, "harbour.yaml")
