"""The numbers to call, large and in order; works before anyone has signed in (TI-03)."""

from ui.widgets.card import Card, CardKind
from ui.widgets.sheet_panel import SheetPanel
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.get_help_state import (
    EMERGENCY,
    MENTAL_HEALTH_CRISIS,
    GetHelpState,
    HelpLine,
)


class GetHelpSheet(SheetPanel):
    """Emergency, safeguarding lead, crisis line and what else the area has set."""

    def __init__(self, state: GetHelpState) -> None:
        super().__init__("Get help now", name="getHelpSheet")
        for line in (EMERGENCY, *_lead(state), MENTAL_HEALTH_CRISIS, *state.more_lines):
            card = Card(kind=CardKind.SOFT, spacing=2)
            card.add(Text(line.number, TextRole.TITLE))
            card.add(Text(line.who, TextRole.STRONG))
            if line.note:
                card.add(Text(line.note, TextRole.META))
            self.add(card)


def _lead(state: GetHelpState) -> tuple[HelpLine, ...]:
    if not state.lead_number:
        return ()
    return (
        HelpLine(
            number=state.lead_number,
            who=f"{state.lead_name}, safeguarding lead".lstrip(", "),
            note="Worried and not sure what to do? Call before you decide alone.",
        ),
    )
