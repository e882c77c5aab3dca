"""After a heavy talk somebody sees how they are, today or tomorrow, even if they left early (TI-41)."""

from datetime import timedelta

from vrn_desktop.application.services import Services
from vrn_desktop.domain.screening import Screening


def was_heavy(services: Services, screening: Screening) -> bool:
    """Whether anything heavy came up: harm above no concern, or anything somebody had to be told.

    An escalation counts even after what was done about it has been written down.
    """
    instrument = services.screenings.path(screening).instrument
    heavy = {section.id for section in instrument.sections if section.reminder_required}
    calm = instrument.risk_codes[0]
    said = any(
        code != calm
        for item in instrument.items
        if item.section in heavy
        for code in screening.answers.spoken(item.id)
    )
    return said or bool(services.escalations.of_screening(screening.id))


def care_afterwards(services: Services, screening: Screening) -> None:
    """Put aftercare on the list after a heavy talk, once (runs on the store thread)."""
    if was_heavy(services, screening):
        tomorrow = services.clock().date() + timedelta(days=1)
        services.follow_ups.promise_aftercare(screening, due_on=tomorrow)
