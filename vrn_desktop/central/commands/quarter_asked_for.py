"""A quarter as somebody types it."""

from vrn_desktop.central.commands.command_trouble import CommandError
from vrn_desktop.domain.programme_period import NoSuchPeriodError, Quarter, period_from_text

_HOW = "A quarter is written like 2026-Q4."


def quarter_from(text: str) -> Quarter:
    """The quarter.

    Raises:
        CommandError: the text names none.
    """
    try:
        period = period_from_text(text)
    except NoSuchPeriodError as error:
        raise CommandError(_HOW) from error
    if not isinstance(period, Quarter):
        raise CommandError(_HOW)
    return period
