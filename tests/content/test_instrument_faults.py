"""A faulty instrument is refused with the file, the line and the reason."""

import re

import pytest

from vrn_desktop.content.pack_reader import instrument_from_text
from vrn_desktop.content.resource_files import shipped_instrument_text
from vrn_desktop.domain.errors import ContentPackError


def refusal(old: str, new: str) -> tuple[ContentPackError, int]:
    """The refusal of the shipped text with one change, and the line where the change stands."""
    text = shipped_instrument_text()
    assert text.count(old) >= 1, old
    faulty = text.replace(old, new, 1)
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(ContentPackError) as refused:
        instrument_from_text(faulty, "talk.yaml")
    return refused.value, line


IN_A_CONDITION = [
    ('any: ["H01>=clear"]', 'any: ["H99>=clear"]', "no item 'H99'"),
    ('any: ["H01>=clear"]', 'any: ["H01>=serious"]', "not a code of 'H01' (none, some, clear)"),
    ('any: ["H01>=clear"]', 'any: ["C03>=clear"]', "may not read a root item (F8)"),
    ('any: ["H01>=clear"]', 'any: ["B01>=partly"]', "only the strong supports"),
    ('any: ["H01>=clear"]', 'any: ["H01<=some"]', "'<=' cannot be used in a rule"),
    ('any: ["H01>=clear"]', 'any: ["H01==clear"]', "'==' cannot be used in a rule"),
    ('any: ["H01>=clear"]', 'any: ["H01!=none"]', "'!=' cannot be used in a rule"),
    ('any: ["H01>=clear"]', 'any: ["H01<clear"]', "'<' cannot be used in a rule"),
    ('any: ["H01>=clear"]', 'not: ["H01>=clear"]', "'not' negates an answer"),
    ('any: ["H01>=clear"]', 'none_of: ["H01>=clear"]', "'none_of' negates an answer"),
    ('any: ["H01>=clear"]', "any: []", "at least one condition"),
    ('any: ["H01>=clear"]', 'any: "H01>=clear"', "a list with at least one condition"),
    ('any: ["H01>=clear"]', "any: [7]", "a rule needs a condition"),
    ('any: ["H01>=clear"]', 'any: ["H01 is clear"]', "not a condition of the form ITEM>=code"),
    ('any: ["H01>=clear"]', 'some: ["H01>=clear"]', "'some' is not known in a rule"),
    ('any: ["H01>=clear"]', "buffer: true", "'buffer' is not known in a rule"),
    ("{spread: {at_least: some, levels: 2}}", "{spread: {at_least: some}}", "'levels' is missing"),
    ("{spread: {at_least: some, levels: 2}}", "{spread: {at_least: odd, levels: 2}}", "risk code"),
    ("{spread: {at_least: some, levels: 2}}", "{spread: [2]}", "a mapping"),
    ("{provisional: true}", "{provisional: false}", "negation cannot be written"),
    ("unless: buffer", 'unless: {any: ["B01>=strong"]}', "only 'unless: buffer'"),
    ('involvement: [harmed], text: "They have been hurt', 'unless: buffer, text: "They', "(F4)"),
    ('all: ["B01==strong"]', 'all: ["H01==none"]', "protective items only (F3)"),
    ("{n: 2, of: [B02", "{n: 6, of: [B02", "6 of 5 items can never hold"),
    ("of: [B02, B03", "of: [B02, B02", "a list of different items"),
    ('show_if: {any: ["H05>=some"]}', 'show_if: {any: ["H55>=some"]}', "no item 'H55'"),
    ('show_if: {any: ["H05>=some"]}', 'show_if: {any: ["H05>=strong"]}', "not a code of 'H05'"),
]


@pytest.mark.parametrize(("old", "new", "reason"), IN_A_CONDITION)
def test_a_condition_that_cannot_stand(old: str, new: str, reason: str) -> None:
    error, line = refusal(old, new)
    assert reason in error.reason
    assert (error.file, error.line) == ("talk.yaml", line)


NAMES = [
    ("- id: B02", "- id: B01", "'B01' stands here twice"),
    ("{id: T02, when", "{id: T01, when", "two rules 'T01'"),
    ("{id: X02, to", "{id: S01, to", "two rules 'S01'"),
    ('{id: C, title: "Home"', '{id: B, title: "Home"', "'B' stands here twice"),
    ("{id: A2, name", "{id: A1, name", "'A1' stands here twice"),
    ("PR: {name", "EY: {name", "the key 'EY' stands here twice"),
    ("to: consult_today, when", "to: consult_later, when", "'consult_later' is not an escalation"),
    ("to: consult_today, when", "to: none, when", "'none' is not an escalation above rank 0"),
    ("escalation: consult_today", "escalation: tomorrow", "'tomorrow' is not an escalation"),
    ("secondary: 1, tertiary: 2", "secondary: 2, tertiary: 2", "the rank of 'secondary'"),
    ("none: 0, consult_today: 1", "none: 1, consult_today: 1", "the rank of 'none'"),
    ("{id: I01, level: insufficient", "{id: I01, level: secondary", "not a level of rank 0"),
    ("stages: [PR, EA, LA]", "stages: [PR, XX, LA]", "no life stage 'XX'"),
    ("level: relationships", "level: family", "no ecological level 'family'"),
    ("factors: [FP01]", "factors: [FP99]", "no factor 'FP99'"),
    ("ages: [5, 10]", "ages: [4, 10]", "the ages of 'EY' and 'PR' overlap"),
    ("ages: [5, 10]", "ages: [6, 10]", "the ages of 'EY' and 'PR' leave a gap"),
    ("ages: [25, 120]", "ages: [25, 24]", "'AD' ends before it begins"),
    ("EY: [C01, C02, C07, H01]", "EY: [C01, C99, C07, H01]", "no item 'C99'"),
    ("EY: [C01, C02, C07, H01]", "EY: [C01, C03, C07, H01]", "cannot be core (F8)"),
    ("EY: [C01, C02, C07, H01]", "EY: [C01, E04, C07, H01]", "'E04' can never be asked at 'EY'"),
    ("EY: [C01, C02, C07, H01]", "EY: []", "has no core items"),
    ("EY: [C01, C02, C07, H01]", "BABY: [C01]", "no life stage 'BABY'"),
    ("items: [B01, B05, C01", "items: [B01, B99, C01", "no item 'B99'"),
    ("items: [B01, B05, C01", "items: [B01, B01, C01", "stands here twice"),
    ("items: [B01, B05, C01", "items: [B01, C07, C01", "never be asked in the short form"),
    ("upward:   {needs: []", "upward:   {needs: [reason]", "upward needs nothing"),
    ("needs: [reason, supervisor_approved]", "needs: [reason]", "and supervisor_approved (F12)"),
    ("insufficient_to_primary: downward", "weak_to_strong: downward", "does not name two levels"),
    ('  primary: "Build strengths', '  firstly: "Build strengths', "no level 'firstly'"),
    ("missing:     [declined,", "missing:     [refused,", "these four are expected"),
    ("risk:        [none, some, clear]", "risk:        [none, some, some]", "'some' stands here"),
    ('strong: "Yes, there is"', 'stronger: "Yes, there is"', "one text for each of weak, partly"),
]


@pytest.mark.parametrize(("old", "new", "reason"), NAMES)
def test_a_name_or_a_number_that_cannot_stand(old: str, new: str, reason: str) -> None:
    error, line = refusal(old, new)
    assert reason in error.reason
    assert error.line == line


SHAPES = [
    ("  secondary:\n    - {id: S01", "  middling:\n    - {id: S01", "'middling' is not the name"),
    ("{id: I01, level: insufficient", "{id: I01, level: primary", "rank0 needs two rules"),
    ("tertiary: 2}", "severe: 2}", "there is no level 'tertiary'"),
    ("  status:", "  state:", "'status' is missing"),
    ("short_form:\n", "shortform:\n", "'short_form' is missing"),
    ('    label: "A trusted adult"', '    labell: "A trusted adult"', "'label' is missing"),
    ("    short: true", "    short: perhaps", "true or false is expected"),
    ("minutes: 5", "minutes: five", "a whole number is expected"),
    ("minutes: 5", "minutes: 0x5", "not a plain number"),
    ("    role: protective", "    role: helpful", "one of 'protective'"),
    ("    min_age_ask: 13", "    min_age_ask: 1300", "less than or equal to 150"),
    ('strong: "Yes", partly: "Maybe"', "strong: Yes, partly: Maybe", "text is expected here"),
    ("level_names_shown_to_young_people: null", "level_names_shown_to_young_people: {}", "null"),
    ("escalation_down: never", "escalation_down: always", "one of 'never'"),
    ("steps:\n", "steps: {}\nother:\n", "a list is expected"),
]


@pytest.mark.parametrize(("old", "new", "reason"), SHAPES)
def test_a_place_of_another_shape(old: str, new: str, reason: str) -> None:
    error, _ = refusal(old, new)
    assert reason in error.reason
    assert error.line is not None


def test_a_root_item_in_an_escalation_rule() -> None:
    error, line = refusal('any: ["C07>=clear"]', 'any: ["C07>=clear", "F01>=clear"]')
    assert "root item (F8)" in error.reason
    assert error.line == line


def test_an_item_whose_condition_waits_for_what_is_never_asked() -> None:
    text = shipped_instrument_text()
    start = text.index("  - id: H04")
    faulty = text[:start] + text[start:].replace(
        'show_if: {any: ["H01>=some"]}', 'show_if: {any: ["H04>=some"]}', 1
    )
    with pytest.raises(ContentPackError, match="'H04' can never be asked: what its show_if") as it:
        instrument_from_text(faulty, "talk.yaml")
    assert it.value.line == text[:start].count("\n") + 1


def test_two_items_that_wait_for_each_other() -> None:
    text = shipped_instrument_text()
    for item, other in (("H04", "H06"), ("H06", "H04")):
        start = text.index(f"  - id: {item}")
        text = text[:start] + re.sub(
            r"show_if: .*", f'show_if: {{any: ["{other}>=some"]}}', text[start:], count=1
        )
    with pytest.raises(ContentPackError, match="can never be asked"):
        instrument_from_text(text, "talk.yaml")


def test_an_item_that_no_respondent_of_its_stages_is_asked() -> None:
    text = shipped_instrument_text()
    start = text.index("  - id: C07")
    faulty = text[:start] + text[start:].replace("stages: [EY, PR]", "stages: [YA, AD]", 1)
    with pytest.raises(ContentPackError, match="'C07' can never be asked: no life stage"):
        instrument_from_text(faulty, "talk.yaml")


def test_an_item_asked_only_above_the_ages_of_its_stages() -> None:
    text = shipped_instrument_text()
    start = text.index("  - id: H07")
    faulty = text[:start] + text[start:].replace(
        "stages: [EA, LA, YA, AD]", "stages: [EA]\n    min_age_ask: 15", 1
    )
    with pytest.raises(ContentPackError, match="'H07' can never be asked"):
        instrument_from_text(faulty, "talk.yaml")


FLAGS = [
    (
        "yp: null, carer: null, escalation: immediate_999",
        'yp: "Help?", carer: null, escalation: immediate_999',
        "never read out",
    ),
    (
        "yp: null, carer: null, escalation: immediate_999",
        "yp: null, carer: null",
        "'None' is not an escalation",
    ),
    (', "R10>=some"', "", "no escalation rule reads the flag 'R10' (F7)"),
    ("- {id: R01, role: red_flag", "- {id: B99, role: red_flag", "stand in a section for workers"),
    ("- {id: R01, role: red_flag", "- {id: Q01, section: Q, role: red_flag", "no section 'Q'"),
    (
        ', do_now: "Trust your judgement. Speak to the safeguarding lead today."',
        "",
        "what to do now",
    ),
]


@pytest.mark.parametrize(("old", "new", "reason"), FLAGS)
def test_a_safety_flag_that_would_not_work(old: str, new: str, reason: str) -> None:
    error, _ = refusal(old, new)
    assert reason in error.reason
    assert error.line is not None
