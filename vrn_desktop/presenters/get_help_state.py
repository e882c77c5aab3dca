"""Who can be reached at once, on every screen and before any record exists (TI-03)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One number and what it is for, in a few words."""

    number: str
    who: str
    note: str = ""


EMERGENCY = HelpLine(
    number="999",
    who="Police, ambulance, fire",
    note="Someone is in danger now. If you cannot speak, press 55 when asked.",
)
MENTAL_HEALTH_CRISIS = HelpLine(
    number="111, option 2",
    who="NHS mental health crisis line",
    note="Day and night, any age.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetHelpState:
    """The local safeguarding lead and the lines of the bar; no field has to be filled first."""

    lead_name: str = ""
    lead_number: str = ""
    more_lines: tuple[HelpLine, ...] = ()
