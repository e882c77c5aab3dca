"""Finding a service: the search, its filters, the service's own page, and an entry of our own."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.shell import Shell
from vrn_desktop.domain.directory.our_view import in_directory
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test.asking import ask
from vrn_desktop.self_test.invented_case import CASE
from vrn_desktop.self_test.invented_content import INVENTED_SERVICE
from vrn_desktop.self_test.stage import Stage

NARROWED_TO = "Open now"


def directory(stage: Stage, shell: Shell) -> None:
    """Search for the invented service, check it, and look at a copy of its entry."""
    shell.go(Route(place=Place.SERVICES))
    card = f"found-{in_directory(INVENTED_SERVICE.id)}"
    stage.write("services-search", CASE.service)
    stage.wait(lambda: stage.names("found-") == (card,), "only the invented service is found")
    stage.click("services-filters")
    stage.write("services-filter-age", "15")
    stage.wait(lambda: stage.names("found-") == (card,), "it is still found")
    stage.picture("services-search")
    stage.pick("services-filter-when", NARROWED_TO)
    stage.pick("services-filter-kind", "Online safety")
    stage.find("services-empty", QWidget)
    stage.picture("services-nothing-fits")
    stage.click("services-empty-kind")
    stage.wait(lambda: stage.is_there(card), "it is found again")
    stage.find(card, QAbstractButton).click()
    _page(stage, shell)


def _page(stage: Stage, shell: Shell) -> None:
    stage.find("service-right", QWidget)
    ask(stage, shell, lambda: None)
    stage.picture("service")
    stage.click("service-right")
    stage.find("service-notice", QWidget)
    stage.click("service-edit")
    stage.find("entry-keep", QWidget)
    stage.picture("service-editor")
    stage.click("entry-back")
    stage.click("service-back")
    stage.find("services-search", QWidget)
