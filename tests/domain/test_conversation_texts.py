"""The words around the questions: the script, hints about blaming words, and nothing in quotation marks."""

import pytest

from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.domain.conversation_texts import (
    ConversationTexts,
    KinderWord,
    Script,
    kinder_word_hints,
)

GANG = KinderWord(say="gang member", instead="is with a group that others fear")


@pytest.fixture(scope="module")
def texts() -> ConversationTexts:
    return ShippedContentLibrary().texts()


def test_ti_13_the_script_names_who_where_and_how_long() -> None:
    script = Script(version="1", paragraphs=("{name} of {project}, {minutes} minutes.",), assent="")
    assert script.filled(name="Sam", project="Harbour", minutes="5") == (
        "Sam of Harbour, 5 minutes.",
    )


def test_a_name_with_a_slot_in_it_stays_a_name() -> None:
    script = Script(version="1", paragraphs=("{minutes} with {name}",), assent="")
    assert script.filled(name="{minutes}", project="", minutes="5") == ("5 with {minutes}",)


def test_ti_13_the_shipped_script_says_who_is_in_charge_and_the_one_limit(
    texts: ConversationTexts,
) -> None:
    text = " ".join(texts.script.filled(name="Sam", project="Harbour", minutes="5"))
    for part in ("You are in charge", "There is one limit", "in your own words", "tell you first"):
        assert part in text
    assert "{" not in text


def test_ti_43_no_form_is_without_its_length(texts: ConversationTexts) -> None:
    assert texts.minutes == {"full": "25 to 40", "short": "5"}


def test_ti_10_ti_11_what_to_do_is_short_and_in_order(texts: ConversationTexts) -> None:
    assert texts.telling_me[0] == "Listen."
    assert [one.id for one in texts.grounding] == ["feet", "look", "breath"]


def test_ti_36_a_hint_for_the_workers_own_words_only() -> None:
    assert kinder_word_hints("He is a Gang Member.", (GANG,)) == (GANG,)
    assert kinder_word_hints("“They call me a gang member”, he said.", (GANG,)) == ()
    assert kinder_word_hints('"gang member" – a gang member?', (GANG,)) == (GANG,)
    assert kinder_word_hints("He likes drawing.", (GANG,)) == ()
