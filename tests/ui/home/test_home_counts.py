"""Home's line on what waits to be sent: there for a site in the network, and nowhere else."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from tests.invented_services import Invented
from tests.invented_sync import InventedSync, overview
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.home.home_screen import HomeScreen
from vrn_desktop.presenters.home_presenter import HomePresenter
from vrn_desktop.presenters.name_display import NameDisplay


def test_only_a_site_in_the_network_has_a_line_on_counts() -> None:
    services = Invented().services()
    with OpenedScreen(HomeScreen(HomePresenter(services, NameDisplay(), go=Went()))) as page:
        assert not page.can_be_seen("home-sending")
    in_network = replace(services, counts=InventedSync(overview()))
    with OpenedScreen(HomeScreen(HomePresenter(in_network, NameDisplay(), go=Went()))) as page:
        assert page.find(QLabel, "home-sending").text() == "Nothing waits to be sent"
        assert page.can_be_seen("home-sending")
