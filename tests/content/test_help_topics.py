"""The help that ships can be read, says nothing it should not, and names every licence."""

import re

import pytest

from vrn_desktop.content.help_topics import help_topics, licences, read_topic
from vrn_desktop.domain.help_topic import BlockKind, HelpTopic

NEVER = ("failed", "invalid", "abuse", "victim", "perpetrator", "risk score", "predict")


def test_every_page_has_a_title_and_something_to_read() -> None:
    topics = help_topics()
    assert len(topics) == len({topic.id for topic in topics}) == len({t.title for t in topics})
    assert all(topic.title and topic.blocks for topic in topics)


@pytest.mark.parametrize("topic", help_topics(), ids=lambda topic: topic.id)
def test_help_is_short_and_calm(topic: HelpTopic) -> None:
    for block in topic.blocks:
        assert not [word for word in NEVER if word in block.text.lower()]
        for sentence in re.split(r"(?<=[.!?:;])\s", block.text):
            assert len(sentence.split()) <= 32, sentence


def test_dp_04_the_privacy_notice_speaks_to_young_people_and_has_a_version() -> None:
    notice = next(topic for topic in help_topics() if topic.id == "privacy-notice")
    text = " ".join(block.text for block in notice.blocks)
    assert re.search(r"Version \d{4}-\d", text)
    assert "You can say no to any question" in text
    assert "if you or someone else is in danger" in text
    assert "only numbers go to the network's office" in text
    assert "Chance is added to every number first" in text


def test_a_page_is_read_block_by_block() -> None:
    topic = read_topic("x", "# Title\n\nOne\nline.\n\n## Part\n\n- first\n- second\n")
    assert topic.title == "Title"
    assert [(block.kind, block.text) for block in topic.blocks] == [
        (BlockKind.SENTENCES, "One line."),
        (BlockKind.HEADING, "Part"),
        (BlockKind.POINT, "first"),
        (BlockKind.POINT, "second"),
    ]


def test_licences_of_fonts_icons_and_words_are_whole() -> None:
    assert {"Lucide (icons)", "Atkinson Hyperlegible Next (letters)"} <= {
        licence.name for licence in licences()
    }
    assert all(len(licence.text) > 200 for licence in licences())
