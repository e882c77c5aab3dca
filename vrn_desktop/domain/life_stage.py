"""Life stages: which wording, which respondent and which core questions fit an age."""

from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.identifiers import LifeStageId


class Respondent(StrEnum):
    """Who answers the questions at a life stage."""

    CARER = "carer"
    YOUNG_PERSON = "young_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeStage:
    """A span of ages in whole years, first and last included."""

    id: LifeStageId
    name: str
    first_age: int
    last_age: int
    respondent: Respondent

    def covers(self, age: int) -> bool:
        """Whether a person of this age in whole years is in this stage."""
        return self.first_age <= age <= self.last_age
