"""The lists of conversations with real clicks: each row has one verb, each list says when it is empty."""

from PySide6.QtWidgets import QAbstractButton

from tests.invented_services import Invented
from tests.talk import CALM_CORE, answered, begun
from tests.ui.opened_screen import OpenedScreen
from tests.went import Went
from ui.conversations.conversations_screen import ConversationsScreen
from vrn_desktop.application.services import Services
from vrn_desktop.presenters.conversations_presenter import ConversationsPresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place


def screen(services: Services, went: Went) -> ConversationsScreen:
    return ConversationsScreen(ConversationsPresenter(services, NameDisplay(), go=went))


def test_an_unfinished_conversation_is_carried_on() -> None:
    services, went = Invented().services(), Went()
    talk = begun(services)
    with OpenedScreen(screen(services, went)) as page:
        assert "K.I. · YP-0001" in page.words()
        assert "Unfinished · begun today · held by you" in page.words()
        page.click("conversations-rows-0-action")

    assert (went.last.place, went.last.screening) == (Place.CONVERSATION, talk.id)


def test_what_waits_for_someone_stands_on_its_own_list() -> None:
    services, went = Invented().services(), Went()
    talk = services.screenings.stop(answered(services, begun(services), CALM_CORE))
    services.levels.ask_supervisor(talk.id)
    with OpenedScreen(screen(services, went)) as page:
        assert "Nothing unfinished." in page.words()
        page.click("conversations-shelf-waiting")
        assert "Waiting for a second person" in page.words()
        page.click("conversations-rows-0-action")
        page.click("conversations-shelf-finished")
        assert "No finished conversations yet." in page.words()

    assert went.last.place is Place.LEVEL


def test_the_lists_say_how_many_wait_in_them() -> None:
    services = Invented().services()
    begun(services)
    with OpenedScreen(screen(services, Went())) as page:
        words = [button.text() for button in page.screen.findChildren(QAbstractButton)]

    assert {"Unfinished (1)", "Waiting for someone (0)", "Finished (0)"} <= set(words)
