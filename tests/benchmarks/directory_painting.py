"""What a typed letter costs in the window: twenty other cards made of what was found, drawn and painted."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.invented_services import Invented
from ui.services.services_screen import ServicesScreen
from ui.theme import theme
from vrn_desktop.domain.directory.service_query import FoundService
from vrn_desktop.presenters.directory.found_card import found_card
from vrn_desktop.presenters.services_presenter import ServicesPresenter

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
WIDTH, HEIGHT = 1280, 800


def painting_ms(answers: Sequence[Sequence[FoundService]]) -> tuple[list[float], list[float]]:
    """Milliseconds of CPU for making the cards (store thread) and for drawing and painting them (window)."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application)
    presenter = ServicesPresenter(Invented().services(), go=lambda _route: None)
    screen = ServicesScreen(presenter)
    screen.resize(WIDTH, HEIGHT)
    screen.show()
    application.processEvents()
    made, painted = [], []
    for found in answers:
        began = process_time()
        cards = tuple(found_card(one, NOW) for one in found)
        made.append((process_time() - began) * 1000)
        state = replace(presenter.state, finding=replace(presenter.state.finding, cards=cards))
        began = process_time()
        screen.draw(state)
        application.processEvents()
        painted.append((process_time() - began) * 1000)
    screen.leave()
    screen.hide()
    screen.deleteLater()
    application.processEvents()
    return made, painted
