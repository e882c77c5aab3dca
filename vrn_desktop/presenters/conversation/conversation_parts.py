"""Makes the presenters of the steps and sheets inside one conversation window."""

from vrn_desktop.application.services import Services
from vrn_desktop.presenters.conversation.access_presenter import AccessPresenter
from vrn_desktop.presenters.conversation.action_record_presenter import ActionRecordPresenter
from vrn_desktop.presenters.conversation.agreement_presenter import AgreementPresenter
from vrn_desktop.presenters.conversation.choices_presenter import ChoicesPresenter
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.opened_conversation import OpenedConversation
from vrn_desktop.presenters.conversation.place_concern_presenter import PlaceConcernPresenter
from vrn_desktop.presenters.conversation.privacy_presenter import PrivacyPresenter


class ConversationParts:
    """A new presenter for a step or sheet each time its page is opened."""

    def __init__(
        self, services: Services, opened: OpenedConversation, conversation: ConversationPresenter
    ) -> None:
        self._services = services
        self._opened = opened
        self._conversation = conversation

    def privacy(self) -> PrivacyPresenter:
        """Step A1."""
        return PrivacyPresenter(self._conversation)

    def access(self) -> AccessPresenter:
        """Step A2; what is known of their needs stands there already."""
        return AccessPresenter(self._conversation, known_needs=self._opened.person.access_needs)

    def agreement(self) -> AgreementPresenter:
        """Step A3."""
        return AgreementPresenter(self._services, self._conversation, self._opened.workplace)

    def choices(self) -> ChoicesPresenter:
        """Step A4."""
        return ChoicesPresenter(self._conversation)

    def action_record(self) -> ActionRecordPresenter:
        """The sheet that closes escalations."""
        return ActionRecordPresenter(self._services, self._conversation)

    def place_concern(self) -> PlaceConcernPresenter:
        """The sheet for a place that may not be safe."""
        return PlaceConcernPresenter(
            self._services, self._opened.screening.id, kept=self._conversation.close_sheet
        )
