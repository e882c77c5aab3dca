"""Puts a conversation's window together: its presenter, its steps and its closing pages."""

from collections.abc import Callable, Mapping

from ui.conversation.closing.choose_help_page import ChooseHelpPage
from ui.conversation.closing.feeling_pages import BackToNowPage, WorkerCheckPage
from ui.conversation.closing.safe_contact_page import SafeContactPage
from ui.conversation.closing.today_page import RestOfTodayPage
from ui.conversation.closing.words_pages import WhatMattersPage, YourWordsPage
from ui.conversation.closing.your_view_page import YourViewPage
from ui.conversation.conversation_screen import ConversationScreen
from ui.conversation.window_page import WindowPage
from vrn_desktop.application.services import Services
from vrn_desktop.application.settings import USUAL, Settings
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.closing.back_to_now_presenter import BackToNowPresenter
from vrn_desktop.presenters.closing.rest_of_today_presenter import RestOfTodayPresenter
from vrn_desktop.presenters.closing.safe_contact_presenter import SafeContactPresenter
from vrn_desktop.presenters.closing.worker_check_presenter import WorkerCheckPresenter
from vrn_desktop.presenters.closing.your_view_presenter import YourViewPresenter
from vrn_desktop.presenters.closing.your_words_presenter import (
    WhatMattersPresenter,
    YourWordsPresenter,
)
from vrn_desktop.presenters.conversation.conversation_parts import ConversationParts
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import Ending, Sheet
from vrn_desktop.presenters.conversation.opened_conversation import OpenedConversation
from vrn_desktop.presenters.navigation_presenter import Place, Route

Left = Callable[[Screening, Ending], None]


def build_conversation(
    services: Services,
    opened: OpenedConversation,
    *,
    left: Left,
    go: Callable[[Route], None],
    changing: ItemId | None = None,
    record_action: bool = False,
    settings: Settings = USUAL,
) -> ConversationScreen:
    """The window of one conversation; `record_action` opens the sheet that closes escalations, nothing else."""
    presenter = ConversationPresenter(
        services, opened, left=left, changing=changing, recording=record_action
    )
    screen = ConversationScreen(
        presenter,
        ConversationParts(services, opened, presenter),
        closing_pages=_closing_pages(services, opened, presenter, go),
        see_help=lambda: go(Route(place=Place.SERVICES)),
        digit_keys=settings.digit_shortcuts,
        goes_on=settings.go_on_after_answer,
        symbols=settings.easy_read,
    )
    if record_action:
        presenter.open_sheet(Sheet.ACTION_RECORD)
    return screen


def _closing_pages(
    services: Services,
    opened: OpenedConversation,
    conversation: ConversationPresenter,
    go: Callable[[Route], None],
) -> Mapping[KnownStep, Callable[[], WindowPage]]:
    instrument = opened.path.instrument
    screening = opened.screening

    def choose_help() -> WindowPage:
        presenter = ChooseServicesPresenter(services, screening.id, go=go)
        return ChooseHelpPage(presenter, conversation)

    def safe_contact() -> WindowPage:
        return SafeContactPage(
            SafeContactPresenter(
                services,
                screening.young_person_id,
                done=lambda: conversation.finish_step(KnownStep.SAFE_CONTACT, {}),
            )
        )

    return {
        KnownStep.BACK_TO_NOW: lambda: BackToNowPage(BackToNowPresenter(conversation)),
        KnownStep.YOUR_WORDS: lambda: YourWordsPage(YourWordsPresenter(conversation, instrument)),
        KnownStep.WHAT_MATTERS: lambda: WhatMattersPage(WhatMattersPresenter(conversation)),
        KnownStep.CHOOSE_HELP: choose_help,
        KnownStep.SAFE_CONTACT: safe_contact,
        KnownStep.REST_OF_TODAY: lambda: RestOfTodayPage(
            RestOfTodayPresenter(services, conversation)
        ),
        KnownStep.YOUR_VIEW: lambda: YourViewPage(YourViewPresenter(services, conversation)),
        KnownStep.WORKER_CHECK: lambda: WorkerCheckPage(
            WorkerCheckPresenter(services, conversation)
        ),
    }
