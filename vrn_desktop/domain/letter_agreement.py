"""What was agreed about one letter that leaves the two of them: to whom, what it may say, on which ground."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.agreement import CompetenceView
from vrn_desktop.domain.safe_contact import SafeReply


class Shared(StrEnum):
    """What a young person can agree to share in one letter; nothing is agreed beforehand."""

    NAME = "name"
    MEETING_DAY = "meeting_day"
    HELP_WANTED = "help_wanted"
    OWN_WORDS = "own_words"
    AGE = "age"
    ACCESS_NEEDS = "access_needs"
    PRONOUNS = "pronouns"


class LawfulReason(StrEnum):
    """Why a service is written to without consent (DP-09, DP-10); the organisation stands by it."""

    PROTECT_A_CHILD = "protect_a_child"
    PROTECT_AN_ADULT = "protect_an_adult"
    LIFE_AT_RISK = "life_at_risk"
    LEGAL_DUTY = "legal_duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingReason:
    """A lawful reason with the worker's own note of it; without a note it is not recorded (DP-09)."""

    reason: LawfulReason
    note: str

    @property
    def is_recorded(self) -> bool:
        """Whether the reason is written down in words."""
        return bool(self.note.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAgreement:
    """The answers behind one letter, kept with it; what was not asked stays shut.

    `agrees` is the young person's own answer to this letter going to this recipient. `competence` is the
    worker's view for this one decision (CO-04). `no_worry` is the worker's word that nothing worries them
    about the adult at home; `support_only` that a school letter is about support and nothing else.
    """

    agrees: SafeReply = SafeReply.NOT_ASKED
    competence: CompetenceView | None = None
    shared: frozenset[Shared] = frozenset()
    no_worry: bool = False
    support_only: bool = False
    sharing_reason: SharingReason | None = None

    def shares(self, what: Shared) -> bool:
        """Whether they agreed that the letter says this."""
        return what in self.shared


NOTHING_AGREED = LetterAgreement()
"""Where every letter to somebody else starts."""
