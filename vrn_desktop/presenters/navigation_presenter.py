"""Where in the program the user is: routes as values."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.identifiers import (
    EscalationId,
    FollowUpId,
    ItemId,
    LetterId,
    ScreeningId,
    ServiceId,
    SignpostId,
    YoungPersonId,
)
from vrn_desktop.domain.letter import LetterKind


class Place(StrEnum):
    """One page of the program; the names follow the flow of screens.md 3b."""

    FIRST_RUN = "first_run"
    UNLOCK = "unlock"
    FILE_TROUBLE = "file_trouble"
    RESTORE = "restore"
    RECOVERY = "recovery"
    HOME = "home"
    YOUNG_PEOPLE = "young_people"
    YOUNG_PERSON = "young_person"
    CONVERSATIONS = "conversations"
    NEW_CONVERSATION = "new_conversation"
    AGREEMENT = "agreement"
    CONVERSATION = "conversation"
    CHECK_NOTED = "check_noted"
    SAFETY_STEPS = "safety_steps"
    ESCALATION = "escalation"
    LEVEL = "level"
    CHOOSE_SERVICES = "choose_services"
    SAFE_CONTACT = "safe_contact"
    LETTER_FOR = "letter_for"
    LETTER = "letter"
    LETTERS_TO_PRINT = "letters_to_print"
    FOLLOW_UP = "follow_up"
    WORKLIST = "worklist"
    REPLY = "reply"
    REFERRAL = "referral"
    OUT_OF_DATE = "out_of_date"
    UNMET_NEEDS = "unmet_needs"
    SERVICES = "services"
    SERVICE = "service"
    SERVICE_EXPORT = "service_export"
    SERVICE_EDITOR = "service_editor"
    SERVICE_SOURCES = "service_sources"
    REVIEW = "review"
    TEAM = "team"
    SYNC = "sync"
    PEOPLE_ADMIN = "people_admin"
    WORKPLACE = "workplace"
    CONTENT_PACKS = "content_packs"
    BACKUP = "backup"
    RETENTION = "retention"
    AUDIT = "audit"
    SETTINGS = "settings"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A place and what it is about; never a name, so a route may be remembered while unlocked."""

    place: Place
    young_person: YoungPersonId | None = None
    screening: ScreeningId | None = None
    item: ItemId | None = None
    escalation: EscalationId | None = None
    service: ServiceId | None = None
    letter: LetterId | None = None
    letter_kind: LetterKind | None = None
    signpost: SignpostId | None = None
    follow_up: FollowUpId | None = None
    from_a_slip: bool = False
    """Whether news of a referral comes from a reply slip."""
    returns_to: Place | None = None
    """The page that a changed answer, or a record of what was done, leads back to."""
