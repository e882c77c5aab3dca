"""The invented case that the walk goes through: plainly invented people, numbers kept for drama."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedCase:
    """Who is who, and what the young person answers; items not named are skipped or not reached."""

    organisation: str = "Invented Youth Trust"
    setting_name: str = "Harbour Street Project"
    place: str = "Harbour Street, Inventown"
    phone: str = "01632 960002"
    lead: str = "Alex Made-Up"
    lead_number: str = "01632 960001"
    supervisor: str = "Priya Invented"
    practitioner: str = "Sam Invented"
    young_person: str = "Kay Example"
    age: str = "16"
    words: str = "I like drawing comics with my aunt"
    told_whom: str = "Safeguarding lead"
    done: str = "Rang the lead and agreed a plan for today"
    outcome: str = "Early help is offered"
    matters: str = "Getting to college without trouble"
    service: str = "Harbour Street Pantry (invented)"
    service_number: str = "01632 960003"


CASE = InventedCase()

ANSWERS = {
    "B01": "strong",
    "B02": "strong",
    "B03": "partly",
    "B04": "partly",
    "B05": "partly",
    "B06": "strong",
    "C01": "none",
    "C02": "none",
    "C03": "some",
    "C04": "declined",
    "C05": "none",
    "C06": "none",
    "D01": "some",
    "D02": "some",
    "D03": "none",
    "E01": "some",
    "E02": "none",
    "E03": "clear",
    "E04": "none",
    "E05": "none",
    "F01": "some",
    "F02": "none",
    "F03": "none",
    "F04": "none",
    "F05": "none",
    "F06": "none",
    "G01": "some",
    "G02": "none",
    "G03": "none",
    "G04": "none",
    "H01": "none",
    "H05": "none",
    "H07": "none",
    "H08": "none",
}
"""Answers by item; what is asked beside these is skipped."""

PICTURED = frozenset({"B01", "C01", "H01"})
"""Questions of which a picture is taken, so that the walk does not drown in pictures."""
