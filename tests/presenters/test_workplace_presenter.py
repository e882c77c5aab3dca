"""The safeguarding lead's numbers can be corrected, and are right before anyone signs in."""

from tests.invented_services import SAM, WORKPLACE
from tests.workplace_details import Details
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.setting import LawfulBasis, SettingKind
from vrn_desktop.presenters.workplace.workplace_draft import (
    GIVE,
    Entry,
    draft_of,
    workplace_of,
)
from vrn_desktop.presenters.workplace.workplace_presenter import KEPT


def test_a_draft_comes_back_as_it_was_kept() -> None:
    assert workplace_of(draft_of(WORKPLACE)) == WORKPLACE


def test_ti_03_another_lead_is_shown_before_sign_in_at_once() -> None:
    details = Details()
    details.presenter.type_text(Entry.LEAD_NAME, "Sorrel Specimen")
    details.presenter.type_text(Entry.LEAD_NUMBER, "01632 960123")
    details.presenter.choose_setting(SettingKind.SCHOOL)
    details.presenter.choose_basis(LawfulBasis.LEGITIMATE_INTERESTS)
    details.presenter.keep()
    kept = details.invented.store.records.workplace
    assert kept is not None
    assert (kept.lead.name, kept.setting_kind) == ("Sorrel Specimen", SettingKind.SCHOOL)
    assert details.vault.help_lines.lead_name == "Sorrel Specimen"
    assert details.vault.help_lines.lead_numbers[0] == "01632 960123"
    assert details.heard == [kept]
    assert details.presenter.state.notice == KEPT


def test_a_lead_without_a_number_is_not_kept() -> None:
    details = Details()
    details.presenter.type_text(Entry.LEAD_NUMBER, "")
    details.presenter.keep()
    assert details.presenter.state.problems == {"lead_number": GIVE[Entry.LEAD_NUMBER]}
    assert details.invented.store.records.workplace == WORKPLACE


def test_only_a_supervisor_changes_them() -> None:
    details = Details(SAM)
    details.presenter.type_text(Entry.PLACE, "Market Square")
    details.presenter.keep()
    assert details.presenter.state.refusal
    assert details.invented.store.records.workplace == WORKPLACE


def test_a_full_disk_is_named_and_the_form_stays() -> None:
    details = Details()
    details.invented.store.refuses = DiskFullError("x")
    details.presenter.type_text(Entry.PLACE, "Market Square")
    details.presenter.keep()
    assert "full" in details.presenter.state.refusal
    assert details.presenter.state.draft.text(Entry.PLACE) == "Market Square"
    assert not details.presenter.state.working
