"""The little that is kept about a young person: a name to use, an age, who works with them."""

from dataclasses import dataclass
from datetime import date

from vrn_desktop.domain.identifiers import PractitionerId, YoungPersonId

LONGEST_NAME = 200
"""Characters kept of a name; longer input is refused with a sentence, never cut."""

OLDEST = 120
"""The highest age in whole years that is taken for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungPerson:
    """A young person as they want to be called; first name only is enough (domain.md DP-03, TI-34)."""

    id: YoungPersonId
    reference: str
    chosen_name: str
    age: int
    age_recorded_on: date
    practitioner_id: PractitionerId
    pronouns: str = ""
    access_needs: str = ""
    language: str = "en"
    archived: bool = False

    def age_on(self, day: date) -> int:
        """Age in whole years by that day, as far as the recorded age tells."""
        return self.age + max(0, (day - self.age_recorded_on).days // 365)
