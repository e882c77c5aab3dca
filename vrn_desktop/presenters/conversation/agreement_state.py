"""What step A3 shows: the script, who agrees by the route for this age, the lawful basis beside it."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.agreement import AgreementRoute


class SaidBack(StrEnum):
    """Whether they told it back (TI-13)."""

    OWN_WORDS = "own_words"
    ANOTHER_WAY = "another_way"
    NOT_YET = "not_yet"


class CarerAnswer(StrEnum):
    """What a parent or carer said, or why none was asked (CO-01, CO-02)."""

    AGREES = "agrees"
    DOES_NOT = "does_not"
    UNSAFE_TO_ASK = "unsafe_to_ask"


class CompetencePoint(StrEnum):
    """The four points of a view on Gillick competence for this conversation (CO-02)."""

    UNDERSTANDS = "understands"
    WEIGHS = "weighs"
    EXPLAINS = "explains"
    NO_PRESSURE = "no_pressure"


class AgreementField(StrEnum):
    """What the step may still be missing."""

    SAID_BACK = "said_back"
    YOUNG_PERSON = "young_person"
    REASONS = "reasons"
    CARER = "carer"
    UNSAFE_WHY = "unsafe_why"


POINTS = (
    (CompetencePoint.UNDERSTANDS, "They understand what this talk is"),
    (CompetencePoint.WEIGHS, "They see the good and the less good sides"),
    (CompetencePoint.EXPLAINS, "They can say why they choose what they choose"),
    (CompetencePoint.NO_PRESSURE, "Nobody is putting pressure on them"),
)
MISSING = {
    AgreementField.SAID_BACK: "Say whether they told it back to you",
    AgreementField.YOUNG_PERSON: "Choose whether they want to talk",
    AgreementField.REASONS: "Write a sentence about what you saw or heard",
    AgreementField.CARER: "Say what their parent or carer answered, or that it isn’t safe to ask",
    AgreementField.UNSAFE_WHY: "Write why it isn’t safe to ask",
}
EXPLAIN_AGAIN = "Go through it once more in other words, then ask them to tell it back"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementState:
    """Step A3 as filled so far; nothing is ticked beforehand.

    `needs_carer` is set where the route asks for a parent or carer: always under 11, from 11 to 15 when not
    all four points were seen.
    """

    route: AgreementRoute
    script: tuple[str, ...]
    assent: str
    basis: str
    said_back: SaidBack | None = None
    said_back_words: str = ""
    agrees: bool | None = None
    points: frozenset[str] = frozenset()
    reasons: str = ""
    carer: CarerAnswer | None = None
    unsafe_why: str = ""
    needs_carer: bool = False
    missing: tuple[tuple[AgreementField, str], ...] = ()
