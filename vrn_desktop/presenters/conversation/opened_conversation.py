"""What the conversation window needs from the file, read at once."""

from dataclasses import dataclass

from vrn_desktop.application.ports.rows import EarlierAnswer
from vrn_desktop.application.services import Services
from vrn_desktop.domain.escalation import Escalation
from vrn_desktop.domain.identifiers import ScreeningId
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.domain.screening_path import ScreeningPath
from vrn_desktop.domain.setting import Workplace
from vrn_desktop.domain.young_person import YoungPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedConversation:
    """A conversation with its person, what they shared before, and all its escalations."""

    screening: Screening
    person: YoungPerson
    workplace: Workplace
    earlier: tuple[EarlierAnswer, ...]
    escalations: tuple[Escalation, ...]
    path: ScreeningPath


def open_conversation(services: Services, screening_id: ScreeningId) -> OpenedConversation:
    """Load a conversation to carry on with (runs on the store thread)."""
    screening = services.screenings.load(screening_id)
    if screening.state is ScreeningState.PAUSED:
        screening = services.screenings.resume(screening)
    return OpenedConversation(
        screening=screening,
        person=services.young_people.get(screening.young_person_id),
        workplace=services.workplaces.workplace(),
        earlier=services.screenings.earlier_answers(screening),
        escalations=services.escalations.of_screening(screening_id),
        path=services.screenings.path(screening),
    )
