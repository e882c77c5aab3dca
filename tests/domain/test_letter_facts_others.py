"""The facts of the other letters have room for what was agreed, and for nothing else."""

import dataclasses

import pytest

from vrn_desktop.domain.letter_facts_others import (
    ParentLetterFacts,
    SafeWay,
    SchoolLetterFacts,
    ServiceLetterFacts,
    WalletCardFacts,
)

ROOM = {
    ParentLetterFacts: {"recipient", "child", "met_on", "child_agrees", "services", "sender"},
    SchoolLetterFacts: {"recipient", "child", "support", "sender"},
    SafeWay: {"way", "contact", "use_name", "say_you_are", "best_time", "may_leave_message"},
    ServiceLetterFacts: {
        "service",
        "name",
        "agreed_on",
        "help_wanted",
        "age",
        "own_words",
        "access_needs",
        "safe_way",
        "days_to_reply",
        "reply_by",
        "reply_code",
        "sender",
    },
    WalletCardFacts: {"lines", "services", "named", "project", "project_number"},
}


@pytest.mark.parametrize(("kind", "fields"), ROOM.items(), ids=lambda each: str(each)[:40])
def test_h9_the_facts_have_room_for_nothing_else(kind: type, fields: set[str]) -> None:
    assert {field.name for field in dataclasses.fields(kind)} == fields
