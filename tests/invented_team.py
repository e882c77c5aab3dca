"""An invented team: a supervisor, a practitioner and an administrator with their passphrases."""

from vrn_desktop.application.ports.vault import HelpLines, HelpNumber, NewPerson
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role

ROWAN = PractitionerId("rowan")
ASH = PractitionerId("ash")
IVY = PractitionerId("ivy")

PASSPHRASES = {
    ROWAN: "lantern pebble walnut tunic",
    ASH: "copper mitten orchid ladder",
    IVY: "saddle thimble cocoa gravel",
}
OTHER_PASSPHRASE = "velvet anchor muffin pulley"  # noqa: S105 - opens invented vaults only

SUPERVISOR = NewPerson(
    id=ROWAN,
    name="Rowan Example",
    role=Role.SUPERVISOR,
    trained=True,
    passphrase=PASSPHRASES[ROWAN],
)
PRACTITIONER = NewPerson(
    id=ASH,
    name="Ash Sample",
    role=Role.PRACTITIONER,
    trained=False,
    passphrase=PASSPHRASES[ASH],
)
ADMINISTRATOR = NewPerson(
    id=IVY,
    name="Ivy Invented",
    role=Role.ADMINISTRATOR,
    trained=False,
    passphrase=PASSPHRASES[IVY],
)
HELP_LINES = HelpLines(
    setting="Brightwater Youth Project",
    lead_name="Sorrel Specimen",
    lead_numbers=("01632 960123", "07700 900456"),
    numbers=(
        HelpNumber(label="Danger now", number="999"),
        HelpNumber(label="Mental health, option 2", number="111"),
    ),
)
