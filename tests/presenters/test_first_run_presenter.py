"""Setting up without a window: every page, every way back, and the file at the end."""

import pytest

from tests.fake_files import ADVICE, SHEET, SHEET_WORDS, TOO_EASY
from tests.setting_up import SettingUp
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DiskFullError, DiskReadOnlyError
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.domain.setting import LawfulBasis
from vrn_desktop.presenters.first_run import first_run_words as words
from vrn_desktop.presenters.first_run.first_run_state import (
    PAGES,
    FirstRunPage,
)
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase
from vrn_desktop.presenters.recovery.sheet_handover import NOT_SENT, SENT
from vrn_desktop.presenters.workplace.workplace_draft import (
    CHOOSE_BASIS,
    CHOOSE_SETTING,
    GIVE,
    NO_DIGITS,
    SHORTER,
    Entry,
)


def test_from_the_first_page_to_a_signed_in_supervisor() -> None:
    setting_up = SettingUp()
    setting_up.presenter.mark_trained(Role.PRACTITIONER, trained=True)
    setting_up.go_to(FirstRunPage.CHECK)
    assert setting_up.opened == []
    setting_up.presenter.go_on()
    [opened] = setting_up.opened
    assert (opened.practitioner.name, opened.practitioner.role) == (
        "Priya Invented",
        Role.SUPERVISOR,
    )
    assert [(p.name, p.role, p.trained) for p in opened.vault.people] == [
        ("Priya Invented", Role.SUPERVISOR, False),
        ("Sam Invented", Role.PRACTITIONER, True),
    ]
    workplace = setting_up.file.stores.store.records.workplace
    assert workplace is not None
    assert workplace.lead.numbers == ("01632 960001", "07700 900001")
    assert workplace.lawful_basis is LawfulBasis.PUBLIC_TASK
    assert (Act.FILE_CREATED, "") in setting_up.file.stores.store.acts


def test_nothing_is_chosen_beforehand() -> None:
    state = SettingUp().state()
    assert state.draft.setting_kind is None
    assert state.draft.lawful_basis is None
    assert not any(person.trained for person in state.people.values())


def test_ti_03_no_file_without_a_safeguarding_lead() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.LEAD)
    setting_up.presenter.type_text(Entry.LEAD_NUMBER, "ask at the desk")
    setting_up.presenter.type_text(Entry.LEAD_NAME, " ")
    setting_up.presenter.go_on()
    assert setting_up.state().page is FirstRunPage.LEAD
    assert dict(setting_up.state().problems) == {
        "lead_name": GIVE[Entry.LEAD_NAME],
        "lead_number": NO_DIGITS,
    }


def test_what_is_missing_is_named_field_by_field() -> None:
    setting_up = SettingUp()
    setting_up.presenter.go_on()
    setting_up.presenter.go_on()
    assert setting_up.state().page is FirstRunPage.WORKPLACE
    setting_up.presenter.type_text(Entry.PLACE, "x" * 10_000)
    setting_up.presenter.go_on()
    assert setting_up.state().problems == {
        "organisation": GIVE[Entry.ORGANISATION],
        "setting_name": GIVE[Entry.SETTING_NAME],
        "place": SHORTER,
        "setting_kind": CHOOSE_SETTING,
        "lawful_basis": CHOOSE_BASIS,
    }


def test_going_back_and_forth_loses_nothing() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.LEAD)
    before = setting_up.state()
    for _ in PAGES:
        setting_up.presenter.go_back()
    assert setting_up.state().page is FirstRunPage.WELCOME
    for page in PAGES[: PAGES.index(FirstRunPage.LEAD) + 1]:
        setting_up.presenter.open_page(page)
        assert setting_up.state().page is page
    now = setting_up.state()
    assert (now.draft, now.people, now.done) == (before.draft, before.people, before.done)


def test_a_page_further_on_cannot_be_opened_before_its_turn() -> None:
    setting_up = SettingUp()
    setting_up.presenter.open_page(FirstRunPage.SHEET)
    assert setting_up.state().page is FirstRunPage.WELCOME
    assert [task.open for task in setting_up.state().tasks] == [True] + [False] * 8


def test_a_person_needs_a_name_of_their_own_and_a_passphrase_typed_twice() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.PRACTITIONER)
    setting_up.presenter.type_name(Role.PRACTITIONER, " priya  INVENTED ")
    setting_up.presenter.type_passphrase(
        Role.PRACTITIONER, NewPassphrase(own=True, typed="one", again="two")
    )
    setting_up.presenter.go_on()
    assert set(setting_up.state().problems) == {"practitioner-name", "practitioner-passphrase"}
    assert setting_up.state().problems["practitioner-name"] == words.SAME_NAME


@pytest.mark.parametrize("name", ["ليلى حسن", "Zoë 🌊", "李"])
def test_names_of_any_script_are_kept_as_typed(name: str) -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.SUPERVISOR)
    setting_up.presenter.type_name(Role.SUPERVISOR, name)
    setting_up.presenter.go_on()
    assert setting_up.state().page is FirstRunPage.PRACTITIONER
    assert setting_up.state().people[Role.SUPERVISOR].name == name


def test_a_passphrase_that_could_be_guessed_gets_advice_in_words() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.SUPERVISOR)
    setting_up.presenter.type_passphrase(
        Role.SUPERVISOR, NewPassphrase(own=True, typed=TOO_EASY, again=TOO_EASY)
    )
    setting_up.presenter.judge(Role.SUPERVISOR)
    assert setting_up.state().people[Role.SUPERVISOR].passphrase.advice == (ADVICE,)
    setting_up.presenter.go_on()
    assert setting_up.state().page is FirstRunPage.SUPERVISOR
    assert setting_up.state().problems == {"supervisor-passphrase": ADVICE}


def test_a_passphrase_made_of_names_typed_later_is_found_before_the_sheet() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.LEAD)
    setting_up.presenter.type_passphrase(
        Role.PRACTITIONER, NewPassphrase(own=True, typed=TOO_EASY, again=TOO_EASY)
    )
    setting_up.presenter.go_on()
    assert setting_up.state().page is FirstRunPage.PRACTITIONER
    assert setting_up.state().problems == {"practitioner-passphrase": ADVICE}
    assert setting_up.state().working == ""


def test_a_practitioner_who_is_not_there_is_added_another_day() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.PRACTITIONER)
    setting_up.presenter.come_later(Role.PRACTITIONER)
    assert setting_up.state().page is FirstRunPage.ADMINISTRATOR
    line = setting_up.state().tasks[PAGES.index(FirstRunPage.PRACTITIONER)]
    assert (line.status, line.done) == (words.LATER, True)
    setting_up.go_to(FirstRunPage.CHECK)
    setting_up.presenter.go_on()
    assert len(setting_up.opened[0].vault.people) == 1
    setting_up.presenter.add_now(Role.PRACTITIONER)
    assert not setting_up.state().people[Role.PRACTITIONER].later


def test_the_sheet_is_printed_from_memory_with_organisation_and_date() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.SHEET)
    setting_up.presenter.print_sheet()
    assert setting_up.printed == [b"Otter 42 Invented Youth Trust 2026-11-24"]
    handover = setting_up.state().handover
    assert handover is not None
    assert handover.notice == SENT


def test_no_printer_is_said_and_writing_down_leads_on() -> None:
    setting_up = SettingUp()
    setting_up.prints = False
    setting_up.go_to(FirstRunPage.SHEET)
    setting_up.presenter.print_sheet()
    handover = setting_up.state().handover
    assert handover is not None
    assert handover.notice == NOT_SENT
    setting_up.presenter.have_sheet()
    handover = setting_up.state().handover
    assert handover is not None
    assert handover.typing


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the four words"),
        (SHEET_WORDS[0], "Row 3 holds the words of row 1."),
        ("island jacket kettle", "Row 3 needs four words"),
    ],
)
def test_nobody_goes_on_before_the_row_fits(typed: str, said: str) -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.SHEET)
    setting_up.presenter.have_sheet()
    setting_up.presenter.type_row(typed)
    setting_up.presenter.check_row()
    handover = setting_up.state().handover
    assert handover is not None
    assert handover.problem.startswith(said)
    assert setting_up.state().page is FirstRunPage.SHEET
    setting_up.presenter.open_page(FirstRunPage.CHECK)
    assert setting_up.state().page is FirstRunPage.SHEET


def test_a_change_comes_back_to_the_check_page() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.CHECK)
    setting_up.presenter.change(FirstRunPage.WORKPLACE)
    setting_up.presenter.type_text(Entry.PLACE, "Market Square")
    setting_up.presenter.go_on()
    assert setting_up.state().page is FirstRunPage.CHECK
    assert len(setting_up.file.vault.created) == 1


def test_a_changed_name_makes_a_new_sheet_and_says_so() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.CHECK)
    setting_up.presenter.change(FirstRunPage.SUPERVISOR)
    setting_up.presenter.type_name(Role.SUPERVISOR, "Priya Renamed")
    setting_up.presenter.go_on()
    assert setting_up.state().page is FirstRunPage.SHEET
    assert setting_up.state().notice == words.SHEET_IS_NEW
    handover = setting_up.state().handover
    assert handover is not None
    assert not handover.confirmed
    assert len(setting_up.file.vault.created) == 2


def test_texts_emptied_on_the_way_are_found_at_the_check_page() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.CHECK)
    setting_up.presenter.open_page(FirstRunPage.LEAD)
    setting_up.presenter.type_text(Entry.LEAD_NAME, "")
    setting_up.presenter.open_page(FirstRunPage.CHECK)
    assert setting_up.state().page is FirstRunPage.LEAD
    assert "lead_name" in setting_up.state().problems


@pytest.mark.parametrize(
    ("error", "word"), [(DiskFullError("x"), "full"), (DiskReadOnlyError("x"), "written to")]
)
def test_a_disk_that_takes_nothing_is_named_and_nothing_typed_is_lost(
    error: Exception, word: str
) -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.CHECK)
    setting_up.file.stores.fails = error
    setting_up.presenter.go_on()
    assert word in setting_up.state().notice
    assert setting_up.state().working == ""
    assert setting_up.opened == []
    setting_up.file.stores.fails = None
    setting_up.presenter.go_on()
    assert len(setting_up.opened) == 1


def test_help_and_a_backup_are_reachable_from_the_first_page() -> None:
    setting_up = SettingUp()
    setting_up.presenter.show_safety_steps()
    setting_up.presenter.restore_backup()
    assert [route.place for route in setting_up.routes] == [Place.SAFETY_STEPS, Place.RESTORE]


def test_passphrases_and_words_stay_out_of_what_could_be_logged() -> None:
    setting_up = SettingUp()
    setting_up.go_to(FirstRunPage.CHECK)
    shown = repr(setting_up.state())
    assert "maple" not in shown
    assert SHEET.rows[0][0] not in shown
