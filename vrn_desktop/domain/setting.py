"""Where the conversations take place and who must be told: organisation, setting, safeguarding lead."""

from dataclasses import dataclass
from enum import StrEnum


class SettingKind(StrEnum):
    """Kinds of setting, as the network counts them (decisions.md 19)."""

    SCHOOL = "school"
    YOUTH_OUTREACH = "youth_outreach"
    HEALTH = "health"
    JUSTICE = "justice"
    SOCIAL_CARE = "social_care"
    OTHER = "other"


class LawfulBasis(StrEnum):
    """Data-protection basis of keeping the record; never the same thing as agreement (domain.md DP-01, CO-06)."""

    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTERESTS = "legitimate_interests"
    RECOGNISED_LEGITIMATE_INTEREST = "recognised_legitimate_interest"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardingLead:
    """The person to speak to about a worry, with numbers in the order to try them."""

    name: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The organisation, its setting with the place, and the basis on which it keeps records."""

    organisation: str
    setting_name: str
    setting_kind: SettingKind
    place: str
    lead: SafeguardingLead
    phone: str = ""
    lawful_basis: LawfulBasis = LawfulBasis.PUBLIC_TASK
    policy_reference: str = ""
