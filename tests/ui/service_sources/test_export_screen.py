"""The page on which the directory is given to others."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.invented_services import SAM
from tests.ui.opened_screen import OpenedScreen
from tests.ui.service_sources.sources_pages import SourcesOffice
from vrn_desktop.presenters.navigation_presenter import Place


def test_form_and_services_are_chosen_and_the_file_is_saved() -> None:
    office = SourcesOffice().with_sources()
    with OpenedScreen(office.export_screen()) as page:
        assert page.can_be_seen("export-left-out")
        assert page.focused == "export-scope-everything"
        page.click("export-form-zip")
        page.press(Qt.Key.Key_Return, ctrl=True)
        assert office.office.writer.written == []
        office.place = Path("services.zip")
        page.press(Qt.Key.Key_Return, ctrl=True)
        assert page.can_be_seen("export-outcome-done")
        page.click("export-scope-our_own")
        assert not page.can_be_seen("export-outcome-done")
        page.click("export-save")
        page.click("export-back")
    assert [(form, len(names)) for form, _, names in office.office.writer.written] == [
        ("package", 43),
        ("package", 0),
    ]
    assert office.routes[-1].place is Place.SERVICE_SOURCES


def test_a_practitioner_reads_who_may() -> None:
    with OpenedScreen(SourcesOffice(SAM).export_screen()) as page:
        assert page.can_be_seen("export-ask-supervisor")
        assert not page.can_be_seen("export-choices")
        assert not page.find(QAbstractButton, "export-save").isVisible()
