"""People who sign in: added, corrected, reset, noted as having left; refusals in words."""

from dataclasses import replace

import pytest

from tests.fake_vault import NEW_SHEET, PASSPHRASE
from tests.invented_services import PRIYA, SAM
from tests.office import CHOSEN, IVY, SECOND_SUPERVISOR, Office, RefusingVault
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DiskFullError, NotAllowedError
from vrn_desktop.domain.passphrase import PassphraseTooEasyError
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.presenters.people import people_words as words
from vrn_desktop.presenters.people.people_state import PeopleMode, PersonForm
from vrn_desktop.presenters.recovery.sheet_handover import SENT


def test_somebody_new_types_their_own_passphrase_and_can_sign_in() -> None:
    office = Office()
    office.presenter.begin_adding()
    office.presenter.type_form(
        PersonForm(name="  Ash   Sample ", role=Role.PRACTITIONER, trained=True, passphrase=CHOSEN)
    )
    office.presenter.add()
    added = office.vault.people[-1]
    assert (added.name, added.role, added.trained) == ("Ash Sample", Role.PRACTITIONER, True)
    assert (Act.PERSON_ADDED, "new") in office.store.acts
    assert office.state().mode is PeopleMode.LIST
    assert office.state().notice == "Ash Sample can sign in now."


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (" ", words.GIVE_NAME),
        ("x" * 10_000, words.SHORTER),
        ("sam invented", words.SAME_NAME),
    ],
)
def test_a_name_that_cannot_be_used_is_said(name: str, problem: str) -> None:
    office = Office()
    office.presenter.begin_adding()
    office.presenter.type_form(PersonForm(name=name, passphrase=CHOSEN))
    office.presenter.add()
    assert office.state().problems == {"name": problem}
    assert len(office.vault.people) == 3


def test_each_role_may_add_what_its_keys_allow() -> None:
    added = {me.role: Office(me).state().roles_to_add for me in (SAM, PRIYA, IVY)}
    assert added == {
        Role.PRACTITIONER: (),
        Role.SUPERVISOR: (Role.PRACTITIONER, Role.SUPERVISOR, Role.ADMINISTRATOR),
        Role.ADMINISTRATOR: (Role.ADMINISTRATOR,),
    }


@pytest.mark.parametrize("me", [SAM, IVY])
def test_a_refusal_is_said_in_words_for_the_role(me: Practitioner) -> None:
    office = Office(me, vault=RefusingVault)
    office.presenter.begin_adding()
    office.presenter.type_form(
        PersonForm(name="Ash Sample", role=Role.SUPERVISOR, passphrase=CHOSEN)
    )
    office.presenter.add()
    assert office.state().refusal == words.ROLE_REFUSES[me.role]
    assert office.state().mode is PeopleMode.ADD
    assert office.state().form.name == "Ash Sample"


@pytest.mark.parametrize(
    ("error", "said"),
    [(PassphraseTooEasyError(("Add a word.",)), "Add a word."), (DiskFullError("x"), "full")],
)
def test_what_stands_in_the_way_is_said_and_nothing_typed_is_lost(
    error: Exception, said: str
) -> None:
    office = Office(vault=RefusingVault)
    RefusingVault.refuses = error
    office.presenter.begin_adding()
    office.presenter.type_form(PersonForm(name="Ash Sample", passphrase=CHOSEN))
    office.presenter.add()
    RefusingVault.refuses = NotAllowedError()
    told = office.state().refusal + office.state().problems.get("passphrase", "")
    assert said in told
    assert office.state().form.name == "Ash Sample"
    assert office.state().working == ""


def test_ti_39_training_is_ticked_by_hand_and_kept() -> None:
    office = Office(people=(PRIYA, replace(SAM, trained=False)))
    office.presenter.begin_changing(SAM.id)
    assert not office.state().form.trained
    office.presenter.type_form(replace(office.state().form, trained=True))
    office.presenter.change()
    assert next(p for p in office.vault.people if p.id == SAM.id).trained
    assert (Act.PERSON_CHANGED, SAM.id) in office.store.acts


def test_a_forgotten_passphrase_is_reset_by_a_supervisor() -> None:
    office = Office()
    office.presenter.begin_changing(SAM.id)
    office.presenter.begin_resetting()
    office.presenter.reset()
    assert "passphrase" in office.state().problems
    office.presenter.type_form(PersonForm(passphrase=CHOSEN))
    office.presenter.reset()
    assert (Act.PASSPHRASE_RESET, SAM.id) in office.store.acts


def test_noting_that_somebody_left_needs_one_confirming_page() -> None:
    office = Office()
    office.presenter.begin_changing(SAM.id)
    office.presenter.begin_removing()
    assert office.state().mode is PeopleMode.REMOVE
    office.presenter.remove()
    [row] = [row for row in office.state().rows if row.id == SAM.id]
    assert row.left
    assert row.standing == "Left on 24 November 2026"


def test_nobody_removes_themselves_or_the_last_supervisor() -> None:
    office = Office(IVY)
    office.presenter.begin_changing(PRIYA.id)
    office.presenter.begin_removing()
    office.presenter.remove()
    assert office.state().refusal == words.LAST_SUPERVISOR.format(name=PRIYA.name)
    office = Office(people=(PRIYA, SECOND_SUPERVISOR))
    office.presenter.begin_changing(PRIYA.id)
    office.presenter.begin_removing()
    office.presenter.remove()
    assert office.state().refusal == words.NOT_YOURSELF
    assert not any(person.has_left for person in office.vault.people)


def test_ones_own_passphrase_needs_the_present_one() -> None:
    office = Office(SAM)
    office.presenter.begin_own_passphrase()
    office.presenter.type_form(PersonForm(passphrase=CHOSEN))
    office.presenter.change_own_passphrase("")
    assert office.state().problems == {"current": words.TYPE_CURRENT}
    office.presenter.change_own_passphrase("not it")
    assert office.state().problems == {"current": words.CURRENT_DIFFERS}
    office.presenter.change_own_passphrase(PASSPHRASE)
    assert office.vault.passphrase == CHOSEN.typed
    assert office.state().notice == words.OWN_CHANGED


def test_a_new_sheet_counts_only_after_a_row_was_typed_back() -> None:
    office = Office()
    office.presenter.begin_new_sheet()
    office.presenter.print_sheet()
    handover = office.state().handover
    assert handover is not None
    assert (handover.sheet, handover.row, handover.notice) == (NEW_SHEET, 2, SENT)
    assert office.printed == [b"Otter 42 Invented Youth Trust 2026-11-24"]
    office.presenter.have_sheet()
    office.presenter.type_row("engine falcon goblet anchor")
    office.presenter.check_row()
    assert office.vault.sheets_made == 0
    office.presenter.type_row("engine falcon goblet hammer")
    office.presenter.check_row()
    assert office.vault.sheets_made == 1
    assert (Act.SHEET_RENEWED, "") in office.store.acts
    assert office.state().notice == words.SHEET_MADE


def test_going_back_from_any_page_changes_nothing() -> None:
    office = Office()
    before = office.vault.people
    for begin in (office.presenter.begin_adding, office.presenter.begin_own_passphrase):
        begin()
        office.presenter.go_back()
        assert office.state().mode is PeopleMode.LIST
    assert office.vault.people == before


def test_when_somebody_left_the_locks_are_changed_and_the_program_locks_with_the_new_file() -> None:
    office = Office()
    assert not office.state().locks_due
    office.vault.rotation_due = True
    office.presenter.go_back()
    assert office.state().locks_due
    office.presenter.change_locks()
    assert [opened.vault for opened in office.locked_with] == [office.vault]


def test_only_a_supervisor_is_asked_to_change_the_locks() -> None:
    office = Office(SAM)
    office.vault.rotation_due = True
    office.presenter.go_back()
    assert not office.state().locks_due


def test_locks_that_could_not_be_changed_are_told_and_the_file_stays_open() -> None:
    office = Office()
    office.refuses_locks = DiskFullError("x")
    office.presenter.change_locks()
    assert "full" in office.state().refusal
    assert office.locked_with == []
    assert office.state().working == ""
