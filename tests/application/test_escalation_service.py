"""Only a record of what was done closes an escalation; it names who was told, what was done, and why not them."""

from dataclasses import replace

import pytest

from tests.conversation_window import Window, agreed_window, flag
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import ReasonMissingError
from vrn_desktop.domain.escalation import ActionRecord


def flagged() -> tuple[Window, ActionRecord]:
    window = agreed_window()
    flag(window, "R03")
    action = ActionRecord(
        by=window.invented.person.id,
        at=window.invented.clock(),
        who_was_told="Alex, safeguarding lead",
        what_was_done="Called an ambulance together",
        outcome="They came within minutes",
        young_person_told=True,
    )
    return window, action


def close_all(window: Window, action: ActionRecord) -> None:
    escalations = window.services.escalations
    standing = escalations.of_screening(window.in_file.id)
    escalations.close(window.in_file.id, [one.id for one in standing], action)


def test_ti_06_closing_keeps_the_record_with_its_audit_entry() -> None:
    window, action = flagged()
    close_all(window, action)
    for one in window.services.escalations.of_screening(window.in_file.id):
        assert one.action == action
    assert (Act.ESCALATION_CLOSED, window.in_file.id) in window.invented.store.acts
    assert window.services.escalations.open_rows() == ()


def test_ti_06_nobody_or_nothing_closes_nothing() -> None:
    window, action = flagged()
    for empty in (replace(action, who_was_told="   "), replace(action, what_was_done="   ")):
        with pytest.raises(ReasonMissingError):
            close_all(window, empty)
    assert len(window.services.escalations.open_rows()) == 2


def test_ti_18_not_told_first_needs_a_reason() -> None:
    window, action = flagged()
    with pytest.raises(ReasonMissingError):
        close_all(window, replace(action, young_person_told=False))
    close_all(window, replace(action, young_person_told=False, reason_not_told="He had gone."))
    assert window.services.escalations.open_rows() == ()


def test_what_stands_open_is_listed_with_whom_it_is_about() -> None:
    window, _ = flagged()
    rows = window.services.escalations.open_rows()
    assert {row.young_person_id for row in rows} == {window.person.id}
    assert {row.name for row in rows} == {"immediate_999", "consult_today"}
